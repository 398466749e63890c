"""The program's own log: what happened, never what a case holds.

Lines carry times, names of deeds, codes and numbers. Values of exceptions are left out, because a
message may quote a row.
"""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG = logging.getLogger("zhengming")


def start(folder: Path) -> Path:
    """Begin to write the log in a folder and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "zhengming.log"
    for old in list(LOG.handlers):
        LOG.removeHandler(old)
        old.close()
    handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    return path


def stop() -> None:
    """Close the log."""
    for old in list(LOG.handlers):
        LOG.removeHandler(old)
        old.close()


def bare_trace(fault: BaseException) -> str:
    """Return where a fault arose: files, lines and types, without any value."""
    lines = []
    seen: BaseException | None = fault
    while seen is not None:
        lines.append(type(seen).__name__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)
