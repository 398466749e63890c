"""Every error code of the record has its sentence, and every deed and row its word."""

import ast
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from db.core.errors import RefusedError, UnavailableError, ZhengmingError
from db.core.moves import Evidence
from desktop.admin.words import ACTS, KINDS, LISTS, PERMISSIONS, SCOPES, SETTINGS
from desktop.i18n import Language
from desktop.messages import SENTENCES, sentence

ROOT = Path(__file__).resolve().parents[3]
ERRORS = frozenset({"RefusedError", "NotAllowedError", "UnavailableError"})


@cache
def _trees() -> list[tuple[Path, ast.Module]]:
    return [
        (path, ast.parse(path.read_text(encoding="utf-8")))
        for folder in ("db", "desktop")
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]


def _literals(node: ast.expr) -> list[str]:
    """Return the texts that an argument may be."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    if isinstance(node, ast.JoinedStr) and ast.unparse(node).startswith("f'missing_{"):
        return [f"missing_{evidence.value}" for evidence in Evidence]
    return []


def codes() -> dict[str, str]:
    """Return every error code that is raised anywhere, with its file."""
    found: dict[str, str] = {}
    for path, tree in _trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            if name in ERRORS:
                texts = _literals(node.args[0])
            elif name.startswith("_refuse"):
                texts = [text for arg in node.args for text in _literals(arg)]
                texts = [text for text in texts if text.isidentifier()]
            else:
                continue
            for text in texts:
                found.setdefault(text, path.name)
    return found


def test_every_error_code_has_a_sentence() -> None:
    found = codes()
    assert "missing_finding" in found
    assert "query_empty" in found
    missing = {code: file for code, file in found.items() if code not in SENTENCES}
    assert missing == {}


def test_a_sentence_shows_days_times_and_lists(qapp) -> None:
    assert sentence(RefusedError("date_in_future", on=date(2026, 3, 2))).startswith("2026-03-02 ")
    at = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    assert "09:00:00" in sentence(RefusedError("wait_before_retry", until=at))
    assert "甲、乙" in sentence(RefusedError("template_field_missing", fields=("甲", "乙")))


def test_a_sentence_without_its_values_still_reads(qapp) -> None:
    for code in SENTENCES:
        assert sentence(ZhengmingError(code))


def test_an_unknown_code_is_told_by_its_name(qapp) -> None:
    assert "no_such_code" in sentence(UnavailableError("no_such_code"))


def test_sentences_are_told_in_chinese(qapp: QCoreApplication, chinese: None) -> None:
    language = Language(qapp)
    language.choose("zh_CN")
    try:
        assert sentence(RefusedError("self_approval")) == "拟办人不能审批本件，请送其他负责同志。"
        latin = [
            code
            for code in SENTENCES
            if not any("一" <= c <= "鿿" for c in sentence(ZhengmingError(code)))
        ]
        assert latin == []
    finally:
        language.choose("en")


def _commands() -> dict[str, str]:
    found: dict[str, str] = {}
    for path, tree in _trees():
        for node in ast.walk(tree):
            if (
                path.name != "tables.py"
                and isinstance(node, ast.ClassDef)
                and any(
                    isinstance(part, ast.AnnAssign)
                    and isinstance(part.target, ast.Name)
                    and part.target.id == "permission"
                    and part.value is not None
                    for part in node.body
                )
            ):
                snake = "".join(f"_{c.lower()}" if c.isupper() else c for c in node.name)
                found[snake.lstrip("_")] = path.name
    return found


def _noted() -> dict[str, str]:
    found: dict[str, str] = {}
    for path, tree in _trees():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"note", "note_read"}
                and len(node.args) == 3
            ):
                found.update(dict.fromkeys(_literals(node.args[0]), path.name))
    return found


def test_every_deed_of_the_trail_has_its_word() -> None:
    deeds = _commands() | _noted()
    assert "hand_over" not in deeds or "hand_over" in ACTS
    assert {deed: file for deed, file in deeds.items() if deed not in ACTS} == {}


def test_every_row_right_list_and_setting_has_its_word() -> None:
    import db.schema
    from db.codes.book_labels import has_book
    from db.codes.code_lists import list_names
    from db.core.base import Base
    from db.core.permissions import Permission, Scope
    from db.office.settings_commands import KINDS as SETTING_KINDS

    assert db.schema is not None
    audited = {
        mapper.class_.__tablename__ for mapper in Base.registry.mappers if mapper.class_.audited
    }
    assert {name for name in audited - set(KINDS) if not has_book(name)} == set()
    assert {permission.value for permission in Permission} - set(PERMISSIONS) == set()
    assert {scope.value for scope in Scope} == set(SCOPES)
    assert set(list_names()) == set(LISTS)
    assert {kind.name for kind in SETTING_KINDS} == set(SETTINGS)


def test_a_field_of_a_book_is_named_by_its_label(qapp: QCoreApplication) -> None:
    error = RefusedError("missing_leader", field="leader", book="leader_note")
    assert sentence(error) == "Please fill in “Leader”"


def test_a_field_of_a_book_is_named_in_chinese(qapp: QCoreApplication, chinese: None) -> None:
    language = Language(qapp)
    language.choose("zh_CN")
    try:
        error = RefusedError("missing_leader", field="leader", book="leader_note")
        assert sentence(error) == "请填写“批示领导”。"
    finally:
        language.choose("en")
