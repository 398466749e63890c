"""The plan of the demo center's two years: who does what, when (pure).

`build_plan` lays out every step from 1 January of the last complete calendar year to the evening
before `today`; whoever owns a store carries the steps out as ordinary commands under an injected
clock (SETTLED §4). The same day, calendar and seed always give the same plan.

The last complete year accepts 508 appeals and answers 507 of them, holds 352 talks and leaves one
named appeal open; it opens at nothing and none of its accepted appeals leaves by another way.
"""

import random
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from types import MappingProxyType
from zoneinfo import ZoneInfo

from db.demo.content import (
    CIVIL,
    Content,
    Letter,
    PersonSpec,
    Topic,
    Writer,
    fill,
    load,
    people,
    suits,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
SEED = 20190301
ACCEPTED_LAST_YEAR = 508
TALKS_LAST_YEAR = 352
TALKS_A_MONTH = 22
RECEIVED_A_MONTH = (40, 43)
MINUTES_A_DAY = 420
MORNING, NOON_BREAK = time(8, 30), 210
OPEN_TOPIC = "工龄认定和连续工龄计算"
PICTURED_TOPIC = "防疫一线人手补充"
PICTURED_PERSON = "王䶮"
OFFICERS = {
    "organization": "organization",
    "hr": "hr",
    "petition": "petition",
    "discipline": "discipline",
}
LEADERS = {
    "organization": "organization_leader",
    "hr": "hr_leader",
    "petition": "petition_leader",
    "discipline": "discipline_head",
}
CATEGORY_WEIGHTS = {
    "treatment": 17,
    "position_transfer": 17,
    "assessment": 9,
    "clarification": 8,
    "punishment_period": 5,
    "tolerance": 3,
    "family_difficulty": 11,
    "health_psych": 7,
    "work_condition": 10,
    "suggestion": 6,
    "other": 7,
}
CHANNEL_WEIGHTS = {
    "window": 42,
    "phone": 17,
    "letter": 13,
    "transferred": 10,
    "online": 8,
    "leader_visit": 5,
    "assigned_above": 3,
    "inspection": 1,
    "self_found": 1,
}
# Months in which fewer or more people come than the working days alone would say.
SEASON = (1.04, 0.9, 1.14, 1.06, 1.02, 1.04, 1.0, 0.96, 1.05, 0.98, 0.99, 0.82)


@dataclass(frozen=True, slots=True)
class Step:
    """One deed of the simulation.

    Attributes:
        at: Aware instant in Asia/Shanghai, always within working hours.
        actor: Login of the account that does it.
        act: Name of the deed, as the commands are named.
        case: Key of the case in the plan; never a number of the record.
        data: What the form of that deed is filled with.
    """

    at: datetime
    actor: str
    act: str
    case: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole simulation.

    Attributes:
        today: The day it is built for; nothing happens on it yet.
        seed: Source of chance.
        year: The last complete calendar year.
        people: The cadres.
        steps: Every deed in the order of time.
        open_case: Key of the one appeal of `year` not answered in it.
        open_subject: Its subject.
        repeats: Cases whose text is meant to be the same, or nearly, as another's.
    """

    today: date
    seed: int
    year: int
    people: tuple[PersonSpec, ...]
    steps: tuple[Step, ...]
    open_case: str
    open_subject: str
    repeats: frozenset[str]


@dataclass(slots=True)
class _Row:
    """A deed with its day, before it has a time."""

    day: date
    act: str
    actor: str
    data: dict[str, object] = field(default_factory=dict)
    not_before: int = 0


class _Days:
    """Working days as a list, for arithmetic."""

    def __init__(self, is_working: Callable[[date], bool], first: date, last: date) -> None:
        count = (last - first).days + 1
        every = (first + timedelta(days=n) for n in range(count))
        self.list = [day for day in every if is_working(day)]
        self._known = frozenset(self.list)

    def works(self, day: date) -> bool:
        return day in self._known

    def on_or_after(self, day: date) -> date:
        return self.list[min(bisect_left(self.list, day), len(self.list) - 1)]

    def on_or_before(self, day: date) -> date:
        return self.list[max(bisect_right(self.list, day) - 1, 0)]

    def plus(self, day: date, count: int) -> date:
        place = bisect_right(self.list, day) - 1 + count
        return self.list[max(0, min(place, len(self.list) - 1))]

    def gap(self, first: date, second: date) -> int:
        return bisect_left(self.list, second) - bisect_left(self.list, first)

    def between(self, first: date, second: date, share: float) -> date:
        start = bisect_left(self.list, self.on_or_after(first))
        end = bisect_right(self.list, second) - 1
        return self.list[start + max(0, round((end - start) * share))]

    def of_month(self, year: int, month: int) -> list[date]:
        return [day for day in self.list if day.year == year and day.month == month]

    def start_due(self, due: date, count: int) -> date:
        """Return the working day whose `count` calendar days end on `due`, as near as there is."""
        start = self.on_or_before(due - timedelta(days=count))
        for back in range(6):
            day = due - timedelta(days=count + back)
            if self.works(day) and self.on_or_after(day + timedelta(days=count)) == due:
                return day
        return start


def build_plan(
    today: date,
    is_working: Callable[[date], bool],
    *,
    seed: int = SEED,
    content: Content | None = None,
) -> Plan:
    """Plan the demo center for a day.

    Args:
        today: The day the program is opened; the plan ends on the evening before.
        is_working: Whether a day is a working day (make-up days included).
        seed: Another number gives another, equally invented, center.
        content: The demo center's texts; read from the resources if None.
    """
    return _Director(today, is_working, seed, content or load()).direct()


class _Director:
    """Lays the cases of the plan one by one; the order of laying is not the order of time."""

    def __init__(
        self, today: date, is_working: Callable[[date], bool], seed: int, content: Content
    ) -> None:
        self.today, self.seed, self.content = today, seed, content
        self.year = today.year - 1
        self.rng = random.Random(f"{seed}/{today.isoformat()}")  # noqa: S311 - no secret
        self.days = _Days(is_working, date(self.year, 1, 1), date(today.year, 12, 31))
        self.first = self.days.on_or_after(date(self.year, 1, 1))
        self.last_of_year = self.days.on_or_before(date(self.year, 12, 31))
        self.first_now = self.days.on_or_after(date(today.year, 1, 1))
        self.evening = self.days.on_or_before(today - timedelta(days=1))
        self.people = people(content, self.rng, today.year)
        self.fitting: dict[Topic, list[PersonSpec]] = {}
        self.unit_of = {unit.key: unit for unit in content.units}
        self.writer = Writer(content, self.rng)
        self.used: Counter[str] = Counter()
        self.steps: list[tuple[datetime, int, Step]] = []
        self.counters: Counter[str] = Counter()
        self.accepted: Counter[tuple[int, int]] = Counter()
        self.received: Counter[tuple[int, int]] = Counter()
        self.talks: Counter[tuple[int, int]] = Counter()
        self.letters: dict[str, tuple[date, Letter, PersonSpec]] = {}
        self.answered: list[tuple[date, str, PersonSpec]] = []
        self.closed: list[tuple[date, str, PersonSpec]] = []
        self.talked: set[str] = set()
        self.cleared: list[tuple[date, str, PersonSpec]] = []
        self.spots: dict[date, list[str]] = defaultdict(list)
        self.repeats: set[str] = set()
        self.topics: dict[str, list[Topic]] = {}

    # ---------------------------------------------------------------------------------- frame

    def direct(self) -> Plan:
        """Lay everything and return the plan."""
        open_case, subject = self._open_case()
        self._showcase_appeals()
        self._showcase_clarifications()
        self._showcase_talks()
        self._fill_last_year()
        self._fill_this_year()
        self._proposals()
        self._fill_talks()
        self._consultations()
        self._held_notes()
        self._confirmations()
        self._month_ends()
        return Plan(
            today=self.today,
            seed=self.seed,
            year=self.year,
            people=self.people,
            steps=self._ordered(),
            open_case=open_case,
            open_subject=subject,
            repeats=frozenset(self.repeats),
        )

    def _ordered(self) -> tuple[Step, ...]:
        found: list[Step] = []
        before: datetime | None = None
        for at, _, step in sorted(self.steps, key=lambda item: item[:2]):
            moved = at
            if before is not None and moved <= before:
                moved = before + timedelta(seconds=1)
            before = moved
            found.append(Step(moved, step.actor, step.act, step.case, step.data))
        return tuple(found)

    def _key(self, letter: str) -> str:
        self.counters[letter] += 1
        return f"{letter}{self.counters[letter]:04d}"

    def _number(self, prefix: str, on: date) -> str:
        word = self.content.texts["document_prefix"][prefix]
        self.counters[f"{prefix}/{on.year}"] += 1
        return f"{word}〔{on.year}〕{self.counters[f'{prefix}/{on.year}']}号"

    def _lay(self, case: str, rows: Sequence[_Row]) -> None:
        """Give the rows of a case their times; what lies on `today` or later is left out."""
        by_day: dict[date, list[_Row]] = {}
        for row in rows:
            by_day.setdefault(row.day, []).append(row)
        for day, same in by_day.items():
            minute = -1.0
            for place, row in enumerate(same):
                room = (MINUTES_A_DAY - 4 - minute) / (len(same) - place + 0.6)
                minute = minute + 2 + self.rng.random() * max(room - 2, 1)
                minute = min(max(minute, float(row.not_before)), MINUTES_A_DAY - 1.0)
                if day < self.today:
                    self._put(_moment(day, minute), row, case)

    def _put(self, at: datetime, row: _Row, case: str) -> None:
        step = Step(at, row.actor, row.act, case, MappingProxyType(row.data))
        self.steps.append((at, len(self.steps), step))
        if row.act == "register":
            self.received[_month(row.data["received_on"])] += 1
        elif row.act == "settle_on_the_spot":
            self.received[_month(row.day)] += 1
            self.accepted[_month(row.day)] += 1
        elif row.act == "accept":
            self.accepted[_month(row.day)] += 1
        elif row.act in {"talk_hold", "talk_hold_now"}:
            self.talks[_month(row.day)] += 1

    # --------------------------------------------------------------------------------- chance

    def _choose(self, weights: Mapping[str, int]) -> str:
        return self.rng.choices(list(weights), weights=list(weights.values()))[0]

    def _topic(self, category: str) -> Topic:
        bag = self.topics.get(category)
        if not bag:
            bag = list(self.content.categories[category].topics)
            self.rng.shuffle(bag)
            self.topics[category] = bag
        return bag.pop()

    def _person(self, topic: Topic, *, lead: str = "") -> PersonSpec:
        if topic not in self.fitting:
            self.fitting[topic] = [
                p for p in self.people if suits(topic, p, self.unit_of[p.unit], self.year)
            ]
        fit = self.fitting[topic]
        fit = [p for p in fit if p.unit != lead] or fit
        fit = fit or [p for p in self.people if p.person_category == "institution_management"]
        return self._least_used(fit)

    def _least_used(self, fit: Sequence[PersonSpec]) -> PersonSpec:
        most = min(self.used[p.key] for p in fit)
        chosen = self.rng.choice([p for p in fit if self.used[p.key] == most])
        self.used[chosen.key] += 1
        return chosen

    def _lead(self, topic: Topic, person: PersonSpec) -> str:
        """Propose the lead unit by kind of person and category, as a desk would."""
        if topic.category in {"clarification", "tolerance"}:
            return "discipline" if self.rng.random() < 0.8 else "organization"
        paper = [u for u in topic.help if self.content.handler(u) is not None]
        if paper and self.rng.random() < 0.17 and person.unit not in paper:
            return paper[0]
        if topic.category in {"other", "suggestion", "family_difficulty"} and (
            self.rng.random() < 0.45
        ):
            return "petition"
        if person.person_category in CIVIL:
            return "organization"
        if person.person_category in {"village_community", "state_enterprise"}:
            return self.rng.choice(("organization", "petition"))
        return "hr"

    # -------------------------------------------------------------------------------- appeals

    def _registration(
        self, letter: Letter, person: PersonSpec, channel: str, on: date
    ) -> dict[str, object]:
        data: dict[str, object] = {
            "administration": person.administration,
            "person": person.key,
            "person_category": person.person_category,
            "channel": channel,
            "category": letter.topic.category,
            "subject": letter.subject,
            "facts": letter.facts,
            "requests": letter.requests,
            "received_on": on,
            "phone": "" if person.contact_preference == "no_phone" else person.phone,
            "contact_preference": person.contact_preference,
            "contact_note": self.writer.pick("appeal", "contact_wish"),
            "submitter": "near_relative" if self.rng.random() < 0.02 else "self",
            "transfer_wish": "may_transfer",
            "name_open": self.rng.random() > 0.06,
            "matter_type": "suggestion"
            if letter.topic.category == "suggestion"
            else "appeal_request",
            "urgency": "urgent" if self.rng.random() < 0.03 else "normal",
            "head_count": 1,
        }
        if channel == "letter":
            data["postmark_on"] = on - timedelta(days=self.rng.randint(1, 3))
        if channel in {"transferred", "assigned_above"}:
            above = channel == "assigned_above"
            data["incoming_unit"] = self.content.unit(
                "party_office" if above else "petition"
            ).full_name
            data["incoming_number"] = self._number("from_above" if above else "transferred", on)
        return data

    def _behalf(
        self, unit: str, on: date, *, signer: bool, confirmed: bool = True
    ) -> dict[str, object]:
        contact = self.content.handler(unit)
        if contact is not None:
            name, post = (
                (contact.signer, contact.signer_post) if signer else (contact.name, contact.post)
            )
        else:
            account = self.content.account((LEADERS if signer else OFFICERS)[unit])
            name, post = account.name, account.post
        return {
            "unit": unit,
            "signer": name,
            "post": post,
            "number": self._number(unit, on),
            "on": on,
            "confirmed_by": "manager" if confirmed else None,
        }

    def _row(
        self, day: date, act: str, unit: str, /, *, head: bool = False, **data: object
    ) -> _Row:
        """Return a deed of a handling unit: by its own account, or recorded from its paper."""
        if unit in OFFICERS:
            paper = head and unit in {"hr", "petition"} and self.rng.random() < 0.05
            if not paper:
                return _Row(day, act, (LEADERS if head else OFFICERS)[unit], dict(data))
        fresh = self.days.gap(day, self.evening) < 1
        data["on_behalf"] = self._behalf(unit, day, signer=head, confirmed=head or not fresh)
        return _Row(day, act, "clerk", dict(data))

    def _ordinary(
        self,
        *,
        received: date,
        accept: date,
        answer: date,
        category: str = "",
        topic: Topic | None = None,
        person: PersonSpec | None = None,
        letter: Letter | None = None,
        lead: str = "",
        co: str = "",
        channel: str = "",
        procedure: str = "",
        until: str = "close",
        days: Mapping[str, date] | None = None,
        supplement: bool | None = None,
        objection: bool | None = None,
        extension: bool | None = None,
        withdrawn: bool = False,
        pending: str = "",
        repeat_of: str = "",
    ) -> str:
        """Lay an appeal that is accepted and answered; `until` names its last deed."""
        rng, plus = self.rng, self.days.plus
        case = self._key("A")
        topic = topic or self._topic(category or self._choose(CATEGORY_WEIGHTS))
        person = person or self._person(topic, lead=lead)
        lead = lead or self._lead(topic, person)
        channel = channel or self._choose(CHANNEL_WEIGHTS)
        letter = letter or self.writer.letter(topic, person, on=received, channel=channel)
        special = topic.category in {"clarification", "tolerance"}
        if not procedure:
            procedure = self._procedure(topic, lead)
        day = {
            "register": received,
            "send_to_screening": self.days.between(received, accept, 0.3),
            "accept": accept,
            "assign": min(plus(accept, rng.choice((0, 0, 1, 1, 2))), answer),
        }
        day["sign_in"] = min(plus(day["assign"], rng.choice((0, 1, 1, 2, 2, 3))), answer)
        rest = rng.uniform(0.6, 0.92)
        day["draft_reply"] = self.days.between(day["sign_in"], answer, rest)
        day["approve_reply"] = self.days.between(day["draft_reply"], answer, rng.random())
        day["deliver_reply"] = answer
        day["plan_follow_up"] = plus(answer, rng.choice((0, 0, 1, 2)))
        day["close"] = plus(day["plan_follow_up"], rng.choice((3, 5, 8, 10, 12, 15, 17, 19, 23)))
        main = tuple(day)
        day.update(days or {})
        reviews = tuple(name for name in _REVIEW_ACTS if name in day)
        for first, second in (*pairwise(main), *pairwise(("plan_follow_up", *reviews))):
            day[second] = max(day[first], day[second])
        self.letters[case] = (received, letter, person)
        co = co or self._co_unit(topic, lead, person, special=special)
        rows = self._intake_rows(case, letter, person, channel, day, supplement)
        if repeat_of:
            rows[0].data["duplicate_of"] = repeat_of
        rows += self._transfer_rows(
            day, lead, co, topic, procedure=procedure, objection=objection, until=until
        )
        if withdrawn:
            reason = self.writer.pick("appeal", "withdraw_reason")
            rows.append(_Row(answer, "withdraw", "clerk", {"reason": reason, "is_signed": True}))
        else:
            rows += self._handling_rows(
                day, letter, lead, co, extension=extension, special=special, until=until
            )
            rows += self._closing_rows(
                case, day, letter, lead, channel, procedure=procedure, special=special
            )
        rows = _up_to(rows, until)
        if pending and rows[-1].act == pending:
            rows[-1].data["approval"] = "pending"
        self._lay(case, rows)
        done = {row.act for row in rows if row.day < self.today}
        if "deliver_reply" in done:
            self.answered.append((day["deliver_reply"], case, person))
        if "close" in done and not pending:
            self.closed.append((day["close"], case, person))
        if topic.category == "clarification" and "assign" in done and not withdrawn:
            self._clear_after(case, topic, letter, person, lead, plus(day["assign"], 1))
        return case

    def _procedure(self, topic: Topic, lead: str) -> str:
        if topic.category in {"clarification", "tolerance"}:
            return "special"
        if topic.category == "suggestion":
            return "suggestion"
        return "petition" if lead in {"hr", "petition"} and self.rng.random() < 0.2 else "internal"

    def _co_unit(self, topic: Topic, lead: str, person: PersonSpec, *, special: bool) -> str:
        fit = [
            u
            for u in topic.help
            if u not in {lead, person.unit}
            and (self.content.handler(u) is not None or u in OFFICERS)
        ]
        return fit[0] if fit and not special and self.rng.random() < 0.3 else ""

    def _intake_rows(
        self,
        case: str,
        letter: Letter,
        person: PersonSpec,
        channel: str,
        day: Mapping[str, date],
        supplement: bool | None,
    ) -> list[_Row]:
        received, accept = day["register"], day["accept"]
        rows = [
            _Row(
                received, "register", "clerk", self._registration(letter, person, channel, received)
            )
        ]
        rows.append(
            _Row(day["send_to_screening"], "send_to_screening", "clerk", self._opinion(letter))
        )
        room = self.days.gap(day["send_to_screening"], accept)
        if supplement is None:
            supplement = room >= 4 and self.rng.random() < 0.25
        if supplement:
            asked = day.get("await_supplement", day["send_to_screening"])
            rows.append(_Row(asked, "await_supplement", "clerk", self._supplement(asked)))
            got = max(asked, self.days.plus(accept, -1)) if room > 1 else accept
            note = self.writer.pick("appeal", "supplement_received")
            rows.append(
                _Row(got, "supplement_received", "clerk", {"received_on": got, "note": note})
            )
        return rows

    def _opinion(self, letter: Letter) -> dict[str, object]:
        pool = self.content.categories[letter.topic.category].proposed
        text = fill(self.rng.choice(pool), {"lead": "承办单位"})
        return {"proposed_opinion": text}

    def _supplement(self, on: date) -> dict[str, object]:
        items = tuple(self.rng.choice(self.writer.pool("appeal", "supplement_list")))
        if on >= self._ago(5):
            # A number that is not the center's own: these letters need a second person.
            items += tuple(self.writer.pool("appeal", "supplement_by_phone"))
        return {"items": items, "due_on": self.days.plus(on, 10)}

    def _transfer_rows(
        self,
        day: Mapping[str, date],
        lead: str,
        co: str,
        topic: Topic,
        *,
        procedure: str,
        objection: bool | None,
        until: str,
    ) -> list[_Row]:
        rows = [_Row(day["accept"], "accept", "clerk", self._acceptance(topic, procedure))]
        if objection is None:
            room = self.days.gap(day["assign"], day["sign_in"])
            objection = room >= 2 and self.rng.random() < 0.12 and lead in {"hr", "organization"}
        if objection:
            first = "organization" if lead == "hr" else "hr"
            if until == "object":
                first, lead = lead, first
            rows.append(_Row(day["assign"], "assign", "clerk", self._assignment(first, "", topic)))
            other = self.content.unit(lead).short_name
            reason = self.writer.pick("appeal", "object_reason", suggest=other)
            back = day.get("object", self.days.between(day["assign"], day["sign_in"], 0.5))
            rows.append(self._row(back, "object", first, reason=reason, suggested_unit=lead))
            again = {"decision": self.writer.pick("appeal", "object_decision")}
            data = self._assignment(lead, co, topic) | again
            rows.append(_Row(max(back, day["sign_in"]), "reassign", "clerk", data))
        else:
            rows.append(_Row(day["assign"], "assign", "clerk", self._assignment(lead, co, topic)))
        unit = self.content.unit(lead)
        contact = self.content.handler(lead)
        rows.append(
            self._row(
                day["sign_in"],
                "sign_in",
                lead,
                section=contact.section if contact else self._section(lead),
                handler_name=contact.name if contact else self.content.account(OFFICERS[lead]).name,
                handler_phone=f"0190 0000 {unit.order_number:04d}",
            )
        )
        return rows

    def _section(self, lead: str) -> str:
        return self.rng.choice(self.content.unit(lead).sections)

    def _acceptance(self, topic: Topic, procedure: str) -> dict[str, object]:
        data: dict[str, object] = {"procedure": procedure}
        if topic.category == "treatment":
            # 工资福利 needs the same window check as personnel decisions (SETTLED §2).
            data["remedy_window"] = "no_decision"
        return data

    def _assignment(self, lead: str, co: str, topic: Topic) -> dict[str, object]:
        question = self.writer.pick("appeal", "co_opinion_question") if co else ""
        return {
            "lead": lead,
            "co": ({"unit": co, "question": question},) if co else (),
            "mode": "joint" if co else "transfer",
            "requirement": self.writer.pick("appeal", "assign_requirement"),
            "approval": "approved",
            "approver": "manager",
        }

    def _handling_rows(
        self,
        day: Mapping[str, date],
        letter: Letter,
        lead: str,
        co: str,
        *,
        extension: bool | None,
        special: bool,
        until: str,
    ) -> list[_Row]:
        rows: list[_Row] = []
        start, draft = day["sign_in"], day["draft_reply"]
        if co and until != "sign_in":
            given = day.get("give_opinion", self.days.between(start, draft, 0.5))
            opinion = self.writer.pick("appeal", "co_opinion")
            rows.append(self._row(given, "give_opinion", co, opinion=opinion, from_unit=co))
        long = (day["deliver_reply"] - day["accept"]).days > 52
        if extension is None:
            extension = (
                long and lead in {"hr", "organization", "petition"} and self.rng.random() < 0.75
            )
        if extension:
            last = rows[-1].day if rows else start
            rows += self._extension_rows(day, lead, not_before=last)
        if not special and until == "close" and self.rng.random() < 0.045:
            first = self.days.between(start, draft, 0.7)
            if rows:
                first = max(first, rows[-1].day)
            rows.append(self._draft(first, letter, lead, day, special=special))
            comment = self.writer.pick("appeal", "draft_return")
            rows.append(self._row(first, "return_draft", lead, head=True, reason=comment))
        rows.append(self._draft(draft, letter, lead, day, special=special))
        comment = self.writer.pick("appeal", "signoff_comment")
        rows.append(
            self._row(day["approve_reply"], "approve_reply", lead, head=True, comment=comment)
        )
        return rows

    def _extension_rows(
        self, day: Mapping[str, date], lead: str, *, not_before: date
    ) -> list[_Row]:
        due = day["accept"] + timedelta(days=60)
        usual = self.days.on_or_before(due - timedelta(days=6))
        asked = day.get("request_extension", min(usual, self.days.plus(day["draft_reply"], -3)))
        asked = max(asked, not_before)
        agreed = self.rng.random() < 0.9
        rows = [
            self._row(
                asked,
                "request_extension",
                lead,
                days=self.rng.choice((15, 20, 30)) if self.rng.random() < 0.5 else 30,
                reason=self.writer.pick("appeal", "extension_reason"),
            )
        ]
        note = self.writer.pick("appeal", "signoff_comment" if agreed else "extension_refused")
        latest = min(self.days.on_or_before(due), day["draft_reply"])
        decided = max(asked, min(self.days.plus(asked, 2), latest))
        rows.append(
            self._row(decided, "decide_extension", lead, head=True, agreed=agreed, comment=note)
        )
        return rows

    def _draft(
        self,
        on: date,
        letter: Letter,
        lead: str,
        day: Mapping[str, date],
        *,
        special: bool,
    ) -> _Row:
        body = self.content.unit(lead).short_name
        if special:
            outcome = "explained"
            clearing = letter.topic.category == "clarification"
            reply = self.content.texts["appeal"][
                "clarification_note" if clearing else "tolerance_note"
            ]
        else:
            outcome = self.rng.choices(("supported", "explained", "not_supported"), (44, 45, 11))[0]
            reply = self.writer.reply(
                letter, outcome, body=body, received=day["register"], on=day["deliver_reply"]
            )
        report = self.writer.pick("appeal", "handling_report", n=str(self.rng.randint(2, 4)))
        opinion = self.writer.pick("appeal", f"handler_opinion_{outcome}")
        return self._row(
            on,
            "draft_reply",
            lead,
            reply=reply,
            outcome=outcome,
            report="已按第⑤类程序转办。" if special else f"{report}{opinion}",
        )

    def _closing_rows(
        self,
        case: str,
        day: Mapping[str, date],
        letter: Letter,
        lead: str,
        channel: str,
        *,
        procedure: str,
        special: bool,
    ) -> list[_Row]:
        on, rng = day["deliver_reply"], self.rng
        number = self._number(f"reply_{lead}", on) if procedure == "petition" else ""
        methods = ("in_person", "in_person", "messenger", "registered_mail", "official_exchange")
        delivered = self._row(
            on,
            "deliver_reply",
            lead,
            issued_on=on,
            delivered_on=on,
            method=rng.choice(methods),
            signer=letter.slots["name"],
            reply_number=number,
        )
        rows = [delivered]
        rows.append(_Row(day["plan_follow_up"], "plan_follow_up", "clerk"))
        if channel == "assigned_above" and "record_review_request" not in day:
            when = self.days.between(day["plan_follow_up"], day["close"], 0.4)
            data = {
                "to": self.content.texts["words"]["reported_to"],
                "number": self._number("report_back", when),
                "note": self.writer.pick("appeal", "report_back"),
            }
            rows.append(_Row(when, "report_back", "clerk", dict(data)))
        rows += self._review_rows(day)
        rows.append(_Row(day["close"], "close", "clerk", self._satisfaction(special=special)))
        if "record_review_request" in day:
            rows = [row for row in rows if row.act != "close"]
        return rows

    def _satisfaction(self, *, special: bool) -> dict[str, object]:
        words = ("satisfied", "basically_satisfied", "unsatisfied", "not_rated")
        service = self.rng.choices(words, (78, 16, 2, 4))[0]
        result = self.rng.choices(words, (60, 26, 8, 6))[0]
        if special:
            service = result = "not_rated"
        return {
            "satisfaction_service": service,
            "satisfaction_result": result,
            "note": "" if special else self.writer.pick("appeal", f"follow_up_note_{result}"),
            "approval": "approved",
            "approver": "manager",
            "comment": self.writer.pick("appeal", "close_comment"),
        }

    def _review_rows(self, day: Mapping[str, date]) -> list[_Row]:
        words = self.content.texts["words"]
        rows: list[_Row] = []
        for level in ("review", "recheck"):
            asked = day.get(f"record_{level}_request")
            if asked is None:
                break
            reason = self.writer.pick("appeal", f"{level}_request_reason")
            request = {"organ": words[f"{level}_organ"], "requested_on": asked, "reason": reason}
            rows.append(_Row(asked, f"record_{level}_request", "clerk", dict(request)))
            told = day.get(f"record_{level}_opinion")
            if told is None:
                break
            opinion = {
                "conclusion": "upheld",
                "number": self._number(level, told),
                "issued_on": told,
                "received_on": told,
                "note": self.writer.pick("appeal", f"{level}_opinion"),
            }
            rows.append(_Row(told, f"record_{level}_opinion", "clerk", dict(opinion)))
        return rows

    def _on_the_spot(self, day: date) -> str:
        case = self._key("A")
        category = self._choose(
            {k: v for k, v in CATEGORY_WEIGHTS.items() if k not in {"clarification", "tolerance"}}
        )
        topic = self._topic(category)
        person = self._person(topic)
        channel = self._choose({"window": 70, "phone": 22, "leader_visit": 8})
        letter = self.writer.letter(topic, person, on=day, channel=channel)
        data = self._registration(letter, person, channel, day) | {
            "reply": self.writer.pick("appeal", "on_the_spot"),
            "outcome": self.rng.choices(("supported", "explained"), (3, 7))[0],
            "confirmation": self.writer.pick("appeal", "spot_confirm"),
        }
        self._lay(case, [_Row(day, "settle_on_the_spot", "clerk", data)])
        if day < self.today:
            self.spots[day].append(case)
            self.answered.append((day, case, person))
        return case

    # ------------------------------------------------------------------- appeals that go elsewhere

    def _elsewhere(
        self, kind: str, received: date, *, until: str = "", accepted: bool = False
    ) -> None:
        """Lay a matter that is redirected, refused, merged, moved out or withdrawn.

        With `accepted` it leaves after its acceptance (其他去向, SETTLED §3).
        """
        rng = self.rng
        master = self._master(received) if kind == "merge" else None
        if kind == "merge" and master is None:
            kind = "redirect"
        case = self._key("A")
        channel = self._choose(CHANNEL_WEIGHTS)
        if master is not None:
            target, original, person = master
            exact = rng.random() < 0.4
            letter = original if exact else self.writer.near_copy(original)
            channel = rng.choice(("letter", "online", "transferred"))
            self.repeats.add(case)
        else:
            topic, person = self._elsewhere_topic("move_out" if accepted else kind)
            letter = self.writer.letter(topic, person, on=received, channel=channel)
        decided = self.days.plus(received, rng.randint(2, 8))
        screened = self.days.between(received, decided, 0.3)
        data = self._registration(letter, person, channel, received)
        rows = [
            _Row(received, "register", "clerk", data),
            _Row(screened, "send_to_screening", "clerk", self._opinion(letter)),
        ]
        if accepted:
            data_of = self._acceptance(letter.topic, self._procedure(letter.topic, "organization"))
            rows.append(_Row(screened, "accept", "clerk", data_of))
        if master is not None:
            data["duplicate_of"] = target
            note = self.writer.pick("appeal", "merge_note")
            rows.append(_Row(decided, "merge", "clerk", {"target": target, "reason": note}))
        elif kind == "redirect":
            rows.append(
                _Row(decided, "redirect", "clerk", self._remedy(letter, person, received, data))
            )
        elif kind == "not_accept":
            place = rng.randrange(len(self.writer.pool("appeal", "not_accept")))
            reason = fill(self.writer.pool("appeal", "not_accept")[place], letter.slots)
            path = self.writer.pool("appeal", "not_accept_path")[place]
            rows.append(_Row(decided, "not_accept", "clerk", {"reason": reason, "path": path}))
        elif kind == "move_out":
            reason = self.writer.pick("appeal", "move_out_reason")
            organ = "上级主管部门" if "主管部门" in reason else "有关机关"
            rows.append(_Row(decided, "move_out", "clerk", {"to_organ": organ, "reason": reason}))
        else:
            reason = self.writer.pick("appeal", "withdraw_reason")
            rows.append(_Row(decided, "withdraw", "clerk", {"reason": reason, "is_signed": True}))
        if rows[-1].act != "withdraw":
            rows[-1].data.update(approval="approved", approver="manager")
        if until == "pending":
            rows[-1].data["approval"] = "pending"
        self._lay(case, rows)

    def _elsewhere_topic(self, kind: str) -> tuple[Topic, PersonSpec]:
        vertical = [p for p in self.people if p.administration == "vertical"]
        if kind == "redirect" and vertical and self.rng.random() < 0.15:
            topic = self._topic(self.rng.choice(("assessment", "position_transfer", "treatment")))
            while topic.who not in {"any", "civil"} or topic.units:
                topic = self._topic(topic.category)
            return topic, self._least_used(vertical)
        category = "personnel_decision" if kind == "redirect" else "other"
        topic = self._topic(category)
        return topic, self._person(topic)

    def _remedy(
        self, letter: Letter, person: PersonSpec, received: date, data: dict[str, object]
    ) -> dict[str, object]:
        route = _remedy_route(letter.topic.about, person)
        remedy = self.content.texts["remedy"][route]
        knew = received - timedelta(days=self.rng.randint(2, 20))
        last = knew + timedelta(days=remedy["days"]) if remedy["days"] else None
        if letter.topic.category == "personnel_decision":
            data["knew_on"] = knew
            data["remedy_matter"] = _remedy_matter(letter.topic.about)
        return {
            "route": route,
            "body": remedy["body"],
            "last_day": self.days.on_or_after(last) if last else None,
            "basis": remedy["basis"],
            "reason": remedy["path"],
        }

    def _master(self, before: date) -> tuple[str, Letter, PersonSpec] | None:
        fit = [
            (case, letter, person)
            for case, (on, letter, person) in self.letters.items()
            if timedelta(days=3) <= before - on <= timedelta(days=20)
            and letter.topic.category not in {"clarification", "tolerance"}
        ]
        return self.rng.choice(fit) if fit else None

    # ------------------------------------------------------------------------------ showcase

    def _ago(self, count: int) -> date:
        return self.days.plus(self.evening, -count)

    def _now(self, day: date) -> date:
        """Return the day, not before this year: what is open was accepted in it."""
        return max(day, self.first_now)

    def _open_case(self) -> tuple[str, str]:
        topic = next(
            t for t in self.content.categories["treatment"].topics if t.about == OPEN_TOPIC
        )
        received = self.days.on_or_after(date(self.year, 11, 6))
        accept = self.days.plus(received, 5)
        due = self.days.on_or_before(accept + timedelta(days=60))
        answer = self.days.on_or_before(accept + timedelta(days=88))
        person = self._person(
            Topic(topic.category, topic.about, "institution", topic.facts, topic.asks), lead="hr"
        )
        case = self._ordinary(
            received=received,
            accept=accept,
            answer=answer,
            topic=topic,
            person=person,
            lead="hr",
            channel="window",
            procedure="internal",
            supplement=False,
            objection=False,
            extension=True,
            days={
                "request_extension": self.days.plus(due, -9),
                "draft_reply": self.days.plus(answer, -3),
            },
        )
        return case, f"关于{topic.about}问题的诉求"

    def _showcase_appeals(self) -> None:
        """At least two appeals in every state, and clocks that end today or have run out."""
        today, back, due = self.today, self._ago, self.days.start_due
        yesterday = self.evening
        notice_due, notice_late = due(today, 15), due(yesterday, 15)
        for received in (back(0), back(0), back(1), back(2)):
            self._show("register", received)
        for received in (notice_due, notice_late, back(2), back(3)):
            self._show("send_to_screening", received, days={"send_to_screening": back(1)})
        for received in (back(5), back(4), back(7)):
            asked = self.days.plus(received, 2)
            days = {"send_to_screening": asked, "await_supplement": asked}
            self._show("await_supplement", received, days=days)
        for received, gone in ((back(5), 0), (back(3), 1), (back(6), 2)):
            days = {"accept": back(gone), "send_to_screening": back(gone + 1)}
            self._show("accept", received, days=days)
        for lead in ("hr", "organization"):
            days = {"accept": back(1), "assign": back(0)}
            self._show("assign", back(4), lead=lead, pending="assign", days=days)
        sent = (("hr", 1), ("organization", 4), ("petition", 0), ("finance", 2), ("discipline", 1))
        for lead, gone in sent:
            days = {"accept": back(gone + 1), "assign": back(gone)}
            self._show("assign", back(gone + 4), lead=lead, days=days)
        for lead in ("hr", "organization", "hr"):
            days = {"accept": back(4), "assign": back(3), "object": back(1)}
            self._show("object", back(7), lead=lead, objection=True, days=days)
        self._showcase_in_progress()
        self._showcase_answers()
        self._showcase_answered()
        self._showcase_reviews()
        for kind in ("not_accept", "redirect"):
            self._elsewhere(kind, back(9), until="pending")
        for gone in (0, 1):
            self._on_the_spot(back(gone))
        self._showcase_pairs()

    def _showcase_in_progress(self) -> None:
        back, due = self._ago, self.days.start_due
        for lead, accept in (
            ("hr", due(self.today, 60)),
            ("organization", due(self.evening, 60)),
            ("petition", due(self._ago(2), 60)),
            ("finance", back(12)),
            ("discipline", back(9)),
            ("petition", back(16)),
        ):
            signed = self.days.plus(accept, 2)
            days = {"accept": accept, "sign_in": signed}
            self._show("sign_in", self.days.plus(accept, -5), lead=lead, days=days)
        for lead in ("medical_insurance", "agriculture"):
            # Signed in on paper last; the entry waits for its second person.
            days = {"accept": back(3), "assign": back(2), "sign_in": back(0)}
            self._show("sign_in", back(6), lead=lead, days=days)
        topic = self._named("work_condition", PICTURED_TOPIC)
        person = next(p for p in self.people if p.name == PICTURED_PERSON)
        for given, who, what, lead, co in (
            (back(9), person, topic, "hr", "establishment"),
            (back(11), None, None, "petition", "organization"),
            (back(10), None, None, "organization", "hr"),
        ):
            days = {"accept": self.days.plus(given, -1), "assign": given}
            days["sign_in"] = self.days.plus(given, 1)
            self._show(
                "sign_in",
                self.days.plus(given, -6),
                lead=lead,
                co=co,
                topic=what,
                person=who,
                days=days,
            )
        for lead in ("hr", "organization", "petition"):
            accept = self.days.on_or_before(self.today - timedelta(days=54))
            days = {"accept": accept, "sign_in": self.days.plus(accept, 2)}
            days["request_extension"] = back(1)
            self._show(
                "request_extension",
                self.days.plus(accept, -4),
                lead=lead,
                extension=True,
                days=days,
            )

    def _showcase_answers(self) -> None:
        back = self._ago
        for lead, gone in (
            ("hr", 0),
            ("hr", 2),
            ("organization", 1),
            ("petition", 0),
            ("finance", 1),
        ):
            days = {
                "accept": back(gone + 16),
                "sign_in": back(gone + 14),
                "draft_reply": back(gone),
            }
            self._show("draft_reply", back(gone + 21), lead=lead, days=days)
        for lead, gone in (("hr", 0), ("organization", 0), ("petition", 1)):
            days = {"accept": back(gone + 18), "sign_in": back(gone + 16)}
            days |= {"draft_reply": back(gone + 2), "approve_reply": back(gone)}
            self._show("approve_reply", back(gone + 22), lead=lead, days=days)
        # Typed from the paper of a unit that does not log in, not compared yet.
        for lead in ("finance", "establishment"):
            days = {"accept": back(20), "sign_in": back(18)}
            days |= {"draft_reply": back(2), "approve_reply": back(0)}
            self._show("approve_reply", back(24), lead=lead, days=days, pending="approve_reply")

    def _showcase_answered(self) -> None:
        back, due = self._ago, self.days.start_due
        for lead, gone in (("hr", 0), ("organization", 1), ("petition", 0)):
            self._show_answered("deliver_reply", lead, back(gone))
        for lead, on in (
            ("hr", due(self.today, 30)),
            ("organization", due(self.evening, 30)),
            ("petition", back(6)),
            ("medical_insurance", back(4)),
        ):
            self._show_answered("plan_follow_up", lead, on)
        for lead in ("hr", "petition"):
            self._show_answered("close", lead, back(12), pending="close", days={"close": back(0)})

    def _showcase_reviews(self) -> None:
        back = self._ago
        for lead, gone in (("hr", 3), ("petition", 6)):
            on = back(gone + 9)
            days = {"record_review_request": back(gone)}
            self._show_answered("record_review_request", lead, on, procedure="petition", days=days)
        for lead, gone in (("hr", 2), ("petition", 5)):
            days = {"record_recheck_request": back(gone), "record_review_opinion": back(gone + 9)}
            days["record_review_request"] = back(gone + 26)
            self._show_answered(
                "record_recheck_request", lead, back(gone + 36), procedure="petition", days=days
            )
        for lead, gone in (("hr", 30), ("petition", 44)):
            days = {"record_recheck_opinion": back(gone)}
            days |= {
                "record_recheck_request": back(gone + 17),
                "record_review_opinion": back(gone + 27),
            }
            days["record_review_request"] = back(gone + 45)
            self._show_answered(
                "record_recheck_opinion", lead, back(gone + 55), procedure="petition", days=days
            )

    def _showcase_pairs(self) -> None:
        """Two colleagues hand in the same text; another comes again with nearly the same."""
        for gone in (14, 19, 23):
            topic = self._topic("work_condition" if gone == 14 else "treatment")
            first, second = self._person(topic), self._person(topic)
            received = self._ago(gone)
            letter = self.writer.letter(topic, first, on=received, channel="letter")
            for person, day in ((first, received), (second, self.days.plus(received, 1))):
                same = Letter(topic, letter.subject, letter.facts, letter.requests, letter.slots)
                self._show("sign_in", day, topic=topic, person=person, letter=same, lead="petition")
            self.repeats.add(f"A{self.counters['A']:04d}")

    def _named(self, category: str, about: str) -> Topic:
        return next(t for t in self.content.categories[category].topics if t.about == about)

    def _show_answered(
        self,
        until: str,
        lead: str,
        on: date,
        *,
        pending: str = "",
        procedure: str = "",
        days: Mapping[str, date] | None = None,
    ) -> None:
        accept = self.days.plus(on, -17)
        if on.year == self.today.year:
            accept = self._now(accept)
        accept = min(max(accept, self.days.plus(self.first, 1)), on)
        self._show(
            until,
            max(self.days.plus(accept, -5), self.first),
            lead=lead,
            pending=pending,
            procedure=procedure,
            answer=on,
            days={"accept": accept, **(days or {})},
        )

    def _show(
        self,
        until: str,
        received: date,
        *,
        lead: str = "",
        co: str = "",
        topic: Topic | None = None,
        person: PersonSpec | None = None,
        letter: Letter | None = None,
        pending: str = "",
        procedure: str = "",
        answer: date | None = None,
        objection: bool = False,
        extension: bool = False,
        days: Mapping[str, date] | None = None,
    ) -> None:
        """Lay an appeal that stands where `until` left it on the evening before today."""
        given = dict(days or {})
        order = list(given)
        if answer is None and until not in {"register", "send_to_screening", "await_supplement"}:
            given = {k: v if k.startswith("send") else self._now(v) for k, v in given.items()}
            given.setdefault("accept", self._now(self.days.plus(received, 2)))
        accept = max(given.get("accept", self.evening), received)
        end = answer or max([self.evening, *given.values()])
        steps = {"assign": accept, "sign_in": accept}
        for name in ("assign", "sign_in"):
            if name not in order and until not in {"register", "accept"}:
                later = self.days.plus(accept, 1 if name == "assign" else 2)
                steps[name] = min(later, end)
        known = {k: min(v, max(end, self.evening)) for k, v in (steps | given).items()}
        if lead == "discipline":
            category = "clarification"
        else:
            category = self._choose(
                {k: v for k, v in CATEGORY_WEIGHTS.items() if k not in _SPECIAL}
            )
            if topic is None:
                topic = self._fitting(category, lead)
        chosen = person or (self._person(topic, lead=lead) if topic else None)
        self._ordinary(
            received=min(received, accept),
            accept=accept,
            answer=end,
            category=category,
            topic=topic,
            person=chosen,
            letter=letter,
            lead=lead,
            co=co,
            procedure=procedure,
            until=until,
            days=known,
            supplement=until == "await_supplement",
            objection=objection,
            extension=extension,
            pending=pending,
        )

    def _fitting(self, category: str, lead: str) -> Topic:
        """Return a topic whose appellants belong with the lead unit."""
        wanted = {"hr": ("institution", "technical", "any", "school", "health")}.get(
            lead, ("civil", "any", "bureau", "town") if lead == "organization" else ()
        )
        if lead not in OFFICERS and lead:
            fit = [t for c in self.content.categories.values() for t in c.topics if lead in t.help]
            return self.rng.choice(fit)
        fit = [t for t in self.content.categories[category].topics if not wanted or t.who in wanted]
        return self.rng.choice(fit or list(self.content.categories[category].topics))

    # ----------------------------------------------------------------------------- filling up

    def _fill_last_year(self) -> None:
        quotas = self._quotas(ACCEPTED_LAST_YEAR, self.accepted)
        for month, quota in quotas.items():
            days = self.days.of_month(self.year, month)
            for _ in range(quota):
                self._past_appeal(self.rng.choice(days))
        for month in range(1, 13):
            days = self.days.of_month(self.year, month)
            kinds = ["redirect"] * self.rng.choice((1, 2, 2, 3, 3))
            kinds += ["not_accept"] * self.rng.choice((0, 1, 1))
            kinds += ["merge"] * self.rng.choice((0, 1, 1, 2))
            kinds += ["withdraw"] * (month in {3, 7, 10}) + ["move_out"] * (month in {4, 6, 11})
            for kind in kinds:
                self._elsewhere(kind, self.rng.choice(days))
        self._second_comings()

    def _quotas(self, total: int, used: Mapping[tuple[int, int], int]) -> dict[int, int]:
        """Share a year's total out by working days and season; what is laid already counts."""
        weights = {m: len(self.days.of_month(self.year, m)) * SEASON[m - 1] for m in range(1, 13)}
        whole = sum(weights.values())
        exact = {m: total * w / whole for m, w in weights.items()}
        shares = {m: int(v) for m, v in exact.items()}
        for m in sorted(exact, key=lambda m: shares[m] - exact[m])[: total - sum(shares.values())]:
            shares[m] += 1
        left = {m: shares[m] - used[self.year, m] for m in shares}
        while any(v < 0 for v in left.values()):
            short = min(left, key=lambda m: left[m])
            rich = max(left, key=lambda m: left[m])
            left[short] += 1
            left[rich] -= 1
        return left

    def _past_appeal(self, accept: date) -> None:
        late = self.days.gap(accept, self.last_of_year) < 8
        if self.rng.random() < (0.5 if late else 0.17):
            self._on_the_spot(accept)
            return
        received = max(self.days.plus(accept, -self.rng.randint(0, 7)), self.first)
        answer = min(self.days.plus(accept, self._duration()), self.last_of_year)
        self._ordinary(
            received=received,
            accept=accept,
            answer=max(answer, accept),
            withdrawn=self.rng.random() < 0.02,
        )

    def _duration(self) -> int:
        draw = self.rng.random()
        if draw < 0.62:
            return self.rng.randint(4, 14)
        if draw < 0.9:
            return self.rng.randint(12, 24)
        if draw < 0.97:
            return self.rng.randint(24, 36)
        return self.rng.randint(42, 56)

    def _second_comings(self) -> None:
        """A few cadres come again about what was answered; the two are linked, not merged."""
        past = [
            (on, case, person)
            for on, case, person in self.answered
            if case in self.letters and on < self.evening - timedelta(days=80)
        ]
        for on, case, person in self.rng.sample(past, min(6, len(past))):
            received = self.days.on_or_after(max(on, self.first_now) + timedelta(days=40))
            if received >= self.evening or on.year != self.year:
                continue
            letter = self.writer.near_copy(self.letters[case][1])
            if letter.topic.category in _SPECIAL:
                continue
            accept = self.days.plus(received, 3)
            again = self._ordinary(
                received=received,
                accept=accept,
                answer=self.days.plus(accept, self._duration()),
                topic=letter.topic,
                person=person,
                letter=letter,
                repeat_of=case,
            )
            self.repeats.add(again)

    def _fill_this_year(self) -> None:
        for month in range(1, self.today.month + 1):
            days = self.days.of_month(self.today.year, month)
            past = [day for day in days if day < self.today]
            if not past:
                continue
            share = len(past) / len(days)
            target = round(self.rng.randint(*RECEIVED_A_MONTH) * share)
            wanted = max(target - self.received[self.today.year, month], min(4, len(past)))
            for _ in range(wanted):
                self._present_appeal(self.rng.choice(past))
        for place, kind in enumerate(("redirect", "merge", "move_out", "redirect")):
            received = self.days.plus(self.evening, -35 - 4 * place)
            if received >= self.first_now:
                self._elsewhere(kind, received, accepted=True)

    def _present_appeal(self, received: date) -> None:
        draw = self.rng.random()
        if draw < 0.16:
            self._on_the_spot(received)
            return
        for limit, kind in ((0.215, "redirect"), (0.23, "not_accept"), (0.255, "merge")):
            if draw < limit:
                self._elsewhere(kind, received)
                return
        if draw < 0.27:
            self._elsewhere("withdraw" if draw < 0.264 else "move_out", received)
            return
        accept = self.days.plus(received, self.rng.randint(0, 7))
        self._ordinary(
            received=received,
            accept=accept,
            answer=self.days.plus(accept, self._duration()),
            withdrawn=draw > 0.985,
        )

    # -------------------------------------------------------------------------- clarification

    def _clear_after(
        self,
        appeal: str,
        topic: Topic,
        letter: Letter,
        person: PersonSpec,
        organ: str,
        passed: date,
    ) -> None:
        if self.rng.random() < 0.06:
            return
        case = self._key("C")
        rows = self._clear_rows(topic, letter, person, organ, linked=appeal, start=passed)
        self._lay(case, rows)
        self._note_cleared(case, rows, person)

    def _note_cleared(self, case: str, rows: Iterable[_Row], person: PersonSpec) -> None:
        for row in rows:
            if row.act == "record_carried_out" and row.day < self.today:
                self.cleared.append((row.day, case, person))

    def _clear_rows(
        self,
        topic: Topic,
        letter: Letter,
        person: PersonSpec,
        organ: str,
        *,
        start: date,
        linked: str = "",
        course: str = "",
        gaps: Mapping[str, int] | None = None,
    ) -> list[_Row]:
        """Return the deeds of a clarification; `course` forces where it turns."""
        rng = self.rng
        course = (
            course
            or rng.choices(
                ("cleared", "returned", "declined", "not_clear", "evidence", "withdrawn"),
                (70, 10, 5, 10, 2, 3),
            )[0]
        )
        acts = _clear_acts(course, proposed=not linked and course == "proposed")
        ways = {
            "written",
            self.rng.choice(("face_to_face", "meeting", "face_to_face", "circular")),
        }
        modes = tuple(sorted(ways if rng.random() < 0.7 else {"written"}))
        scope = rng.choices(
            ("person_and_principal", "party_committee", "limited_scope"), (4, 3, 4)
        )[0]
        if "meeting" in modes:
            scope = rng.choice(("party_committee", "limited_scope"))
        say = self.content.texts["clarification"]["say"][topic.about]
        sentence = fill(say, letter.slots)
        rows: list[_Row] = []
        day = start
        for place, act in enumerate(acts):
            if place:
                low, high = _CLEAR_GAPS.get(act, (0, 2))
                step = rng.randint(low, high) if gaps is None else gaps.get(act, low)
                day = self.days.plus(day, step)
            data = self._clear_data(act, course, letter, person, organ, day, modes, scope, sentence)
            if act == "clarification_apply" and linked:
                data["appeal"] = linked
            if act == "record_carried_out":
                begun = rows[-1].data
                data |= {"letter_number": begun["letter_number"], "letter_on": begun["letter_on"]}
            rows.append(self._clear_row(act, organ, day, data))
        return rows

    def _clear_row(self, act: str, organ: str, day: date, data: dict[str, object]) -> _Row:
        desk = {
            "clarification_apply",
            "pass_to_organ",
            "plan_revisit",
            "record_revisit_and_archive",
            "withdraw",
        }
        if act in desk:
            return _Row(day, act, "clerk", data)
        head = act in {"approve", "return_for_supplement"}
        if organ == "discipline" and self.rng.random() < (0.3 if head else 0.25):
            # 纪委 works on a network of its own: its paper is recorded (SETTLED §2).
            fresh = self.days.gap(day, self.evening) < 1
            paper = self._behalf(organ, day, signer=head, confirmed=head or not fresh)
            return _Row(day, act, "clerk", data | {"on_behalf": paper})
        return _Row(day, act, (LEADERS if head else OFFICERS)[organ], data)

    def _clear_data(
        self,
        act: str,
        course: str,
        letter: Letter,
        person: PersonSpec,
        organ: str,
        day: date,
        modes: tuple[str, ...],
        scope: str,
        sentence: str,
    ) -> dict[str, object]:
        pick, rng = self.writer.pick, self.rng
        name = self.content.unit(organ).full_name
        finding: dict[str, object] = {
            "finding": rng.choices(("untrue", "mistaken"), (5, 1))[0],
            "organ": name,
            "letter_number": self._number(organ, day) if act in _FINDING_ACTS else "",
            "issued_on": day,
            "sayable": sentence,
        }
        refusal = _REFUSALS[len(letter.facts) % len(_REFUSALS)]
        if course == "not_clear":
            finding["finding"] = _REFUSED_FINDINGS[refusal]
            finding["sayable"] = self.content.texts["clarification"]["say_nothing"]
            refusal = refusal.replace("partly", "partly_true")
        tables: dict[str, Callable[[], dict[str, object]]] = {
            "clarification_apply": lambda: {
                "person": person.key,
                "unit": person.unit,
                "stated_content": letter.facts,
                "wish": "；".join(letter.requests),
                "applied_on": day,
            },
            "clarification_propose": lambda: {
                "person": person.key,
                "unit": person.unit,
                "organ_unit": organ,
                **finding,
            },
            "pass_to_organ": lambda: {
                "organ_unit": organ,
                "number": self._number("transferred", day),
                "sealed": True,
            },
            "record_finding": lambda: finding,
            "assess": lambda: {
                "should_clear": course != "not_clear",
                "not_clear_reason": refusal if course == "not_clear" else None,
                "effect": rng.choices(("caused", "possible"), (4, 1))[0],
                "effect_kinds": tuple(sorted(rng.sample(_EFFECTS, rng.randint(1, 3)))),
                "effect_note": pick("clarification", "effects"),
                "risk_note": pick("clarification", "risk"),
            },
            "seek_opinion": lambda: {"modes": modes, "scope": scope, "question": sentence},
            "record_person_opinion": lambda: {
                "opinion": "private" if course == "declined" else "agree",
                "text": pick(
                    "clarification",
                    "person_opinion_declined" if course == "declined" else "person_opinion",
                ),
                "signed_on": day,
                "asked_by": 2,
            },
            "submit_for_approval": lambda: {
                "modes": modes,
                "scope": scope,
                "effect_note": pick("clarification", "effects"),
                "risk_note": pick("clarification", "risk"),
            },
            "return_for_supplement": lambda: {"comment": pick("clarification", "return_comment")},
            "approve": lambda: {
                "comment": pick("clarification", "approve_comment"),
                "approval_number": self._number(f"clarification_{organ}", day),
                "approved_on": day,
            },
            "start_carrying_out": lambda: {
                "letter_number": self._number(organ, day),
                "letter_on": day,
            },
            "record_carried_out": lambda: self._meeting(modes, day, person),
            "plan_revisit": lambda: {"revisit_on": self.days.plus(day, 20)},
            "record_revisit_and_archive": lambda: {
                "revisited_on": day,
                "result": rng.choices(("good", "fair"), (5, 1))[0],
                "note": pick("clarification", "revisit_note"),
                "filed_on": day,
            },
            "not_clear": lambda: {
                "reason": "declined_by_person" if course == "declined" else refusal,
                "comment": pick(
                    "clarification",
                    "declined_comment" if course == "declined" else "not_clear_comment",
                ),
                "privately_told": course == "declined",
                "approval": "approved",
                "approver": LEADERS[organ],
            },
            "record_new_evidence": lambda: {
                "number": self._number(organ, day),
                "note": pick("clarification", "new_evidence_note"),
            },
            "withdraw": lambda: {
                "reason": pick("clarification", "withdraw_reason"),
                "is_signed": True,
            },
        }
        return tables[act]()

    def _meeting(self, modes: tuple[str, ...], day: date, person: PersonSpec) -> dict[str, object]:
        held = self.rng.choice(self.writer.pool("clarification", "meeting"))
        wide = "meeting" in modes or "circular" in modes
        return {
            "carried_out_on": day,
            "place": held["place"] if wide else "单位主要负责同志办公室",
            "modes": modes,
            "scope_note": held["scope_note"] if wide else "本人和单位主要负责同志",
            "audience_count": held["attendance"] + self.rng.randint(-3, 6) if wide else 2,
            "note": self.writer.pick("clarification", "carry_out_note"),
            "delivered_on": day,
            "signer": person.name,
        }

    def _showcase_clarifications(self) -> None:
        """At least two clarifications in every state on the evening before today."""
        stops = (
            ("clarification_apply", "cleared", (0, 1, 3)),
            ("clarification_propose", "proposed", (0, 2)),
            ("pass_to_organ", "cleared", (6, 15, 24)),
            ("record_finding", "cleared", (4, 5, 1)),
            ("assess", "cleared", (1, 2)),
            ("seek_opinion", "cleared", (0, 2)),
            ("not_clear", "declined", (8, 22)),
            ("not_clear", "not_clear", (11, 30)),
            ("submit_for_approval", "cleared", (0, 1, 3)),
            ("return_for_supplement", "returned", (0, 2)),
            ("approve", "cleared", (0, 14)),
            ("start_carrying_out", "cleared", (1, 6)),
            ("record_carried_out", "cleared", (0, 1)),
            ("plan_revisit", "cleared", (21, 5, 26)),
            ("record_revisit_and_archive", "cleared", (10, 25)),
            ("record_new_evidence", "evidence", (3, 12)),
            ("withdraw", "withdrawn", (5, 9)),
        )
        for last, course, offsets in stops:
            for turn, gone in enumerate(offsets):
                organ = "organization" if turn == 1 else "discipline"
                self._show_clearing(last, course, organ, self._ago(gone))

    def _show_clearing(self, last: str, course: str, organ: str, end: date) -> None:
        topic = self._topic("clarification")
        person = self._person(topic, lead=organ)
        acts = _clear_acts(course, proposed=course == "proposed")
        place = max(i for i, act in enumerate(acts) if act == last)
        gaps = {act: self.rng.randint(*_CLEAR_GAPS.get(act, (0, 2))) for act in acts}
        start = self.days.plus(end, -sum(gaps[act] for act in acts[1 : place + 1]))
        letter = self.writer.letter(topic, person, on=start, channel="window")
        rows = self._clear_rows(
            topic, letter, person, organ, start=start, course=course, gaps=gaps
        )[: place + 1]
        case = self._key("C")
        self._lay(case, rows)
        self._note_cleared(case, rows, person)

    def _proposals(self) -> None:
        """Clarifications that the checking organ itself proposes: some each year."""
        day = self.days.plus(self.first, 20)
        while day < self._ago(40):
            topic = self._topic("clarification")
            person = self._person(topic)
            letter = self.writer.letter(topic, person, on=day, channel="self_found")
            organ = self.rng.choice(("discipline", "discipline", "organization"))
            rows = self._clear_rows(topic, letter, person, organ, start=day, course="proposed")
            case = self._key("C")
            self._lay(case, rows)
            self._note_cleared(case, rows, person)
            day = self.days.plus(day, self.rng.randint(30, 50))

    # --------------------------------------------------------------------------------- talks

    def _fill_talks(self) -> None:
        for month, quota in self._quotas(TALKS_LAST_YEAR, self.talks).items():
            days = self.days.of_month(self.year, month)
            for _ in range(quota):
                self._talk(self.rng.choice(days))
        for month in range(1, self.today.month + 1):
            days = [d for d in self.days.of_month(self.today.year, month) if d < self.today]
            whole = len(self.days.of_month(self.today.year, month))
            target = round((TALKS_A_MONTH + self.rng.randint(-2, 4)) * len(days) / whole)
            for _ in range(max(0, target - self.talks[self.today.year, month])):
                self._talk(self.rng.choice(days))
        for month in range(1, 13):
            for year in (self.year, self.today.year):
                if self.rng.random() < 0.4:
                    self._cancelled_talk(self.rng.choice(self.days.of_month(year, month)))

    def _talk(
        self,
        held: date,
        *,
        until: str = "talk_close",
        trigger: str = "",
        days: Mapping[str, date] | None = None,
        at_once: bool | None = None,
        busy: bool | None = None,
        revisit: bool | None = None,
    ) -> None:
        """Lay one talk with one person around the day it is held."""
        rng, plus = self.rng, self.days.plus
        case = self._key("T")
        planned = max(plus(held, -rng.randint(3, 10)), self.first)
        trigger, person, linked = self._occasion(held, planned, trigger)
        talker, recorder = self._talker(trigger, person)
        if linked:
            # These talks come by suggestion only (SETTLED §2), so they are always planned.
            at_once = False
        elif at_once is None:
            at_once = planned == held or rng.random() < 0.8 or trigger == "request"
        days = days or {}
        busy = rng.random() < 0.16 if busy is None else busy
        revisit = rng.random() < 0.1 if revisit is None else revisit
        start = rng.choice(((9, 30), (10, 30), (14, 30), (16, 0)))
        rows = self._talk_opening(
            trigger,
            person,
            linked,
            talker,
            recorder,
            held,
            planned,
            start,
            at_once=at_once,
            days=days,
        )
        recorded = days.get("talk_record", plus(held, rng.choice((0, 1, 1, 2, 3))))
        rows.append(_Row(recorded, "talk_record", recorder, self._record()))
        last = recorded
        if busy:
            last = self._difficulty_rows(rows, recorded, talker, days, until)
        if revisit:
            planned_on = days.get("talk_plan_revisit", last)
            visit = max(days.get("talk_revisit", plus(planned_on, rng.randint(10, 22))), planned_on)
            due = {"revisit_due_on": self.days.plus(planned_on, 20)}
            rows.append(_Row(planned_on, "talk_plan_revisit", talker, dict(due)))
            result = rng.choices(("good", "fair", "poor"), (70, 27, 3))[0]
            note = self.writer.pick("talk", "revisit_note")
            told = {"revisited_on": visit, "result": result, "note": note}
            rows.append(_Row(visit, "talk_revisit", talker, dict(told)))
            last = visit
        close = days.get("talk_close", plus(last, rng.randint(0, 4)))
        note = self.writer.pick(
            "talk",
            "close_note_revisit" if revisit else "close_note_busy" if busy else "close_note",
        )
        # The head of the center decides, so somebody else proposes.
        proposer = recorder if talker == "manager" else talker
        end = {"note": note, "approval": "approved", "approver": "manager"}
        rows.append(_Row(max(close, last), "talk_close", proposer, dict(end)))
        self._lay(case, _up_to(rows, until))

    def _talk_opening(
        self,
        trigger: str,
        person: PersonSpec,
        linked: str,
        talker: str,
        recorder: str,
        held: date,
        planned: date,
        start: tuple[int, int],
        *,
        at_once: bool,
        days: Mapping[str, date],
    ) -> list[_Row]:
        place = self.writer.pick("talk", "place")
        reason = self.writer.pick("talk", f"reason_{trigger}", post=person.post)
        who: dict[str, object] = {
            "person": person.key,
            "trigger": trigger,
            "reason": reason,
            "linked": linked or None,
            "organized": trigger != "request",
            "talker": talker,
            "recorder": recorder,
            "level": "talker_and_recorder",
        }
        begin = datetime.combine(held, time(*start), SHANGHAI)
        end = begin + timedelta(minutes=self.rng.choice((40, 50, 60, 70)))
        talk: dict[str, object] = {
            "held_on": held,
            "held_from": f"{begin:%H:%M}",
            "held_to": f"{end:%H:%M}",
            "place": place,
            "way": self.rng.choices(("individual", "home_visit", "phone"), (86, 10, 4))[0],
            "person_times": 1,
        }
        after = _minute(end.time()) + 3
        if at_once:
            return [_Row(held, "talk_hold_now", talker, who | talk, after)]
        plan = days.get("talk_plan", planned)
        booked = max(plan, days.get("talk_schedule", self.days.between(plan, held, 0.5)))
        if booked == held:
            booked = max(plan, self.days.plus(held, -1))
        due = {"due_on": self.days.plus(plan, 10)}
        return [
            _Row(plan, "talk_plan", "manager" if linked else talker, who | due),
            _Row(booked, "talk_schedule", talker, {"scheduled_at": begin, "place": place}),
            _Row(held, "talk_hold", talker, talk, after),
        ]

    def _occasion(self, held: date, planned: date, trigger: str) -> tuple[str, PersonSpec, str]:
        trigger = trigger or self._choose(_TRIGGERS)
        pool = {"after_appeal": self.closed, "after_clarification": self.cleared}.get(trigger, [])
        limit = timedelta(days=60)
        fit = [
            (case, who)
            for on, case, who in pool
            if on < planned < held and held - on <= limit and case not in self.talked
        ]
        if trigger in {"after_appeal", "after_clarification"}:
            if fit:
                case, who = self.rng.choice(fit)
                self.talked.add(case)
                return trigger, who, case
            trigger = self.rng.choice(("position_change", "assessment", "mood"))
        able = [p for p in self.people if p.administration != "vertical"]
        if trigger in {"position_change", "assessment", "award", "after_punishment"}:
            able = [p for p in able if p.status != "retired"]
        return trigger, self._least_used(able), ""

    def _talker(self, trigger: str, person: PersonSpec) -> tuple[str, str]:
        if trigger in {"after_punishment", "public_report"}:
            return "organization", "clerk"
        talkers: tuple[str, ...]
        if person.person_category in CIVIL:
            talkers = ("organization", "organization", "organization_leader", "manager", "clerk")
        else:
            talkers = ("hr", "hr", "hr_leader", "organization", "clerk")
        if trigger == "after_appeal":
            talkers = (*talkers, "petition", "clerk", "clerk")
        talker = self.rng.choice(talkers)
        recorder = self.rng.choice(("clerk", "petition")) if talker != "clerk" else "manager"
        return talker, "clerk" if recorder == talker else recorder

    def _record(self) -> dict[str, object]:
        pick = self.writer.pick
        return {
            "thoughts": pick("talk", "thoughts"),
            "work": pick("talk", "work"),
            "life": pick("talk", "life"),
            "wishes": pick("talk", "suggestion"),
            "response": pick("talk", "response"),
            "confirmed": self.rng.choices(("orally", "signed"), (5, 1))[0],
        }

    def _difficulty_rows(
        self, rows: list[_Row], on: date, talker: str, days: Mapping[str, date], until: str
    ) -> date:
        listed = days.get("talk_difficulties", on)
        pool = self.writer.pool("talk", "difficulty")
        chosen = self.rng.sample(pool, self.rng.choice((1, 1, 2)))
        due = self.days.plus(listed, self.rng.randint(6, 18))
        items = tuple(
            {
                "text": item["text"],
                "unit": item["unit"],
                "measure": self.writer.pick("talk", "plan_measure"),
                "due_on": due,
            }
            for item in chosen
        )
        rows.append(_Row(listed, "talk_difficulties", talker, {"items": items}))
        done = listed
        for place in range(len(items)):
            done = max(done, self.days.plus(listed, self.rng.randint(3, 16)))
            note = self.writer.pick("talk", "done_note")
            data: dict[str, object] = {"item": place, "done_on": done, "note": note}
            rows.append(_Row(done, "talk_difficulty_done", talker, data))
        return listed if until == "talk_difficulties" else done

    def _cancelled_talk(self, day: date) -> None:
        case = self._key("T")
        trigger = self.rng.choice(("position_change", "assessment", "award", "setback"))
        planned = max(self.days.plus(day, -4), self.first)
        trigger, person, linked = self._occasion(day, planned, trigger)
        talker, recorder = "organization", "clerk"
        rows = self._talk_opening(
            trigger,
            person,
            linked,
            talker,
            recorder,
            day,
            planned,
            (10, 30),
            at_once=False,
            days={},
        )
        rows = [row for row in rows if row.act != "talk_hold"]
        if self.rng.random() < 0.5:
            rows = rows[:1]
        reason = self.writer.pick("talk", "cancel_reason")
        data = {"reason": reason, "approval": "approved", "approver": "manager"}
        rows.append(_Row(max(day, rows[-1].day), "talk_cancel", talker, dict(data)))
        self._lay(case, rows)

    def _showcase_talks(self) -> None:
        """At least two talks in every state, some for today, some overdue."""
        back, plus = self._ago, self.days.plus
        for gone, trigger in (
            (10, "mood"),
            (9, "position_change"),
            (4, "assessment"),
            (1, "award"),
        ):
            plan = back(gone)
            held = plus(self.days.on_or_after(self.today), 3)
            self._talk(
                held, until="talk_plan", trigger=trigger, days={"talk_plan": plan}, at_once=False
            )
        soon = (
            self.days.on_or_after(self.today),
            plus(self.days.on_or_after(self.today), 1),
            back(0),
        )
        for held, trigger in zip(
            (*soon, soon[0]), ("setback", "mood", "request", "award"), strict=True
        ):
            days = {"talk_plan": back(6), "talk_schedule": back(2)}
            self._talk(held, until="talk_schedule", trigger=trigger, days=days, at_once=False)
        for gone, trigger in ((0, "setback"), (2, "mood"), (3, "position_change")):
            self._talk(back(gone), until="talk_hold", trigger=trigger, at_once=False)
        for gone in (1, 5):
            self._talk(back(gone + 1), until="talk_record", days={"talk_record": back(gone)})
        for gone, trigger in ((4, "mood"), (8, "setback"), (12, "after_punishment")):
            days = {"talk_record": back(gone), "talk_difficulties": back(gone)}
            self._talk(
                back(gone + 1), until="talk_difficulties", trigger=trigger, days=days, busy=True
            )
        for gone in (20, 7, 24):
            days = {"talk_record": back(gone), "talk_plan_revisit": back(gone)}
            self._talk(
                back(gone + 1), until="talk_plan_revisit", days=days, busy=False, revisit=True
            )
        for gone in (0, 2):
            days = {
                "talk_record": back(18),
                "talk_plan_revisit": back(17),
                "talk_revisit": back(gone),
            }
            self._talk(back(19), until="talk_revisit", days=days, busy=False, revisit=True)
        for gone in (3, 9):
            self._talk(
                back(gone + 6),
                days={"talk_record": back(gone + 5), "talk_close": back(gone)},
                busy=False,
                revisit=False,
            )
        for gone in (2, 6):
            self._cancelled_talk(back(gone))
        self._talk(back(30), trigger="public_report", at_once=False, busy=False)

    # ---------------------------------------------------------------------------- small things

    def _consultations(self) -> None:
        for year in (self.year, self.today.year):
            for month in range(1, 13):
                days = [d for d in self.days.of_month(year, month) if d < self.today]
                whole = len(self.days.of_month(year, month))
                count = round(self.rng.randint(5, 10) * len(days) / whole) if days else 0
                for _ in range(count):
                    line = self.rng.choice(self.content.texts["consultation"])
                    data: dict[str, object] = {
                        "category": line["class"],
                        "line": line["line"],
                        "answer": line["answer"],
                        "person_times": self.rng.choices((1, 2, 3), (90, 8, 2))[0],
                    }
                    day = self.rng.choice(days)
                    self._lay(self._key("Q"), [_Row(day, "consult", "clerk", data)])

    def _held_notes(self) -> None:
        """Visitors noted down in one line; most are registered the next working day."""
        by_case = {
            step.case: place
            for place, (_, _, step) in enumerate(self.steps)
            if step.act == "register" and step.data["channel"] == "window"
        }
        chosen = self.rng.sample(sorted(by_case), max(1, len(by_case) // 16))
        for case in chosen:
            at, order, step = self.steps[by_case[case]]
            came = self.days.plus(at.date(), -1)
            if came.year != at.year or came.month != at.month or came == at.date():
                continue
            key = self._key("H")
            person = next(p for p in self.people if p.key == step.data["person"])
            data = {**step.data, "received_on": came, "held": key, "is_backfilled": True}
            fresh = Step(at, step.actor, step.act, step.case, MappingProxyType(data))
            self.steps[by_case[case]] = (at, order, fresh)
            self._hold(key, person, came)
        for gone in (0, 0, 1):
            person = self._least_used([p for p in self.people if p.administration != "vertical"])
            self._hold(self._key("H"), person, self._ago(gone))

    def _hold(self, key: str, person: PersonSpec, day: date) -> None:
        data: dict[str, object] = {
            "person_name": person.name,
            "phone": person.phone,
            "line": self.writer.pick("held", "lines"),
            "reason": self.content.texts["held"]["reason"],
        }
        self._lay(key, [_Row(day, "hold", "clerk", data)])

    def _confirmations(self) -> None:
        weeks: dict[tuple[int, int], list[str]] = defaultdict(list)
        for day, cases in sorted(self.spots.items()):
            iso = day.isocalendar()
            weeks[iso.year, iso.week] += cases
        for (year, week), cases in weeks.items():
            monday = date.fromisocalendar(year, week, 1) + timedelta(days=7)
            day = self.days.on_or_after(monday)
            if day > self.days.list[-1] or day < monday:
                continue
            row = _Row(day, "confirm_on_the_spot", "manager", {"cases": tuple(cases)})
            self._lay(f"B{year}-{week:02d}", [row])

    def _month_ends(self) -> None:
        words = self.content.texts["words"]
        tops: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
        category = {
            step.case: str(step.data["category"])
            for _, _, step in self.steps
            if step.act in {"register", "settle_on_the_spot"}
        }
        for at, _, step in self.steps:
            if step.act in {"accept", "settle_on_the_spot"}:
                tops[at.year, at.month][category[step.case]] += 1
        for (year, month), counts in sorted(tops.items()):
            nxt = date(year + month // 12, month % 12 + 1, 1)
            day = self.days.plus(self.days.on_or_after(nxt), 2)
            if day >= self.today:
                continue
            key, count = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[0]
            data: dict[str, object] = {
                "month": f"{year}-{month:02d}",
                "attention": self.writer.pick(
                    "month", "attention", top=words[key], top_n=str(count)
                ),
                "next_work": self.writer.pick("month", "next_work"),
            }
            self._lay(f"M{year}-{month:02d}", [_Row(day, "close_month", "manager", data)])


_REVIEW_ACTS = (
    "record_review_request",
    "record_review_opinion",
    "record_recheck_request",
    "record_recheck_opinion",
)
_SPECIAL = frozenset({"clarification", "tolerance"})
_EFFECTS = ("selection", "award", "work", "life", "family", "reputation")
_REFUSALS = ("cannot_exclude", "partly", "not_established_by_talk")
_REFUSED_FINDINGS = {
    "cannot_exclude": "cannot_exclude",
    "partly": "partly",
    "not_established_by_talk": "concluded_by_talk",
}
_FINDING_ACTS = frozenset({"record_finding", "clarification_propose"})
_TRIGGERS = {
    "after_appeal": 34,
    "position_change": 15,
    "assessment": 9,
    "award": 7,
    "mood": 8,
    "setback": 6,
    "after_clarification": 6,
    "after_punishment": 3,
    "request": 8,
}
_CLEAR_GAPS = {
    "pass_to_organ": (0, 1),
    "record_finding": (12, 32),
    "assess": (1, 5),
    "seek_opinion": (0, 2),
    "record_person_opinion": (1, 4),
    "submit_for_approval": (0, 3),
    "return_for_supplement": (1, 3),
    "approve": (1, 4),
    "start_carrying_out": (0, 2),
    "record_carried_out": (2, 12),
    "plan_revisit": (0, 1),
    "record_revisit_and_archive": (18, 24),
    "not_clear": (1, 3),
    "record_new_evidence": (3, 9),
    "withdraw": (4, 9),
}


def _clear_acts(course: str, *, proposed: bool) -> tuple[str, ...]:
    opening = (
        ("clarification_propose",)
        if proposed
        else ("clarification_apply", "pass_to_organ", "record_finding")
    )
    if course == "withdrawn":
        return ("clarification_apply", "pass_to_organ", "withdraw")
    if course == "not_clear":
        return (*opening, "assess", "not_clear")
    asked = (*opening, "assess", "seek_opinion", "record_person_opinion")
    if course == "declined":
        return (*asked, "not_clear")
    if course == "returned":
        asked = (*asked, "submit_for_approval", "return_for_supplement")
    done = (*asked, "submit_for_approval", "approve", "start_carrying_out", "record_carried_out")
    if course == "evidence":
        return (*done, "record_new_evidence")
    return (*done, "plan_revisit", "record_revisit_and_archive")


def _up_to(rows: Sequence[_Row], until: str) -> list[_Row]:
    """Return the rows up to the first deed of that name; all of them if it is not among them."""
    alias = {"talk_hold": ("talk_hold", "talk_hold_now")}.get(until, (until,))
    kept: list[_Row] = []
    for row in rows:
        kept.append(row)
        if row.act in alias:
            break
    return kept


_MATTERS = (
    ("政务处分", "supervision_punishment"),
    ("党内", "party_punishment"),
    ("诫勉", "organization_measure"),
    ("处分", "punishment"),
    ("考核不称职", "assessment"),
    ("免职", "removal_demotion"),
    ("降低岗位", "removal_demotion"),
    ("解聘中层", "removal_demotion"),
    ("解除聘用", "dismissal"),
    ("取消录用", "dismissal"),
    ("辞退", "dismissal"),
    ("提前退休", "dismissal"),
    ("工资", "treatment"),
)
"""Words of a demo topic → what the decision was about; the first that fits."""


def _remedy_matter(about: str) -> str:
    return next((matter for words, matter in _MATTERS if words in about), "")


def _remedy_route(about: str, person: PersonSpec) -> str:
    if person.administration == "vertical":
        return "vertical_authority"
    for word, route in (
        ("政务处分", "supervision_reexamination"),
        ("党内", "party_appeal"),
        ("聘用合同", "arbitration"),
        ("诫勉", "other"),
    ):
        if word in about:
            return route
    return "hr_review" if person.person_category in CIVIL else "institution_review"


def _moment(day: date, minute: float) -> datetime:
    whole = int(minute)
    seconds = int((minute - whole) * 60)
    start = datetime.combine(day, MORNING, SHANGHAI)
    if whole >= NOON_BREAK:
        start = datetime.combine(day, time(14, 0), SHANGHAI)
        whole -= NOON_BREAK
    return start + timedelta(minutes=whole, seconds=seconds)


def _minute(at: time) -> int:
    minutes = at.hour * 60 + at.minute
    return minutes - 510 if minutes < 840 else minutes - 840 + NOON_BREAK


def _month(on: object) -> tuple[int, int]:
    if not isinstance(on, date):
        raise TypeError(f"not a date: {on!r}")
    return on.year, on.month


# ------------------------------------------------------------------------------ telling it again

_APPEAL_MOVES: dict[str, tuple[tuple[str, ...], str]] = {
    "register": (("",), "registered"),
    "settle_on_the_spot": (("",), "replied"),
    "confirm_on_the_spot": (("replied",), "closed"),
    "send_to_screening": (("registered",), "screening"),
    "await_supplement": (("screening",), "awaiting_supplement"),
    "supplement_received": (("awaiting_supplement",), "screening"),
    "accept": (("screening",), "accepted"),
    "not_accept": (("screening",), "not_accepted"),
    "redirect": (("screening", "accepted"), "redirected"),
    "merge": (("screening", "accepted"), "merged"),
    "move_out": (("registered", "screening", "accepted", "assigned", "in_progress"), "moved_out"),
    "assign": (("accepted",), "assigned"),
    "object": (("assigned",), "returned"),
    "reassign": (("returned",), "assigned"),
    "sign_in": (("assigned",), "in_progress"),
    "give_opinion": (("in_progress",), "in_progress"),
    "request_extension": (("in_progress",), "extension_pending"),
    "decide_extension": (("extension_pending",), "in_progress"),
    "draft_reply": (("in_progress",), "reply_draft"),
    "return_draft": (("reply_draft",), "in_progress"),
    "approve_reply": (("reply_draft",), "reply_approved"),
    "deliver_reply": (("reply_approved",), "replied"),
    "plan_follow_up": (("replied",), "follow_up"),
    "report_back": (("follow_up",), "follow_up"),
    "close": (("follow_up",), "closed"),
    "record_review_request": (("follow_up",), "under_review"),
    "record_review_opinion": (("under_review",), "follow_up"),
    "record_recheck_request": (("follow_up",), "under_recheck"),
    "record_recheck_opinion": (("under_recheck",), "finalised"),
    "withdraw": (("registered", "screening", "accepted", "assigned", "in_progress"), "withdrawn"),
}
_CLEAR_MOVES: dict[str, tuple[tuple[str, ...], str]] = {
    "clarification_apply": (("",), "applied"),
    "clarification_propose": (("",), "proposed"),
    "pass_to_organ": (("applied",), "waiting_conclusion"),
    "record_finding": (("waiting_conclusion",), "assessing"),
    "assess": (("assessing", "proposed"), "assessing"),
    "seek_opinion": (("assessing",), "seeking_opinion"),
    "record_person_opinion": (("seeking_opinion",), "seeking_opinion"),
    "submit_for_approval": (("seeking_opinion", "returned_for_supplement"), "approval_pending"),
    "return_for_supplement": (("approval_pending",), "returned_for_supplement"),
    "approve": (("approval_pending",), "approved"),
    "start_carrying_out": (("approved",), "carrying_out"),
    "record_carried_out": (("carrying_out",), "carried_out"),
    "plan_revisit": (("carried_out",), "follow_up"),
    "record_revisit_and_archive": (("follow_up",), "archived"),
    "not_clear": (("assessing", "seeking_opinion"), "not_cleared"),
    "record_new_evidence": (("carried_out", "archived"), "new_evidence"),
    "withdraw": (("applied", "waiting_conclusion"), "withdrawn"),
}
_TALK_MOVES: dict[str, tuple[tuple[str, ...], str]] = {
    "talk_plan": (("",), "planned"),
    "talk_schedule": (("planned",), "scheduled"),
    "talk_hold": (("scheduled",), "held"),
    "talk_hold_now": (("",), "held"),
    "talk_record": (("held",), "recorded"),
    "talk_difficulties": (("recorded",), "action_open"),
    "talk_difficulty_done": (("action_open",), "action_open"),
    "talk_plan_revisit": (("recorded", "action_open"), "follow_up_due"),
    "talk_revisit": (("follow_up_due",), "followed_up"),
    "talk_close": (("recorded", "action_open", "followed_up"), "closed"),
    "talk_cancel": (("planned", "scheduled"), "cancelled"),
}
TRACKS = MappingProxyType({"A": _APPEAL_MOVES, "C": _CLEAR_MOVES, "T": _TALK_MOVES})


def final_states(plan: Plan) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return for each track (`A` appeals, `C` clarifications, `T` talks) state → cases.

    Derived pills count as states here.

    Raises:
        ValueError: A step does not follow from the state before it.
    """
    state: dict[str, str] = {}
    for step in plan.steps:
        if step.data.get("approval") == "pending":
            continue
        cases = [step.case]
        if step.act == "confirm_on_the_spot":
            told = step.data["cases"]
            cases = [str(c) for c in told] if isinstance(told, tuple) else []
        for case in cases:
            moves = TRACKS.get(case[0])
            if moves is None:
                continue
            sources, target = moves[step.act]
            if state.get(case, "") not in sources:
                raise ValueError(f"{case}: {step.act} from {state.get(case)!r} at {step.at}")
            state[case] = target
    found: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in TRACKS}
    for case, name in sorted(state.items()):
        by_state = found[case[0]]
        by_state[name] = (*by_state.get(name, ()), case)
    return found


COUNTED = (
    "received_count",
    "accepted_count",
    "handled_count",
    "supported",
    "explained",
    "not_supported",
    "withdrawn",
    "on_the_spot_count",
    "redirected_count",
    "not_accepted_count",
    "merged_count",
    "moved_out_count",
    "withdrawn_before_count",
    "other_exit_count",
    "closed_count",
    "care_talk_person_times",
    "cleared_case_count",
    "consultation_person_times",
)


def expected(plan: Plan) -> dict[str, dict[str, dict[str, int]]]:
    """Recount the plan, by the rules of SETTLED §3, for a store to be held against.

    Returns:
        `months` ("2025-01" → figure → number, with `opening_count` and `open_count`) and `years`
        ("2025" → the sums, `open_count` at its end).
    """
    months: dict[str, Counter[str]] = defaultdict(Counter)
    accepted: set[str] = set()
    drafts: dict[str, str] = {}
    for step in plan.steps:
        if step.data.get("approval") == "pending":
            continue
        _recount(step, months, accepted, drafts)
    result: dict[str, dict[str, dict[str, int]]] = {"months": {}, "years": {}}
    opening = 0
    last = plan.steps[-1].at
    year, month = plan.year, 1
    while (year, month) <= (last.year, last.month):
        name = f"{year}-{month:02d}"
        row = {kind: months[name][kind] for kind in COUNTED}
        row["opening_count"] = opening
        opening += row["accepted_count"] - row["handled_count"] - row["other_exit_count"]
        row["open_count"] = opening
        result["months"][name] = row
        total = result["years"].setdefault(str(year), dict.fromkeys(COUNTED, 0))
        for kind in COUNTED:
            total[kind] += row[kind]
        total.setdefault("opening_count", row["opening_count"])
        total["open_count"] = opening
        year, month = year + month // 12, month % 12 + 1
    return result


_EXITS = {
    "redirect": "redirected_count",
    "not_accept": "not_accepted_count",
    "merge": "merged_count",
    "move_out": "moved_out_count",
    "withdraw": "withdrawn_before_count",
}


def _recount(
    step: Step, months: dict[str, Counter[str]], accepted: set[str], drafts: dict[str, str]
) -> None:
    data, act = step.data, step.act
    here = months[f"{step.at.year}-{step.at.month:02d}"]
    if act == "register":
        year, month = _month(data["received_on"])
        months[f"{year}-{month:02d}"]["received_count"] += 1
    elif act == "settle_on_the_spot":
        outcome = str(data["outcome"])
        here.update(("received_count", "accepted_count", "handled_count", "on_the_spot_count"))
        here[outcome] += 1
        accepted.add(step.case)
    elif act == "accept":
        here["accepted_count"] += 1
        accepted.add(step.case)
    elif act == "draft_reply":
        drafts[step.case] = str(data["outcome"])
    elif act == "deliver_reply":
        here.update(("handled_count", drafts[step.case]))
    elif act in _EXITS and step.case.startswith("A"):
        if step.case not in accepted:
            here[_EXITS[act]] += 1
        elif act == "withdraw":
            here.update(("handled_count", "withdrawn"))
        else:
            here["other_exit_count"] += 1
    elif act == "close":
        here["closed_count"] += 1
    elif act == "confirm_on_the_spot":
        told = data["cases"]
        here["closed_count"] += len(told) if isinstance(told, tuple) else 0
    elif act in {"talk_hold", "talk_hold_now"}:
        times = data["person_times"]
        here["care_talk_person_times"] += times if isinstance(times, int) else 1
    elif act == "record_carried_out":
        here["cleared_case_count"] += 1
    elif act == "consult":
        times = data["person_times"]
        here["consultation_person_times"] += times if isinstance(times, int) else 1
