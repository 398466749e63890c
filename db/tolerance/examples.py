"""案例汇编: an example says nothing by which its source is known (OFFICE §5-40, PRODUCT §3-17)."""

import hashlib
import re
from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import ColumnElement, or_, select

from db.books.shelf import Step
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.permissions import Permission, Scope
from db.core.tx import Read, Tx
from db.documents.outgoing import WhiteList, check_text
from db.office.tables import Unit
from db.office.tables import UnitName as FormerName
from db.people.tables import Person
from db.tolerance.book import EXAMPLE_TEXTS
from db.tolerance.tables import RiskFiling, Tolerance, ToleranceExample
from db.tolerance.workflow import EXAMPLES

NOBODY = WhiteList()
"""An example may name nobody and no unit."""
_MONEY = re.compile(r"\d[\d,.，．]*\s*[百千]?[万亿]?元")
_SPACE = re.compile(r"\s+")
SHORTEST = 2
"""Texts of one character are no identifiers."""
TOLD = ("determined", "communicated", "objection", "correction_tracking", "closed")


def texts(entry: ToleranceExample, step: Step | None = None) -> dict[str, str]:
    """Return what an example says, by field; a step's words before those that stand."""
    known = step.values if step is not None else {}
    return {name: str(known.get(name, getattr(entry, name)) or "") for name in EXAMPLE_TEXTS}


def identifiers(read: Read, source: Tolerance) -> frozenset[str]:
    """Return what names a case directly: person, post, units, numbers, years, amounts."""
    found = set(_names(read, source)) | set(_numbers(read, source))
    found |= {f"{day.year}年" for day in _days(source)}
    for text in (source.matter, source.grounds, source.report):
        found |= {_SPACE.sub("", money) for money in _MONEY.findall(text)}
    return frozenset(one for one in found if len(one) >= SHORTEST)


def _names(read: Read, source: Tolerance) -> Iterator[str]:
    yield source.person_name
    if source.person_id is not None:
        person = read.session.get_one(Person, source.person_id)
        yield from (person.name, person.post, person.unit_text, person.phone, person.id_number)
    yield from (source.signer, source.verifier, source.second_verifier, source.handler)
    ids = [one for one in (source.unit_id, source.organ_id, source.handling_unit_id) if one]
    for unit in read.session.scalars(select(Unit).where(Unit.id.in_(ids))):
        yield from (unit.full_name, unit.short_name)
    yield from read.session.scalars(select(FormerName.name).where(FormerName.unit_id.in_(ids)))


def _numbers(read: Read, source: Tolerance) -> Iterator[str]:
    yield from (
        source.number,
        source.accountability_paper,
        source.document_number,
        source.determination_number,
    )
    if source.filing_id is not None:
        yield read.session.get_one(RiskFiling, source.filing_id).number


def _days(source: Tolerance) -> Iterator[date]:
    for day in (source.acted_on, source.known_on, source.determined_on):
        if day is not None:
            yield day


def refuse_identifiers(read: Read, entry: ToleranceExample, said: dict[str, str]) -> None:
    """Refuse words that name the source itself; no release helps.

    Raises:
        RefusedError: `source_identifier`, beside the field, with the words.
    """
    source = read.session.get_one(Tolerance, entry.source_id)
    known = sorted(identifiers(read, source), key=len, reverse=True)
    for field, text in said.items():
        bare = _SPACE.sub("", text)
        hit = next((one for one in known if _SPACE.sub("", one) in bare), None)
        if hit is not None:
            raise RefusedError("source_identifier", field=field, text=hit)


def marked(said: dict[str, str]) -> str:
    """Return what the outgoing check marks in the texts, one after another, each once."""
    found = {
        mark.text: None for text in said.values() for mark in check_text(text, NOBODY) if mark.text
    }
    return "、".join(found)[:4000]


def words_hash(said: dict[str, str]) -> str:
    """Return the hash of exactly these texts."""
    return hashlib.sha256("\x1f".join(said[name] for name in EXAMPLE_TEXTS).encode()).hexdigest()


def is_released(entry: ToleranceExample) -> bool:
    """Return whether nothing is marked, or a second person released exactly these texts."""
    said = texts(entry)
    return not marked(said) or entry.released_hash == words_hash(said)


def check(tx: Tx, entry: ToleranceExample, step: Step) -> Collection[Evidence]:
    """Keep source, edition and marks; refuse what names the source.

    Raises:
        RefusedError: `source_not_determined`, `example_not_published`, `source_identifier`,
            `example_not_released` with what is marked.
    """
    name = step.move.name
    if name == "write":
        _begin(tx, entry, step)
    elif name == "write_anew":
        _begin_anew(tx, entry, step)
    if name in ("write", "write_anew", "revise"):
        said = texts(entry, step)
        refuse_identifiers(tx, entry, said)
        # Consent was given to other words than these.
        step.values.update(marked=marked(said), person_consent_on=None, organ_consent_on=None)
    if name != "publish":
        return ()
    refuse_identifiers(tx, entry, texts(entry))
    if not is_released(entry):
        raise RefusedError("example_not_released", marks=marked(texts(entry)))
    step.values["published_on"] = step.on
    both = entry.person_consent_on is not None and entry.organ_consent_on is not None
    return (Evidence.CONSENTS,) if both else ()


def _begin(tx: Tx, entry: ToleranceExample, step: Step) -> None:
    source = tx.load(Tolerance, step.values["source_id"])
    if source.state not in TOLD or not source.result:
        raise RefusedError("source_not_determined", field="source_id")
    entry.source_id = source.id
    step.values.update(result=source.result, edition=1)


def _begin_anew(tx: Tx, entry: ToleranceExample, step: Step) -> None:
    old = tx.load(ToleranceExample, step.values["from_id"])
    if old.state != "published":
        raise RefusedError("example_not_published", field="from_id")
    entry.source_id = old.source_id
    step.values.update(source_id=old.source_id, result=old.result, edition=(old.edition or 1) + 1)


def follow(tx: Tx, entry: ToleranceExample, step: Step) -> None:
    """Keep who wrote and who released; let a new edition take the place of the old one."""
    name = step.move.name
    if name in ("write", "write_anew", "revise"):
        entry.written_by_id = tx.actor.account_id
    elif name == "release":
        entry.released_by_id, entry.released_at = tx.actor.account_id, tx.now
        entry.released_hash = words_hash(texts(entry))
    elif name == "publish" and entry.from_id is not None:
        old = tx.session.get_one(ToleranceExample, entry.from_id)
        if old.state == "published":
            old.state = "replaced"
            tx.tell(EXAMPLES, old.id, "replace", source="published", target="replaced", on=step.on)
            tx.case = (EXAMPLES, entry.id)
    tx.session.flush()


def may(read: Read, entry: ToleranceExample | None, move: Move) -> bool:
    """Return whether somebody else than the writer releases."""
    if entry is None or move.name != "release":
        return True
    return entry.written_by_id not in read.actor.people


def lacks(_read: Read, entry: ToleranceExample, move: Move) -> str:
    """Return what an example still needs before it is published."""
    if move.name == "release" and is_released(entry):
        return "nothing_to_release"
    if move.name != "publish":
        return ""
    if entry.person_consent_on is None or entry.organ_consent_on is None:
        return "example_needs_consents"
    return "" if is_released(entry) else "example_not_released"


def hidden(read: Read, entry: ToleranceExample) -> frozenset[str]:
    """Return what readers of an example never see: its source."""
    actor = read.actor
    if actor.may(Permission.TOLERANCE_APPROVE) or entry.written_by_id == actor.account_id:
        return frozenset()
    return frozenset({"source_id"})


def reach(read: Read) -> ColumnElement[bool]:
    """Return which examples one may know of: published ones, and drafts of one's own desk."""
    shown = ToleranceExample.state == "published"
    if read.actor.scope(Permission.TOLERANCE_READ) is Scope.CENTER:
        return ToleranceExample.id.is_not(None)
    return or_(shown, ToleranceExample.entered_by_id == read.actor.account_id)
