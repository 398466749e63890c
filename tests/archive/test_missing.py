"""Which papers each state requires (OFFICE §1-28): pure rules."""

import pytest

from db.archive.missing import FILE_ORDER, CaseFacts, Need, missing
from db.codes.code_lists import codes

NEW = CaseFacts("registered", "phone")
CLOSED = CaseFacts(
    "closed",
    "phone",
    "petition",
    is_accepted=True,
    is_delivered=True,
    delivery="in_person",
    signer="王䶮",
    is_followed_up=True,
    issued=("acceptance_notice", "feedback_sheet"),
)


def lacks(facts: CaseFacts, **changes: object) -> list[tuple[str, str]]:
    from dataclasses import replace

    return [(n.paper, n.what) for n in missing(replace(facts, **changes))]  # type: ignore[arg-type]


def test_a_whole_file_lacks_nothing() -> None:
    assert lacks(NEW) == []
    assert lacks(CLOSED) == []


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"channel": "window"}, ("registration_form", "signature")),
        ({"channel": "letter"}, ("material", "paper")),
        ({"issued": ("feedback_sheet",)}, ("acceptance_notice", "paper")),
        ({"issued": ("acceptance_notice",)}, ("reply", "paper")),
        ({"is_delivered": False}, ("delivery_receipt", "receipt")),
        ({"signer": ""}, ("delivery_receipt", "signature")),
        ({"is_followed_up": False}, ("follow_up", "paper")),
        ({"must_report": True}, ("handling_report", "paper")),
        ({"handed_unsigned": True}, ("transfer_slip", "receipt")),
        ({"extended_untold": True}, ("extension", "receipt")),
        ({"awaited_supplement": True}, ("supplement_notice", "paper")),
        ({"unscanned": ("sign_in",)}, ("transfer_slip", "scan")),
        ({"unscanned": ("decide_assign",)}, ("submission", "scan")),
        ({"unchecked": ("give_opinion",)}, ("other", "check")),
    ],
)
def test_each_gap_is_named(changes: dict[str, object], wanted: tuple[str, str]) -> None:
    assert lacks(CLOSED, **changes) == [wanted]
    there = {"files": frozenset({wanted[0]})}
    expected = [wanted] if wanted[1] == "check" else []
    assert lacks(CLOSED, **changes, **there) == expected


@pytest.mark.parametrize(
    ("state", "wanted"),
    [
        ("not_accepted", ("non_acceptance_notice", "paper")),
        ("redirected", ("redirect_notice", "paper")),
        ("withdrawn", ("withdrawal", "signature")),
    ],
)
def test_each_way_out_leaves_its_paper(state: str, wanted: tuple[str, str]) -> None:
    assert lacks(NEW, state=state) == [wanted]


def test_an_oral_answer_within_the_organization_has_its_record() -> None:
    oral = {"procedure": "internal", "issued": ()}
    assert lacks(CLOSED, **oral, has_answer=True) == []
    assert lacks(CLOSED, **oral) == [("reply", "paper")]


def test_what_was_answered_by_mail_needs_no_signature() -> None:
    assert lacks(CLOSED, delivery="registered_mail", signer="") == []


def test_a_word_across_the_desk_needs_no_letter() -> None:
    bare = CaseFacts("closed", "phone", is_accepted=True, on_the_spot=True)
    assert missing(bare) == ()


def test_of_imported_history_nothing_can_be_asked() -> None:
    assert lacks(CaseFacts("closed", "window", is_imported=True)) == []


def test_gaps_stand_in_the_order_of_the_file() -> None:
    many = CaseFacts("closed", "window", is_accepted=True, handed_unsigned=True)
    places = [FILE_ORDER.index(need.paper) for need in missing(many)]
    assert places == sorted(places)


def test_every_paper_and_gap_has_its_word() -> None:
    assert [code.value for code in codes("file_paper")] == list(FILE_ORDER)
    kinds = {code.value for code in codes("missing_kind")}
    assert {"signature", "receipt", "approval", "scan", "paper", "check"} == kinds
    assert Need("reply", "paper")
