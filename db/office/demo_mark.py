"""The companion `X.zm.demo` by which a demo store is known before anybody logs in (SETTLED §1)."""

import json
from pathlib import Path


def demo_path(path: Path) -> Path:
    """Return the companion of a store: `X.zm.demo`."""
    return path.with_name(path.name + ".demo")


def mark_demo(path: Path, password: str) -> None:
    """Make a store known as a demo whose accounts all have one built-in password."""
    text = json.dumps({"password": password}, ensure_ascii=False)
    demo_path(path).write_text(text, encoding="utf-8")


def demo_password(path: Path) -> str | None:
    """Return the built-in password of a demo store, None for a real one."""
    try:
        found = json.loads(demo_path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    password = found.get("password") if isinstance(found, dict) else None
    return password if isinstance(password, str) else None
