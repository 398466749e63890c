#!/usr/bin/env python3
"""One command for everything: ``python3 tasks.py run`` and ``python3 tasks.py test``.

It needs Python 3.11 to 3.13 and its standard library, nothing else, and no shell: the
same file works on Linux, Windows and macOS. It makes ``.venv`` beside itself, installs
the pinned dependencies of ``constraints.txt`` there, looks for the libraries that Qt
loads from the system and for a font with Chinese characters, and only then does what it
was asked. What is missing is brought with apt when root runs it; anybody else is shown
the one line to type. A second start installs nothing and needs no network.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.json"
CONSTRAINTS = ROOT / "constraints.txt"
TRANSLATIONS = ROOT / "resources" / "i18n"
OLDEST, NEWEST = (3, 11), (3, 13)
WINDOWS = sys.platform == "win32"

# What Qt's offscreen and X11 platforms load from the system, and the Debian package of each.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
# Draws the 8,105 characters of the national table, 䶮 and 𬭎 among them; the smaller
# Chinese fonts of Debian stop before the rare characters found in names.
FONT_PACKAGE = "fonts-noto-cjk"
COMMON_CHARACTERS = "正名干部"
RARE_CHARACTERS = "䶮𬭎"


class CannotContinueError(Exception):
    """Something is missing that this program may not bring by itself."""


def say(text: str) -> None:
    """Print one line at once, so that it stands before what a child process prints."""
    print(text, flush=True)


# --- the environment -----------------------------------------------------------------


def venv_python() -> Path:
    """Path of the interpreter inside ``.venv``."""
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def child_environment(*, offscreen: bool) -> dict[str, str]:
    """Environment of every child: UTF-8, this checkout's ``.venv`` first on the path.

    Args:
        offscreen: draw into memory, and forget every ``ZHENGMING_*`` of the caller so
            that no test or tour ever touches a real store.
    """
    env = {k: v for k, v in os.environ.items() if k not in {"PYTHONHOME", "PYTHONPATH"}}
    env["VIRTUAL_ENV"] = str(VENV)
    env["PATH"] = str(venv_python().parent) + os.pathsep + env.get("PATH", "")
    env["PYTHONUTF8"] = "1"
    if sys.platform == "linux" and not any(
        "utf" in env.get(name, "").lower() for name in ("LC_ALL", "LC_CTYPE", "LANG")
    ):
        env["LC_ALL"] = "C.UTF-8"  # Qt warns about, and misnames files in, a bare "C" locale
    if offscreen:
        env = {k: v for k, v in env.items() if not k.startswith("ZHENGMING_")}
        env["QT_QPA_PLATFORM"] = "offscreen"
    return env


def run(command: Sequence[str | Path], *, offscreen: bool = True) -> int:
    """Run a child in the checkout and return its exit code."""
    arguments = [str(part) for part in command]
    return subprocess.call(arguments, cwd=ROOT, env=child_environment(offscreen=offscreen))


def python(*arguments: str, offscreen: bool = True) -> int:
    """Run the interpreter of ``.venv``."""
    return run([venv_python(), *arguments], offscreen=offscreen)


def wanted_key() -> str:
    """Fingerprint of all that decides what ``.venv`` must hold.

    Settings of the checkers in ``pyproject.toml`` are left out: changing one of them
    installs nothing.
    """
    import tomllib  # absent from the old Pythons that `prepare` turns away with a sentence

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = {
        "build": project["build-system"],
        "project": project["project"],
        "editable": project["tool"]["hatch"]["build"],
        "constraints": CONSTRAINTS.read_text(encoding="utf-8"),
        "root": str(ROOT),  # an installed checkout that was moved finds nothing any more
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def installed(*, dev: bool) -> bool:
    """Whether ``.venv`` already holds what is wanted, by its stamp alone."""
    if not venv_python().exists() or not STAMP.exists():
        return False
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except ValueError:
        return False
    return bool(stamp.get("key") == wanted_key() and (stamp.get("dev") or not dev))


def venv_works() -> bool:
    """Whether the interpreter of ``.venv`` starts, is one we support, and has pip."""
    probe = f"import pip, sys; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
    try:
        done = subprocess.run([venv_python(), "-c", probe], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def install(*, dev: bool) -> None:
    """Make ``.venv`` and install the pinned dependencies, unless that is done already.

    Raises:
        CannotContinueError: pip could not install, and what is there does not suffice.
    """
    if installed(dev=dev):
        return
    if not venv_works():
        say(f"Making {VENV.name} with Python {sys.version.split()[0]} ...")
        base = getattr(sys, "_base_executable", sys.executable)
        if subprocess.call([base, "-m", "venv", "--clear", str(VENV)]) != 0:
            raise CannotContinueError(f"{base} could not make {VENV}.")
    extra = "[dev]" if dev else ""
    say("Installing the pinned dependencies (once; some 150 MB, two minutes on a slow line) ...")
    # The build backend is pinned too: it goes in first and builds without isolation.
    steps = (["hatchling"], ["--no-build-isolation", "--editable", f".{extra}"])
    for step in steps:
        pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        pin = ["--constraint", str(CONSTRAINTS)]
        if python(*pip, *pin, *step) == 0:
            continue
        # Everything may be there already and only the network be missing.
        say("That failed; trying with what is installed already ...")
        if python(*pip, "--no-index", *pin, *step) != 0:
            raise CannotContinueError(
                "pip could not install the dependencies. Is there a network, and a package index?"
            )
    STAMP.write_text(json.dumps({"key": wanted_key(), "dev": dev}), encoding="utf-8")


# --- the system ----------------------------------------------------------------------


def missing_libraries() -> list[str]:
    """Qt's system libraries that do not load here (Linux)."""
    wanted = dict(QT_LIBRARIES)
    if os.environ.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND_LIBRARIES
    missing = []
    for name in wanted:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def fonts_with(characters: str) -> int:
    """Count the fonts that have every one of the characters, as fontconfig tells Qt.

    Asked of the library itself: the command ``fc-list`` is not on a bare system.
    """
    library = ctypes.CDLL("libfontconfig.so.1")
    for name in ("FcNameParse", "FcObjectSetCreate", "FcFontList"):
        getattr(library, name).restype = ctypes.c_void_p
    library.FcObjectSetAdd.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    library.FcFontList.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    library.FcNameParse.argtypes = [ctypes.c_char_p]
    charset = " ".join(f"{ord(character):x}" for character in characters)
    pattern = library.FcNameParse(f":charset={charset}".encode())
    objects = library.FcObjectSetCreate()
    library.FcObjectSetAdd(objects, b"family")
    found = library.FcFontList(None, pattern, objects)
    # The first member of an FcFontSet is its count; the three small objects above live
    # as long as this short process.
    return int(ctypes.cast(found, ctypes.POINTER(ctypes.c_int))[0]) if found else 0


@dataclass(frozen=True)
class Shortage:
    """What the system lacks: sentences for people, Debian packages to bring."""

    sentences: tuple[str, ...]
    packages: tuple[str, ...]


def system_shortage() -> Shortage:
    """Look at the system and tell what is missing for a window with Chinese in it."""
    sentences: list[str] = []
    packages: list[str] = []
    if not venv_python().exists() and importlib.util.find_spec("ensurepip") is None:
        sentences.append("Python cannot make environments here (ensurepip is missing).")
        packages.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    libraries = missing_libraries()
    if libraries:
        sentences.append("Qt needs: " + ", ".join(libraries))
        packages += [(QT_LIBRARIES | WAYLAND_LIBRARIES)[name] for name in libraries]
    # Without fontconfig nobody can tell which fonts are there; the package is no loss.
    if "libfontconfig.so.1" in libraries or not fonts_with(COMMON_CHARACTERS):
        sentences.append("No font here has Chinese characters.")
        packages.append(FONT_PACKAGE)
    return Shortage(tuple(sentences), tuple(packages))


def bring_packages(packages: Sequence[str]) -> bool:
    """Install Debian packages; True when apt says it did."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    wanted = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-q"], wanted):
        say("$ " + shlex.join(command))
        done = subprocess.run(command, env=env, check=False, stdout=subprocess.PIPE)
        if done.returncode != 0:
            sys.stdout.buffer.write(done.stdout)
            sys.stdout.flush()
    return done.returncode == 0


def prepare_system() -> None:
    """Bring what the system lacks, or name the one line that does.

    Raises:
        CannotContinueError: something is missing and only the administrator may bring it.
    """
    if sys.platform != "linux":
        return  # the Qt wheels of Windows and macOS carry their libraries; both have fonts
    lacking = system_shortage()
    has_apt = shutil.which("apt-get") is not None
    is_root = os.geteuid() == 0
    if lacking.packages and has_apt and is_root:
        for sentence in lacking.sentences:
            say(sentence)
        bring_packages(lacking.packages)
        lacking = system_shortage()
    if lacking.packages:
        message = "\n".join(lacking.sentences)
        if has_apt:
            line = "apt-get install -y --no-install-recommends " + " ".join(lacking.packages)
            message += "\nType this line, then start again:\n  " + ("" if is_root else "sudo ")
            message += line
        else:
            message += "\nPlease install them (and a font such as Noto Sans CJK), then start again."
        raise CannotContinueError(message)
    if not fonts_with(RARE_CHARACTERS):
        if has_apt and is_root and bring_packages([FONT_PACKAGE]):
            return
        say(
            f"Rare characters in names ({' '.join(RARE_CHARACTERS)}) will show as boxes;"
            f" they draw with the package {FONT_PACKAGE}."
        )


def prepare(*, dev: bool) -> None:
    """Make everything ready that any task needs.

    Raises:
        CannotContinueError: see the message.
    """
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise CannotContinueError(
            f"Zhengming needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]};"
            f" this is {sys.version.split()[0]}."
        )
    prepare_system()
    install(dev=dev)


# --- translations --------------------------------------------------------------------


def translation_inputs() -> Iterator[Path]:
    """Files that decide what the compiled translation holds."""
    yield from (ROOT / "desktop").rglob("*.py")
    yield from (TRANSLATIONS / "zh").glob("*.toml")
    yield TRANSLATIONS / "compile.py"


def compile_translations() -> None:
    """Compile ``zh_CN.qm`` when something it is made of is newer.

    Raises:
        CannotContinueError: the compiler of Qt failed.
    """
    target = TRANSLATIONS / "zh_CN.qm"
    made = target.stat().st_mtime if target.exists() else 0.0
    if made and all(path.stat().st_mtime <= made for path in translation_inputs()):
        return
    if python(str(TRANSLATIONS / "compile.py")) != 0:
        raise CannotContinueError("The Chinese translation could not be compiled.")


# --- run -----------------------------------------------------------------------------


def x11_answers() -> bool:
    """Whether the X server named by DISPLAY lets us in."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def wayland_answers() -> bool:
    """Whether the Wayland compositor named by WAYLAND_DISPLAY lets us in."""
    name = os.environ.get("WAYLAND_DISPLAY")
    if sys.platform == "win32" or not name:
        return False
    address = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent")) / name
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(address))
    except OSError:
        return False
    return True


def has_display() -> bool:
    """Whether a window can be shown to somebody."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    return sys.platform != "linux" or x11_answers() or wayland_answers()


def task_run(arguments: Sequence[str]) -> int:
    """Open the window on the demo center, or do its day's work offscreen."""
    prepare(dev=False)
    compile_translations()
    if has_display():
        return python("-m", "desktop.app", "demo", *arguments, offscreen=False)
    say("No display here: doing the day's work offscreen, leaving pictures and papers in")
    say(f"  {ROOT / 'build' / 'tour'}")
    return task_tour(arguments)


def task_tour(arguments: Sequence[str]) -> int:
    """Do a day's work offscreen and leave pictures and papers under ``build/tour``."""
    prepare(dev=False)
    compile_translations()
    where = [] if "--out" in arguments else ["--out", str(Path("build") / "tour")]
    return python("-m", "desktop.cli", "tour", *where, *arguments)


# --- test ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """One step of the gate: its name and what it runs."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What a step came to."""

    name: str
    code: int
    seconds: float
    summary: str


# pytest's closing line, "===== 812 passed, 3 skipped in 301.22s =====" or without rules.
PYTEST_SUMMARY = re.compile(
    r"^=*\s*(\d+ (passed|failed|skipped|error|deselected).* in [\d.]+s.*?)\s*=*$"
)


# import-linter has no module to start with -m, and scripts are named otherwise on Windows.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as c; c(['--no-cache'])"


# Processes of their own: what a window leaves behind does not slow down the tests after it.
PARTS = {
    "tests of the record": ("tests", "--ignore=tests/desktop", "--ignore=tests/flows"),
    "tests of the window": ("tests/desktop", "--ignore=tests/desktop/books"),
    "tests of the books": ("tests/desktop/books",),
    "tests of whole days": ("tests/flows",),
}


def gate_steps(arguments: Sequence[str], *, fast: bool, long: bool = False) -> list[Step]:
    """Steps of the gate, in order.

    Args:
        arguments: passed on to pytest.
        fast: leaves out the heavy tests and the wheel.
        long: takes in the long walks too.
    """
    pytest = ["-m", "pytest", "-n", "2", "--dist", "loadgroup", *arguments]
    if fast:
        pytest += ["-m", "not long and not million and not chaos"]
    elif not long:
        pytest += ["-m", "not long"]
    steps = [
        Step("format", ("-m", "ruff", "format", "--check", ".")),
        Step("lint", ("-m", "ruff", "check", ".")),
        Step("imports", ("-c", LINT_IMPORTS)),
        Step("types", ("-m", "mypy")),
        Step("translations", (str(TRANSLATIONS / "compile.py"), "--check")),
        *(Step(name, (*pytest, *where)) for name, where in PARTS.items()),
    ]
    if not fast:
        wheel = ROOT / "tests" / "packaging" / "check_wheel.py"
        steps.append(Step("wheel", (str(wheel),)))
    return steps


def run_step(step: Step) -> Outcome:
    """Run one step, letting its lines through, and remember pytest's closing line."""
    say(f"\n--- {step.name} " + "-" * (60 - len(step.name)))
    started = time.monotonic()
    summary = ""
    with subprocess.Popen(
        [str(venv_python()), *step.command],
        cwd=ROOT,
        env=child_environment(offscreen=True),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as child:
        for line in child.stdout or ():
            sys.stdout.write(line)
            sys.stdout.flush()
            match = PYTEST_SUMMARY.match(line.strip())
            summary = match[1] if match else summary
    seconds = time.monotonic() - started
    say(f"{'ok' if child.returncode == 0 else 'FAILED'}: {step.name}, {seconds:.1f} s")
    return Outcome(step.name, child.returncode, seconds, summary)


def task_test(arguments: Sequence[str]) -> int:
    """Run the whole gate; the exit code is that of the first step that failed."""
    fast = "--fast" in arguments
    rest = [argument for argument in arguments if argument not in {"--fast", "--long", "--"}]
    prepare(dev=True)
    compile_translations()
    outcomes = [run_step(step) for step in gate_steps(rest, fast=fast, long="--long" in arguments)]
    say("\n--- gate " + "-" * 56)
    for outcome in outcomes:
        verdict = "ok" if outcome.code == 0 else f"FAILED ({outcome.code})"
        say(f"{outcome.name:<14}{outcome.seconds:7.1f} s  {verdict:<12}{outcome.summary}".rstrip())
    return next((outcome.code for outcome in outcomes if outcome.code), 0)


# --- smaller tasks -------------------------------------------------------------------


def task_i18n(arguments: Sequence[str]) -> int:
    """Collect the source strings again, write ``zh_CN.ts`` and compile ``zh_CN.qm``."""
    prepare(dev=False)
    return python(str(TRANSLATIONS / "compile.py"), *(arguments or ["--update"]))


def task_wheel(arguments: Sequence[str]) -> int:
    """Build the wheel into ``dist``."""
    prepare(dev=True)
    compile_translations()
    return python("-m", "build", "--wheel", "--no-isolation", *arguments)


def task_bench(arguments: Sequence[str]) -> int:
    """Run one measurement of ``bench`` by name, or list them."""
    prepare(dev=True)
    names = sorted(path.stem for path in (ROOT / "bench").glob("[a-z]*.py"))
    if not arguments or arguments[0] not in names:
        say("Measurements: " + (", ".join(names) or "none yet"))
        return 2
    compile_translations()
    return python("-m", f"bench.{arguments[0]}", *arguments[1:])


TASKS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": task_run,
    "test": task_test,
    "tour": task_tour,
    "i18n": task_i18n,
    "wheel": task_wheel,
    "bench": task_bench,
}


def main() -> int:
    """Do the named task and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="tasks.py",
        description="\n".join(f"{name:<6} {task.__doc__}" for name, task in TASKS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on to the task")
    wanted = parser.parse_args()
    try:
        return TASKS[wanted.task](wanted.arguments)
    except CannotContinueError as reason:
        print(f"{reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
