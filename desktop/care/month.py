"""A month of talks: plan and done in person-times, by what brought them about and by talker."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from db.care.queries import TRIGGERS, talk_ids, talk_rows, talkers, trigger_words
from db.care.rows import TalkFilter, TalkRow
from db.codes.queries import codes
from db.core.tx import Read

OWN = ""
"""Key of talkers who belong to the center itself."""
OTHER = "-"
"""Key of talks whose talker is not named, or does not log in."""
UNHELD = ("planned", "scheduled")


@dataclass(slots=True)
class Tally:
    """Person-times of a month under one heading.

    Attributes:
        done: Held in the month.
        overdue: Not held and past the day of the plan.
        waiting: Not held and not yet due.
    """

    done: int = 0
    overdue: int = 0
    waiting: int = 0

    @property
    def planned(self) -> int:
        """Return the whole of the plan."""
        return self.done + self.overdue + self.waiting


@dataclass(slots=True)
class MonthView:
    """What the head, the tiles and the bars of the page say of a month.

    Attributes:
        whole: All talks of the month.
        by_trigger: By the Chinese word of the trigger as everybody may see it.
        by_unit: By the talker's unit, in the office's own order; then `OWN` and `OTHER`.
        words: Every trigger as everybody sees it, in Chinese and English, in the list's order.
        ids: The talks of the month.
    """

    first: date
    whole: Tally = field(default_factory=Tally)
    by_trigger: dict[str, Tally] = field(default_factory=dict)
    by_unit: dict[str, Tally] = field(default_factory=dict)
    words: tuple[tuple[str, str], ...] = ()
    ids: tuple[int, ...] = ()


def last_of(first: date) -> date:
    """Return the last day of the month of a first day."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def earlier(first: date) -> date:
    """Return the first day of the month before."""
    return (first - timedelta(days=1)).replace(day=1)


def later(first: date) -> date:
    """Return the first day of the month after."""
    return last_of(first) + timedelta(days=1)


def month_view(read: Read, first: date) -> MonthView:
    """Return the month that begins on a day, over the talks that the actor may know of.

    A talk belongs to the month in which it was held; one not yet held to that of its due day, and
    what is overdue also to the present month.
    """
    last = last_of(first)
    held = talk_rows(read, talk_ids(read, TalkFilter(held_from=first, held_to=last)))
    open_rows = talk_rows(read, talk_ids(read, TalkFilter(states=UNHELD)))
    order = {row.account_id: row.unit for row in talkers(read)}
    names = [unit for unit in dict.fromkeys(order.values()) if unit]
    view = MonthView(first, by_unit={unit: Tally() for unit in (*names, OWN, OTHER)})
    ids: list[int] = []
    for row in (*held.values(), *open_rows.values()):
        kind = _kind(row, first, last, read.today)
        if not kind:
            continue
        ids.append(row.id)
        times = max(1, row.person_times)
        unit = order.get(row.talker_id, OTHER) if row.talker_id is not None else OTHER
        for tally in (
            view.whole,
            view.by_trigger.setdefault(row.trigger_zh, Tally()),
            view.by_unit.setdefault(unit, Tally()),
        ):
            setattr(tally, kind, getattr(tally, kind) + times)
    view.by_unit = {unit: tally for unit, tally in view.by_unit.items() if tally.planned}
    view.words = tuple(
        dict.fromkeys(trigger_words(read, value) for value in codes(read).get(TRIGGERS, {}))
    )
    view.ids = tuple(ids)
    return view


def _kind(row: TalkRow, first: date, last: date, today: date) -> str:
    if row.held_on is not None:
        return "done" if first <= row.held_on <= last else ""
    due_on = row.next_due_on or row.planned_on
    if due_on is None:
        return ""
    if due_on < today:
        in_month = first <= due_on <= last or first <= today <= last
        return "overdue" if in_month else ""
    return "waiting" if first <= due_on <= last else ""


def ask_month(first: date) -> partial[MonthView]:
    """Return the question of a month."""
    return partial(month_view, first=first)
