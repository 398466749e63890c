"""The commands that need no window: `zhengming [--store FILE] [--user NAME] COMMAND …`.

With `--json` only JSON stands on standard output, also after a refusal; sentences go to standard
error. Exit 0 done, 1 refused, 2 wrong use, never a traceback (SETTLED §6). Qt is loaded only for
pictures and for the sentence of a refusal.
"""

import argparse
import json
import os
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from importlib.resources import files
from pathlib import Path
from typing import Any, NoReturn

from db.core.clock import Clock, SystemClock, civil_date
from db.core.errors import RefusedError, UnavailableError, ZhengmingError
from db.core.gate import Gate
from db.core.keys import KeyFile, Unlocked
from db.core.permissions import Permission
from db.core.tx import Read
from db.office.demo_mark import demo_password
from db.office.opening import key_path, open_store

USER = "manager"
"""Account that commands use unless told otherwise; it may do all of them (SETTLED §1)."""

Asked = argparse.Namespace
_SEARCH_FIELDS = ("subject", "facts", "reply", "people", "unit", "number")
_LOOKS = ("light", "dark", "contrast")
_LANGUAGES = ("zh_CN", "en")
_NOTHING_IMPORTED: Mapping[str, Any] = {
    "read": 0,
    "imported": 0,
    "rejected": 0,
    "repeated": [],
    "changed": [],
    "flagged": [],
    "errors": [],
}


def home_folder() -> Path:
    """Return the folder of the program's own data for this person."""
    import platformdirs

    return Path(platformdirs.user_data_dir("zhengming", appauthor=False))


def demo_store(today: date) -> Path:
    """Return the demo store of this person: the newest there is, else where today's would be.

    It is the one that the window builds for itself, so that neither is built twice a day.
    """
    folder = home_folder() / "demo"
    made = sorted(path for path in folder.glob("demo-????-??-??.zm") if key_path(path).exists())
    return made[-1] if made else folder / f"demo-{today.isoformat()}.zm"


def main(argv: Sequence[str] | None = None, *, clock: Clock | None = None) -> int:
    """Carry out one command and return its exit code: 0 done, 1 refused, 2 wrong use."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    voice = Voice(wants_json="--json" in arguments)
    try:
        asked = _parser().parse_args(arguments, _preset())
        code = _run(Desk(asked, voice, clock or SystemClock()))
        sys.stdout.flush()
    except WrongUseError as fault:
        return voice.refuse(fault.code, fault.params, exit_code=2)
    except ZhengmingError as error:
        return voice.refuse(error.code, error.params)
    except KeyboardInterrupt:
        return voice.refuse("interrupted", {})
    except BrokenPipeError:
        # Whoever read us has gone; the interpreter must not try to flush at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except SystemExit as ending:  # --help
        return int(ending.code or 0)
    except Exception as bug:
        if os.environ.get("ZHENGMING_DEBUG"):
            raise
        return voice.refuse("internal_error", {"kind": type(bug).__name__})
    return code


def _speak_utf8() -> None:
    """Write UTF-8 into pipes and files, whatever the code page of the machine."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            if not stream.isatty():
                reconfigure(encoding="utf-8")
            reconfigure(errors="backslashreplace")


class WrongUseError(Exception):
    """The command line itself is wrong: exit code 2."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


# --- what is said ------------------------------------------------------------------------------


@dataclass
class Voice:
    """Says things: JSON or words on standard output, sentences on standard error.

    Attributes:
        wants_json: Only JSON on standard output.
        counted: What a refusal tells beside its code, in JSON.
    """

    wants_json: bool
    counted: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def chinese(self) -> bool:
        """Whether to speak Chinese: always, except where the machine is set to English."""
        for name in ("ZHENGMING_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
            if value := os.environ.get(name):
                return not value.lower().startswith("en")
        return True

    @cached_property
    def _words(self) -> dict[str, Any]:
        text = files("resources").joinpath("cli.toml").read_text(encoding="utf-8")
        words: dict[str, Any] = tomllib.loads(text)["zh" if self.chinese else "en"]
        return words

    def word(self, name: str, **values: object) -> str:
        """Return one of the sentences of `resources/cli.toml`."""
        return str(self._words[name]).format(**values)

    def reason(self, code: str) -> str:
        """Return why a row is flagged or left out."""
        return str(self._words["reason"].get(code, code))

    def tell(self, told: Mapping[str, Any], *lines: str) -> None:
        """Print the JSON, or the lines for a person."""
        if self.wants_json:
            sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
            return
        for line in lines:
            sys.stdout.write(line + "\n")

    def note(self, line: str) -> None:
        """Print a sentence on standard error."""
        sys.stderr.write(line + "\n")

    def progress(self, doing: str, done: int, whole: int) -> None:
        """Show how far a long piece of work is, on a terminal only; end with an empty `doing`."""
        if self.wants_json or not sys.stderr.isatty():
            return
        sys.stderr.write(f"\r{doing} {done}/{whole}\x1b[K" if doing else "\r\x1b[K")
        sys.stderr.flush()

    def refuse(self, code: str, params: Mapping[str, object], *, exit_code: int = 1) -> int:
        """Say why not, in both forms, and return the exit code."""
        message = self.sentence(code, params)
        try:
            if self.wants_json:
                told = {"error": code, "message": message, **self.counted}
                sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
                sys.stdout.flush()
            self.note(message)
        except OSError:
            return exit_code
        return exit_code

    def sentence(self, code: str, params: Mapping[str, object]) -> str:
        """Return the sentence of an error code, the code itself where there is none."""
        own = self._words["error"].get(code)
        values = _Values({name: _shown(value) for name, value in params.items()})
        if own is not None:
            return str(own).format_map(values)
        return (self._of_window(code) or code).format_map(values)

    def _of_window(self, code: str) -> str:
        """Return the window's own sentence; without Qt's libraries there is none."""
        try:
            from PySide6.QtCore import QTranslator

            from desktop.messages import SENTENCES
        except ImportError:
            return ""
        source = SENTENCES.get(code, "")
        if not self.chinese or not source:
            return str(source)
        translator = QTranslator()
        translator.load(str(files("resources").joinpath("i18n", "zh_CN.qm")))
        return translator.translate("Messages", str(source)) or str(source)


class _Values(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return ""


def _shown(value: object) -> str:
    if isinstance(value, tuple | list | set | frozenset):
        return "、".join(map(_shown, value))
    return str(value)


# --- who, and on which store -------------------------------------------------------------------


@dataclass
class Desk:
    """One command with what it needs: its arguments, a voice, the time, a store to open."""

    asked: Asked
    voice: Voice
    clock: Clock

    @property
    def named_store(self) -> Path | None:
        """The store of the command line or the environment."""
        named = self.asked.store or os.environ.get("ZHENGMING_STORE")
        return Path(named) if named else None

    @property
    def path(self) -> Path:
        """The store to work on: the demo store where none is named."""
        return self.named_store or demo_store(civil_date(self.clock.now()))

    @property
    def password(self) -> str | None:
        """The password of the file or the environment, that of a demo store, or None.

        Raises:
            WrongUseError: `password_file` if the file cannot be read.
        """
        if self.asked.password_file:
            try:
                text = Path(self.asked.password_file).read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError) as fault:
                raise WrongUseError("password_file", file=self.asked.password_file) from fault
            return text.split("\n", 1)[0].rstrip("\r")
        return os.environ.get("ZHENGMING_PASSWORD") or None

    def unlock(self, path: Path) -> Unlocked:
        """Open the account with its password.

        Raises:
            WrongUseError: `password_needed`.
            NotAllowedError: `wrong_password`, `account_closed`.
            UnavailableError: `store_missing`, `key_file_missing`.
        """
        if not path.is_file():
            raise UnavailableError("store_missing", path=path.name)
        password = self.password or demo_password(path)
        if password is None:
            raise WrongUseError("password_needed")
        user = self.asked.user or os.environ.get("ZHENGMING_USER") or USER
        return KeyFile.open(key_path(path)).unlock(user, password, at=self.clock.now())

    @contextmanager
    def open(self) -> Iterator[Gate]:
        """Open the store for the account of the command line."""
        gate = open_store(self.path, self.unlock(self.path), clock=self.clock)
        try:
            yield gate
        finally:
            gate.close()


def _run(desk: Desk) -> int:
    command: Callable[[Desk], int] = desk.asked.run
    return command(desk)


# --- the commands ------------------------------------------------------------------------------


def new(desk: Desk) -> int:
    """Make an empty store with its four departments, `manager` and three administrators."""
    from db.codes.code_lists import code
    from db.office.opening import ADMINS, NewAccount, create, recovery_paths

    password = desk.password
    if not password:
        raise WrongUseError("password_needed")
    path = desk.named_store or home_folder() / "center.zm"
    _refuse_existing(path, password)

    def label(role: str) -> str:
        found = code("account_role", role)
        return found.zh if desk.voice.chinese else found.en

    accounts = [
        NewAccount(USER, label("manager"), "manager", label("manager"), password=password),
        *(NewAccount(login, label(role), role, label(role)) for login, role in ADMINS),
    ]
    office = desk.asked.office or desk.voice.word("office")
    with _undone_unless_whole(path):
        made = create(path, clock=desk.clock, office=office, accounts=accounts)
        sheets = recovery_paths(path)
        for number, half in enumerate((made.first_half, made.second_half), start=1):
            words = desk.voice.word("sheet", number=number, office=office, store=path.name)
            _write_secret(sheets[number - 1], f"{words}\n\n{half}\n")
    desk.voice.tell(
        {"store": str(path), "recovery": [str(sheet) for sheet in sheets]},
        desk.voice.word("new_done", path=path),
        desk.voice.word("new_sheets", first=sheets[0], second=sheets[1]),
    )
    return 0


def _refuse_existing(path: Path, password: str | None) -> None:
    for file in (path, key_path(path)):
        if file.exists():
            raise RefusedError("store_exists", path=file.name)
    if password is not None and len(password) < 8:
        raise RefusedError("password_too_short", field="password", least=8)


@contextmanager
def _undone_unless_whole(path: Path) -> Iterator[None]:
    """Take away a half-made store with its companions if its making fails."""
    try:
        yield
    except BaseException as fault:
        for file in path.parent.glob(f"{path.name}*") if path.parent.is_dir() else ():
            if file.is_file():
                file.unlink()
        if isinstance(fault, OSError):
            raise UnavailableError("folder_unwritable", path=path.parent) from fault
        raise


def _write_secret(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)


def demo(desk: Desk) -> int:
    """Build the invented center of the demo."""
    from db.demo.building import build_demo

    today = civil_date(desk.clock.now())
    path = desk.named_store or home_folder() / "demo" / f"demo-{today.isoformat()}.zm"
    _refuse_existing(path, desk.password)
    with _undone_unless_whole(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        build_demo(path, clock=desk.clock, password=desk.password, progress=desk.voice.progress)
    desk.voice.progress("", 1, 1)
    shown = demo_password(path)
    lines = [desk.voice.word("demo_done", path=path)]
    if shown is not None:
        lines.append(desk.voice.word("demo_password", password=shown))
    desk.voice.tell({"store": str(path)}, *lines)
    return 0


def import_(desk: Desk) -> int:
    """Import ledgers, each file a batch of its own; a refused file does not stop the others."""
    fields = dict(_mapped(pair) for pair in desk.asked.map or ())
    voice = desk.voice
    several = len(desk.asked.files) > 1
    if not several:
        voice.counted = dict(_NOTHING_IMPORTED)
    told: list[dict[str, Any]] = []
    code = 0
    with desk.open() as gate:
        for name in desk.asked.files:
            try:
                told.append(_import_one(desk, gate, Path(name), fields))
            except ZhengmingError as error:
                if not several:
                    raise
                message = voice.sentence(error.code, error.params)
                voice.note(f"{Path(name).name}: {message}")
                told.append({"error": error.code, "message": message, **_NOTHING_IMPORTED})
                code = 1
    if several:
        names = [Path(name).name for name in desk.asked.files]
        voice.tell({"files": [{"file": n, **one} for n, one in zip(names, told, strict=True)]})
    else:
        voice.tell(told[0])
    return code


def _mapped(pair: str) -> tuple[str, str]:
    name, sign, column = pair.partition("=")
    if not (name and sign and column):
        raise WrongUseError("usage", detail=f"--map {pair}")
    return name, column


def _import_one(desk: Desk, gate: Gate, path: Path, fields: Mapping[str, str]) -> dict[str, Any]:
    from db.exchange.importing import import_file

    asked, voice = desk.asked, desk.voice
    report = import_file(
        gate, path, fields=fields or None, add_codes=asked.add_codes, dry_run=asked.dry_run
    )
    told: dict[str, Any] = {
        "read": report.read,
        "imported": report.imported,
        "rejected": report.rejected,
        "repeated": list(report.repeated),
        "changed": [change.id for change in report.changed],
        "flagged": [{"id": f.id, "row": f.row, "reason": f.reason} for f in report.flagged],
        "errors": [{"row": fault.row, "reason": fault.reason} for fault in report.errors],
    }
    if asked.dry_run:
        told["differences"] = {change.id: list(change.fields) for change in report.changed}
    if not voice.wants_json:
        counts = {
            name: value if isinstance(value, int) else len(value) for name, value in told.items()
        }
        counts["flagged"] = len({flag.row for flag in report.flagged})
        line = voice.word("import_line", file=report.file, **counts)
        lines = [line + (voice.word("import_dry") if report.dry_run else "")]
        lines += [
            voice.word("import_error", row=fault.row, reason=voice.reason(fault.reason))
            for fault in report.errors
        ]
        lines += [
            voice.word("import_changed", id=one.id, row=one.row, fields="、".join(one.fields))
            for one in report.changed
        ]
        lines += [
            voice.word("import_flag", id=one.id, row=one.row, reason=voice.reason(one.reason))
            for one in report.flagged
        ]
        if report.added_labels:
            lines.append(voice.word("import_added", labels="、".join(report.added_labels)))
        if report.unknown_labels:
            lines.append(voice.word("import_labels", labels="、".join(report.unknown_labels)))
        voice.tell({}, *lines)
    return told


def search(desk: Desk) -> int:
    """Search the ledger; ids newest first by receipt date, undated ones last."""
    from db.appeals.ledger import ledger_ids, ledger_rows
    from db.appeals.rows import LedgerFilter

    asked, voice = desk.asked, desk.voice
    voice.counted = {"count": 0, "ids": []}
    wanted = LedgerFilter(query=" ".join(asked.query), fields=asked.fields)
    with desk.open() as gate:
        found = gate.read(lambda read: ledger_ids(read, wanted))
        shown = found if asked.limit is None else found[: asked.limit]
        rows = gate.read(lambda read: ledger_rows(read, shown))
    listed = [rows[one] for one in shown if one in rows]
    # An imported row keeps the number of its own ledger; it has no 受理编号 of ours.
    ids = [row.number or row.source_number or f"#{row.id}" for row in listed]
    voice.tell(
        {"count": len(found), "ids": ids},
        *(
            "\t".join((one, str(row.received_on or "—"), row.person_name, row.subject))
            for one, row in zip(ids, listed, strict=True)
        ),
        voice.word("search_count", count=len(found)),
    )
    return 0


def duplicates(desk: Desk) -> int:
    """List the letters that say the same."""
    from db.appeals.duplicates import duplicates as find

    desk.voice.counted = {"groups": 0, "rows": 0, "pairs": 0, "top": []}
    with desk.open() as gate:
        found = gate.read(partial(find, threshold=desk.asked.near))
    told = {
        "groups": len(found.groups),
        "rows": found.rows,
        "pairs": found.pairs,
        "top": list(found.top),
    }
    line = desk.voice.word("duplicates_line", **{**told, "top": " ".join(found.top) or "—"})
    desk.voice.tell(told, line)
    return 0


def month(desk: Desk) -> int:
    """Tell the figures of a month; with `--out` also write its report and tables."""
    from db.statistics.closing import told as told_month
    from db.statistics.queries import month_json

    asked, voice = desk.asked, desk.voice
    with desk.open() as gate:
        figures = gate.read(lambda read: told_month(read, asked.month, asked.as_of))
        told = month_json(figures)
        written = _export_month(gate, asked) if asked.out else []
    if asked.out:
        told["files"] = [str(path) for path in written]
    voice.tell(
        told,
        voice.word(
            "month_line",
            month=asked.month,
            received=told["received_count"],
            accepted=told["accepted_count"],
            handled=told["handled_count"],
            opening=told["opening_count"],
            open=told["open_count"],
            overdue=told["overdue_count"],
            closed=told["closed_count"],
            talks=told["care_talk_person_times"],
        ),
        *(voice.word("written", path=path) for path in written),
    )
    return 0


def _export_month(gate: Gate, asked: Asked) -> list[Path]:
    """Write 呈阅版 and 通报版 as `.docx` and `.xlsx`; a report that does not foot is refused."""
    from db.statistics.asking import report
    from db.statistics.export_docx import save_document
    from db.statistics.export_xlsx import save_workbook
    from db.statistics.reporting import Version

    gate.read(lambda read: read.require(Permission.EXPORT))
    written: list[Path] = []
    for version in (Version.FULL, Version.CIRCULAR):
        made = gate.read(partial(report, month=asked.month, version=version, as_of=asked.as_of))
        if made.faults:
            raise RefusedError("month_does_not_foot", faults=made.faults)
        try:
            asked.out.mkdir(parents=True, exist_ok=True)
            for save, ending in ((save_document, "docx"), (save_workbook, "xlsx")):
                path = asked.out / f"{asked.month}-{version.value}.{ending}"
                save(made.report, path)
                written.append(path)
        except OSError as fault:
            raise UnavailableError("folder_unwritable", path=asked.out) from fault
    year, number = asked.month.split("-")
    gate.note("export_report", "statistics", int(year) * 100 + int(number))
    return written


def due(desk: Desk) -> int:
    """Reckon when a period is due; without a store by the rules and calendar as shipped."""
    from db.codes import deadlines
    from db.codes.rules import DEFAULT_PROFILE, shipped_rule

    asked = desk.asked
    profile = asked.profile or DEFAULT_PROFILE
    rule = shipped_rule(asked.rule, profile)
    named = desk.named_store
    if asked.store or (named is not None and named.is_file()):
        with desk.open() as gate:
            found = gate.read(lambda read: _due_in_store(read, rule.identifier, profile, asked))
    else:
        from db.codes.seed_calendar import seed_rows
        from db.codes.working_days import Calendar

        found = deadlines.due(rule, asked.start, Calendar.from_rows(seed_rows()))
    target = found.internal_target_on
    told = {
        "due_on": found.due_on.isoformat(),
        "internal_target_on": target.isoformat() if target else None,
        "provisional": found.provisional,
        "excluded": [
            {"date": left.day.isoformat(), "reason": left.reason} for left in found.excluded
        ],
        "basis": found.basis,
    }
    lines = [
        desk.voice.word(
            "due_line",
            due_on=found.due_on,
            target=target or desk.voice.word("due_right"),
            basis=found.basis if desk.voice.chinese else rule.basis_en,
            kind=_label(desk, "deadline_kind", "statutory" if rule.statutory else "internal"),
            tag=_label(desk, "confidence", rule.tag.lower()),
        )
    ]
    if found.provisional:
        lines.append(desk.voice.word("due_provisional"))
    desk.voice.tell(told, *lines)
    return 0


def _label(desk: Desk, name: str, value: str) -> str:
    from db.codes.code_lists import code

    found = code(name, value)
    return found.zh if desk.voice.chinese else found.en


def _due_in_store(read: Read, identifier: str, profile: str, asked: Asked) -> Any:
    from db.codes import deadlines
    from db.codes.queries import calendar, rule

    return deadlines.due(rule(read, identifier, profile), asked.start, calendar(read))


def verify(desk: Desk) -> int:
    """Walk the audit chain and the log of the key file."""
    from db.core import trail

    def ask(read: Read) -> trail.Verification:
        read.require(Permission.VERIFY)
        return trail.verify(read.session)

    with desk.open() as gate:
        found = gate.read(ask)
    key_log = KeyFile.open(key_path(desk.path)).verify_log()
    whole = found.broken_at is None and key_log
    told: dict[str, Any] = {
        "ok": whole,
        "entries": found.entries,
        "head": found.head,
        "broken_at": found.broken_at,
        "reason": found.reason,
        "key_log": key_log,
    }
    if whole:
        line = desk.voice.word("verify_good", entries=found.entries, head=found.head)
        desk.voice.tell(told, line)
        return 0
    lines = []
    if found.broken_at is not None:
        lines.append(
            desk.voice.word(
                "verify_bad", at=found.broken_at, reason=found.reason, entries=found.entries
            )
        )
    if not key_log:
        lines.append(desk.voice.word("key_log_bad"))
    message = " ".join(lines)
    desk.voice.tell({"error": "chain_broken", "message": message, **told})
    desk.voice.note(message)
    return 1


def backup(desk: Desk) -> int:
    """Copy the store, still encrypted, open the copy and compare it."""
    from db.core import backup as backups

    with desk.open() as gate:
        gate.read(lambda read: read.require(Permission.BACKUP))
    unlocked = desk.unlock(desk.path)
    if unlocked.store_key is None:
        raise UnavailableError("wrong_key")
    made = backups.backup(desk.path, unlocked.store_key, clock=desk.clock)
    held = backups.verify(made.folder, unlocked.store_key)
    told = {
        "folder": str(made.folder),
        "made_at": made.made_at.isoformat(),
        "entries": held.entries,
        "head": held.head,
        "counts": dict(held.counts),
    }
    line = desk.voice.word("backup_done", folder=made.folder, entries=held.entries, head=held.head)
    desk.voice.tell(told, line)
    return 0


def restore(desk: Desk) -> int:
    """Put a backup back where no store is; with a password also open it and say what it holds."""
    from db.core import backup as backups

    source, to = desk.path, Path(desk.asked.to) if desk.asked.to else desk.path
    if desk.asked.folder:
        folder = Path(desk.asked.folder)
        if not (folder / backups.MANIFEST).is_file():
            raise RefusedError("backup_incomplete", name=folder.name)
    else:
        made = backups.backups(source)
        if not made:
            raise RefusedError("backup_missing")
        folder = made[0].folder
    restored = backups.restore(folder, to)
    told: dict[str, Any] = {"store": str(restored), "from": str(folder)}
    lines = [desk.voice.word("restore_done", path=restored)]
    if desk.password or demo_password(restored):
        try:
            key = desk.unlock(restored).store_key
        except ZhengmingError:
            # A store that nobody could open now is no restored store: leave nothing behind.
            restored.unlink()
            key_path(restored).unlink()
            raise
        if key is not None:
            held = backups.held_by(restored, key)
            told |= {"entries": held.entries, "head": held.head, "counts": dict(held.counts)}
            lines.append(desk.voice.word("restore_held", entries=held.entries, head=held.head))
    desk.voice.tell(told, *lines)
    return 0


def tour(desk: Desk) -> int:
    """Do a day's work without a display and leave pictures of every page and its papers."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.tour import TourPlan, run

    asked, voice = desk.asked, desk.voice
    say = voice.note if voice.wants_json else print
    plan = TourPlan(asked.out, language=asked.lang, look=asked.theme, with_books=asked.all)
    try:
        taken = run(plan, home=home_folder(), clock=desk.clock, say=say)
    except OSError as fault:
        raise UnavailableError("folder_unwritable", path=asked.out) from fault
    files = sorted(str(path) for path in asked.out.rglob("*") if path.is_file())
    voice.tell(
        {"pictures": taken, "files": files},
        voice.word("tour_done", count=taken, path=asked.out),
    )
    return 0


# --- the command line --------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        raise WrongUseError("usage", detail=message)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"{text}: YYYY-MM-DD") from fault


def _month(text: str) -> str:
    _day(f"{text}-01")
    return text


def _near(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = 0
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError(f"{text}: 0–1")
    return share


def _limit(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text}: 0, 1, 2 …")
    return int(text)


def _in(text: str) -> tuple[str, ...]:
    names = tuple(filter(None, (name.strip() for name in text.split(","))))
    unknown = [name for name in names if name not in _SEARCH_FIELDS]
    if unknown or not names:
        raise argparse.ArgumentTypeError(f"{text}: {','.join(_SEARCH_FIELDS)}")
    return names


def _preset() -> Asked:
    """Return what holds where neither the program's nor the command's options say otherwise."""
    return argparse.Namespace(store=None, user=None, password_file=None, json=False)


def _parser() -> argparse.ArgumentParser:
    everywhere = _Parser(add_help=False)
    everywhere.add_argument("--store", metavar="FILE", default=argparse.SUPPRESS)
    everywhere.add_argument("--user", metavar="NAME", default=argparse.SUPPRESS)
    everywhere.add_argument("--password-file", metavar="FILE", default=argparse.SUPPRESS)
    everywhere.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    parser = _Parser(prog="zhengming", parents=[everywhere], allow_abbrev=False)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[Desk], int]) -> argparse.ArgumentParser:
        summary = (run.__doc__ or "").split("\n", 1)[0]
        made = commands.add_parser(
            name, parents=[everywhere], help=summary, description=summary, allow_abbrev=False
        )
        made.set_defaults(run=run)
        return made

    command("demo", demo)
    command("new", new).add_argument("--office", metavar="NAME")
    importing = command("import", import_)
    importing.add_argument("files", metavar="FILE", nargs="+")
    importing.add_argument("--dry-run", action="store_true")
    importing.add_argument("--add-codes", action="store_true")
    importing.add_argument("--map", metavar="FIELD=COLUMN", action="append")
    searching = command("search", search)
    searching.add_argument("query", metavar="QUERY", nargs="+")
    searching.add_argument("--in", dest="fields", type=_in, default=(), metavar="FIELD,…")
    searching.add_argument("--limit", type=_limit, metavar="N")
    kinds = command("duplicates", duplicates).add_mutually_exclusive_group(required=True)
    kinds.add_argument("--exact", action="store_true")
    kinds.add_argument("--near", type=_near, metavar="SHARE")
    telling = command("month", month)
    telling.add_argument("month", type=_month, metavar="YYYY-MM")
    telling.add_argument("--as-of", type=_day, metavar="DATE")
    telling.add_argument("--out", type=Path, metavar="DIR")
    reckoning = command("due", due)
    reckoning.add_argument("rule", metavar="RULE")
    reckoning.add_argument("start", type=_day, metavar="START")
    reckoning.add_argument("--profile", metavar="NAME")
    command("verify", verify)
    command("backup", backup)
    restoring = command("restore", restore)
    restoring.add_argument("folder", metavar="BACKUP", nargs="?")
    restoring.add_argument("--to", metavar="FILE")
    picturing = command("tour", tour)
    picturing.add_argument("--out", type=Path, required=True, metavar="DIR")
    picturing.add_argument("--lang", choices=_LANGUAGES, default=_LANGUAGES[0])
    picturing.add_argument("--theme", choices=_LOOKS, default=_LOOKS[0])
    picturing.add_argument("--all", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
