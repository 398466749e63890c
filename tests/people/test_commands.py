"""Cadres entered, corrected and found; whose appeals who may see."""

from functools import partial

import pytest

from db.appeals.intake import Intake, Register
from db.appeals.ledger import ledger_ids
from db.appeals.queries import card
from db.appeals.routing import ProposeAssign, SignIn, Target
from db.appeals.rows import LedgerFilter
from db.appeals.screening import Accept, SendToScreening
from db.approvals.deciding import Decide
from db.core.errors import ConflictError, NotAllowedError, RefusedError
from db.office.tables import Unit
from db.people.commands import AmendPerson, CreatePerson
from db.people.queries import find_people, namesakes, person_card


def create(gate, name, **fields):
    return gate("clerk").write(CreatePerson(name, **fields)).value


def found(gate, typed, login="clerk", **options):
    return gate(login).read(partial(find_people, typed=typed, **options))


def names(gate, typed, login="clerk"):
    return [row.name for row in found(gate, typed, login)]


def unit_id(gate, key):
    return gate("manager").read(lambda r: r.session.query(Unit.id).filter_by(key=key).scalar())


def register(gate, person_id, subject="关于补贴的诉求"):
    return (
        gate("clerk")
        .write(
            Register(
                Intake(
                    administration="county_managed",
                    channel="window",
                    category="treatment",
                    subject=subject,
                    facts="本人补贴未发。",
                    person_id=person_id,
                    phone="19000000001",
                )
            )
        )
        .value
    )


def test_a_person_keeps_one_spelling_and_one_birth_month(gate):
    create(gate, "王　 䶮", birth_month="1985年3月", sex="male", phone="19000000002")
    row = found(gate, "王䶮")[0]
    assert (row.name, row.birth_month, row.phone) == ("王䶮", "1985.03", "19000000002")
    for text in ("1985-13", "八五年", "85.3"):
        with pytest.raises(RefusedError) as refused:
            create(gate, "李明", birth_month=text)
        assert refused.value.code == "bad_birth_month"


def test_a_name_is_needed_and_lists_hold_their_values(gate):
    for fields, code in (
        ({"name": " "}, "missing_name"),
        ({"name": "长" * 201}, "name_too_long"),
        ({"name": "李明", "person_category": "king"}, "unknown_value"),
        ({"name": "李明", "unit_id": 999}, "missing_unit"),
    ):
        with pytest.raises(RefusedError) as refused:
            gate("clerk").write(CreatePerson(**fields))
        assert refused.value.code == code


def test_namesakes_are_told_apart_and_the_same_person_is_not_entered_twice(gate):
    first = create(gate, "李明", birth_month="1980.01", unit_text="县水利局", post="科员")
    create(gate, "李明", birth_month="1991.07", unit_text="云塘镇", post="副镇长")
    with pytest.raises(RefusedError) as refused:
        create(gate, "李明", birth_month="1980.01", unit_text="县水利局")
    assert (refused.value.code, refused.value.params["person_id"]) == ("person_exists", first)
    create(gate, "李明", birth_month="1980.01", unit_text="县水利局", is_namesake=True)
    rows = gate("clerk").read(partial(namesakes, name="李 明"))
    assert [(r.birth_month, r.unit, r.post) for r in rows] == [
        ("1980.01", "县水利局", "科员"),
        ("1980.01", "县水利局", ""),
        ("1991.07", "云塘镇", "副镇长"),
    ]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("王小明", ["王小明"]),
        ("小明", ["王小明"]),
        ("wangxiaoming", ["王小明"]),
        ("wxm", ["王小明"]),
        ("WXM", ["王小明"]),
        ("王xm", ["王小明"]),
        ("wangxm", ["王小明"]),
        ("shanxiongxin", ["单雄信"]),
        ("sxx", ["单雄信"]),
        ("dxx", ["单雄信"]),
        ("lvbu", ["吕布"]),
        ("lübu", ["吕布"]),
        ("0003", ["吕布"]),
        ("没有这人", []),
        ("%", []),
        ("_", []),
    ],
)
def test_people_are_found_by_what_is_typed(gate, typed, wanted):
    create(gate, "王小明")
    create(gate, "单雄信")
    create(gate, "吕布", phone="19000000003")
    assert names(gate, typed) == wanted


def test_an_empty_box_lists_everybody_in_order_of_pinyin(gate):
    for name in ("周敏", "安宁", "李明"):
        create(gate, name)
    assert names(gate, "") == ["安宁", "李明", "周敏"]
    assert len(found(gate, "", limit=2)) == 2


def test_who_is_no_longer_offered_is_found_only_on_demand(gate):
    person_id = create(gate, "李明")
    row = found(gate, "李明")[0]
    gate("clerk").write(AmendPerson(person_id, row.version, {"is_active": False}))
    assert names(gate, "李明") == []
    assert found(gate, "李明", only_active=False)[0].id == person_id


def test_a_corrected_name_is_corrected_on_the_appeals_and_in_search(gate):
    person_id = create(gate, "王研")
    register(gate, person_id)
    row = found(gate, "王研")[0]
    gate("clerk").write(AmendPerson(person_id, row.version, {"name": "王䶮"}))
    search = partial(ledger_ids, wanted=LedgerFilter(query="王䶮", fields=("people",)))
    assert len(gate("clerk").read(search)) == 1
    with pytest.raises(ConflictError):
        gate("clerk").write(AmendPerson(person_id, row.version, {"post": "科长"}))
    with pytest.raises(RefusedError):
        gate("clerk").write(AmendPerson(person_id, row.version + 1, {"pinyin": "x"}))


def test_open_cases_are_counted_as_far_as_the_actor_sees_them(gate):
    person_id = create(gate, "王䶮", phone="19000000002", id_number="110")
    appeal_id = register(gate, person_id).appeal_id
    register(gate, person_id, "关于职级的诉求")
    row = found(gate, "王䶮")[0]
    assert (row.cases, row.open_cases) == (2, 2)
    # The department knows neither the appeals nor that the person came at all.
    assert found(gate, "王䶮", "hr") == ()
    with pytest.raises(NotAllowedError):
        gate("hr").read(partial(person_card, person_id=person_id))
    gate("clerk").write(SendToScreening(appeal_id, "拟受理。"))
    gate("clerk").write(Accept(appeal_id, "internal"))
    approval = (
        gate("clerk")
        .write(ProposeAssign(appeal_id, (Target(unit_id(gate, "hr")),), "请办理"))
        .value
    )
    gate("manager").write(Decide(approval, "agreed"))
    handed = gate("clerk").read(partial(card, appeal_id=appeal_id)).hand_overs[-1].id
    gate("hr").write(SignIn(handed, handler_name="何俊贤"))
    row = found(gate, "王䶮", "hr")[0]
    assert (row.cases, row.open_cases, row.phone) == (1, 1, "")
    page = gate("hr").read(partial(person_card, person_id=person_id))
    assert [a.id for a in page.appeals] == [appeal_id]
    assert page.id_number == ""
    assert len(gate("clerk").read(partial(person_card, person_id=person_id)).appeals) == 2


def test_administrators_see_no_person(gate):
    create(gate, "王䶮")
    for login in ("secadmin", "auditor"):
        with pytest.raises(NotAllowedError):
            found(gate, "王", login)
    with pytest.raises(NotAllowedError):
        gate("hr").write(CreatePerson("李明"))
