"""PRODUCT §4-3: a case that somebody may not see does not exist for him, on any surface.

Every question of the store that asks for nothing but the reader is found by itself, so that a room
written tomorrow is asked too; those that name a case are listed. Who is recused from everything
reads what he would read in an empty center; who is recused from some finds no word of those.
"""

import ast
import importlib
import inspect
import pkgutil
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import ColumnElement, select
from sqlalchemy.exc import NoResultFound

import db
import db.shelves
import desktop
from db.appeals.duplicates import explain_pair
from db.appeals.intake import Register
from db.appeals.ledger import ledger_count, ledger_ids, ledger_rows
from db.appeals.queries import card, due_list, inbox
from db.appeals.routing import SignIn
from db.appeals.rows import LedgerFilter
from db.audit.readings import readings
from db.books.commands import Open
from db.books.queries import book_heads, entry_card, entry_ids
from db.books.rows import EntryFilter
from db.care.changes import Partner, Roles
from db.care.planning import Plan
from db.care.queries import talk_card
from db.clarification.intake import Apply
from db.clarification.queries import clarification_card
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.permissions import CASE_ROLES, Permission
from db.core.tx import Read, Tx
from db.documents.filing import Attach, attachments
from db.documents.filling import fill, ready_papers
from db.documents.making import documents
from db.office.drafts import SaveDraft
from db.office.recusals import recusal_hints, roles_of
from db.office.tables import Account, Recusal
from db.people.queries import find_people
from db.statistics.lists import case_ids
from tests.appeals.test_flow import assign, hand_over, intake, to_accepted, unit_id
from tests.conftest import ACCOUNTS, Center

pytestmark = pytest.mark.xdist_group("surfaces")
"""One worker makes what the module's tests share."""

Gates = Callable[[str], Gate]
Case = tuple[str, int]
SOME = ("clerk2", "manager", "hr", "hr_leader")
WORKERS = [a.login for a in ACCOUNTS if a.role in {r.value for r in CASE_ROLES}]

OFFICIAL = frozenset({"counter", "months_with_facts", "verify_trail"})
"""The office's own: the next number, the months of its figures, its chain."""
PARTS = frozenset({"events_of", "files_of", "clocks_of", "approvals_of", "papers_of", "holdings"})
"""Parts of a card, put together once its question has looked at the reach; the window has none."""
NOT_ASKED = PARTS | {"accounts", "colleagues", "settings", "units", "codes", "kinds"}
"""Questions that have nothing to do with cases, and helpers whose answer never crosses the wall."""


@dataclass(frozen=True)
class World:
    """Cases with the one word that stands in each of them and nowhere else."""

    cases: dict[Case, str]


def word(place: int) -> str:
    return f"暗语{chr(0x4E00 + 37 * place)}{chr(0x5200 + 41 * place)}"


def world(gate: Gates) -> World:
    """Return a center in which every kind of case stands, each with its own word."""
    found: dict[Case, str] = {}

    def keep(case: Case, name: str) -> str:
        found[case] = name
        return name

    for place, key in enumerate(("hr", "organization", "petition", "discipline", "hr")):
        name = word(place)
        appeal_id = to_accepted(gate, subject=name, facts=f"{name}的事实", person_name=f"甲{name}")
        keep(("ordinary_appeal", appeal_id), name)
        gate("clerk").write(Attach("ordinary_appeal", appeal_id, f"{name}.txt", name.encode()))
        assign(gate, appeal_id, key)
        if place < 3:
            gate(key).write(SignIn(hand_over(gate(key), appeal_id)))
    _urge(gate, word(0))
    waiting = gate("clerk").write(Register(intake(subject=word(6), person_name=f"甲{word(6)}")))
    keep(("ordinary_appeal", waiting.value.appeal_id), word(6))
    made = gate("clerk").write(Apply(f"{word(7)}，求澄清。", person_name=f"甲{word(7)}")).value
    keep(("clarification", made.clarification_id), word(7))
    clerk2 = account(gate, "clerk2")
    talk = gate("manager").write(
        Plan(Partner(None, f"甲{word(8)}"), "mood", Roles(talker_id=clerk2))
    )
    keep(("care_talk", talk.value.talk_id), word(8))
    gate("clerk2").write(
        SaveDraft("talk_record", str(talk.value.talk_id), f"谈话 {word(8)}", {"x": word(8)})
    )
    note = {
        "subject": word(9),
        "leader": "许望",
        "leader_post": "部长",
        "noted_on": date(2026, 3, 2),
        "wording": f"请阅处{word(9)}",
        "kind": "handle",
    }
    entered = gate("clerk").write(Open("leader_note", "enter", note)).value
    keep(("leader_note", entered.entry_id), word(9))
    return World(found)


def _urge(gate: Gates, name: str) -> None:
    """Urge the first appeal: what stands in another book about a case is part of it."""
    desk = gate("clerk")
    told_to = {
        "appeal_id": 1,
        "unit_id": unit_id(desk, "hr"),
        "cause": "overdue",
        "way": "phone",
        "told_to": "何俊贤",
        "content": f"{name}请尽快办理。",
        "due_on": date(2026, 3, 6),
    }
    desk.write(Open("supervision", "urge", told_to))


def account(gate: Gates, login: str) -> int:
    def ask(read: Read) -> int:
        return read.session.scalars(select(Account.id).where(Account.login == login)).one()

    return gate("manager").read(ask)


class Recuse:
    """Recuse an account from some cases, as decided."""

    permission = Permission.DRAFT_WRITE

    def __init__(self, login: str, cases: list[Case]) -> None:
        self.login, self.cases = login, cases

    def __call__(self, tx: Tx) -> None:
        who = tx.session.scalars(select(Account.id).where(Account.login == self.login)).one()
        for track, case_id in self.cases:
            tx.add(
                Recusal(
                    track=track,
                    case_id=case_id,
                    account_id=who,
                    reason="interest",
                    decided_by_id=tx.actor.account_id,
                    decided_on=tx.today,
                )
            )


def questions() -> Iterator[tuple[str, Callable[[Read], object]]]:
    """Yield every public question of `db` that needs nothing but the reader."""
    for found in pkgutil.walk_packages(db.__path__, "db."):
        if found.ispkg or "migrations" in found.name or ".demo" in found.name:
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if name.startswith("_") or not inspect.isfunction(value):
                continue
            if value.__module__ != found.name or name in NOT_ASKED:
                continue
            parameters = list(inspect.signature(value).parameters.values())
            if not parameters or parameters[0].annotation not in (Read, "Read"):
                continue
            if all(p.default is not p.empty for p in parameters[1:]):
                yield f"{found.name}.{name}", value


QUESTIONS = sorted(questions())
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def given(case: Case, name: str) -> dict[str, object]:
    """Return what a question may want to be told, by the name of its parameter."""
    track, case_id = case
    return {
        "track": track,
        "book": track,
        "case_id": case_id,
        "appeal_id": case_id,
        "entry_id": case_id,
        "talk_id": case_id,
        "clarification_id": case_id,
        "hand_over_id": case_id,
        "person_id": case_id,
        "account_id": 1,
        "unit_id": 1,
        "ids": [case_id],
        "books": tuple(db.shelves.SHELVES),
        "month": "2026-03",
        "year": 2026,
        "first": FIRST,
        "last": LAST,
        "since": FIRST,
        "until": LAST,
        "on": date(2026, 3, 2),
        "day": date(2026, 3, 2),
        "typed": name,
        "text": name,
        "query": name,
        "name": f"甲{name}",
        "number": f"泽诉受〔2026〕{case_id:04d}号",
        "within_days": 500,
        "kind": "registration_form",
        "wanted": LedgerFilter(query=name),
    }


def told_apart() -> Iterator[tuple[str, Callable[..., object], tuple[str, ...]]]:
    """Yield every public question that wants to be told something that `given` knows."""
    known = set(given(("x", 1), "x"))
    for found in pkgutil.walk_packages(db.__path__, "db."):
        if found.ispkg or "migrations" in found.name or ".demo" in found.name:
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if name.startswith("_") or not inspect.isfunction(value) or name in NOT_ASKED:
                continue
            parameters = list(inspect.signature(value).parameters.values())
            if value.__module__ != found.name or not parameters:
                continue
            wanted = tuple(p.name for p in parameters[1:] if p.default is p.empty)
            if parameters[0].annotation in (Read, "Read") and wanted and set(wanted) <= known:
                yield f"{found.name}.{name}", value, wanted


TOLD_APART = sorted(told_apart())


def told(gate: Gate, ask: Callable[[Read], object]) -> str:
    try:
        answer = gate.read(ask)
        return "a condition" if isinstance(answer, ColumnElement) else repr(answer)
    except (NotAllowedError, RefusedError) as error:
        return f"refused {error.code}"
    except (TypeError, AttributeError, KeyError, ValueError, StopIteration, NoResultFound) as wrong:
        # What was guessed does not fit this question: it says nothing of a case.
        return f"unfit {type(wrong).__name__}"


def about(case: Case, name: str) -> Iterator[Callable[[Read], object]]:
    """Yield the questions that name a case, or search for its word."""
    track, case_id = case
    for query in (name, name[:3], f"甲{name}", f"facts:{name}", f"subject:{name}"):
        yield partial(ledger_ids, wanted=LedgerFilter(query=query))
        yield partial(ledger_count, wanted=LedgerFilter(query=query))
    yield partial(due_list, within_days=500)
    for box in ("sent", "to_sign", "running", "co", "returned"):
        yield partial(inbox, box=box)
    yield partial(find_people, typed=f"甲{name}")
    yield partial(attachments, track=track, case_id=case_id)
    yield partial(documents, track=track, case_id=case_id)
    yield partial(recusal_hints, track=track, case_id=case_id)
    yield partial(roles_of, track=track, case_id=case_id, account_id=1)
    yield partial(readings, track=track, case_id=case_id)
    for figure in ("received_count", "accepted_count", "open_count"):
        yield partial(case_ids, figure=figure, month="2026-03")
    if track == "ordinary_appeal":
        yield partial(card, appeal_id=case_id)
        yield partial(ledger_rows, ids=[case_id])
        yield partial(ready_papers, appeal_id=case_id)
        yield partial(fill, kind="registration_form", appeal_id=case_id)
        yield partial(explain_pair, first_id=case_id, second_id=1)
    elif track == "clarification":
        yield partial(clarification_card, clarification_id=case_id)
    elif track == "care_talk":
        yield partial(talk_card, talk_id=case_id)
    else:
        yield partial(entry_card, book=track, entry_id=case_id)
        yield partial(entry_ids, book=track, wanted=EntryFilter(text=name))
        yield partial(book_heads, books=tuple(db.shelves.SHELVES))


@pytest.fixture(scope="module")
def full_store(
    template_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, World]:
    """Make the center with every kind of case once; tests copy it."""
    folder = tmp_path_factory.mktemp("full")
    for source in template_store.parent.iterdir():
        shutil.copy2(source, folder / source.name)
    center = Center(folder / "center.zm")
    made = world(center.gate)
    center.close()
    return folder, made


@pytest.fixture
def full(full_store: tuple[Path, World], tmp_path: Path) -> Iterator[tuple[Center, World]]:
    """A fresh copy of the full center."""
    folder, made = full_store
    copy = tmp_path / "full"
    shutil.copytree(folder, copy)
    center = Center(copy / "center.zm")
    yield center, made
    center.close()


def test_there_are_many_questions() -> None:
    assert len(QUESTIONS) > 40
    assert len(TOLD_APART) > 40


def test_parts_of_a_card_never_cross_the_wall_alone() -> None:
    window = Path(desktop.__file__).parent
    for path in window.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("db."):
                assert not PARTS & {alias.name for alias in node.names}, path


@pytest.mark.parametrize("login", SOME)
def test_who_is_recused_from_everything_reads_an_empty_center(
    center: Center, full: tuple[Center, World], login: str
) -> None:
    there, made = full
    there.gate("secadmin").write(Recuse(login, list(made.cases)))
    differing = {
        name: (before, now)
        for name, ask in QUESTIONS
        if name.rsplit(".", 1)[1] not in OFFICIAL
        if (now := told(there.gate(login), ask)) != (before := told(center.gate(login), ask))
    }
    assert differing == {}


@pytest.mark.parametrize("seed", range(2))
def test_random_recusals_leave_no_word_anywhere(full: tuple[Center, World], seed: int) -> None:
    center, made = full
    chance = random.Random(seed)
    for login in chance.sample(WORKERS, 3):
        cases = chance.sample(list(made.cases), chance.randint(1, len(made.cases) - 1))
        center.gate("secadmin").write(Recuse(login, cases))
        whole = [told(center.gate(login), ask) for _, ask in QUESTIONS]
        for case in cases:
            name = made.cases[case]
            asked = [told(center.gate(login), ask) for ask in about(case, name)]
            asked += [
                told(center.gate(login), partial(ask, **{k: given(case, name)[k] for k in wanted}))
                for _, ask, wanted in TOLD_APART
            ]
            names = [n for n, _ in QUESTIONS] + ["about"] * sum(1 for _ in about(case, name))
            names += [n for n, *_ in TOLD_APART]
            leaks = [
                where
                for where, answer in zip(names, (*whole, *asked), strict=True)
                if name in answer and not answer.startswith("unfit")
            ]
            assert leaks == [], (login, case)
