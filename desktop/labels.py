"""Labels of lists, states, moves and clocks in the present language.

Lists come from the store once it is open (the office may add values); states and moves are
shipped and never the office's to change (SETTLED §9.2).
"""

from collections.abc import Iterable
from datetime import date

from db.codes import code_lists, rules
from db.codes.book_labels import book_label, field_label, paper_label
from db.codes.listing import CodeItem
from db.core.errors import RefusedError
from desktop.theme import Stage
from desktop.widgets.cells import Pill
from desktop.widgets.editors import Option
from desktop.widgets.signs import Sign

_SIGNS: dict[str, Sign] = {
    "○": Sign.RING,
    "◐": Sign.HALF,
    "→": Sign.ARROW,
    "‖": Sign.PAUSE,
    "●": Sign.DOT,
    "↩": Sign.BACK,
    "✎": Sign.PEN,
    "▣": Sign.LOCK,
    "✓": Sign.CHECK,
    "–": Sign.DASH,
    "!": Sign.BANG,
}
_STAGES: dict[str, Stage] = {
    "neutral": "neutral",
    "info": "info",
    "wait": "wait",
    "today": "today",
    "bad": "bad",
    "good": "good",
    "guard": "guard",
}


class Labels:
    """Looks labels up; `chinese` is switched with the window's language."""

    def __init__(self, *, chinese: bool = True) -> None:
        self.chinese = chinese
        self._items: dict[str, dict[str, CodeItem]] = {}

    def take(self, items: Iterable[CodeItem]) -> None:
        """Use the store's own lists from now on."""
        found: dict[str, dict[str, CodeItem]] = {}
        for item in items:
            found.setdefault(item.list, {})[item.value] = item
        self._items = found

    def on_paper(self) -> "Labels":
        """Return the same labels in Chinese, in which every paper speaks."""
        found = Labels(chinese=True)
        found._items = self._items
        return found

    def code(self, list_name: str, value: str | None, *, short: bool = False) -> str:
        """Return the label of a value; empty for none, the value itself if it is in no list."""
        if not value:
            return ""
        item = self._items.get(list_name, {}).get(value)
        if item is not None:
            if not self.chinese:
                return item.en or item.zh
            return (item.short_zh or item.zh) if short else item.zh
        shipped = _shipped(list_name, value)
        if shipped is None:
            return value
        if short:
            return shipped.short_zh if self.chinese else shipped.short_en
        return shipped.zh if self.chinese else shipped.en

    def options(self, list_name: str, *, on: date | None = None) -> list[Option]:
        """Return the values of a list for a combo box, those offered on a day if one is given."""
        items = self._items.get(list_name)
        if items is None:
            return [
                Option(code.value, self.code(list_name, code.value), f"{code.zh} {code.en}")
                for code in code_lists.codes(list_name)
                if code.enabled
            ]
        return [
            Option(item.value, self.code(list_name, item.value), " ".join((item.zh, item.en)))
            for item in sorted(items.values(), key=lambda item: item.order)
            if on is None or item.is_offered(on)
        ]

    def pill(self, track: str, state: str) -> Pill:
        """Return the pill of a state."""
        found = code_lists.state_label(track, state)
        return Pill(
            word=found.pill_zh if self.chinese else found.pill_en,
            sign=_SIGNS[found.sign],
            stage=_STAGES[found.stage],
            saying=found.full_zh if self.chinese else found.full_en,
        )

    def state(self, track: str, state: str) -> str:
        """Return the short word of a state."""
        found = code_lists.state_label(track, state)
        return found.pill_zh if self.chinese else found.pill_en

    def state_full(self, track: str, state: str) -> str:
        """Return the full saying of a state inside the office."""
        found = code_lists.state_label(track, state)
        return found.full_zh if self.chinese else found.full_en

    def move(self, track: str, move: str) -> str:
        """Return the button of a move."""
        found = code_lists.move_label(track, move)
        return found.zh if self.chinese else found.en

    def book(self, book: str, *, short: bool = False) -> str:
        """Return the name of a book."""
        return book_label(book).word(chinese=self.chinese, short=short)

    def field(self, book: str, field: str, *, short: bool = False) -> str:
        """Return the name of a field of a book."""
        return field_label(book, field).word(chinese=self.chinese, short=short)

    def field_help(self, book: str, field: str) -> str:
        """Return the line below a field of a book, empty for none."""
        return field_label(book, field).help(chinese=self.chinese)

    def paper(self, book: str, paper: str) -> str:
        """Return the title of a paper of a book."""
        return paper_label(book, paper).word(chinese=self.chinese)

    def track(self, track: str) -> str:
        """Return what a case of a track is called."""
        try:
            return self.book(track)
        except RefusedError:
            return self.code("track", track)

    def clock(self, rule: str, profile: str = rules.DEFAULT_PROFILE) -> str:
        """Return the name of a clock."""
        found = rules.shipped_rule(rule, profile)
        return (found.clock_zh if self.chinese else found.clock_en) or rule

    def basis(self, rule: str, profile: str = rules.DEFAULT_PROFILE, *, short: bool = False) -> str:
        """Return the law and article of a clock, or the setting it comes from."""
        found = rules.shipped_rule(rule, profile)
        if short:
            cite = found.cite_zh if self.chinese else found.cite_en
            if cite:
                return cite
        return found.basis_zh if self.chinese else found.basis_en


def _shipped(list_name: str, value: str) -> code_lists.Code | None:
    if list_name not in code_lists.list_names():
        return None
    return next((c for c in code_lists.codes(list_name) if c.value == value), None)
