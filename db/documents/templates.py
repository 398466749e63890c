"""The office's own letter templates in place of the shipped ones, each from a day on."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Read, Tx
from db.documents.letters import (
    builtin_template,
    check_template,
    load_manifest,
    template_sha256,
)
from db.documents.tables import Template

MOST_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A letter and the template that it is made from.

    Attributes:
        kind: Kind of the letter.
        title: Its title.
        is_own: Whether the office's own template holds today.
        since: Day from which it holds; None for the shipped one.
        coming: Day from which a newer one will hold, None without one.
        note: Why it was replaced.
        sha256: Fingerprint of what holds today, as kept with each issued letter.
        versions: How many of its own the office has entered.
    """

    kind: str
    title: str
    is_own: bool
    since: date | None
    coming: date | None
    note: str
    sha256: str
    versions: int


@dataclass(frozen=True, slots=True)
class ReplaceTemplate:
    """Put an own template in place of a letter's, from a day on; the older ones stay."""

    permission: ClassVar[Permission] = Permission.SETTING_WRITE

    kind: str
    content: bytes
    valid_from: date
    note: str

    def __call__(self, tx: Tx) -> int:
        """Check and keep it; return its row.

        Raises:
            RefusedError: `unknown_letter`, `missing_note`, `template_too_large`,
                `template_unreadable`, `template_field_unknown`, `template_field_missing`,
                `valid_before_today`.
        """
        if self.kind not in load_manifest():
            raise RefusedError("unknown_letter", field="kind")
        if not self.note.strip():
            raise RefusedError("missing_note", field="note")
        if len(self.content) > MOST_BYTES:
            raise RefusedError("template_too_large", field="content", most=MOST_BYTES // 1_000_000)
        if self.valid_from < tx.today:
            # Letters of past days keep the template they were made from.
            raise RefusedError("valid_before_today", field="valid_from")
        check_template(self.content, self.kind)
        return self._keep(tx, self.content)

    def _keep(self, tx: Tx, content: bytes) -> int:
        row = tx.add(
            Template(
                kind=self.kind,
                content=content,
                sha256=template_sha256(content),
                valid_from=self.valid_from,
                note=self.note.strip()[:500],
            )
        )
        return row.id


@dataclass(frozen=True, slots=True)
class RestoreTemplate:
    """Go back to the shipped template of a letter, from today on."""

    permission: ClassVar[Permission] = Permission.SETTING_WRITE

    kind: str
    note: str

    def __call__(self, tx: Tx) -> int:
        """Keep the shipped one as the newest; return its row.

        Raises:
            RefusedError: `unknown_letter`, `missing_note`.
        """
        if self.kind not in load_manifest():
            raise RefusedError("unknown_letter", field="kind")
        return ReplaceTemplate(self.kind, builtin_template(self.kind), tx.today, self.note)(tx)


def letter_templates(read: Read) -> tuple[TemplateRow, ...]:
    """Return every letter with its template, in the order of the manifest."""
    read.require(Permission.SETTING_WRITE)
    found = []
    for kind, rule in load_manifest().items():
        shipped = template_sha256(builtin_template(kind))
        rows = list(
            read.session.execute(
                select(Template.valid_from, Template.note, Template.sha256)
                .where(Template.kind == kind)
                .order_by(Template.valid_from, Template.id)
            )
        )
        now = next((row for row in reversed(rows) if row.valid_from <= read.today), None)
        coming = next((row.valid_from for row in rows if row.valid_from > read.today), None)
        own = now is not None and now.sha256 != shipped
        found.append(
            TemplateRow(
                kind=kind,
                title=rule.title,
                is_own=own,
                since=now.valid_from if now is not None and own else None,
                coming=coming,
                note=now.note if now is not None else "",
                sha256=now.sha256 if now is not None else shipped,
                versions=len(rows),
            )
        )
    return tuple(found)
