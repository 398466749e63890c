"""Pages of books: tabs, filters, order, what is opened, what is printed."""

import zipfile
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.books.commands import Take
from db.books.rows import EntryFilter
from desktop.books.list_page import BooksPage
from desktop.books.register import (
    draw_register,
    register_lines,
    register_rows,
    register_span,
    register_years,
)
from desktop.books.words import PaperWords
from desktop.clarification.keying import PersonFinder
from tests.desktop.books.kit import (
    BOOK,
    CHILD,
    TODAY,
    card_of,
    dialog_of,
    entries,
    lent,
    list_of,
    loan,
)
from tests.desktop.page_kit import Chinese

KEY = Qt.Key


def shown(page: BooksPage) -> list[str]:
    """The things lent that the table shows, in order, once their rows have come."""
    table = page.table
    names = [column.key for column in table.columns_header.columns]
    at = names.index("subject")
    model = table.entries
    for _ in range(200):
        found = [str(model.index(row, at).data()) for row in range(model.rowCount())]
        if "…" not in found:
            return found
        QTest.qWait(10)
    return found


def test_a_page_has_a_tab_a_book_with_its_count_and_the_primary_deed_first(desk, center) -> None:
    loan(center)
    lent(center)
    seat, page = list_of(desk, "clerk", BOOK, CHILD)
    assert [page._tabs.tabText(at) for at in range(2)] == ["Loans", "Loan notes"]
    assert page._tabs._tabs[0].count == 2
    assert seat.shell.counts["trial"] == (2, 0)
    first = page.findChild(type(page._print_button), "open:enter")
    assert first is not None
    assert first.kind == "primary"
    assert first.key == "Ctrl+N"


def test_what_is_typed_narrows_the_list_while_one_types(desk, center) -> None:
    loan(center, subject="档案盒")
    loan(center, subject="U盘 8G")
    seat, page = list_of(desk, "clerk")
    seat.qtbot.keyClicks(page._search, "8g")
    seat.qtbot.waitUntil(lambda: len(page.table.entries.ids) == 1)
    seat.settle()
    assert shown(page) == ["U盘 8G"]
    assert page._foot.text() == "1 entries"
    seat.qtbot.keyClick(page._search, KEY.Key_Down)
    assert page.focusWidget() is page.table
    seat.qtbot.keyClicks(page._search, "000")
    seat.qtbot.waitUntil(lambda: page._stack.currentWidget() is page._empty)
    assert page._empty._fact.text() == "No matching entry"
    seat.qtbot.keyClick(page._empty._button, KEY.Key_Return)
    seat.settle()
    assert len(page.table.entries.ids) == 2


def test_what_has_ended_is_left_out_until_one_asks_for_it(desk, center) -> None:
    loan(center, subject="在册")
    done = loan(center, subject="作废的")
    center.gate("clerk").write(Take(BOOK, done, "void", {"reason": "重复登记"}))
    seat, page = list_of(desk, "clerk")
    assert shown(page) == ["在册"]
    page._live_chip.setChecked(False)
    seat.settle()
    assert sorted(shown(page)) == ["作废的", "在册"]
    voided = next(a for a in page._state_menu().actions() if a.data() == "voided")
    page._on_state_menu_triggered(voided)
    seat.settle()
    assert page._filter.states == ("voided",)
    assert shown(page) == ["作废的"]


def test_mine_and_the_month_of_entry_limit_the_list(desk, center) -> None:
    loan(center, subject="本人的")
    loan(center, "clerk2", subject="同事的")
    seat, page = list_of(desk, "clerk")
    page._mine_chip.setChecked(True)
    seat.settle()
    assert shown(page) == ["本人的"]
    page._chips.clear()
    seat.settle()
    page._on_span_menu_triggered(page._span_menu().actions()[1])
    seat.settle()
    assert page._filter.entered_to == date(2026, 2, 28)
    assert not len(page.table.entries.ids)


def test_a_heading_sorts_and_enter_opens_the_card(desk, center) -> None:
    small, large = loan(center, subject="少", pieces=1), loan(center, subject="多", pieces=9)
    seat, page = list_of(desk, "clerk")
    page.table.columns_header.sort_wanted.emit("pieces", True)
    seat.settle()
    assert shown(page) == ["多", "少"]
    page.table.setFocus()
    page.table.selectRow(1)
    seat.qtbot.keyClick(page.table, KEY.Key_Return)
    assert seat.shell.cases == [(BOOK, small)]
    assert large != small


def test_the_first_deed_begins_with_the_key_of_the_window(desk, center) -> None:
    seat, page = list_of(desk, "clerk")
    assert page.begin_new()
    dialog = dialog_of(page)
    assert dialog.windowTitle() == "Loans: Enter a loan"
    seat.qtbot.keyClick(dialog, KEY.Key_Escape)
    reader, other = list_of(desk, "hr")
    assert not other.begin_new()
    assert reader.shell.counts["trial"] == (None, 0)


def test_a_new_entry_is_written_by_keys_and_its_card_opens(desk, center) -> None:
    seat, page = list_of(desk, "clerk")
    page.begin_new()
    dialog = dialog_of(page)
    seat.fill(dialog, subject="档案盒", person_id="王䶮")
    finder = dialog.findChild(PersonFinder)
    seat.qtbot.waitUntil(lambda: finder._asked == "王䶮")
    seat.settle()
    seat.fill(
        dialog,
        kind="urgent",
        begins_on=TODAY,
        begins_at="930",
        pieces="12",
        urgent=True,
        wording="核对旧档",
    )
    seat.send(dialog)
    assert not dialog.isVisible(), dialog._trouble.text()
    row = entries(center)[0]
    assert row.number == "借〔2026〕1号"
    assert row.values["begins_at"] == "9:30"
    assert row.values["pieces"] == 12
    assert row.values["urgent"] is True
    assert row.texts["person_id"] == "王䶮"
    assert seat.shell.cases == [(BOOK, row.id)]
    assert ("good", "Saved. Number 借〔2026〕1号") in seat.shell.bars


def test_another_page_may_ask_for_a_form_before_rights_are_known(desk, center) -> None:
    seat = desk("clerk")
    page = BooksPage(seat.store, seat.shell, None, books=(BOOK,), key="trial")
    page.apply_filters(book=BOOK, open="enter", given={"subject": "会议室钥匙"})
    seat.open(page)
    dialog = dialog_of(page)
    assert dialog.field("subject").editor.value() == "会议室钥匙"
    assert dialog.field("pieces").editor.number() is None
    seat.qtbot.keyClick(dialog, KEY.Key_Escape)


def test_a_guess_at_a_reporter_is_marked_beside_its_field(desk, center) -> None:
    seat, page = list_of(desk, "clerk")
    page.begin_new()
    dialog = dialog_of(page)
    seat.fill(dialog, subject="档案盒", person_id="王䶮", kind="urgent", wording="肯定是张三告的")
    seat.qtbot.waitUntil(lambda: dialog.findChild(PersonFinder)._asked == "王䶮")
    seat.settle()
    seat.send(dialog)
    assert dialog.isVisible()
    assert "guess at who reported" in dialog.field("wording").error
    assert not entries(center)


def test_what_was_typed_and_left_comes_back(desk, center) -> None:
    seat, page = list_of(desk, "clerk")
    page.begin_new()
    dialog = dialog_of(page)
    seat.fill(dialog, subject="写到一半", urgent=True, pieces="7")
    seat.qtbot.keyClick(dialog, KEY.Key_Escape)
    seat.settle()
    page.begin_new()
    again = dialog_of(page)
    seat.settle()
    assert again.field("subject").editor.value() == "写到一半"
    assert again.field("urgent").editor.isChecked()
    assert again.field("pieces").editor.number() == 7


def test_the_register_is_a4_landscape_with_title_office_year_and_pages(desk, center) -> None:
    for at in range(18):
        loan(center, subject=f"档案盒{at}", person_name="王䶮", wording="用途" * 40)
    seat, page = list_of(desk, "clerk")
    printed = center.gate("manager").read(
        partial(register_rows, book=BOOK, wanted=EntryFilter(), act="print_register")
    )
    rows = printed.rows
    drawing = draw_register(PaperWords(seat.shell, page), page.book, printed)
    first = drawing.pages[0]
    assert (first.width, first.height) == (297.0, 210.0)
    assert len(drawing.pages) > 1
    for at, sheet in enumerate(drawing.pages, start=1):
        text = sheet.text()
        assert "借用登记簿" in text
        assert "单位：泽川县干部诉求联合受理中心" in text
        assert "年度：2026年" in text
        assert "用途及说明" in text
        assert f"第{at}页　共{len(drawing.pages)}页" in text
    assert register_lines(PaperWords(seat.shell, page), page.book, rows)[0][:5] == (
        "1",
        "借〔2026〕1号",
        "档案盒0",
        "王　䶮",
        "",
    )
    assert register_years(rows, EntryFilter(entered_from=date(2025, 5, 1))) == "2025—2026年"


def test_a_register_holds_the_year_with_what_has_ended_and_says_where_it_is_a_part(
    desk, center
) -> None:
    done = loan(center, subject="作废的")
    center.gate("clerk").write(Take(BOOK, done, "void", {"reason": "重复登记"}))
    loan(center, subject="在册")
    _seat, page = list_of(desk, "manager")
    assert page._live

    def printed(**wanted):
        ask = partial(register_rows, book=BOOK, wanted=EntryFilter(**wanted), act="print_register")
        return center.gate("manager").read(ask)

    assert [row.title for row in printed().rows] == ["作废的", "在册"]
    assert not printed().is_part
    assert printed(text="在册").is_part
    assert not printed(entered_to=date(2025, 12, 31)).rows
    assert register_span(EntryFilter(), date(2026, 3, 2)).entered_from == date(2026, 1, 1)


def test_the_print_button_saves_a_pdf_where_there_is_no_printer(
    desk, center, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr("desktop.books.register.has_printer", lambda: False)
    loan(center)
    seat, page = list_of(desk, "manager")
    seat.shell.save_to = tmp_path / "登记簿.pdf"
    seat.qtbot.keyClick(page._print_button, KEY.Key_Space)
    seat.settle()
    assert seat.shell.save_to.read_bytes().startswith(b"%PDF")
    assert ("good", "Saved as 登记簿.pdf") in seat.shell.bars


def test_the_workbook_holds_the_columns_of_the_register(desk, center, tmp_path: Path) -> None:
    loan(center, subject="=1+1")
    seat, page = list_of(desk, "manager")
    seat.shell.save_to = tmp_path / "登记.xlsx"
    seat.qtbot.keyClick(page._export_button, KEY.Key_Space)
    seat.settle()
    with zipfile.ZipFile(seat.shell.save_to) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert ">=1+1<" in sheet
    assert ">Purpose<" in sheet
    assert "<f>" not in sheet


def test_who_may_not_export_has_neither_button_nor_key(desk, center) -> None:
    loan(center)
    seat, page = list_of(desk, "hr")
    assert page._print_button.isHidden()
    assert page._export_button.isHidden()
    seat.qtbot.keyClick(page, KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    seat.settle()
    assert not seat.shell.bars


def test_the_page_speaks_chinese_whole(desk, center, qapp: QApplication) -> None:
    chinese = Chinese(qapp)
    qapp.installTranslator(chinese)
    try:
        loan(center)
        seat, page = list_of(desk, "clerk", BOOK, CHILD)
        seat.shell.labels.chinese = True
        page.retranslate()
        page.begin_new()
        assert dialog_of(page).windowTitle() == "借用登记：登记借用"
        assert not chinese.untold("BooksPage", "EntryDeeds", "AskWriter", "NumberEdit", "TimeEdit")
        assert card_of(center, entries(center)[0].id).row.title == "档案盒"
    finally:
        qapp.removeTranslator(chinese)
