"""The window of books says every word in the language chosen, and names all that Tab reaches."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from db.books.commands import Open, Take
from tests.desktop.books.kit import BOOK, CHILD, TODAY, dialog_of, lent, list_of, sit
from tests.desktop.page_kit import Chinese
from tests.flows.test_language import ALLOWED, HAN, LATIN, Said, collect

DATA = "档案盒 王䶮 核对旧档 三号柜 封条完好 长期使用 林可 周敏 借 号"


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[Chinese]:
    made = Chinese(qapp)
    qapp.installTranslator(made)
    yield made
    qapp.removeTranslator(made)
    # While the invented words still stand: whatever is open speaks once more.
    QApplication.processEvents()


def look(desk, center, said: Said, *, in_chinese: bool) -> None:
    """Show list, card with all its tabs and a form, and note what they say."""
    made = lent(center)
    center.gate("clerk").write(Open(CHILD, "jot", {"line": "封条完好", "noted_on": TODAY}, made))
    center.gate("clerk").write(Take(BOOK, made, "give_away", {"reason": "长期使用"}))
    for login in ("clerk", "manager"):
        seat, page = list_of(desk, login, BOOK, CHILD)
        seat.shell.labels.chinese = in_chinese
        page.retranslate()
        seat.settle()
        collect(page, said, f"{login} list")
        seat, card = sit(desk, login, made)
        seat.shell.labels.chinese = in_chinese
        card.retranslate()
        for tab in ("facts", "timeline", "opened"):
            card._tabs.choose(tab)
            seat.settle()
            collect(card, said, f"{login} {tab}")
        if login == "clerk":
            for move in ("take_back", "amend"):
                dialog = seat.press(move)
                seat.settle()
                collect(dialog, said, move)
                dialog.reject()
            page.begin_new()
            collect(dialog_of(page), said, "enter")


def test_chinese_is_chinese_and_everything_has_a_name(desk, center, chinese) -> None:
    said = Said()
    look(desk, center, said, in_chinese=True)
    latin = {
        word: (words, where)
        for words, where in said.words.items()
        for word in LATIN.findall(words)
        if word not in ALLOWED
    }
    assert not latin
    assert not said.nameless


def test_english_is_english_but_for_what_people_typed(desk, center) -> None:
    said = Said()
    look(desk, center, said, in_chinese=False)
    chinese = {
        part: (words, where)
        for words, where in said.words.items()
        for part in HAN.findall(words)
        # Names of units and people stand in the lists of a form as they are.
        if part not in DATA and not where.endswith("ComboBox")
    }
    assert not chinese
