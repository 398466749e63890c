"""What an applicant may be told of a clarification: one sentence, and nothing that differs (pure).

Receipt, query and every later word are made from number, day of the application and state alone;
the state says the same for every state before the name is being cleared, and where it is not, so
that a cadre with no matter, with a running check and with a finding that cannot be excluded reads
the same bytes (SETTLED §9.2, OFFICE §1-2).
"""

from dataclasses import dataclass
from datetime import date

from db.clarification.workflow import NAME
from db.codes.code_lists import state_label


@dataclass(frozen=True, slots=True)
class ApplicantAnswer:
    """All that receipt, query answer and slip of a clarification may say.

    Attributes:
        number: Number on the receipt.
        applied_on: Day of the application.
        sentence_zh: The only sentence, in Chinese.
        sentence_en: The same in English.
    """

    number: str
    applied_on: date
    sentence_zh: str
    sentence_en: str


def applicant_answer(number: str, applied_on: date, state: str) -> ApplicantAnswer:
    """Return the answer to an applicant in a state."""
    label = state_label(NAME, state)
    return ApplicantAnswer(number, applied_on, label.applicant_zh, label.applicant_en)


def receipt(number: str, applied_on: date) -> ApplicantAnswer:
    """Return what the receipt of an application says."""
    return applicant_answer(number, applied_on, "applied")
