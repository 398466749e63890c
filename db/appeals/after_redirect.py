"""What the desk still does for somebody it sent to his statutory way (OFFICE §1-11).

Neither deed changes the state or any figure: a redirected matter is never counted as solved.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from db.appeals.intake import check_texts
from db.appeals.tables import TRACK, Appeal
from db.care.suggesting import suggest_talk
from db.care.tables import Suggestion
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Tx

REDIRECTED = "redirected"
LONGEST_RESULT = 300


@dataclass(frozen=True, slots=True)
class ExplainPolicy:
    """政策解释: told to the person, without legal effect; a talk may be suggested with it."""

    permission: ClassVar[Permission] = Permission.APPEAL_FOLLOW_UP

    appeal_id: int
    text: str
    suggests_talk: bool = True
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Tell the timeline, and leave the suggestion for who plans talks.

        Raises:
            RefusedError: `not_redirected`, `missing_content`, what may not be recorded.
            NotAllowedError: `not_found`.
        """
        appeal = _redirected(tx, self.appeal_id, self.seen)
        text = self.text.strip()
        if not text:
            raise RefusedError("missing_content", field="text")
        check_texts(text)
        tx.tell(
            TRACK, appeal.id, "explain_policy", source=None, target=None, on=tx.today, note=text
        )
        if self.suggests_talk and not _suggested(tx, appeal.id):
            suggest_talk(
                tx,
                trigger="after_appeal",
                track=TRACK,
                case_id=appeal.id,
                person_id=appeal.person_id,
                person_name=appeal.person_name,
                on=tx.today,
            )
        tx.session.flush()
        return appeal.id


@dataclass(frozen=True, slots=True)
class RecordOtherResult:
    """登记其他途径结果: what the person brings of the other procedure; counted nowhere."""

    permission: ClassVar[Permission] = Permission.APPEAL_FOLLOW_UP

    appeal_id: int
    organ: str
    result: str
    number: str = ""
    result_on: date | None = None
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Tell the timeline.

        Raises:
            RefusedError: `not_redirected`, `missing_organ`, `missing_content`, `text_too_long`,
                `date_in_future`.
            NotAllowedError: `not_found`.
        """
        appeal = _redirected(tx, self.appeal_id, self.seen)
        organ, result = self.organ.strip(), self.result.strip()
        if not organ:
            raise RefusedError("missing_organ", field="organ")
        if not result:
            raise RefusedError("missing_content", field="result")
        if len(result) > LONGEST_RESULT:
            raise RefusedError("text_too_long", field="result", most=LONGEST_RESULT)
        check_texts(result, organ)
        told = tx.happened(self.result_on, "其他途径结果")
        note = "　".join(part for part in (organ, self.number.strip(), result) if part)
        tx.tell(
            TRACK, appeal.id, "record_other_result", source=None, target=None, on=told, note=note
        )
        tx.session.flush()
        return appeal.id


def _redirected(tx: Tx, appeal_id: int, seen: int | None) -> Appeal:
    appeal = tx.load(Appeal, appeal_id, seen=seen)
    if appeal.state != REDIRECTED:
        raise RefusedError("not_redirected")
    return appeal


def _suggested(tx: Tx, appeal_id: int) -> bool:
    found = tx.session.scalar(
        select(Suggestion.id).where(
            Suggestion.from_track == TRACK,
            Suggestion.from_id == appeal_id,
            Suggestion.state == "open",
        )
    )
    return found is not None
