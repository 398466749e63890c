"""Lines of signing: the newer one ends the older of its kind."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import select

from db.books.shelf import Shelf, Step
from db.books.writing import take
from db.core.errors import RefusedError
from db.core.moves import Evidence
from db.core.tx import Tx
from db.signing.book import SIGNING_LINES
from db.signing.tables import SigningLine


def _check(tx: Tx, line: SigningLine, step: Step) -> Collection[Evidence]:
    if step.move.name == "end" and step.values["to_on"] < line.from_on:
        raise RefusedError("ends_before_beginning", field="to_on")
    if step.move.name == "enter":
        kind, from_on = step.values["kind"], step.values["from_on"]
        for older in _running(tx, kind, 0):
            if older.from_on >= from_on:
                raise RefusedError("begins_before_older", field="from_on", on=older.from_on)
    return ()


def _follow(tx: Tx, line: SigningLine, step: Step) -> None:
    if step.move.name != "enter":
        return
    last = line.from_on - timedelta(days=1)
    for older in _running(tx, line.kind, line.id):
        take(tx, SHELF, older, "end", {"to_on": last}, unasked=True)
    tx.case = (SIGNING_LINES.name, line.id)


def _running(tx: Tx, kind: str, besides: int) -> list[SigningLine]:
    return list(
        tx.session.scalars(
            select(SigningLine).where(
                SigningLine.kind == kind,
                SigningLine.state == "current",
                SigningLine.id != besides,
            )
        )
    )


SHELF = Shelf(SIGNING_LINES, SigningLine, check=_check, follow=_follow)
SHELVES = (SHELF,)
