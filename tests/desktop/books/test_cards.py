"""The card of an entry: its moves by keys, what is hidden, children, decisions, papers."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from db.approvals.deciding import Decide
from db.books.commands import Amend, Open, Take
from db.core.tx import Behalf
from db.documents.filing import Attach
from db.documents.filling import office
from desktop.books.children import ChildTable
from desktop.books.papers import draw_paper
from desktop.books.words import PaperWords
from desktop.documents.page import Drawing
from desktop.office.workbench_page import WorkbenchPage
from desktop.widgets.dialogs import ConflictDialog
from desktop.widgets.moves import MoveBar
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
    sit,
)
from tests.desktop.clarification.desk import editor, trouble, words
from tests.desktop.page_kit import Chinese, accepted

KEY = Qt.Key
PAPER = Behalf("何俊贤", "人事科科长", "借字3号", date(2026, 3, 1))


def fact(page, name: str) -> str:
    label = page.findChild(QLabel, f"fact:{name}")
    return label.text() if label is not None else ""


def ticks(drawing: Drawing) -> int:
    """How many boxes of a paper are ticked."""
    return sum(len(mark.laid.ticks) for sheet in drawing.pages for mark in sheet.texts)


def focused(page) -> str:
    widget = page.focusWidget()
    return str(widget.property("move") or "") if widget is not None else ""


def test_a_move_is_made_by_keys_and_the_next_one_has_the_focus(desk, center) -> None:
    made = loan(center)
    seat, page = sit(desk, "clerk", made)
    assert seat.moves()[:3] == ["lend", "void", "amend"]
    first = page._moves.button("lend")
    assert first.kind == "primary"
    seat.do("lend", note="当面点清")
    assert card_of(center, made).row.state == "lent"
    assert page._tags.itemAt(0).widget().pill().word == "Lent"
    assert focused(page) == "take_back"


def test_what_stands_in_the_way_greys_the_button_and_is_said(desk, center) -> None:
    made = lent(center, pieces=None)
    _seat, page = sit(desk, "clerk", made)
    button = page._moves.button("give_away")
    assert not button.isEnabled()
    assert button.toolTip() == "Please fill in “Pieces”"
    assert page._moves._lacking.text() == "Give away: Please fill in “Pieces”"


def test_a_missing_field_keeps_the_form_open_beside_the_field(desk, center) -> None:
    made = loan(center)
    seat, _page = sit(desk, "clerk", made)
    dialog = seat.press("void")
    seat.send(dialog)
    assert dialog.isVisible()
    assert dialog.field("reason").error == "Please fill this in"
    seat.fill(dialog, reason="重复登记")
    seat.send(dialog)
    assert card_of(center, made).row.state == "voided"


def test_short_facts_stand_in_pairs_and_hidden_ones_say_so_without_their_value(
    desk, center
) -> None:
    made = loan(center, marks=["work", "life"], begins_on=TODAY, begins_at="9:05")
    _seat, page = sit(desk, "clerk", made)
    assert fact(page, "secret") == "三号柜"
    assert fact(page, "begins_at") == "9:05"
    assert "2026-03-02" in fact(page, "begins_on")
    assert fact(page, "marks").count(",") == 1
    _reader, other = sit(desk, "hr", made)
    assert fact(other, "secret") == "Restricted"
    assert "三号柜" not in words(other)
    assert "三号柜" not in str(other._card)


def test_a_child_entry_is_opened_from_the_card_and_opens_its_own(desk, center) -> None:
    made = loan(center)
    seat, page = sit(desk, "clerk", made)
    seat.click(f"child:{CHILD}:jot")
    dialog = seat.dialog()
    seat.fill(dialog, line="封条完好")
    assert editor(dialog, "noted_on").day() == TODAY
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    row = entries(center, CHILD)[0]
    assert row.title == "封条完好"
    table = page.findChild(ChildTable).table
    assert table.model().rowCount() == 1
    table.setFocus()
    table.selectRow(0)
    seat.qtbot.keyClick(table, KEY.Key_Return)
    assert seat.shell.cases == [(CHILD, row.id)]
    child, _theirs = sit(desk, "clerk", row.id, CHILD)
    child.click(f"link:{BOOK}:{made}")
    assert child.shell.cases == [(BOOK, made)]


def test_a_decision_waits_for_another_person(desk, center) -> None:
    made = lent(center)
    seat, page = sit(desk, "clerk", made)
    dialog = seat.press("give_away")
    assert "another person has agreed" in words(dialog)
    seat.fill(dialog, reason="长期使用")
    seat.send(dialog)
    assert card_of(center, made).row.state == "lent"
    assert ("good", "Sent for decision") in seat.shell.bars
    assert "give_away" not in seat.moves()
    assert "The proposer cannot approve this; send it to another leader" in words(page)
    head, theirs = sit(desk, "manager", made)
    assert head.moves()[0] == "decide"
    assert fact(theirs, "proposed_reason") == "长期使用"
    dialog = head.press("decide")
    assert "Reason: 长期使用" in words(dialog)
    head.fill(dialog, decision="agreed", opinion="同意")
    head.send(dialog)
    assert card_of(center, made).row.state == "given"
    seat.page.reload()
    seat.settle()
    assert "同意" in words(page)


def test_a_returned_decision_leaves_the_move_open_again(desk, center) -> None:
    made = lent(center)
    center.gate("clerk").write(Take(BOOK, made, "give_away", {"reason": "长期使用"}))
    waiting = card_of(center, made).approvals[-1]
    center.gate("manager").write(Decide(waiting.id, "returned", "写明去向"))
    seat, page = sit(desk, "clerk", made)
    assert "give_away" in seat.moves()
    assert "写明去向" in words(page)


def test_a_correction_sends_only_what_was_changed(desk, center) -> None:
    made = loan(center)
    seat, page = sit(desk, "clerk", made)
    dialog = seat.press("amend")
    assert editor(dialog, "subject").value() == "档案盒"
    seat.settle()
    seat.fill(dialog, subject="档案柜", reason="写错")
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    card = card_of(center, made)
    assert card.row.values["subject"] == "档案柜"
    assert card.row.values["wording"] == "核对旧档"
    assert card.row.texts["person_id"] == "王䶮"
    assert {event.act for event in card.events} == {"enter", "amend"}
    assert page._timeline.model().index(0, 0).data().startswith("03-02 09:00 林可")


def test_a_correction_after_somebody_else_shows_both_side_by_side(desk, center) -> None:
    made = loan(center)
    seat, _page = sit(desk, "clerk", made)
    dialog = seat.press("amend")
    seat.settle()
    seat.fill(dialog, subject="档案柜", reason="写错")
    center.gate("clerk2").write(
        Amend(BOOK, made, {"subject": "密集架", "pieces": 5}, "清点", seen=None)
    )
    seat.send(dialog)
    asked = dialog.findChild(ConflictDialog)
    assert asked is not None
    rows = {row.key: (row.mine, row.theirs, row.taken) for row in asked._rows}
    assert rows["subject"] == ("档案柜", "密集架", "")
    assert rows["pieces"] == ("2", "5", "theirs")
    asked.choose("subject", "mine")
    asked.submit()
    seat.settle()
    values = card_of(center, made).row.values
    assert (values["subject"], values["pieces"]) == ("档案柜", 5)


def test_a_move_recorded_from_paper_is_compared_by_another_with_the_paper(desk, center) -> None:
    made = loan(center, "clerk2")
    center.gate("clerk").write(Take(BOOK, made, "lend", {"note": "已点清"}, behalf=PAPER))
    own, own_page = sit(desk, "clerk", made)
    assert not own.has("confirm_event")
    seat, page = sit(desk, "clerk2", made)
    seat.click("confirm_event")
    dialog = seat.dialog()
    assert "何俊贤，人事科科长，借字3号，2026-03-01" in words(dialog)
    seat.send(dialog)
    assert trouble(dialog) == "Compare it first, then tick"
    seat.fill(dialog, compared=True)
    seat.send(dialog)
    assert not any(event.needs_confirmation for event in card_of(center, made).events)
    assert own_page is not page


def test_a_scan_is_filed_before_the_move_and_kept_with_it(desk, center, tmp_path: Path) -> None:
    made = loan(center)
    seat, _page = sit(desk, "clerk", made)
    source = tmp_path / "借条.jpg"
    source.write_bytes(b"\xff\xd8 invented")
    seat.shell.open_from = [source]
    dialog = seat.press("lend")
    scan = editor(dialog, "scan_id")
    seat.qtbot.keyClick(scan._choose, KEY.Key_Space)
    assert scan.answer().name == "借条.jpg"
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    card = card_of(center, made)
    assert card.row.texts["scan_id"] == "借条.jpg"
    assert [file.name for file in card.files] == ["借条.jpg"]


def test_a_scan_may_be_one_of_the_files_of_the_entry(desk, center) -> None:
    made = loan(center)
    filed = center.gate("clerk").write(Attach(BOOK, made, "借条.jpg", b"\xff\xd8 invented")).value
    seat, _page = sit(desk, "clerk", made)
    dialog = seat.press("lend")
    scan = editor(dialog, "scan_id")
    menu = scan.files_menu()
    assert [action.text() for action in menu.actions()] == ["借条.jpg"]
    menu.actions()[0].trigger()
    menu.deleteLater()
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    card = card_of(center, made)
    assert card.row.values["scan_id"] == filed
    assert len(card.files) == 1


def test_an_earlier_day_asks_for_its_reason_and_wears_a_tag(desk, center) -> None:
    seat, page = list_of(desk, "clerk")
    page.begin_new()
    dialog = dialog_of(page)
    reason = dialog.field("backdated_reason")
    assert reason.isHidden()
    seat.fill(dialog, subject="旧借条", person_id="王䶮", kind="normal")
    seat.fill(dialog, happened_on=date(2026, 2, 2))
    assert not reason.isHidden()
    seat.settle()
    seat.fill(dialog, backdated_reason="整理旧账")
    seat.qtbot.wait(200)
    seat.settle()
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    made = entries(center)[0].id
    other, card = sit(desk, "clerk", made)
    tags = [card._tags.itemAt(at).widget().accessibleName() for at in range(card._tags.count())]
    assert tags == ["Entered", "Loans", "Backfilled"]
    assert "2026-02-02" in fact(card, "entered_on")
    assert other.store is not seat.store


def test_the_linked_case_opens_and_only_within_reach(desk, center) -> None:
    appeal_id = accepted(center, "王䶮", "关于补贴的诉求")
    made = loan(center, appeal_id=appeal_id)
    seat, _page = sit(desk, "clerk", made)
    seat.click(f"link:ordinary_appeal:{appeal_id}")
    assert seat.shell.cases == [("ordinary_appeal", appeal_id)]
    reader, other = sit(desk, "hr", made)
    assert not reader.has(f"link:ordinary_appeal:{appeal_id}")
    assert fact(other, "appeal_id") == ""


def test_an_entry_one_may_not_know_of_closes_its_tab(desk, center) -> None:
    seat, page = sit(desk, "clerk", 99)
    assert [error.code for error in seat.shell.errors] == ["not_found"]
    assert page.tab_title() == ""


def test_what_others_do_elsewhere_moves_nothing_under_the_reader(desk, center) -> None:
    made = loan(center)
    seat, page = sit(desk, "clerk", made)
    body = page._facts.widget()
    loan(center, subject="别的")
    page._on_store_changed(frozenset({BOOK}))
    seat.settle()
    assert page._facts.widget() is body


def test_a_paper_is_a_framed_form_filled_or_for_the_pen(desk, center) -> None:
    made = loan(center, begins_on=TODAY, marks=["work"], kind="urgent", wording="用途" * 1500)
    seat, page = sit(desk, "clerk", made)
    printed_by = center.gate("clerk").read(office)
    pen = PaperWords(seat.shell, page)
    slip = page._book.papers[0]
    drawing = draw_paper(pen, page._book, slip, page._card.row, printed_by)
    text = "\n".join(sheet.text() for sheet in drawing.pages)
    assert (drawing.pages[0].width, drawing.pages[0].height) == (210.0, 297.0)
    for part in ("借用审批单", "内部资料　注意保存", "借〔2026〕1号", "2026年3月2日", "王䶮"):
        assert part in text
    assert ticks(drawing) == 2
    assert "（盖章）" in text
    assert "签名：" in text
    blank = draw_paper(pen, page._book, slip, None, printed_by)
    assert len(blank.pages) == 1
    empty = blank.pages[0].text()
    assert "王䶮" not in empty
    assert ticks(blank) == 0
    assert "年  月  日" in empty.replace("\u2002", " ")


def test_only_the_papers_of_the_state_are_offered(
    desk, center, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr("desktop.books.papers.has_printer", lambda: False)
    made = lent(center)
    seat, page = sit(desk, "clerk", made)
    assert seat.has("paper:slip")
    assert not seat.has("paper:closing")
    seat.shell.save_to = tmp_path / "单.pdf"
    menu = page._papers.menu(page, page._book, page._book.papers[0], page._card.row)
    assert [action.text() for action in menu.actions()] == [
        "Preview and print",
        "Save as PDF",
        "Blank form for the pen",
    ]
    menu.actions()[1].trigger()
    seat.settle()
    assert seat.shell.save_to.read_bytes().startswith(b"%PDF")
    menu.deleteLater()


def test_a_form_of_many_areas_scrolls_to_what_is_typed(desk, center) -> None:
    made = loan(center)
    seat, _page = sit(desk, "clerk", made)
    dialog = seat.press("amend")
    dialog.resize(640, 360)
    QApplication.processEvents()
    bar = dialog._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    dialog.field("reason").editor.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert bar.value() == bar.maximum()


def test_a_long_list_of_moves_and_texts_keeps_a_narrow_window_whole(desk, center) -> None:
    made = loan(center, subject="档案" * 60, wording="长" * 3000, person_name="阿" * 20)
    seat, page = sit(desk, "clerk", made)
    page.resize(912, 500)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 912
    page.resize(700, 500)
    seat.settle()
    assert page._side.isHidden()
    assert page._is_narrow


def test_a_long_text_is_folded_until_one_asks_for_it(desk, center) -> None:
    made = loan(center, wording="长" * 3000)
    seat, page = sit(desk, "clerk", made)
    assert len(fact(page, "wording")) == 401
    seat.click("unfold:wording")
    assert len(fact(page, "wording")) == 3000


def test_the_card_speaks_chinese_whole(desk, center, qapp: QApplication) -> None:
    chinese = Chinese(qapp)
    qapp.installTranslator(chinese)
    try:
        made = lent(center)
        center.gate("clerk").write(
            Open(CHILD, "jot", {"line": "封条完好", "noted_on": TODAY}, made)
        )
        seat, page = sit(desk, "clerk", made)
        seat.shell.labels.chinese = True
        page.retranslate()
        seat.settle()
        shown = words(page)
        for part in ("基本情况", "借用备注", "材料", "文书"):
            assert part in shown
        assert page.findChild(MoveBar).button("take_back").text() == "收回…"
        missing = chinese.untold(
            "EntryCardPage", "ChildTable", "ChildOpenings", "EntryPapers", "EntryWords", "FileEdit"
        )
        assert not missing
        assert partial(card_of, center)(made).row.state == "lent"
    finally:
        qapp.removeTranslator(chinese)


def test_what_leaves_the_house_waits_for_a_second_person_where_it_names_others(
    desk, center, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr("desktop.books.papers.has_printer", lambda: False)
    made = loan(center, wording="请转交欧阳若澜，电话19000002417。")
    seat, page = sit(desk, "clerk", made)
    letter = page._book.papers[2]
    page._papers.save(page._book, letter, page._card.row)
    seat.settle()
    assert "19000002417" in seat.shell.questions[-1][0]
    assert seat.shell.bars[-1][0] == "wait"
    seat.shell.save_to = tmp_path / "函.pdf"
    page._papers.save(page._book, letter, page._card.row)
    seat.settle()
    assert not seat.shell.save_to.exists()
    other, theirs = sit(desk, "manager", made)
    theirs._papers.save(theirs._book, letter, theirs._card.row)
    other.settle()
    assert ("good", "The paper is released and can be printed") in other.shell.bars
    page._papers.save(page._book, letter, page._card.row)
    seat.settle()
    assert seat.shell.save_to.read_bytes().startswith(b"%PDF")
    drawing = draw_paper(
        PaperWords(seat.shell, page),
        page._book,
        letter,
        page._card.row,
        center.gate("clerk").read(office),
    )
    assert "内部资料" not in drawing.pages[0].text()


def test_the_workbench_opens_the_card_of_what_is_to_be_decided(desk, center) -> None:
    made = lent(center)
    center.gate("clerk").write(Take(BOOK, made, "give_away", {"reason": "长期使用"}))
    seat = desk("manager")
    bench = seat.open(WorkbenchPage(seat.store, seat.shell))
    line = next(line for line in bench.approvals.lines if line.key.startswith(BOOK))
    assert line.lead.word == "Give away"
    seat.click(f"decide:{line.key}")
    assert seat.shell.cases == [(BOOK, made)]
