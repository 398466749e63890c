"""Changes of lists, by those who keep them (SETTLED §1)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import func, select

from db.codes.tables import CodeRow
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Tx

_VALUE = re.compile(r"[a-z][a-z0-9_]{0,59}")


@dataclass(frozen=True, slots=True)
class AddCode:
    """Add a value to a list.

    Attributes:
        list: Name of the list.
        value: What is stored: lower-case letters, digits and `_`.
        zh: Label in Chinese.
        en: Label in English; the Chinese one if empty.
        short_zh: Label for narrow columns.
        aliases: Labels of other ledgers that mean it.
        valid_from: First day on which it is offered.
    """

    permission: ClassVar[Permission] = Permission.CODE_WRITE

    list: str
    value: str
    zh: str
    en: str = ""
    short_zh: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Write it at the end of its list and return its id.

        Raises:
            RefusedError: `unknown_list`, `value_letters`, `value_taken`, `missing_label`.
        """
        last = tx.session.scalar(select(func.max(CodeRow.order)).where(CodeRow.list == self.list))
        if last is None:
            raise RefusedError("unknown_list", field="list", list=self.list)
        if not _VALUE.fullmatch(self.value):
            raise RefusedError("value_letters", field="value")
        taken = select(CodeRow.id).where(CodeRow.list == self.list, CodeRow.value == self.value)
        if tx.session.scalar(taken) is not None:
            raise RefusedError("value_taken", field="value")
        row = tx.add(
            CodeRow(
                list=self.list,
                value=self.value,
                zh=_label(self.zh),
                en=self.en.strip() or _label(self.zh),
                short_zh=self.short_zh.strip(),
                aliases="\n".join(filter(None, (alias.strip() for alias in self.aliases))),
                order=last + 1,
                valid_from=self.valid_from,
                builtin=False,
            )
        )
        tx.renew("codes")
        return row.id


@dataclass(frozen=True, slots=True)
class ChangeCode:
    """Change labels, aliases, place or validity of a value; what is stored stays for ever."""

    permission: ClassVar[Permission] = Permission.CODE_WRITE

    code_id: int
    seen: int
    zh: str
    en: str
    short_zh: str = ""
    aliases: tuple[str, ...] = ()
    order: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def __call__(self, tx: Tx) -> None:
        """Write the changes.

        Raises:
            RefusedError: `missing_label`, `validity_order`.
        """
        row = tx.load(CodeRow, self.code_id, seen=self.seen)
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise RefusedError("validity_order", field="valid_to")
        row.zh, row.en = _label(self.zh), self.en.strip() or _label(self.zh)
        row.short_zh = self.short_zh.strip()
        row.aliases = "\n".join(filter(None, (alias.strip() for alias in self.aliases)))
        row.valid_from, row.valid_to = self.valid_from, self.valid_to
        if self.order is not None and self.order != row.order:
            _place(tx, row, self.order)
        tx.renew("codes")


def _label(text: str) -> str:
    label = text.strip()
    if not label:
        raise RefusedError("missing_label", field="zh")
    return label


def _place(tx: Tx, moved: CodeRow, order: int) -> None:
    rows = list(
        tx.session.scalars(
            select(CodeRow).where(CodeRow.list == moved.list).order_by(CodeRow.order, CodeRow.id)
        )
    )
    rows.remove(moved)
    rows.insert(max(0, min(order - 1, len(rows))), moved)
    for place, row in enumerate(rows, start=1):
        if row.order != place:
            row.order = place
