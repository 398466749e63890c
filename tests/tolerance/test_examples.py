"""案例汇编: nothing in it names its source, and two others looked at it (PRODUCT §3-17)."""

from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from db.core.errors import NotAllowedError, RefusedError
from db.tolerance.book import EXAMPLE_BOOK, EXAMPLE_TEXTS
from tests.conftest import Center
from tests.tolerance.cases import (
    CASE,
    DAY,
    EXAMPLE,
    Gates,
    agreed,
    card,
    opened,
    row,
    taken,
    to_communicated,
    to_consulting,
)
from tests.tolerance.test_tolerance import refused, statement

GENERAL = {
    "title": "先行先试中程序瑕疵的容错",
    "post_general": "某单位分管负责人",
    "period_general": "近年",
    "place_general": "某县级单位",
    "amount_general": "数额较小",
    "facts": "为稳定基层队伍先行试行补贴，没有及时报批，事后补报。",
    "appraisal": "出于公心，经集体研究，没有谋取私利。",
    "lesson": "先行先试也要守住程序。",
}


def an_example(gate: Gates, source: int, by: str = "organization", **changes: str) -> int:
    return opened(gate, EXAMPLE, "write", by, source_id=source, **(GENERAL | changes))


def consented(gate: Gates, example: int) -> None:
    taken(
        gate,
        EXAMPLE,
        example,
        "record_consents",
        "organization",
        person_consent_on=DAY,
        organ_consent_on=DAY,
    )


def published(gate: Gates, source: int) -> int:
    example = an_example(gate, source)
    consented(gate, example)
    agreed(gate, taken(gate, EXAMPLE, example, "publish", "organization"))
    return example


def test_3_17_an_example_holds_no_direct_identifier_of_its_source(gate: Gates) -> None:
    source = to_communicated(gate, person_name="王䶮", matter="向企业借款12.5万元未及时报批")
    number = row(gate, CASE, source).number
    for field, text in (
        ("facts", "王䶮为稳定队伍先行试行补贴。"),
        ("facts", "王 䶮为稳定队伍先行试行补贴。"),
        ("title", "人社局先行先试的容错"),
        ("facts", "2026年先行试行补贴。"),
        ("amount_general", "12.5万元"),
        ("appraisal", "认定书泽容认〔2026〕1号载明。"),
        ("facts", f"见{number}。"),
        ("place_general", "组织部"),
        ("lesson", "史文远同志批示。"),
    ):
        fault = refused(
            "source_identifier",
            lambda f=field, t=text: an_example(gate, source, **{f: t}),
            field,
        )
        assert fault.params["text"] in text.replace(" ", "")


def test_3_17_what_readers_are_given_has_nothing_of_the_source(gate: Gates) -> None:
    source = to_communicated(gate, person_name="王䶮")
    example = published(gate, source)
    known = row(gate, CASE, source)
    for login in ("discipline", "discipline_leader", "clerk"):
        seen = card(gate, EXAMPLE, example, login)
        told = " ".join(str(v) for v in (*seen.row.values.values(), *seen.row.texts.values()))
        assert "source_id" in seen.hidden
        assert seen.links == ()
        for secret in ("王䶮", known.number, "泽容认", "人社局"):
            assert secret not in told
    printed = {name.lstrip("*") for paper in EXAMPLE_BOOK.papers for r in paper.rows for name in r}
    assert printed <= {*EXAMPLE_TEXTS, "edition", "result"}
    assert "source_id" not in (*EXAMPLE_BOOK.columns, *EXAMPLE_BOOK.register, *EXAMPLE_BOOK.find)


def test_3_17_what_is_marked_waits_until_a_second_person_releases_exactly_it(
    gate: Gates,
) -> None:
    source = to_communicated(gate)
    example = an_example(gate, source, facts="张伟国与河东镇财政所电话13800001111商定先行试行。")
    marked = row(gate, EXAMPLE, example).values["marked"]
    assert "张伟国" in marked
    assert "13800001111" in marked
    consented(gate, example)
    assert card(gate, EXAMPLE, example, "organization").refused["publish"] == "example_not_released"
    refused(
        "example_not_released",
        lambda: taken(gate, EXAMPLE, example, "publish", "organization"),
    )
    with pytest.raises(NotAllowedError):
        taken(gate, EXAMPLE, example, "release", "organization")
    taken(gate, EXAMPLE, example, "release", "manager")
    waiting = taken(gate, EXAMPLE, example, "publish", "organization")
    taken(
        gate,
        EXAMPLE,
        example,
        "revise",
        "organization",
        **(GENERAL | {"facts": "张伟国与李建军商定先行试行。"}),
    )
    with pytest.raises(RefusedError, match="example_needs_consents"):
        agreed(gate, waiting)
    consented(gate, example)
    with pytest.raises(RefusedError, match="example_not_released"):
        agreed(gate, waiting)


def test_both_consents_are_dated_and_given_to_these_words(center: Center, gate: Gates) -> None:
    source = to_communicated(gate)
    example = an_example(gate, source)
    refused(
        "example_needs_consents",
        lambda: taken(gate, EXAMPLE, example, "publish", "organization"),
    )
    refused(
        "missing_organ_consent_on",
        lambda: taken(
            gate, EXAMPLE, example, "record_consents", "organization", person_consent_on=DAY
        ),
    )
    consented(gate, example)
    taken(gate, EXAMPLE, example, "revise", "organization", **GENERAL)
    assert row(gate, EXAMPLE, example).values["person_consent_on"] is None
    with pytest.raises(IntegrityError, match="published_with_consents"):
        statement(center, f"UPDATE tolerance_example SET state = 'published' WHERE id = {example}")


def test_an_example_is_approved_by_another_and_then_never_changes(
    center: Center, gate: Gates
) -> None:
    source = to_communicated(gate)
    example = published(gate, source)
    found = row(gate, EXAMPLE, example)
    assert (found.state, found.values["published_on"], found.values["edition"]) == (
        "published",
        DAY,
        1,
    )
    refused(
        "illegal_move",
        lambda: taken(gate, EXAMPLE, example, "revise", "organization", **GENERAL),
    )
    with pytest.raises(IntegrityError, match="never changes"):
        statement(center, f"UPDATE tolerance_example SET facts = '改' WHERE id = {example}")


def test_a_new_edition_takes_the_place_of_the_old_one_with_consents_of_its_own(
    gate: Gates,
) -> None:
    source = to_communicated(gate)
    old = published(gate, source)
    values: dict[str, Any] = {**GENERAL, "lesson": "程序不能省。"}
    new = opened(gate, EXAMPLE, "write_anew", "organization", from_id=old, **values)
    found = row(gate, EXAMPLE, new)
    assert (found.values["edition"], found.values["person_consent_on"]) == (2, None)
    refused(
        "source_identifier",
        lambda: taken(gate, EXAMPLE, new, "revise", "organization", **(values | {"facts": "王䶮"})),
    )
    consented(gate, new)
    agreed(gate, taken(gate, EXAMPLE, new, "publish", "organization"))
    assert (row(gate, EXAMPLE, old).state, row(gate, EXAMPLE, new).state) == (
        "replaced",
        "published",
    )


def test_only_a_determined_case_becomes_an_example_and_drafts_are_not_shown_around(
    gate: Gates,
) -> None:
    refused("source_not_determined", lambda: an_example(gate, to_consulting(gate)), "source_id")
    example = an_example(gate, to_communicated(gate))
    with pytest.raises(NotAllowedError):
        card(gate, EXAMPLE, example, "discipline_leader")
    taken(gate, EXAMPLE, example, "discard", "organization")
    assert row(gate, EXAMPLE, example).state == "discarded"
