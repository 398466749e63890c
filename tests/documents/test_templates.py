"""The office replaces a letter's template from a day on; what is broken never gets in."""

from collections.abc import Callable
from datetime import date

import pytest

from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.documents.letters import builtin_template
from db.documents.making import template_of
from db.documents.templates import ReplaceTemplate, RestoreTemplate, letter_templates
from tests.conftest import Center

Gates = Callable[[str], Gate]
KIND = "acceptance_notice"
TODAY = date(2026, 3, 2)


def own() -> bytes:
    """A template that works and is not the shipped one: docx is a zip, bytes may follow."""
    import io
    import zipfile

    source = io.BytesIO(builtin_template(KIND))
    out = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            new.writestr(item.filename, old.read(item.filename))
        new.comment = b"own"
    return out.getvalue()


def test_every_letter_is_listed_with_the_shipped_template(gate: Gates) -> None:
    rows = gate("manager").read(letter_templates)
    assert len(rows) > 8
    assert not any(row.is_own for row in rows)


def test_an_own_template_holds_from_its_day_and_can_be_taken_back(
    center: Center, gate: Gates
) -> None:
    gate("manager").write(ReplaceTemplate(KIND, own(), date(2026, 3, 5), "换用新版式"))
    row = next(r for r in gate("manager").read(letter_templates) if r.kind == KIND)
    assert (row.is_own, row.coming) == (False, date(2026, 3, 5))
    center.clock.advance(days=4)
    row = next(r for r in gate("manager").read(letter_templates) if r.kind == KIND)
    assert (row.is_own, row.since, row.note) == (True, date(2026, 3, 5), "换用新版式")
    assert gate("clerk").read(lambda r: template_of(r, KIND)) == own()
    gate("manager").write(RestoreTemplate(KIND, "恢复原版式"))
    assert gate("clerk").read(lambda r: template_of(r, KIND)) == builtin_template(KIND)
    row = next(r for r in gate("manager").read(letter_templates) if r.kind == KIND)
    assert (row.is_own, row.versions) == (False, 2)


@pytest.mark.parametrize(
    ("kind", "content", "on", "note", "code"),
    [
        (KIND, b"no docx", TODAY, "试", "template_unreadable"),
        (KIND, builtin_template("feedback_sheet"), TODAY, "试", "template_field"),
        (KIND, own(), date(2026, 3, 1), "试", "valid_before_today"),
        (KIND, own(), TODAY, " ", "missing_note"),
        ("nothing", own(), TODAY, "试", "unknown_letter"),
        (KIND, b"x" * 5_000_001, TODAY, "试", "template_too_large"),
    ],
)
def test_what_letters_could_not_be_made_from_is_refused(
    gate: Gates, kind: str, content: bytes, on: date, note: str, code: str
) -> None:
    with pytest.raises(RefusedError, match=code):
        gate("manager").write(ReplaceTemplate(kind, content, on, note))


def test_a_clerk_replaces_no_template(gate: Gates) -> None:
    with pytest.raises(NotAllowedError):
        gate("clerk").write(ReplaceTemplate(KIND, own(), TODAY, "试"))
    with pytest.raises(NotAllowedError):
        gate("clerk").read(letter_templates)
