"""The search table of appeals: writes its tokens, turns a parsed query into a condition."""

from sqlalchemy import text

from db.appeals.tables import Appeal
from db.core.search_tokens import index_text
from db.core.tx import Tx
from db.people.tables import Person

FIELDS = ("subject", "facts", "reply", "people", "unit", "number")

_DELETE = text("DELETE FROM appeal_search WHERE rowid = :id")
_INSERT = text(
    "INSERT INTO appeal_search(rowid, subject, facts, reply, people, unit, number) "
    "VALUES (:id, :subject, :facts, :reply, :people, :unit, :number)"
)


def tokens(appeal: Appeal, *, pinyin: str = "", initials: str = "") -> dict[str, object]:
    """Return the row of the search table for an appeal."""
    people = "\n".join(p for p in (appeal.person_name, pinyin, initials) if p)
    number = "\n".join(p for p in (appeal.number, appeal.source_number, appeal.reply_number) if p)
    return {
        "id": appeal.id,
        "subject": index_text(appeal.subject),
        "facts": index_text("\n".join(p for p in (appeal.facts, appeal.requests) if p)),
        "reply": index_text(appeal.reply),
        "people": index_text(people),
        "unit": index_text(appeal.unit_text),
        "number": index_text(number),
    }


def index_appeal(tx: Tx, appeal: Appeal) -> None:
    """Write an appeal's tokens anew; every column of the row is given (SETTLED §8)."""
    tx.session.flush()
    person = tx.session.get(Person, appeal.person_id) if appeal.person_id else None
    tx.session.execute(_DELETE, {"id": appeal.id})
    tx.session.execute(
        _INSERT,
        tokens(
            appeal,
            pinyin=person.pinyin if person else "",
            initials=person.initials if person else "",
        ),
    )


def drop_from_index(tx: Tx, appeal_id: int) -> None:
    """Forget an appeal's tokens."""
    tx.session.execute(_DELETE, {"id": appeal_id})
