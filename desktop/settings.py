"""A person's preferences on one machine: a small JSON file that never holds a case.

It is also the mapping of texts that tables keep their columns in.
"""

import json
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from desktop.theme import TEXT_PERCENTS, Look

LANGUAGES = ("zh_CN", "en")
"""Languages of the window; the first is the default."""

IDLE_MINUTES = (1, 3, 5, 10, 15)
"""Choices for the idle lock."""

_DEFAULT_IDLE = 5


class Settings(MutableMapping[str, str]):
    """Preferences as texts by name, written at once and atomically.

    A file that cannot be read is as good as none: preferences are never worth a refusal to start.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._values: dict[str, str] = {}
        if path is not None and path.exists():
            try:
                kept = json.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                kept = {}
            if isinstance(kept, dict):
                self._values = {str(k): str(v) for k, v in kept.items()}

    def __getitem__(self, name: str) -> str:
        return self._values[name]

    def __setitem__(self, name: str, value: str) -> None:
        if self._values.get(name) == value:
            return
        self._values[name] = value
        self._save()

    def __delitem__(self, name: str) -> None:
        del self._values[name]
        self._save()

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    @property
    def language(self) -> str:
        """Language of the window, `zh_CN` or `en`."""
        kept = self.get("language", LANGUAGES[0])
        return kept if kept in LANGUAGES else LANGUAGES[0]

    @language.setter
    def language(self, value: str) -> None:
        self["language"] = value

    @property
    def look(self) -> Look:
        """Light, dark or high contrast."""
        kept = self.get("look", Look.LIGHT.value)
        return Look(kept) if kept in set(Look) else Look.LIGHT

    @look.setter
    def look(self, value: Look) -> None:
        self["look"] = value.value

    @property
    def text_percent(self) -> int:
        """Text size in per cent."""
        kept = self._number("text_percent", TEXT_PERCENTS[0])
        return kept if kept in TEXT_PERCENTS else TEXT_PERCENTS[0]

    @text_percent.setter
    def text_percent(self, value: int) -> None:
        self["text_percent"] = str(value)

    @property
    def idle_minutes(self) -> int:
        """Minutes without a key or click after which the screen is locked."""
        kept = self._number("idle_minutes", _DEFAULT_IDLE)
        return kept if kept in IDLE_MINUTES else _DEFAULT_IDLE

    @idle_minutes.setter
    def idle_minutes(self, value: int) -> None:
        self["idle_minutes"] = str(value)

    @property
    def enter_moves_on(self) -> bool:
        """Whether Enter goes to the next field of a form (SETTLED §10)."""
        return self.get("enter_moves_on", "yes") == "yes"

    @enter_moves_on.setter
    def enter_moves_on(self, value: bool) -> None:
        self["enter_moves_on"] = "yes" if value else "no"

    def _number(self, name: str, default: int) -> int:
        kept = self.get(name, "")
        return int(kept) if kept.isdecimal() else default

    def _save(self) -> None:
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
        fresh.replace(self._path)
