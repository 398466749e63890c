"""Keeps a paper as JSON so that it can be drawn again byte for byte."""

import dataclasses
import typing
from datetime import date, datetime
from types import UnionType
from typing import Any

from db.documents import papers

KINDS: dict[str, type[Any]] = {
    made.kind: made
    for made in vars(papers).values()
    if isinstance(made, type) and dataclasses.is_dataclass(made) and hasattr(made, "kind")
}
"""Every paper by its kind."""


def encode(paper: object) -> dict[str, Any]:
    """Return a paper as JSON values; empty fields are left out."""
    found: dict[str, Any] = {}
    for one in dataclasses.fields(paper):  # type: ignore[arg-type]
        value = getattr(paper, one.name)
        if value not in (None, "", ()):
            found[one.name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return encode(value)
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value


def decode(kind: str, data: dict[str, Any]) -> Any:
    """Return the paper of a kind from its JSON values.

    Raises:
        KeyError: For a kind that this program does not know.
    """
    return _build(KINDS[kind], data)


def _build(made: type[Any], data: dict[str, Any]) -> Any:
    hints = typing.get_type_hints(made)
    known = {f.name for f in dataclasses.fields(made)}
    return made(**{name: _back(hints[name], v) for name, v in data.items() if name in known})


def _back(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin = typing.get_origin(hint)
    if origin in (typing.Union, UnionType):
        inner = next(a for a in typing.get_args(hint) if a is not type(None))
        return _back(inner, value)
    if origin is tuple:
        inner = typing.get_args(hint)[0]
        return tuple(_back(inner, part) for part in value)
    if hint is datetime:
        return datetime.fromisoformat(value)
    if hint is date:
        return date.fromisoformat(value)
    if dataclasses.is_dataclass(hint):
        return _build(typing.cast("type[Any]", hint), value)
    return value
