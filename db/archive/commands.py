"""Orders of the archive beside those of every book: a paper into the file, a reason for a delay."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from db.appeals.intake import check_texts
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.archive.tables import FiledPaper
from db.codes.queries import require_code
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Tx
from db.documents.filing import require_case
from db.documents.tables import Attachment

EXPLAIN = "explain_overdue"
"""Act whose note tells why a case was late."""


@dataclass(frozen=True, slots=True)
class FilePaper:
    """材料入卷: a paper lies in the file, on a page, with its scan if there is one."""

    permission: ClassVar[Permission] = Permission.REGISTER_WRITE

    track: str
    case_id: int
    paper: str
    title: str = ""
    number: str = ""
    author: str = ""
    dated_on: date | None = None
    first_page: int | None = None
    pages: int | None = None
    attachment_id: int | None = None

    def __call__(self, tx: Tx) -> int:
        """File it; return its row.

        Raises:
            RefusedError: `unknown_value`, `date_in_future`, `bad_number`.
            NotAllowedError: `not_found`.
        """
        require_case(tx, self.track, self.case_id)
        require_code(tx, "file_paper", self.paper, field="paper")
        check_texts(self.title, self.author)
        if self.dated_on is not None and self.dated_on > tx.today:
            raise RefusedError("date_in_future", field="dated_on", on=self.dated_on)
        for name in ("first_page", "pages"):
            value = getattr(self, name)
            if value is not None and not 1 <= value <= 100_000:
                raise RefusedError("bad_number", field=name)
        if self.attachment_id is not None:
            scan = tx.session.get(Attachment, self.attachment_id)
            if scan is None or (scan.track, scan.case_id) != (self.track, self.case_id):
                raise RefusedError("unknown_value", field="attachment_id")
        row = tx.add(
            FiledPaper(
                track=self.track,
                case_id=self.case_id,
                paper=self.paper,
                title=self.title.strip()[:200],
                number=self.number.strip()[:80],
                author=self.author.strip()[:120],
                dated_on=self.dated_on,
                first_page=self.first_page,
                pages=self.pages,
                attachment_id=self.attachment_id,
                filed_on=tx.today,
                filed_by_id=tx.actor.account_id,
                filed_by_name=tx.actor.name,
            )
        )
        tx.tell(
            self.track,
            self.case_id,
            "file_paper",
            source=None,
            target=None,
            on=tx.today,
            note=self.title.strip(),
        )
        return row.id


@dataclass(frozen=True, slots=True)
class ExplainOverdue:
    """说明超期原因: why an appeal was or is late, for the list that inspectors read."""

    permission: ClassVar[Permission] = Permission.REGISTER_WRITE

    appeal_id: int
    reason: str

    def __call__(self, tx: Tx) -> int:
        """Note it on the timeline; return the appeal.

        Raises:
            RefusedError: `missing_reason`.
            NotAllowedError: `not_found`.
        """
        appeal = tx.load(Appeal, self.appeal_id)
        if not self.reason.strip():
            raise RefusedError("missing_reason", field="reason")
        check_texts(self.reason)
        tx.tell(
            APPEALS,
            appeal.id,
            EXPLAIN,
            source=None,
            target=None,
            on=tx.today,
            note=self.reason.strip()[:300],
        )
        return appeal.id
