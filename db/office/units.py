"""Changes of the unit tree (SETTLED §2): units are renamed and closed, never removed."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Tx
from db.office.tables import Unit, UnitName

MEMBERS = ("organization", "discipline", "hr", "petition")
"""The member departments; each is one unit."""


@dataclass(frozen=True, slots=True)
class UnitFields:
    """What is told of a unit.

    Attributes:
        full_name: Full name, as papers print it.
        short_name: Official short name.
        kind: Value of the list `unit_kind`.
        parent_id: Unit above it, None at the top.
        order_number: Place in the office's own order.
        member_department: organization, discipline, hr, petition or None.
        party_body: Its party body, for letters.
        party_address: Form of address of that body.
        phone: Telephone.
        address: Address.
        office_hours: When it is open.
        counts_time: False where nothing is timed (纪委监委, SETTLED §9.8).
        is_vertical: Managed by its superiors: appeals are redirected.
    """

    full_name: str
    short_name: str
    kind: str = "other"
    parent_id: int | None = None
    order_number: int = 0
    member_department: str | None = None
    party_body: str = ""
    party_address: str = ""
    phone: str = ""
    address: str = ""
    office_hours: str = ""
    counts_time: bool = True
    is_vertical: bool = False


@dataclass(frozen=True, slots=True)
class AddUnit:
    """Add a unit or section."""

    permission: ClassVar[Permission] = Permission.UNIT_WRITE

    fields: UnitFields
    valid_from: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Write it and return its id.

        Raises:
            RefusedError: `missing_name`, `unit_key_taken`, `member_taken`, `unit_unknown`.
        """
        _check(tx, self.fields, None)
        row = Unit(
            key=_free_key(tx, self.fields.short_name),
            full_name="",
            short_name="",
            valid_from=self.valid_from,
        )
        _fill(row, self.fields)
        return tx.add(row).id


@dataclass(frozen=True, slots=True)
class ChangeUnit:
    """Change a unit; a new full name keeps the old one with its last day."""

    permission: ClassVar[Permission] = Permission.UNIT_WRITE

    unit_id: int
    seen: int
    fields: UnitFields
    renamed_on: date | None = None

    def __call__(self, tx: Tx) -> None:
        """Write the changes.

        Raises:
            RefusedError: `missing_name`, `unit_key_taken`, `member_taken`, `unit_in_itself`.
        """
        row = tx.load(Unit, self.unit_id, seen=self.seen)
        _check(tx, self.fields, row)
        if row.full_name != self.fields.full_name.strip():
            tx.add(
                UnitName(
                    unit_id=row.id,
                    name=row.full_name,
                    valid_from=row.valid_from,
                    valid_to=tx.happened(self.renamed_on, "renamed"),
                )
            )
        _fill(row, self.fields)


@dataclass(frozen=True, slots=True)
class CloseUnit:
    """Close a unit from a day on; its cases and former names stay."""

    permission: ClassVar[Permission] = Permission.UNIT_WRITE

    unit_id: int
    seen: int
    valid_to: date | None = None

    def __call__(self, tx: Tx) -> None:
        """Write its last day; None opens it again.

        Raises:
            RefusedError: `validity_order`, `member_taken` for a member department.
        """
        row = tx.load(Unit, self.unit_id, seen=self.seen)
        if row.member_department and self.valid_to is not None:
            raise RefusedError("member_taken", field="valid_to")
        if row.valid_from and self.valid_to and self.valid_to < row.valid_from:
            raise RefusedError("validity_order", field="valid_to")
        row.valid_to = self.valid_to


def _fill(row: Unit, fields: UnitFields) -> None:
    row.full_name, row.short_name = fields.full_name.strip(), fields.short_name.strip()
    row.kind, row.parent_id, row.order_number = fields.kind, fields.parent_id, fields.order_number
    row.member_department = fields.member_department or None
    row.party_body, row.party_address = fields.party_body.strip(), fields.party_address.strip()
    row.phone, row.address = fields.phone.strip(), fields.address.strip()
    row.office_hours = fields.office_hours.strip()
    row.counts_time, row.is_vertical = fields.counts_time, fields.is_vertical


def _check(tx: Tx, fields: UnitFields, present: Unit | None) -> None:
    if not fields.full_name.strip():
        raise RefusedError("missing_name", field="full_name")
    if not fields.short_name.strip():
        raise RefusedError("missing_name", field="short_name")
    own = present.id if present is not None else None
    same = select(Unit.id).where(
        Unit.full_name == fields.full_name.strip(), Unit.parent_id == fields.parent_id
    )
    if any(found != own for found in tx.session.scalars(same)):
        raise RefusedError("unit_key_taken", field="full_name")
    if fields.member_department:
        if fields.member_department not in MEMBERS:
            raise RefusedError("unknown_value", field="member_department", list="department")
        taken = select(Unit.id).where(Unit.member_department == fields.member_department)
        if any(found != own for found in tx.session.scalars(taken)):
            raise RefusedError("member_taken", field="member_department")
    _check_parent(tx, fields.parent_id, own)


def _check_parent(tx: Tx, parent_id: int | None, own: int | None) -> None:
    while parent_id is not None:
        if parent_id == own:
            raise RefusedError("unit_in_itself", field="parent_id")
        parent = tx.session.get(Unit, parent_id)
        if parent is None:
            raise RefusedError("unit_unknown", field="parent_id")
        parent_id = parent.parent_id


def _free_key(tx: Tx, name: str) -> str:
    stem = re.sub(r"\s+", "", name)[:40] or "unit"
    taken = set(tx.session.scalars(select(Unit.key).where(Unit.key.startswith(stem))))
    if stem not in taken:
        return stem
    return next(key for n in range(2, 10_000) if (key := f"{stem}_{n}") not in taken)
