"""The plan of the books: `resources/demo/book_*.toml` turned into steps (pure).

An entry begins some working days before today and goes on by its own steps; whatever would fall
on today or later does not happen, so that a store of a later day shows the entry further on.

    [[entry]]
    book = "leader_note"        # a decision or a comparison follows its step
    key = "subsidies"           # other entries name it: { entry = "subsidies" }
    ago = 30                    # working days before today
    at = "9:20"
    by = "clerk"
    move = "enter"
    values = { subject = "…", noted_on = { day = 0 }, unit_id = { unit = "hr" } }
                                # { handed = "hr" } is the newest appeal in the hands of a unit,
                                # { closed = 0 } the number of a closed one
    [[entry.step]]
    after = 2                   # working days later
    by = "clerk"
    move = "close"
    values = { }
    decided = "manager"         # agrees, or what `decision` says
    [entry.step.paper]          # recorded from paper, compared by `compared`
    signer = "…"
    post = "…"
    [entry.step.signed]         # agreed on paper: who types it, who signed; `compared` confirms
    by = "clerk"
    signer = "…"
    post = "…"
    number = "…"
"""

import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from db.demo.script import SHANGHAI, Plan, Step

PREFIX = "book_"
DECIDED_AFTER = timedelta(minutes=70)
COMPARED_AFTER = timedelta(minutes=40)
SIGNED_AFTER = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class BookStep:
    """One deed on an entry.

    Attributes:
        book: Book.
        key: Key of the entry in the plan.
        move: Move; `decide`, `sign` and `compare` follow a step that waits.
        values: What the form is filled with; tables name units, people, days and entries.
        parent: Key of the entry that owns this one.
        opens: Whether it opens the entry.
        decision: What is decided.
        paper: Paper of somebody who does not log in.
    """

    book: str
    key: str
    move: str
    values: dict[str, Any] = field(default_factory=dict)
    parent: str = ""
    opens: bool = False
    decision: str = "agreed"
    paper: dict[str, Any] | None = None


@cache
def entries() -> tuple[dict[str, Any], ...]:
    """Return every entry of the demo's files, by file."""
    folder = files("resources").joinpath("demo")
    names = sorted(
        entry.name
        for entry in folder.iterdir()
        if entry.name.startswith(PREFIX) and entry.name.endswith(".toml")
    )
    found: list[dict[str, Any]] = []
    for name in names:
        found += tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8"))["entry"]
    return tuple(found)


def book_steps(plan: Plan, is_working: Callable[[date], bool]) -> Iterator[Step]:
    """Return the deeds on the books in no particular order."""
    days = list(_working_days(plan.today, is_working))
    for place, entry in enumerate(entries()):
        yield from _course(entry, place, days, plan.today)


def _working_days(today: date, is_working: Callable[[date], bool]) -> Iterator[date]:
    first = date(today.year - 1, 1, 1)
    for ordinal in range(first.toordinal(), today.toordinal() + 60):
        day = date.fromordinal(ordinal)
        if is_working(day):
            yield day


def _course(entry: dict[str, Any], place: int, days: Sequence[date], today: date) -> Iterator[Step]:
    here = bisect_left(days, today) - int(entry["ago"])
    book, key = str(entry["book"]), str(entry.get("key", f"{entry['book']}-{place}"))
    opening = {**entry, "after": 0}
    moment = None
    for turn, step in enumerate((opening, *entry.get("step", ()))):
        here += int(step.get("after", 0))
        if here >= len(days) or days[here] >= today:
            return
        moment = _moment(days[here], str(step.get("at", "")), place, turn, moment)
        made = BookStep(
            book,
            key,
            str(step["move"]),
            dict(step.get("values", {})),
            str(step.get("parent", "")),
            turn == 0,
            paper=step.get("paper"),
        )
        yield Step(moment, str(step["by"]), "book", key, {"step": made})
        if "signed" in step:
            moment += SIGNED_AFTER
            signed = BookStep(book, key, "sign", paper=dict(step["signed"]))
            yield Step(moment, str(step["signed"]["by"]), "book", key, {"step": signed})
        for name, wait in (("compared", COMPARED_AFTER), ("decided", DECIDED_AFTER)):
            if name in step:
                moment += wait
                decision = str(step.get("decision", "agreed"))
                act = "compare" if name == "compared" else "decide"
                told = BookStep(book, key, act, decision=decision)
                yield Step(moment, str(step[name]), "book", key, {"step": told})


def _moment(day: date, at: str, place: int, turn: int, before: datetime | None) -> datetime:
    if at:
        hour, minute = (int(part) for part in at.split(":"))
        moment = datetime.combine(day, time(hour, minute, place % 60), SHANGHAI)
    else:
        minutes = (place * 17 + turn * 41) % 150
        moment = datetime.combine(day, time(9, 5, place % 60), SHANGHAI) + timedelta(
            minutes=minutes
        )
    if before is not None and moment <= before:
        moment = before + timedelta(minutes=9)
    return moment
