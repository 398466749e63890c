"""Make the Chinese window: collect source strings, join their Chinese, compile ``zh_CN.qm``.

``python resources/i18n/compile.py`` compiles ``zh_CN.qm``, which git ignores;
``--update`` also writes ``zh_CN.ts``, which is committed for translators; ``--check``
writes nothing and fails on whatever would show English, or nothing, in a Chinese window.

The Chinese itself is typed into ``zh/<room>.toml``: one table a context (the name of the
class, or the first argument of ``translate``), one line a string, ``"English" = "中文"``.
Only this file and the ``.toml`` tables are edited by hand.

Traps of ``lupdate`` 6.11 with Python, found by trying, which is why the strings are also
collected from the syntax tree and both lists must agree:

* ``widget.tr("…")`` in a free function is filed under a context named ``widget``, and
  ``self.view.tr("…")`` under ``self.view``: neither is ever found at run time;
* ``super().tr("…")`` and ``QT_TR_NOOP("…")`` in a class body are filed under no context;
* ``f"{self.tr('…')}"`` and ``t = self.tr; t("…")`` are not collected at all;
* ``self.tr(f"…")`` is collected with its braces, and never matches;
* a context that is a name, not a literal, loses the string.

So a string stands in exactly one of three forms: ``self.tr("…")`` inside a class,
``QCoreApplication.translate("Context", "…")``, or ``QT_TRANSLATE_NOOP("Context", "…")``
for tables of labels, which are then looked up by ``translate("Context", variable)``
in the same file.
"""

import argparse
import ast
import string
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SOURCES = ROOT / "desktop"
TABLES = HERE / "zh"
TS_FILE = HERE / "zh_CN.ts"
QM_FILE = HERE / "zh_CN.qm"


class Message(NamedTuple):
    """One source string: the context it is looked up in, and its English."""

    context: str
    source: str


@dataclass(slots=True)
class Collected:
    """Source strings found in the code, each with its places, and what is wrong with them."""

    places: dict[Message, list[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, message: Message, place: str) -> None:
        """Note one use of a string."""
        self.places.setdefault(message, []).append(place)


# --- the syntax tree -----------------------------------------------------------------


class _Collector(ast.NodeVisitor):
    """Walks one file, knowing the class it is in."""

    def __init__(self, name: str, into: Collected) -> None:
        self._name = name
        self._into = into
        self._classes: list[str] = []
        self._in_f_string = 0
        self._looked_up: list[tuple[str, ast.AST]] = []
        self._marked: set[str] = set()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self._in_f_string += 1
        self.generic_visit(node)
        self._in_f_string -= 1

    def visit_Attribute(self, node: ast.Attribute) -> None:
        # Reached only where `tr` is not called at once: `visit_Call` steps over its own name.
        if node.attr == "tr" or (node.attr == "translate" and _is_application(node.value)):
            self._fault(node, f"{ast.unparse(node)} is given another name; call it in place")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        called = node.func
        if isinstance(called, ast.Attribute) and called.attr == "tr":
            self._visit_tr(node, called)
        elif isinstance(called, ast.Attribute) and called.attr == "translate":
            if _is_application(called.value):
                self._visit_translate(node)
            else:
                self.visit(called)
        else:
            if isinstance(called, ast.Name) and called.id == "QT_TRANSLATE_NOOP":
                self._visit_noop(node)
            elif isinstance(called, ast.Name) and called.id in {"QT_TR_NOOP", "QT_TR_NOOP_UTF8"}:
                self._fault(node, f"{called.id} names no context; write QT_TRANSLATE_NOOP")
            self.visit(called)
        for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
            self.visit(argument)

    def finish(self) -> None:
        """Judge the look-ups by variable, once every marked table of the file is known."""
        for context, node in self._looked_up:
            if context not in self._marked:
                self._fault(
                    node,
                    f"translate({context!r}, variable) without a QT_TRANSLATE_NOOP({context!r}, …)"
                    " in this file",
                )

    def _visit_tr(self, node: ast.Call, called: ast.Attribute) -> None:
        if not (isinstance(called.value, ast.Name) and called.value.id == "self"):
            self._fault(node, f"{ast.unparse(called)}(…) is lost; only self.tr(…) is collected")
        elif not self._classes:
            self._fault(node, "self.tr(…) outside a class is lost")
        elif len(node.args) != 1 or node.keywords:
            self._fault(node, "self.tr(…) takes one literal and nothing else")
        else:
            self._add(node, self._classes[-1], node.args[0])

    def _visit_translate(self, node: ast.Call) -> None:
        context = _literal(node.args[0]) if len(node.args) == 2 else None
        if context is None or node.keywords:
            self._fault(node, 'translate takes a literal context and one string: ("Context", "…")')
        elif isinstance(node.args[1], ast.Name | ast.Subscript | ast.Attribute | ast.Call):
            self._looked_up.append((context, node))
        else:
            self._add(node, context, node.args[1])

    def _visit_noop(self, node: ast.Call) -> None:
        context = _literal(node.args[0]) if len(node.args) == 2 else None
        if context is None:
            self._fault(node, "QT_TRANSLATE_NOOP takes two literals")
        else:
            self._marked.add(context)
            self._add(node, context, node.args[1])

    def _add(self, node: ast.AST, context: str, source: ast.expr) -> None:
        text = _literal(source)
        if text is None:
            self._fault(node, f"not a literal: {ast.unparse(source)}")
        elif self._in_f_string:
            self._fault(node, f"inside an f-string, where it is lost: {text!r}")
        else:
            self._into.add(Message(context, text), self._place(node))

    def _fault(self, node: ast.AST, text: str) -> None:
        self._into.faults.append(f"{self._place(node)}: {text}")

    def _place(self, node: ast.AST) -> str:
        return f"{self._name}:{getattr(node, 'lineno', 0)}"


def _is_application(node: ast.expr) -> bool:
    """Whether ``node.translate`` means Qt's function and not ``str.translate``."""
    return isinstance(node, ast.Name) and node.id in {
        "QCoreApplication",
        "QGuiApplication",
        "QApplication",
    }


def _literal(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def collect_from_tree(sources: Path = SOURCES) -> Collected:
    """Collect every source string under a folder, and every use that would be lost."""
    collected = Collected()
    for path in sorted(sources.rglob("*.py")):
        name = path.relative_to(sources.parent).as_posix()
        collector = _Collector(name, collected)
        collector.visit(ast.parse(path.read_text(encoding="utf-8"), filename=name))
        collector.finish()
    return collected


# --- lupdate and lrelease ------------------------------------------------------------


def qt_tool(name: str) -> Path | None:
    """Path of a Qt translation tool inside the PySide6 wheel, None where it has none."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    for candidate in (folder / name, folder / f"{name}.exe"):
        if candidate.exists():
            return candidate
    return None


def collect_with_lupdate(sources: Path = SOURCES) -> set[Message] | None:
    """Collect the source strings as Qt's own tool sees them, None where it does not run."""
    lupdate = qt_tool("lupdate")
    if lupdate is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        ts_file = Path(folder) / "zh_CN.ts"
        options = ["-silent", "-locations", "none", "-no-obsolete", "-extensions", "py"]
        command: list[str | Path] = [lupdate, *options, sources, "-ts", ts_file]
        try:
            done = subprocess.run(command, capture_output=True, check=False)
        except OSError:
            return None
        if done.returncode != 0 or not ts_file.exists():
            return None
        return set(_messages_of(ts_file))


def _messages_of(ts_file: Path) -> Iterator[Message]:
    for context in ET.parse(ts_file).getroot().iter("context"):
        for message in context.iter("message"):
            yield Message(context.findtext("name") or "", message.findtext("source") or "")


def ts_text(messages: Iterable[Message], chinese: dict[Message, str]) -> str:
    """Write the strings as a translation source file, sorted, so that diffs stay small."""
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    context: ET.Element | None = None
    for message in sorted(messages):
        if context is None or context.findtext("name") != message.context:
            context = ET.SubElement(root, "context")
            ET.SubElement(context, "name").text = message.context
        element = ET.SubElement(context, "message")
        ET.SubElement(element, "source").text = message.source
        translation = ET.SubElement(element, "translation")
        if message in chinese:
            translation.text = chinese[message]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def release(text: str, qm_file: Path) -> None:
    """Compile the text of a translation source file.

    Raises:
        RuntimeError: Qt's ``lrelease`` is missing or refused the file.
    """
    lrelease = qt_tool("lrelease")
    if lrelease is None:
        raise RuntimeError("the PySide6 wheel here has no lrelease")
    with tempfile.TemporaryDirectory() as folder:
        ts_file = Path(folder) / "zh_CN.ts"
        ts_file.write_text(text, encoding="utf-8", newline="\n")
        made = Path(folder) / "zh_CN.qm"
        command: list[str | Path] = [lrelease, "-silent", ts_file, "-qm", made]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0 or not made.exists():
            raise RuntimeError(f"lrelease failed: {done.stdout}{done.stderr}")
        # Moved into place whole: a window that starts meanwhile never reads half a file.
        part = qm_file.with_suffix(".part")
        part.write_bytes(made.read_bytes())
        part.replace(qm_file)


# --- the Chinese ---------------------------------------------------------------------


def read_tables(folder: Path = TABLES) -> tuple[dict[Message, str], list[str]]:
    """Read the Chinese of every room; tells also what is wrong in the tables themselves."""
    chinese: dict[Message, str] = {}
    origin: dict[Message, str] = {}
    faults: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            faults.append(f"{path.name}: {error}")
            continue
        for context, lines in tables.items():
            if not isinstance(lines, dict):
                faults.append(f"{path.name}: {context!r} stands outside a table")
                continue
            for source, text in lines.items():
                message = Message(context, source)
                if not isinstance(text, str) or not text.strip():
                    faults.append(f"{path.name}: [{context}] {source!r} has no Chinese")
                elif chinese.setdefault(message, text) != text:
                    faults.append(
                        f"{path.name}: [{context}] {source!r} is told otherwise"
                        f" in {origin[message]}"
                    )
                else:
                    origin.setdefault(message, path.name)
                    faults += _field_faults(path.name, message, text)
    return chinese, faults


def _field_faults(name: str, message: Message, text: str) -> list[str]:
    """``str.format`` would stop on a field the English does not have."""
    wanted, got = _fields(message.source), _fields(text)
    if got is None or wanted is None:
        return [f"{name}: {message.source!r} has a lone brace"] if wanted is not None else []
    unknown = sorted(got - wanted)
    lost = sorted(wanted - got)
    where = f"{name}: [{message.context}] {message.source!r}"
    return [f"{where} has no field {{{one}}}" for one in unknown] + [
        f"{where} loses the field {{{one}}}" for one in lost
    ]


def _fields(text: str) -> set[str] | None:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return None


# --- the whole -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Findings:
    """The translation as it stands: faults stop the gate, warnings do not."""

    text: str
    missing: tuple[str, ...]
    faults: tuple[str, ...]
    warnings: tuple[str, ...]


def examine() -> Findings:
    """Bring code, Qt's tool and the Chinese tables together."""
    collected = collect_from_tree()
    faults = list(collected.faults)
    warnings: list[str] = []
    seen = collect_with_lupdate()
    wanted = set(collected.places)
    if seen is None:
        warnings.append("lupdate does not run here; the strings come from the syntax tree alone")
    else:
        faults += [
            f"{', '.join(collected.places[one])}: lupdate does not find [{one.context}]"
            f" {one.source!r}"
            for one in sorted(wanted - seen)
        ]
        faults += [
            f"lupdate finds [{one.context}] {one.source!r}, the syntax tree does not"
            for one in sorted(seen - wanted)
        ]
    chinese, table_faults = read_tables()
    faults += table_faults
    missing = [
        f"{', '.join(collected.places[one])}: [{one.context}] {one.source!r}"
        for one in sorted(wanted - set(chinese))
    ]
    warnings += [
        f"no source uses [{one.context}] {one.source!r}" for one in sorted(set(chinese) - wanted)
    ]
    text = ts_text(wanted, chinese)
    return Findings(text, tuple(missing), tuple(faults), tuple(warnings))


def _print_list(title: str, lines: tuple[str, ...]) -> None:
    if lines:
        print(f"{title}: {len(lines)}")
        for line in lines:
            print(f"  {line}")


def main() -> int:
    """Compile, update or check; exit code 1 when a check fails."""
    parser = argparse.ArgumentParser(description="Compile the Chinese translation.")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--update", action="store_true", help="also write zh_CN.ts")
    mode.add_argument("--check", action="store_true", help="write nothing, fail on faults")
    options = parser.parse_args()
    found = examine()
    _print_list("Source strings without Chinese", found.missing)
    _print_list("Faults", found.faults)
    _print_list("Warnings", found.warnings)
    if options.check:
        stale = not TS_FILE.exists() or TS_FILE.read_text(encoding="utf-8") != found.text
        if stale:
            print("zh_CN.ts is out of date: python3 tasks.py i18n")
        return 1 if found.missing or found.faults or stale else 0
    if options.update:
        TS_FILE.write_text(found.text, encoding="utf-8", newline="\n")
    release(found.text, QM_FILE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
