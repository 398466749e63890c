"""清单管理: versions of the positive and negative lists, and what a case hits in them."""

import re
from collections.abc import Collection, Iterable

from sqlalchemy import func, select

from db.books.shelf import Step
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.tx import Read, Tx
from db.tolerance.tables import ToleranceList, ToleranceListItem
from db.tolerance.workflow import LIST_ITEMS, LISTS

_BETWEEN = re.compile(r"[\s、,，;；和]+")


def in_force(read: Read) -> ToleranceList | None:
    """Return the published version, None before the first."""
    return read.session.scalar(
        select(ToleranceList)
        .where(ToleranceList.state == "published")
        .order_by(ToleranceList.id.desc())
        .limit(1)
    )


def applied(read: Read, list_id: int | None) -> ToleranceList:
    """Return the version that a case is checked against; the one in force if none was named.

    Raises:
        RefusedError: `no_list_in_force`, `list_not_published`.
    """
    found = read.session.get(ToleranceList, list_id) if list_id is not None else in_force(read)
    if found is None:
        raise RefusedError("no_list_in_force", field="list_id")
    if found.state not in ("published", "replaced"):
        raise RefusedError("list_not_published", field="list_id")
    return found


def numbers(read: Read, version: ToleranceList, side: str, text: str, *, field: str) -> str:
    """Return the numbers of situations as they are kept: `2、5`.

    Raises:
        RefusedError: `unknown_list_number` for one that the version does not have.
    """
    known = set(
        read.session.scalars(
            select(ToleranceListItem.place).where(
                ToleranceListItem.parent_id == version.id,
                ToleranceListItem.side == side,
                ToleranceListItem.state == "listed",
            )
        )
    )
    found = set()
    for part in filter(None, _BETWEEN.split(text.strip())):
        if not part.isdecimal() or int(part) not in known:
            raise RefusedError("unknown_list_number", field=field, value=part)
        found.add(int(part))
    return "、".join(str(number) for number in sorted(found))


# --- versions ------------------------------------------------------------------------------------


def check_list(tx: Tx, _entry: ToleranceList, step: Step) -> Collection[Evidence]:
    """Name what a new version follows; date a published one.

    Raises:
        RefusedError: `no_list_in_force` where there is nothing to begin from.
    """
    if step.move.name == "draft_from":
        step.values["from_id"] = applied(tx, None).id
    if step.move.name == "publish":
        step.values["published_on"] = step.on
    return ()


def follow_list(tx: Tx, entry: ToleranceList, step: Step) -> None:
    """Copy the old version into a new one; let a published one take the place of the last."""
    if step.move.name == "draft_from":
        _copy(tx, entry)
    if step.move.name == "publish":
        _replace(tx, entry, step)


def _copy(tx: Tx, entry: ToleranceList) -> None:
    for item in _items(tx, entry.from_id):
        made = ToleranceListItem(
            number="",
            state="listed",
            entered_on=entry.entered_on,
            entered_at=tx.now,
            entered_by_id=tx.actor.account_id,
            entered_by_name=tx.actor.name,
            parent_id=entry.id,
            side=item.side,
            place=item.place,
            wording=item.wording,
            basis=item.basis,
        )
        tx.add(made)
        tx.tell(LIST_ITEMS, made.id, "add", source=None, target="listed", on=entry.entered_on)
    tx.case = (LISTS, entry.id)
    tx.session.flush()


def _replace(tx: Tx, entry: ToleranceList, step: Step) -> None:
    rows = tx.session.scalars(
        select(ToleranceList).where(
            ToleranceList.state == "published", ToleranceList.id != entry.id
        )
    )
    for old in rows.all():
        old.state, old.replaced_on = "replaced", step.on
        tx.tell(LISTS, old.id, "replace", source="published", target="replaced", on=step.on)
    tx.case = (LISTS, entry.id)
    tx.session.flush()


def _items(read: Read, list_id: int | None) -> Iterable[ToleranceListItem]:
    return read.session.scalars(
        select(ToleranceListItem)
        .where(ToleranceListItem.parent_id == list_id, ToleranceListItem.state == "listed")
        .order_by(ToleranceListItem.id)
    ).all()


def list_lacks(read: Read, entry: ToleranceList, move: Move) -> str:
    """Return what stands in the way of publishing: both sides must say something."""
    if move.name != "publish":
        return ""
    sides = {item.side for item in _items(read, entry.id)}
    return "" if sides == {"positive", "negative"} else "list_side_is_empty"


# --- situations ----------------------------------------------------------------------------------


def check_item(tx: Tx, entry: ToleranceListItem, step: Step) -> Collection[Evidence]:
    """Number a situation within its side; keep every version but a draft as it is.

    Raises:
        RefusedError: `list_is_published`, `list_number_taken`.
    """
    if tx.session.get_one(ToleranceList, entry.parent_id).state != "draft":
        raise RefusedError("list_is_published")
    if step.move.name == "remove":
        step.values["place"] = None
    if step.move.name == "add":
        step.values["place"] = _place(tx, entry.parent_id, step)
    return ()


def _place(tx: Tx, list_id: int, step: Step) -> int:
    side, wanted = step.values["side"], step.values["place"]
    mine = select(ToleranceListItem.place).where(
        ToleranceListItem.parent_id == list_id, ToleranceListItem.side == side
    )
    if wanted is None:
        last = tx.session.scalar(select(func.max(mine.subquery().c.place)))
        return int(last or 0) + 1
    if wanted in set(tx.session.scalars(mine)):
        raise RefusedError("list_number_taken", field="place", value=wanted)
    return int(wanted)


def item_lacks(read: Read, entry: ToleranceListItem, _move: Move) -> str:
    """Return why a situation may not be changed."""
    state = read.session.get_one(ToleranceList, entry.parent_id).state
    return "" if state == "draft" else "list_is_published"
