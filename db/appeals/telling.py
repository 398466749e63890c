"""What an applicant may be told: the third column of OFFICE §4.3 and nothing else."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import or_, select

from db.appeals.tables import TRACK, Appeal
from db.clarification.tables import Clarification
from db.codes.code_lists import state_label
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Read, Tx


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query, in the words that may be used.

    Attributes:
        found: False alike for no such number and for a telephone that does not fit.
        number: As asked.
        words_zh: State words for the applicant.
        words_en: The same in English.
        as_of: Day of the answer.
    """

    found: bool
    number: str
    words_zh: str
    words_en: str
    as_of: date


@dataclass(frozen=True, slots=True)
class TellApplicant:
    """查询答复: number and the last four digits of the telephone on file, or a card shown.

    The answer is state words only; who asked and how it was checked goes to the timeline.
    """

    permission: ClassVar[Permission] = Permission.APPEAL_FOLLOW_UP

    number: str
    phone_last4: str = ""
    in_person: bool = False

    def __call__(self, tx: Tx) -> Answer:
        """Answer, and note that it was told.

        Raises:
            RefusedError: `missing_number`, `missing_phone_last4`.
        """
        number = self.number.strip()
        if not number:
            raise RefusedError("missing_number", field="number")
        if not self.in_person and len(self.phone_last4.strip()) != 4:
            raise RefusedError("missing_phone_last4", field="phone_last4")
        appeal = _appeal(tx, number)
        if appeal is not None and (
            self.in_person or (appeal.phone and appeal.phone.endswith(self.phone_last4.strip()))
        ):
            tx.tell(
                TRACK,
                appeal.id,
                "tell_applicant",
                source=None,
                target=None,
                on=tx.today,
                note="",
            )
            return answer_for(tx, appeal, number)
        return Answer(False, number, "", "", tx.today)


def _appeal(read: Read, number: str) -> Appeal | None:
    from db.appeals.filters import reach

    return read.session.scalar(
        select(Appeal).where(
            or_(Appeal.number == number, Appeal.source_number == number), reach(read)
        )
    )


def answer_for(read: Read, appeal: Appeal, number: str) -> Answer:
    """Return the words for an appeal.

    One that asks for clearing says the same sentence whether nothing exists, a check runs or the
    finding cannot exclude (SETTLED §9.2).
    """
    if appeal.category == "clarification" or read.session.scalar(
        select(Clarification.id).where(Clarification.appeal_id == appeal.id)
    ):
        carried = read.session.scalar(
            select(Clarification.id).where(
                Clarification.appeal_id == appeal.id,
                Clarification.state.in_(("carried_out", "follow_up", "archived")),
            )
        )
        label = state_label("clarification", "carried_out" if carried else "applied")
    else:
        label = state_label(TRACK, appeal.pill or appeal.state)
    return Answer(True, number, label.applicant_zh, label.applicant_en, read.today)
