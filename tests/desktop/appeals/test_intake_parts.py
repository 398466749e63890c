from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from db.appeals.counter import (
    addresses,
    appeal_by_number,
    candidates,
    counter,
    starting_clocks,
)
from db.appeals.intake import Intake, Register
from db.appeals.intake_person import RegisterNewPerson
from db.appeals.remedy import remedy_view
from db.core.errors import NotAllowedError, RefusedError
from db.documents.papers import Office
from db.people.commands import CreatePerson
from db.people.queries import find_people
from desktop.appeals.intake_editors import mobile_problem, read_month, read_time
from desktop.appeals.intake_rows import FieldRow
from desktop.appeals.intake_slip import ACCUSATION, CITY, LAW, VERTICAL, draw_slip

FORM = Intake(
    "county_managed", "window", "treatment", "津贴", "津贴未发", person_name="江澄", phone="1"
)


@pytest.mark.parametrize(
    ("text", "count"),
    [("13812345678", None), ("138 1234 5678", None), ("1381234567", 10), ("138123456789", 12),
     ("0523-88123456", None), ("88123456", None), ("12388", None), ("", None), ("不留", None)],
)  # fmt: skip
def test_only_mobile_numbers_are_counted(text, count):
    assert mobile_problem(text) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [("905", "09:05"), ("9:05", "09:05"), ("0905", "09:05"), ("14：20", "14:20"), ("25:00", ""),
     ("9:60", ""), ("上午", "")],
)  # fmt: skip
def test_times_are_read_as_clerks_write_them(text, found):
    assert read_time(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("1985.3", "1985.03"), ("198503", "1985.03"), ("1985年3月", "1985.03"), ("1985.13", ""),
     ("85.3", "")],
)  # fmt: skip
def test_months_are_read_as_clerks_write_them(text, found):
    assert read_month(text) == found


def test_a_row_breaks_where_it_is_narrow_and_shares_where_it_is_not(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    row = FieldRow(box, gap=10, whole=3)
    parts = [QWidget(box) for _ in range(2)]
    for part, weight in zip(parts, (1, 2), strict=True):
        part.setMinimumSize(100, 20)
        row.add(part, weight)
    box.resize(310, 100)
    box.show()
    assert [part.width() for part in parts] == [100, 200]
    assert row.heightForWidth(150) > row.heightForWidth(310)
    box.resize(200, 100)
    assert parts[1].y() > parts[0].y()


def test_the_next_number_is_told_before_saving(gate):
    desk = gate("clerk")
    assert desk.read(counter).next_number == "泽诉受〔2026〕0001号"
    done = desk.write(Register(FORM)).value
    assert done.number == "泽诉受〔2026〕0001号"
    assert desk.read(counter).next_number == "泽诉受〔2026〕0002号"
    with pytest.raises(NotAllowedError):
        gate("hr").read(counter)


def test_the_dates_shown_are_the_dates_started(gate):
    desk = gate("clerk")
    shown = desk.read(lambda read: starting_clocks(read, date(2026, 3, 2)))
    assert [(c.rule, c.due_on) for c in shown] == [
        ("dispatch_blue_card", date(2026, 3, 5)),
        ("acceptance_notice", date(2026, 3, 17)),
    ]
    over = desk.read(lambda read: starting_clocks(read, date(2026, 3, 5)))
    assert over[0].skipped == (date(2026, 3, 7), date(2026, 3, 8))


def test_the_window_depends_on_who_asks_and_who_manages_him(gate):
    desk = gate("clerk")

    def ask(category, kind, on, administration="county_managed", matter=""):
        return desk.read(
            lambda read: remedy_view(
                read,
                category,
                matter=matter,
                person_category=kind,
                administration=administration,
                knew_on=on,
            )
        )

    knew = date(2026, 2, 20)
    found = ask("personnel_decision", "civil_servant", knew, matter="dismissal")
    assert found.proposed.path.last_day == date(2026, 3, 23)
    assert found.lines[1].body_zh == "中共县委组织部", "not 人社: civil servants (OFFICE §1-10)"
    assert "2026年3月23日前" in found.proposed.sentence_zh
    waiting = ask("treatment", "institution_technical", None)
    assert waiting.proposed.path.last_day is None
    assert "30日内" in waiting.proposed.sentence_zh
    assert ask("treatment", "civil_servant", knew, "vertical").found.is_in_scope is False
    assert ask("treatment", "village_community", knew).proposed is None
    assert ask("family_difficulty", "civil_servant", knew) is None
    assert ask("personnel_decision", "civil_servant", knew) is None, "the matter is not chosen"


@pytest.mark.parametrize("kind", [ACCUSATION, CITY, LAW, VERTICAL])
def test_every_slip_is_drawn_and_names_nobody(gate, qapp, kind):
    found = gate("clerk").read(lambda read: addresses(read, kind))
    drawing = draw_slip(kind, found, Office(center_name="泽川县干部诉求联合受理中心"))
    assert len(drawing.pages) == 1
    assert "同志" not in drawing.text()


def test_an_appeal_is_found_by_its_short_number(gate):
    desk = gate("clerk")
    done = desk.write(Register(FORM)).value
    for number in (done.number, "2026-0001", "2026-1", "1"):
        found = desk.read(lambda read, number=number: appeal_by_number(read, number))
        assert found is not None
        assert found.id == done.appeal_id
    assert desk.read(lambda read: appeal_by_number(read, "2")) is None
    assert gate("hr").read(lambda read: appeal_by_number(read, done.number)) is None


def test_who_only_sounds_the_same_comes_last(gate):
    desk = gate("clerk")
    for name in ("汪䶮", "王艳", "王岩"):
        desk.write(CreatePerson(name))
    found = desk.read(lambda read: candidates(read, "王艳"))
    assert found[0].row.name == "王艳"
    assert not found[0].sounds_alike
    assert all(one.sounds_alike for one in found[1:])


def test_neither_person_nor_appeal_stays_without_the_other(gate):
    desk = gate("clerk")
    wrong = Intake(
        "county_managed", "window", "treatment", "津贴", "", person_name="江澄", phone="1"
    )
    with pytest.raises(RefusedError):
        desk.write(RegisterNewPerson(CreatePerson("江澄"), Register(wrong)))
    assert desk.read(lambda read: find_people(read, "江澄")) == ()
    done = desk.write(RegisterNewPerson(CreatePerson("江澄"), Register(FORM))).value
    (person,) = desk.read(lambda read: find_people(read, "江澄"))
    assert person.cases == 1
    assert done.appeal_id
