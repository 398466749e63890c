"""A talk is planned, held and recorded in the window; what was said stays with two people."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt

from db.care.changes import Partner, Roles
from db.care.following import AddDifficulties, DifficultyEntry
from db.care.holding import HoldAtOnce, Meeting, RecordHeld, WriteRecord
from db.care.planning import Plan, Schedule
from db.care.queries import suggestions, talk_card, talk_ids
from db.care.rows import TalkFilter
from db.care.suggesting import suggest_talk
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.documents.filling_care import invitation, talk_record
from desktop.care.card_page import TalkCardPage
from desktop.care.level_bar import LevelBar
from desktop.care.list_page import CarePage
from desktop.care.month import month_view
from desktop.documents.forms import draw
from desktop.documents.printing import pdf_bytes
from desktop.messages import sentence
from desktop.widgets.editors import Segmented
from tests.desktop.clarification.desk import Desk, editor, trouble, words
from tests.desktop.page_kit import Chinese, unit_id

TODAY = date(2026, 3, 2)
LONG = ("近一年分管工作完成较好，担心期满后长期不被使用。" * 140)[:3000]
SECRET = "孩子转学需要衔接"


def account(center, login: str) -> int:
    return center.gate(login).actor.account_id


def planned(center, trigger: str = "setback", talker: str = "organization") -> int:
    gate = center.gate(talker)
    made = gate.write(
        Plan(
            Partner(person_name="沈知微", unit_id=unit_id(gate, "hr")),
            trigger,
            Roles(talker_id=account(center, talker), recorder_id=account(center, "clerk")),
        )
    )
    return made.value.talk_id


def held(center, **changes) -> int:
    talk_id = planned(center, **changes)
    gate = center.gate("organization")
    gate.write(Schedule(talk_id, TODAY, "9:30", "中心2号谈话室"))
    gate.write(RecordHeld(talk_id, Meeting(TODAY, "9:30", "10:20")))
    return talk_id


def recorded(center, level: str | None = None) -> int:
    talk_id = held(center)
    gate = center.gate("organization")
    gate.write(
        WriteRecord(
            talk_id, "思想稳定。", "履职正常。", SECRET, "明确评估时间", "按程序启动。", level
        )
    )
    gate.write(AddDifficulties(talk_id, (DifficultyEntry("学籍衔接", None, "教育局", "", TODAY),)))
    return talk_id


def show(center, talk_id: int, login: str = "organization"):
    return center.gate(login).read(partial(talk_card, talk_id=talk_id))


def sit(desk, login: str, talk_id: int) -> Desk:
    made = desk(login)
    made.open(TalkCardPage(made.store, made.shell, talk_id))
    return made


def sit_list(desk, login: str) -> Desk:
    made = desk(login)
    made.open(CarePage(made.store, made.shell))
    return made


def test_a_talk_is_planned_arranged_held_and_recorded(desk, center):
    seat = sit_list(desk, "organization")
    seat.click("plan")
    dialog = seat.dialog()
    seat.fill(
        dialog,
        person_name="沈知微",
        unit_id=str(unit_id(center.gate("clerk"), "hr")),
        trigger="setback",
        recorder_id=str(account(center, "clerk")),
    )
    seat.qtbot.wait(200)
    seat.settle()
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    ((_track, talk_id),) = seat.shell.cases

    card = sit(desk, "organization", talk_id)
    card.do("schedule", on=TODAY, time="9:30", place="中心2号谈话室")
    shown = show(center, talk_id)
    assert invitation(shown) == "沈知微同志：请于3月2日9时30分到中心2号谈话室，与陶然同志谈心交流。"
    assert invitation(shown) in words(card.page)
    card.do("record_held", held_to="10:20")
    assert show(center, talk_id).row.person_times == 1

    form = card.page.form
    assert form.is_built
    for name in ("thoughts", "work", "life", "wishes", "response"):
        card.type(form.text(name), LONG)
    line = form.add_line()
    card.type(line.text, "学籍衔接，协调教育局")
    card.type(line.due_on, date(2026, 3, 20))
    card.type(line.responsible, "何俊贤")
    card.qtbot.keyClick(
        form.text("thoughts"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    card.settle()
    done = show(center, talk_id)
    assert done.row.state == "action_open"
    assert done.texts is not None
    assert (done.texts.thoughts, done.texts.life) == (LONG, LONG)
    assert [t.text for t in done.todos or ()] == ["学籍衔接，协调教育局"]
    assert not form.is_built

    blocked = card.move_button("close")
    assert blocked is not None
    assert not blocked.isEnabled()
    solve = card.page.findChildren(type(blocked))
    button = next(b for b in solve if b.text() == "Record as solved")
    card.qtbot.keyClick(button, Qt.Key.Key_Space)
    dialog = card.dialog()
    card.fill(dialog, progress="已协调转学")
    card.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    card.do("arrange_follow_up", way="当面")
    card.do("record_follow_up", result="good", note="情绪稳定")
    card.do("close")
    manager = sit(desk, "manager", talk_id)
    manager.do("decide", opinion="同意")
    assert show(center, talk_id).row.state == "closed"


def test_one_character_too_many_is_told_and_nothing_is_lost(desk, center):
    talk_id = held(center)
    seat = sit(desk, "organization", talk_id)
    form = seat.page.form
    seat.type(form.text("thoughts"), LONG + "多")
    form.submit()
    seat.settle()
    assert show(center, talk_id).row.state == "held"
    assert "3000" in form._trouble.text()
    assert form.text("thoughts").value() == LONG + "多"


def test_an_empty_record_is_refused_in_the_form(desk, center):
    talk_id = held(center)
    seat = sit(desk, "organization", talk_id)
    seat.page.form.submit()
    seat.settle()
    assert seat.page.form._trouble.text() == sentence(RefusedError("missing_content"))


def test_what_is_typed_into_the_record_comes_back(desk, center):
    talk_id = held(center)
    seat = sit(desk, "organization", talk_id)
    seat.type(seat.page.form.text("thoughts"), "思想稳定。")
    seat.page.form.add_line().text.insert("学籍衔接")
    seat.page.form._draft.flush()
    seat.settle()
    again = sit(desk, "organization", talk_id)
    again.settle()
    assert again.page.form.text("thoughts").value() == "思想稳定。"
    assert again.page.form._lines[0].text.value() == "学籍衔接"


def test_the_manager_reads_nothing_of_what_was_said(desk, center):
    talk_id = recorded(center)
    manager = sit(desk, "manager", talk_id)
    text = words(manager.page)
    for said in ("思想稳定。", "履职正常。", SECRET, "按程序启动。", "学籍衔接"):
        assert said not in text
    assert "What was said is read by talker and recorder" in text
    assert not manager.has("preview_full")
    assert not manager.has("preview_short")
    with pytest.raises(NotAllowedError, match="not_permitted"):
        center.gate("manager").read(partial(talk_record, talk_id=talk_id, full=True))
    short = center.gate("manager").read(partial(talk_record, talk_id=talk_id))
    assert (short.thinking, short.work, short.life, short.response) == ("", "", "", "")
    assert short.tasks == ()


def test_the_talker_widens_it_but_never_family_and_health(desk, center):
    talk_id = recorded(center)
    seat = sit(desk, "organization", talk_id)
    chooser = seat.page.findChild(Segmented, "level")
    seat.qtbot.keyClick(chooser.buttons()[1], Qt.Key.Key_Space)
    seat.settle()
    assert show(center, talk_id).row.level == "with_manager"
    manager = sit(desk, "manager", talk_id)
    text = words(manager.page)
    assert "思想稳定。" in text
    assert SECRET not in text
    assert "Family and health are read by talker and recorder alone" in text
    assert manager.has("preview_short")
    assert not manager.page.findChild(LevelBar).may_choose


def test_the_recorder_reads_all_but_does_not_choose_who_reads(desk, center):
    talk_id = recorded(center)
    clerk = sit(desk, "clerk", talk_id)
    assert SECRET in words(clerk.page)
    assert not clerk.page.findChild(LevelBar).may_choose
    paper = center.gate("clerk").read(partial(talk_record, talk_id=talk_id, full=True))
    assert paper.life == SECRET
    assert pdf_bytes(draw(paper)).startswith(b"%PDF")


def test_conclusion_and_tasks_alone(desk, center):
    talk_id = recorded(center, "result_only")
    manager = sit(desk, "manager", talk_id)
    text = words(manager.page)
    assert "按程序启动。" in text
    assert "学籍衔接" in text
    assert "思想稳定。" not in text


def test_a_public_report_is_read_by_its_talker_alone(desk, center):
    talk_id = planned(center, "public_report")
    own = sit(desk, "organization", talk_id)
    assert own.page._trigger(own.page._card) == "Public report (restricted)"
    manager = sit(desk, "manager", talk_id)
    assert manager.page._trigger(manager.page._card) == "Heart-to-heart"
    bench = sit_list(desk, "manager")
    bench.qtbot.waitUntil(lambda: bench.page._model.row(bench.page._model.index(0, 0)) is not None)
    row = bench.page._model.row(bench.page._model.index(0, 0))
    assert row.trigger_zh == "谈心谈话"
    figures = {t.figure().label: t.figure().unit for t in bench.page._strip.tiles()}
    assert figures["Heart-to-heart"] == "/ 1 person-times"
    assert "Public report" not in "".join(figures)


def test_who_may_not_plan_it_is_not_offered_a_public_report(desk, center):
    for login, offered in (("organization", True), ("hr", False), ("clerk", False)):
        seat = sit_list(desk, login)
        seat.click("plan")
        dialog = seat.dialog()
        codes = {
            editor(dialog, "trigger").itemData(row, Qt.ItemDataRole.UserRole)
            for row in range(editor(dialog, "trigger").count())
        }
        assert ("public_report" in codes) is offered
        assert not codes & {"after_appeal", "after_clarification"}
        dialog.reject()


def test_a_talk_at_once_counts_its_person_time(desk, center):
    seat = sit_list(desk, "hr")
    seat.click("hold")
    dialog = seat.dialog()
    seat.fill(
        dialog,
        person_name="靳南枝",
        trigger="mood",
        held_from="10:00",
        person_times="2",
        recorder_id=str(account(center, "hr_leader")),
    )
    seat.qtbot.wait(200)
    seat.settle()
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    view = center.gate("manager").read(partial(month_view, first=TODAY.replace(day=1)))
    assert (view.whole.done, view.by_trigger["谈心谈话"].done) == (2, 2)
    assert view.by_unit["人社局"].done == 2


def test_talker_and_recorder_are_two(desk, center):
    seat = sit_list(desk, "hr")
    seat.click("hold")
    dialog = seat.dialog()
    seat.fill(dialog, person_name="靳南枝", recorder_id=str(account(center, "hr")))
    seat.qtbot.wait(200)
    seat.settle()
    seat.send(dialog)
    assert dialog.isVisible()
    field = editor(dialog, "recorder_id").parentWidget()
    assert field.error == sentence(RefusedError("recorder_is_talker"))


def test_from_paper_come_date_persons_and_tasks_only(desk, center):
    seat = sit_list(desk, "clerk")
    seat.click("from_paper")
    dialog = seat.dialog()
    seat.fill(
        dialog,
        person_name="靳南枝",
        person_times="1",
        behalf_signer="石磊",
        behalf_post="云塘镇党委书记",
    )
    seat.qtbot.wait(200)
    seat.settle()
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    ((_track, talk_id),) = seat.shell.cases
    card = sit(desk, "clerk", talk_id)
    assert not card.page.form.is_built
    card.do("behalf:write_record", behalf_signer="石磊", behalf_post="云塘镇党委书记")
    shown = show(center, talk_id, "clerk")
    assert (shown.row.talker_name, shown.texts, shown.row.level) == ("石磊", None, "result_only")


def test_suggestions_are_taken_up_or_dismissed_with_a_reason(desk, center):
    class Suggest:
        permission = Permission.TALK_PLAN

        def __call__(self, tx):
            for name in ("王䶮", "宓清晏"):
                suggest_talk(
                    tx,
                    trigger="after_clarification",
                    track="clarification",
                    case_id=1,
                    person_id=None,
                    person_name=name,
                    on=tx.today,
                )

    center.gate("manager").write(Suggest())
    seat = sit_list(desk, "manager")
    first, second = seat.page._suggested
    seat.click(f"dismiss_{first.id}")
    dialog = seat.dialog()
    seat.send(dialog)
    assert dialog.isVisible()
    seat.fill(dialog, reason="本人已调离")
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    seat.click(f"accept_{second.id}")
    dialog = seat.dialog()
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    gate = center.gate("manager")
    assert gate.read(suggestions) == ()
    assert len(gate.read(partial(talk_ids, wanted=TalkFilter(states=("planned",))))) == 1


def test_views_and_filters_of_the_list(desk, center):
    recorded(center)
    planned(center, "position_change")
    seat = sit_list(desk, "organization")
    page = seat.page
    counts = {t.key: t.count for t in page._tabs._tabs}
    assert counts == {"plan": 1, "events": 0, "records": 1, "difficulties": 1, "visits": 0}
    page._tabs.choose("difficulties")
    seat.settle()
    assert [row.text for row in page._tasks] == ["学籍衔接"]
    page._tabs.choose("records")
    seat.settle()
    assert len(page._model.ids) == 1
    page._on_earlier_clicked()
    seat.settle()
    assert len(page._model.ids) == 0
    page.apply_filters(view="plan")
    seat.settle()
    page._strip.opened.emit("职务变动")
    seat.settle()
    assert len(page._model.ids) == 1
    page._strip.opened.emit("重大挫折")
    seat.settle()
    assert len(page._model.ids) == 0


def test_the_record_is_corrected_and_a_wish_becomes_a_case(desk, center):
    talk_id = recorded(center)
    seat = sit(desk, "organization", talk_id)
    seat.do("correct", work="履职良好。", reason="笔误")
    assert show(center, talk_id).texts.work == "履职良好。"
    dialog = seat.press("turn_into_case")
    seat.fill(dialog, kind="clarification")
    seat.send(dialog)
    assert trouble(dialog) == sentence(RefusedError("missing_consent"))
    seat.fill(dialog, person_agreed=True)
    seat.send(dialog)
    assert not dialog.isVisible()
    key, filters = seat.shell.opened[-1]
    assert key == "clarification"
    assert filters["wish"].wish == "明确评估时间"


def test_a_visitor_of_another_department_sees_no_talk(desk, center):
    recorded(center)
    seat = sit_list(desk, "petition")
    assert len(seat.page._model.ids) == 0
    assert seat.page._month.whole.planned == 0


def test_the_pages_speak_another_language_at_run_time(desk, center, qapp):
    talk_id = held(center)
    seat = sit(desk, "organization", talk_id)
    seat.type(seat.page.form.text("work"), "履职正常。")
    chinese = Chinese(qapp)
    qapp.installTranslator(chinese)
    try:
        seat.shell.labels.chinese = True
        seat.page.retranslate()
        seat.settle()
        text = words(seat.page)
        assert "知悉范围" in text
        assert seat.page.form.text("work").value() == "履职正常。"
        bench = sit_list(desk, "organization")
        bench.shell.labels.chinese = True
        bench.page.retranslate()
        bench.settle()
        assert "困难问题清单" in [t.label for t in bench.page._tabs._tabs]
        rooms = ("Care", "Talk", "Record", "Difficulty", "People", "Unit")
        assert {(c, s) for c, s in chinese.missing if c.startswith(rooms)} == set()
    finally:
        qapp.removeTranslator(chinese)


def test_held_at_once_by_the_manager_stays_his(center):
    gate = center.gate("manager")
    made = gate.write(
        HoldAtOnce(Partner(person_name="习安"), "request", Meeting(), Roles(recorder_name="林可"))
    )
    assert show(center, made.value.talk_id, "manager").row.is_mine
