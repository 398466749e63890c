"""Nothing names, counts, lists, searches or traces a reporter: SETTLED §9.1, OFFICE §1-1, 1-3."""

import ast
import random
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import db
import db.schema
import resources
from db.accusation.workflow import REFERRAL
from db.codes.code_lists import move_labels, shipped_codes, state_labels
from db.codes.rules import shipped_rules
from db.core.gate import Gate
from db.documents.outgoing import check_text
from db.documents.outward import entry_white_list
from db.shelves import SHELVES
from db.statistics.measures import MEASURES
from tests.accusation.test_envelopes import received
from tests.accusation.test_referrals import a_clue, decided, opened
from tests.appeals.test_flow import unit_id
from tests.documents.test_outgoing import GIVEN, SURNAMES

Gates = Callable[[str], Gate]
REPORTER = re.compile(r"reporter|informant|informer|whistle|accuser|complainant|tip_off|denounc")
WORDS = ("举报人", "检举人", "控告人", "黑名单", "失信名单", "甄别反映人", "追查")
SOURCES = Path(db.__file__).parent
RESOURCES = Path(next(iter(resources.__path__)))


def test_no_table_and_no_column_is_about_a_reporter() -> None:
    names = [
        name
        for table in db.schema.metadata.tables.values()
        for name in (table.name, *(f"{table.name}.{c.name}" for c in table.c))
    ]
    assert [name for name in names if REPORTER.search(name)] == []
    assert [name for name in names if "fingerprint" in name or "blacklist" in name] == []


def test_no_list_book_measure_rule_or_move_is_about_a_reporter() -> None:
    identifiers = [
        *(f"{code.list}.{code.value}" for code in shipped_codes()),
        *(f"{s.track}.{s.state}" for s in state_labels()),
        *(f"{m.track}.{m.move}" for m in move_labels()),
        *(measure.identifier for measure in MEASURES),
        *(rule.identifier for rule in shipped_rules()),
        *(f"{shelf.name}.{f.name}" for shelf in SHELVES.values() for f in shelf.book.fields),
        *(name for shelf in SHELVES.values() for name in shelf.book.find),
    ]
    # 规则 Arts 26 and 27 speak of the notice to who signed; the profile is off and stores nothing.
    assert [name for name in identifiers if REPORTER.search(name)] == []


def test_no_label_speaks_of_a_reporter_or_of_a_list_of_people() -> None:
    said = [
        *(code.zh for code in shipped_codes()),
        *(s.pill_zh + s.full_zh + s.applicant_zh for s in state_labels()),
        *(m.zh + m.asks_zh for m in move_labels()),
        *texts("books_*.toml"),
    ]
    assert [text for text in said for word in WORDS if word in text] == []


def texts(pattern: str) -> Iterator[str]:
    for file in RESOURCES.joinpath("codes").glob(pattern):
        yield from strings(tomllib.loads(file.read_text(encoding="utf-8")))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def test_office_1_3_a_talk_after_reports_is_made_by_hand_only() -> None:
    """`public_report` is a value that people choose: no code brings such a talk about."""
    named = {
        (file.relative_to(SOURCES).as_posix(), node.lineno)
        for file in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value == "public_report"
    }
    allowed = ("care/workflow.py", "care/planning.py", "statistics/measures.py", "demo/script.py")
    assert {file for file, _line in named} <= set(allowed), named
    makes = re.compile(
        r"(suggest_talk|Suggestion|Plan|HoldAtOnce|record_event)\([^)]*public_report"
    )
    for file in SOURCES.rglob("*.py"):
        if file.parent.name != "demo":
            assert not makes.search(file.read_text(encoding="utf-8")), file
    for room in ("accusation", "clarification", "appeals"):
        for file in (SOURCES / room).glob("*.py"):
            assert "public_report" not in file.read_text(encoding="utf-8"), file


def test_near_texts_are_looked_for_among_appeals_only() -> None:
    """OFFICE §5-34: nothing ties envelopes, findings or referrals together by their words."""
    for name in ("duplicates.py", "matching.py", "search.py", "search_query.py"):
        source = (SOURCES / "appeals" / name).read_text(encoding="utf-8")
        for room in ("accusation", "clarification", "care", "shelves"):
            assert f"db.{room}" not in source, (name, room)
    assert next(s for s in SHELVES.values() if s.name == "envelope").book.find == ()


def test_product_4_14_the_check_answers_alike_whoever_left_an_envelope_or_a_clue(
    gate: Gates,
) -> None:
    """1,000 random names: the same marks before and after thirty of them were at the desk."""
    rng = random.Random(1)
    names = [rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, 2)) for _ in range(1000)]
    own = a_clue(gate)
    decided(gate, own, "refer", unit_id=unit_id(gate("clerk"), "discipline"))

    def allowed(read: object) -> object:
        shelf = SHELVES[REFERRAL.name]
        entry = read.session.get_one(shelf.table, own)  # type: ignore[attr-defined]
        return entry_white_list(read, shelf, entry)  # type: ignore[arg-type]

    before = gate("clerk").read(allowed)
    for name in names[:5]:
        received(gate)
        other = a_clue(gate, person_name=name)
        decided(gate, other, "refer", unit_id=unit_id(gate("clerk"), "discipline"))
        opened(gate, other)
    after = gate("clerk").read(allowed)
    assert after == before
    shapes = {
        tuple((mark.start, mark.end, mark.kind) for mark in check_text(f"请与{name}联系。", after))
        for name in names
        if len(name) == 3
    }
    assert len(shapes) == 1
