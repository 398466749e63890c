r"""Writes text as tokens under which FTS5 answers like an exact substring search.

Every two neighbouring characters are one token, the last character also stands alone, each written
as hexadecimal code points for `tokenize='ascii'` (SETTLED §8: with `unicode61` punctuation and
emoji get lost). A query of n characters is the phrase of its n-1 pairs, one character is a prefix.

Both sides are folded character by character (full width, compatibility forms, case), so that what
is a substring before folding is one after it; invisible characters do not count.
"""

import itertools
import unicodedata
from collections.abc import Sequence

_INVISIBLE = frozenset(
    map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF))
)


class _Folds(dict[int, str]):
    """Fold of each code point, worked out when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _INVISIBLE or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
            folded = ""
        else:
            folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", char).casefold())
        self[code] = folded
        return folded


_folds = _Folds()


def fold(text: str) -> str:
    """Return the text as search compares it: width, case and compatibility forms made equal.

    `fold(a + b) == fold(a) + fold(b)`, therefore no substring is ever lost by folding.
    """
    return text.translate(_folds)


def index_text(text: str) -> str:
    """Return the tokens of a text for one column of the FTS5 table, "" for no text."""
    folded = fold(text)
    if not folded:
        return ""
    codes = [f"{ord(char):x}" for char in folded]
    pairs = [f"{a}x{b}" for a, b in itertools.pairwise(codes)]
    return " ".join((*pairs, f"{codes[-1]}x"))


def match_phrase(query: str, columns: Sequence[str] = ()) -> str:
    """Return the MATCH expression for rows that contain the query in one of the columns.

    Without columns all are searched. The columns are names of the FTS5 table, never user input.

    Raises:
        ValueError: The query holds no visible character.
    """
    folded = fold(query)
    if not folded:
        raise ValueError("nothing to search for")
    codes = [f"{ord(char):x}" for char in folded]
    if len(codes) == 1:
        phrase = f'"{codes[0]}x" *'
    else:
        pairs = " ".join(f"{a}x{b}" for a, b in itertools.pairwise(codes))
        phrase = f'"{pairs}"'
    return f"{{{' '.join(columns)}}} : {phrase}" if columns else phrase


def contains(text: str, query: str) -> bool:
    """Tell whether a text contains the query, as the index would."""
    return fold(query) in fold(text)
