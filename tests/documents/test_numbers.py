"""Numbers are written as the office writes them and are read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.documents.numbers import (
    SERIES,
    ParsedNumber,
    case_number,
    default_word,
    document_number,
    parse_number,
    write_number,
)


def test_a_case_number_has_four_digits() -> None:
    assert case_number("姜诉受", 2026, 46) == "姜诉受〔2026〕0046号"
    assert case_number("姜诉受", 2026, 12345) == "姜诉受〔2026〕12345号"


def test_a_document_number_has_no_leading_zeros() -> None:
    assert document_number("姜诉转", 2026, 15) == "姜诉转〔2026〕15号"


def test_every_series_has_its_own_word() -> None:
    words = [default_word(one.identifier) for one in SERIES]
    assert len(set(words)) == len(words)
    assert default_word("appeal") == "姜诉受"
    assert default_word("transfer", "云") == "云诉转"


@given(st.sampled_from([one.identifier for one in SERIES]), st.integers(1, 99999))
def test_a_number_is_read_back(identifier: str, number: int) -> None:
    text = write_number(identifier, 2026, number)
    assert parse_number(text) == ParsedNumber(default_word(identifier), 2026, number)


@pytest.mark.parametrize(
    "typed",
    [
        "姜诉受[2026]46",
        "姜诉受（2026）第46号",
        "姜诉受〔２０２６〕００４６号",
        "姜诉受 【2026】 46号",
    ],
)
def test_a_number_is_read_as_people_type_it(typed: str) -> None:
    assert parse_number(typed) == ParsedNumber("姜诉受", 2026, 46)


@pytest.mark.parametrize("typed", ["", "0046", "姜诉受2026", "姜诉受〔26〕4号"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert parse_number(typed) is None


def test_an_impossible_number_is_an_error() -> None:
    with pytest.raises(ValueError, match="no such number"):
        case_number("姜诉受", 2026, 0)
