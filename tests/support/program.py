"""What the running program does for its whole process, done for every test with a window."""

from collections.abc import Iterator
from typing import Any

import shiboken6
from PySide6.QtCore import QLocale

from desktop.garbage import collect_due, collect_here
from desktop.i18n import Language


def running_program() -> Iterator[None]:
    """Collect garbage on this thread only, and speak English again after the test."""
    collect_here()
    locale = QLocale()
    spoken: list[Language] = []
    begin = Language.__init__

    def remembered(self: Language, *args: Any, **named: Any) -> None:
        begin(self, *args, **named)
        spoken.append(self)

    Language.__init__ = remembered  # type: ignore[method-assign]
    try:
        yield
    finally:
        Language.__init__ = begin  # type: ignore[method-assign]
        for language in spoken:
            if shiboken6.isValid(language):
                language.choose("en")
        QLocale.setDefault(locale)
        collect_due()
