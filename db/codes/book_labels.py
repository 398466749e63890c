"""Names of books, their fields and their papers: `resources/codes/books*.toml`, read once."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from db.codes.code_lists import code_tables
from db.core.books import COMMON
from db.core.errors import RefusedError


@dataclass(frozen=True, slots=True)
class BookLabel:
    """What a book, a field or a paper is called.

    Attributes:
        zh: In Chinese, the office's own word.
        en: In English.
        short_zh: For tabs and narrow columns.
        short_en: The same in English.
        help_zh: Line below a field.
        help_en: The same in English.
    """

    zh: str
    en: str
    short_zh: str
    short_en: str
    help_zh: str = ""
    help_en: str = ""

    def word(self, *, chinese: bool, short: bool = False) -> str:
        """Return the name in a language."""
        if short:
            return self.short_zh if chinese else self.short_en
        return self.zh if chinese else self.en

    def help(self, *, chinese: bool) -> str:
        """Return the line below a field, empty for none."""
        return self.help_zh if chinese else self.help_en


def book_label(book: str) -> BookLabel:
    """Return the name of a book.

    Raises:
        RefusedError: `unknown_book`.
    """
    return _label(_book(book))


def has_book(name: str) -> bool:
    """Return whether a book of that name has labels."""
    return name in _source() and "zh" in _source()[name]


def field_label(book: str, field: str) -> BookLabel:
    """Return the name of a field; those that every book may ask for stand under `common`.

    Raises:
        RefusedError: `unknown_field`.
    """
    own = _book(book).get("fields", {}).get(field)
    found = own or _source().get("common", {}).get("fields", {}).get(field)
    if found is None:
        raise RefusedError("unknown_field", field=field, book=book)
    return _label(found)


def register_label(book: str, column: str) -> str:
    """Return the head of a column of the printed register, which is in Chinese (OFFICE §2.5)."""
    own = _book(book).get("register", {}).get(column)
    return str(own) if own is not None else field_label(book, column).zh


def paper_label(book: str, paper: str) -> BookLabel:
    """Return the title of a paper.

    Raises:
        RefusedError: `unknown_paper`.
    """
    found = _book(book).get("papers", {}).get(paper)
    if found is None:
        raise RefusedError("unknown_paper", paper=paper, book=book)
    return _label(found)


def common_fields() -> frozenset[str]:
    """Return the names of fields that need no column: reason, note, day."""
    return frozenset(COMMON)


@cache
def _source() -> dict[str, Any]:
    return code_tables("books")


def _book(name: str) -> dict[str, Any]:
    found = _source().get(name)
    if not isinstance(found, dict):
        raise RefusedError("unknown_book", book=name)
    return found


def _label(entry: dict[str, Any]) -> BookLabel:
    zh, en = str(entry["zh"]), str(entry["en"])
    return BookLabel(
        zh=zh,
        en=en,
        short_zh=str(entry.get("short_zh", zh)),
        short_en=str(entry.get("short_en", en)),
        help_zh=str(entry.get("help_zh", "")),
        help_en=str(entry.get("help_en", "")),
    )
