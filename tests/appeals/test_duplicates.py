"""Repeated letters over the whole ledger, and live while one is typed."""

from functools import partial

import pytest

from db.appeals.duplicates import SayNotDuplicate, duplicates, explain_pair, similar
from db.appeals.intake import Intake, Register
from db.core.errors import NotAllowedError, RefusedError
from db.people.commands import CreatePerson

LETTER = (
    "本人二〇一五年九月到云塘镇工作，乡镇工作补贴自去年起没有发放，曾于三月五日到镇党政办反映，"
    "答复说等县里文件，至今没有结果，请求核实情况并书面答复，盼尽快明确办理时限。"
)
OTHER = "公积金缴存基数与实际工资不一致，请核对二〇二四年全年工资表并补缴差额，另请说明计算办法。"


def register(gate, facts, name="王䶮", login="clerk", **fields):
    values = {
        "administration": "county_managed",
        "channel": "window",
        "category": "treatment",
        "subject": "关于补贴的诉求",
        "phone": "19000000001",
        "requests": "请核实",
    }
    command = Register(Intake(facts=facts, person_name=name, **(values | fields)))
    return gate(login).write(command).value.appeal_id


def find(gate, threshold=None, login="clerk"):
    return gate(login).read(partial(duplicates, threshold=threshold))


def hits(gate, facts, login="clerk", **options):
    found = gate(login).read(partial(similar, facts=facts, **options))
    return {hit.row.id: hit for hit in found}


def test_the_same_text_in_another_dress_is_exactly_the_same(gate):
    one = register(gate, LETTER)
    two = register(gate, LETTER.replace("，", " , ") + "！！", name="李明")
    register(gate, OTHER)
    found = find(gate)
    assert [g.ids for g in found.groups] == [(one, two)]
    assert (found.rows, found.pairs, len(found.top)) == (2, 1, 2)
    assert found.groups[0].reasons == ("same_text",)


def test_facts_alone_are_compared(gate):
    register(gate, LETTER, subject="同一主题")
    register(gate, OTHER, subject="同一主题")
    register(gate, "", subject="同一主题")
    register(gate, "", subject="同一主题")
    assert find(gate).groups == ()
    assert find(gate, 0.5).groups == ()


def test_near_texts_are_tied_into_one_group_with_reasons(gate):
    a = register(gate, LETTER)
    b = register(gate, LETTER.replace("三月五日", "三月八日"))
    c = register(gate, LETTER.replace("三月五日", "四月九日").replace("尽快", "早日"))
    register(gate, OTHER)
    found = find(gate, 0.6)
    assert [g.ids for g in found.groups] == [(a, b, c)]
    assert found.groups[0].reasons[:2] == ("near_text", "same_name")
    assert 0.6 <= found.groups[0].similarity < 1
    assert find(gate, 1.0).groups == ()
    why = gate("clerk").read(partial(explain_pair, first_id=a, second_id=b))
    assert why.similarity > 0.8
    assert why.fragments[0] in "".join(c for c in LETTER if c not in "，。")


def test_a_pair_called_no_duplicate_is_not_shown_again(gate):
    a, b = register(gate, LETTER), register(gate, LETTER)
    assert gate("clerk").write(SayNotDuplicate(b, a)).value is True
    assert gate("clerk").write(SayNotDuplicate(a, b)).value is False
    assert find(gate).groups == ()
    assert find(gate).pairs == 0
    c = register(gate, LETTER)  # still ties both to itself
    assert [g.ids for g in find(gate).groups] == [(a, b, c)]
    assert find(gate).pairs == 2
    assert find(gate, 0.8).pairs == 2
    with pytest.raises(RefusedError):
        gate("clerk").write(SayNotDuplicate(a, a))


def test_nobody_learns_of_what_he_may_not_see(gate):
    a, b = register(gate, LETTER), register(gate, LETTER)
    with pytest.raises(NotAllowedError):
        find(gate, login="hr")
    assert hits(gate, LETTER, "hr") == {}
    with pytest.raises(NotAllowedError):
        gate("hr").read(partial(explain_pair, first_id=a, second_id=b))
    with pytest.raises(NotAllowedError):
        gate("hr").write(SayNotDuplicate(a, b))


@pytest.mark.parametrize("threshold", [0, -1, 1.5])
def test_a_threshold_is_a_share(gate, threshold):
    with pytest.raises(RefusedError) as refused:
        find(gate, threshold)
    assert refused.value.code == "threshold_out_of_range"


def test_the_desk_is_warned_while_it_types(gate):
    same = register(gate, LETTER, name="李明", unit_text="云塘镇人民政府")
    near = register(gate, LETTER.replace("三月五日", "三月八日"), name="赵强")
    register(gate, OTHER, name="钱进")
    found = hits(gate, LETTER, person_name="周敏", unit_text="云塘镇人民政府")
    assert list(found) == [same, near]
    assert found[same].reasons == ("same_text", "same_unit")
    assert found[near].reasons == ("near_text",)
    assert found[near].score > 0.8
    assert len(found[near].shared[0]) > 10
    assert hits(gate, LETTER, but_id=same).keys() == {near}


def test_persons_namesakes_and_same_sounds_are_hits_by_themselves(gate):
    person_id = gate("clerk").write(CreatePerson("王伟", birth_month="1980.01")).value
    gate("clerk").write(CreatePerson("汪维"))
    own = register(gate, OTHER, name="", person_id=person_id)
    namesake = register(gate, OTHER + "其一", name="王伟")
    sounding = register(gate, OTHER + "其二", name="汪维")
    found = hits(gate, "请求调整岗位", person_id=person_id)
    assert {i: h.reasons for i, h in found.items()} == {
        own: ("same_person",),
        namesake: ("same_name",),
        sounding: ("same_sound",),
    }
    assert list(found) == [own, namesake, sounding]
    assert hits(gate, "", person_name="没有") == {}
