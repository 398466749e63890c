"""Build the wheel, install it in a clean environment elsewhere, and use it from there.

An editable install finds everything in the checkout and so hides a template, a migration
or a translation that the wheel forgot. Run by ``python3 tasks.py test``; not collected by
pytest, because it builds an environment of its own.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("desktop", "db", "resources")
PASSWORD = "Packaging-check-2026"
WINDOWS = sys.platform == "win32"

# Draws what the installed translation says, and refuses a character without a glyph.
PICTURE = """
import sys
from importlib import resources
from PySide6.QtCore import QPointF, QTranslator
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QTextLayout

context, source, chinese, target = sys.argv[1:]
application = QGuiApplication([])
translator = QTranslator()
with resources.as_file(resources.files("resources") / "i18n" / "zh_CN.qm") as path:
    assert translator.load(str(path)), path
said = translator.translate(context, source)
assert said == chinese, (said, chinese)
layout = QTextLayout(said + " 正名 䶮 𬭎")
layout.beginLayout()
layout.createLine()
layout.endLayout()
boxes = sum(index == 0 for run in layout.glyphRuns() for index in run.glyphIndexes())
assert not boxes, f"{boxes} characters have no glyph"
image = QImage(640, 60, QImage.Format.Format_RGB32)
image.fill(QColor("white"))
painter = QPainter(image)
layout.draw(painter, QPointF(8, 16))
painter.end()
dark = sum(image.pixelColor(x, y).lightness() < 128 for x in range(640) for y in range(60))
assert dark > 200, f"only {dark} dark pixels"
assert image.save(target)
import db, desktop
print(desktop.__file__)
print(db.__file__)
"""


class WheelError(Exception):
    """The wheel does not hold or do what it must."""


def clean_environment(home: Path) -> dict[str, str]:
    """Environment that knows neither the checkout nor any store of the caller."""
    dropped = ("ZHENGMING_", "PYTHON", "VIRTUAL_ENV", "QT_")
    env = {k: v for k, v in os.environ.items() if not k.startswith(dropped)}
    env |= {"HOME": str(home), "USERPROFILE": str(home), "PYTHONUTF8": "1"}
    env |= {"QT_QPA_PLATFORM": "offscreen", "ZHENGMING_PASSWORD": PASSWORD}
    return env


def call(command: Sequence[str | Path], *, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a command, returning what it printed.

    Raises:
        WheelError: it failed.
    """
    arguments = [str(part) for part in command]
    done = subprocess.run(
        arguments, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        raise WheelError(f"{' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def build(folder: Path) -> Path:
    """Build the wheel of the checkout into a folder."""
    backend = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    call([*backend, "--outdir", folder, "."], cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


def check_contents(wheel: Path) -> int:
    """Compare the wheel with the checkout, file by file.

    Raises:
        WheelError: something is missing, or is shipped that should not be.
    """
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if not name.endswith("/")}
    left_out = ("resources/i18n/zh/", "resources/i18n/compile.py", "resources/i18n/zh_CN.ts")
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    }
    wanted = {name for name in wanted if not name.startswith(left_out)}
    wanted.add("resources/i18n/zh_CN.qm")
    about = {name for name in held if ".dist-info/" in name}
    if wanted - held:
        raise WheelError(f"the wheel misses {sorted(wanted - held)}")
    if held - about - wanted:
        raise WheelError(f"the wheel should not hold {sorted(held - about - wanted)}")
    if not any(name.endswith("licenses/LICENSE") for name in about):
        raise WheelError("the wheel misses its LICENSE")
    return len(held)


def install(wheel: Path, folder: Path) -> Path:
    """Install the wheel into a fresh environment; returns where its scripts are.

    Without a network the dependencies are borrowed from the environment that runs this:
    the wheel itself is then still judged, only its list of dependencies is not.
    """
    call([sys.executable, "-m", "venv", folder], cwd=folder.parent)
    scripts = folder / ("Scripts" if WINDOWS else "bin")
    python = scripts / ("python.exe" if WINDOWS else "python")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    pins = ["--constraint", str(ROOT / "constraints.txt")]
    try:
        call([*pip, *pins, wheel], cwd=folder.parent)
    except WheelError:
        if index_answers(pip, folder.parent):
            raise
        print("  no package index answers: dependencies borrowed")
        (site,) = folder.rglob("site-packages")
        borrowed = Path(PySide6.__file__).parents[1]
        (site / "borrowed.pth").write_text(f"{borrowed}\n", encoding="utf-8")
        call([*pip, "--no-index", "--no-deps", wheel], cwd=folder.parent)
    return scripts


def index_answers(pip: Sequence[str], cwd: Path) -> bool:
    """Whether pip reaches a package index at all, asked with a package that surely exists."""
    probe = ["--dry-run", "--ignore-installed", "--no-deps", "--no-cache-dir", "packaging"]
    try:
        call([*pip, *probe], cwd=cwd)
    except WheelError:
        return False
    return True


def a_translation() -> tuple[str, str, str]:
    """One string of the window with its Chinese, from the tables the wheel is made of."""
    sys.path.insert(0, str(ROOT))
    from resources.i18n import compile as translations

    used = translations.collect_from_tree().places
    chinese, _ = translations.read_tables()
    message = min(message for message in chinese if message in used)
    return message.context, message.source, chinese[message]


def use(scripts: Path, folder: Path) -> None:
    """Make a store, count a month of it and draw Chinese, with the installed program only.

    Raises:
        WheelError: one of them failed.
    """
    home = folder / "home"
    home.mkdir()
    env = clean_environment(home)
    zhengming = scripts / ("zhengming.exe" if WINDOWS else "zhengming")
    store = folder / "office.zm"
    call([zhengming, "--store", store, "new", "--office", "试点联合受理中心"], cwd=folder, env=env)
    if not store.exists():
        raise WheelError(f"`new` made no {store.name}")
    print("  new: a store")
    as_manager: list[str | Path] = [zhengming, "--store", store, "--user", "manager"]
    month = json.loads(call([*as_manager, "month", "2026-01", "--json"], cwd=folder, env=env))
    if month.get("received_count") != 0 or "year_to_date" not in month:
        raise WheelError(f"`month` of an empty store says {month}")
    print("  month: counted")
    python = scripts / ("python.exe" if WINDOWS else "python")
    picture = folder / "chinese.png"
    where = call([python, "-c", PICTURE, *a_translation(), picture], cwd=folder, env=env)
    for line in where.split("\n"):
        if line and ROOT in Path(line).parents:
            raise WheelError(f"the installed program imports {line} from the checkout")
    kept = ROOT / "build" / "wheel"
    kept.mkdir(parents=True, exist_ok=True)
    shutil.copy(picture, kept / "chinese.png")
    print("  picture: Chinese, from the installed translation")


def main() -> int:
    """Build, compare, install and use the wheel; 0 when all went well."""
    with tempfile.TemporaryDirectory(prefix="zhengming-wheel-") as temporary:
        folder = Path(temporary).resolve()
        started = time.monotonic()
        try:
            wheel = build(folder / "dist")
            print(f"  built: {wheel.name}, {wheel.stat().st_size / 1e6:.1f} MB")
            print(f"  holds: {check_contents(wheel)} files")
            scripts = install(wheel, folder / "venv")
            print(f"  installed: {time.monotonic() - started:.0f} s")
            use(scripts, folder)
        except WheelError as reason:
            print(f"  {reason}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
