"""Whom a cadre may ask against a decision, until when, and whether he is still in time.

Pure: the table (`resources/codes/remedies.toml`), the rules and the calendar are handed in. Bodies
follow 人员类别 and 管理权限 (OFFICE §1-10); a period that no source gives stays blank (§1-11).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.codes.deadlines import Rule, Unit, due
from db.codes.working_days import Calendar
from db.core.errors import RefusedError

VERTICAL = "vertical"


class Limit(StrEnum):
    """What is known of the time in which a person may ask."""

    RULE = "rule"
    """A rule gives the period."""
    UNKNOWN = "unknown"
    """No source gives one: left blank."""
    NONE = "none"
    """The person may ask at any time."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages."""

    zh: str
    en: str

    def of(self, *, chinese: bool) -> str:
        """Return it in one language."""
        return self.zh if chinese else self.en


@dataclass(frozen=True, slots=True)
class Body:
    """Who is asked.

    Attributes:
        key: Its name in the table.
        words: What it is called.
        member: Member department whose full name stands in for the words, or empty.
    """

    key: str
    words: Words
    member: str = ""


@dataclass(frozen=True, slots=True)
class PathRule:
    """One way to ask, as the table has it.

    Attributes:
        key: Its name.
        step: `review`, `direct_appeal`, `appeal`, `second_appeal`, `reexamination`,
            `supervision_review`, `party_appeal`, `arbitration`, `out_of_scope` or `internal`.
        body: Whom.
        route: Value of the list `redirect_route`.
        act: What one does, as a verb with its object.
        limit: What is known of the time.
        rule: Deadline rule of the window, empty where there is none.
        profile: Its variant.
        decides: Rule by which the body decides, or empty.
        starts: Facts whose first known day starts the window.
        basis: Source where no rule carries one.
        tag: Confidence of that source.
    """

    key: str
    step: str
    body: Body
    route: str
    act: Words
    limit: Limit
    rule: str = ""
    profile: str = "default"
    decides: str = ""
    starts: tuple[str, ...] = ()
    basis: Words = Words("", "")
    tag: str = "P"


@dataclass(frozen=True, slots=True)
class PersonKind:
    """A kind of person, told by category and by who manages him."""

    kind: str
    words: Words
    categories: frozenset[str]
    administrations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cell:
    """What the table says of one kind of person and one matter."""

    paths: tuple[PathRule, ...]
    note: str


@dataclass(frozen=True, slots=True)
class RemedyTable:
    """The whole table with its words.

    Attributes:
        kinds: The twelve kinds of persons, the most particular first.
        cells: Kind and matter → paths and note.
        notes: Key → what has to be said with it.
        sentences: Key → sentence of the 引导告知书.
        starts: Fact → how its day is called.
    """

    kinds: tuple[PersonKind, ...]
    cells: Mapping[tuple[str, str], Cell]
    notes: Mapping[str, Words]
    sentences: Mapping[str, Words]
    starts: Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class RemedyFacts:
    """Days that the person knows; None where he does not, or it has not come to that.

    Attributes:
        knew_on: He knew of the decision.
        received_on: The decision reached him; `knew_on` stands in for it.
        review_received_on: The decision on the review reached him.
        appeal_received_on: The decision on the appeal reached him.
        reexam_received_on: The decision on the re-examination reached him.
        is_party_member: None if not known.
    """

    knew_on: date | None = None
    received_on: date | None = None
    review_received_on: date | None = None
    appeal_received_on: date | None = None
    reexam_received_on: date | None = None
    is_party_member: bool | None = None


@dataclass(frozen=True, slots=True)
class RemedyPath:
    """One way to ask with its last day.

    Attributes:
        key: Name of the path in the table.
        step: What it is.
        route: Value of the list `redirect_route`.
        body: Whom.
        act: What one does.
        limit: What is known of the time.
        rule: Deadline rule, or empty.
        profile: Its variant.
        length: Length of the window, None where blank.
        unit: What the length counts.
        start: Fact that starts it, or empty.
        starts_on: Its day, None while not known.
        last_day: Last day, rolled off rest days (民法典 Art 203); None where not known.
        days_left: Civil days to it, negative once it has passed.
        provisional: It rests on a year without its notice.
        decides_length: In what time the body decides, None where blank.
        decides_unit: What that counts.
        basis: Law and article.
        tag: Confidence of the source.
        statutory: Whether a law or party rule sets the window.
    """

    key: str
    step: str
    route: str
    body: Body
    act: Words
    limit: Limit
    rule: str
    profile: str
    length: int | None
    unit: Unit | None
    start: str
    starts_on: date | None
    last_day: date | None
    days_left: int | None
    provisional: bool
    decides_length: int | None
    decides_unit: Unit | None
    basis: Words
    tag: str
    statutory: bool

    @property
    def in_time(self) -> bool | None:
        """Return whether one may still ask: the last day itself is in time; None if unknown."""
        if self.limit is Limit.NONE:
            return True
        return None if self.days_left is None else self.days_left >= 0


@dataclass(frozen=True, slots=True)
class Remedies:
    """Everything that is shown at intake and fills the redirect dialog.

    Attributes:
        kind: Kind of person.
        kind_words: What it is called.
        matter: Value of the list `remedy_matter`.
        paths: Ways to ask, the first step first.
        note: Key of what has to be said with it.
        note_words: What has to be said.
        is_in_scope: False for a vertically managed person.
    """

    kind: str
    kind_words: Words
    matter: str
    paths: tuple[RemedyPath, ...]
    note: str
    note_words: Words
    is_in_scope: bool

    @property
    def proposed(self) -> RemedyPath | None:
        """Return the way to propose: the first one in time, else one without a known end."""
        for wanted in (True, None, False):
            for path in self.paths:
                if path.in_time is wanted and path.step != "internal":
                    return path
        return None


def person_kind(person_category: str, administration: str, table: RemedyTable) -> PersonKind:
    """Return the kind of a person; whoever fits none is `other`."""
    for kind in table.kinds:
        if kind.categories and person_category not in kind.categories:
            continue
        if kind.administrations and administration not in kind.administrations:
            continue
        return kind
    return next(kind for kind in table.kinds if kind.kind == "other")


def remedies(
    person_category: str,
    administration: str,
    matter: str,
    facts: RemedyFacts,
    *,
    table: RemedyTable,
    rules: Mapping[tuple[str, str], Rule],
    calendar: Calendar,
    today: date,
) -> Remedies:
    """Return the ways to ask against a decision, each with its last day.

    Args:
        person_category: 人员类别.
        administration: 管理权限.
        matter: Value of the list `remedy_matter`.
        facts: Days that are known.
        table: The shipped table.
        rules: Deadline rules by identifier and profile.
        calendar: Working days.
        today: The present civil day.

    Raises:
        RefusedError: `unknown_value` for a matter that the table does not have.
    """
    kind = person_kind(person_category, administration, table)
    cell = table.cells.get((kind.kind, matter))
    if cell is None:
        raise RefusedError("unknown_value", "remedy_matter", list="remedy_matter", value=matter)
    return Remedies(
        kind=kind.kind,
        kind_words=kind.words,
        matter=matter,
        paths=tuple(_path(path, facts, rules, calendar, today) for path in cell.paths),
        note=cell.note,
        note_words=table.notes[cell.note],
        is_in_scope=kind.kind != VERTICAL,
    )


def sentence(
    path: RemedyPath,
    table: RemedyTable,
    *,
    body: str,
    length: str,
    last_day: str,
    chinese: bool = True,
) -> str:
    """Return the sentence of the 引导告知书 for one path.

    A source that was only reported is not cited on paper (DOMAIN §0.1).

    Args:
        path: The way.
        table: Its words.
        body: Whom, with the real name of the unit.
        length: The window as the paper writes it, such as 三十日.
        last_day: The day as the paper writes it.
        chinese: Language.
    """
    if path.step == "internal":
        key = "internal"
    elif path.limit is not Limit.RULE:
        key = str(path.limit)
    elif path.last_day is None:
        key = "no_day"
    else:
        key = "in_time" if path.in_time else "passed"
    cited = path.basis.of(chinese=chinese) if path.tag in {"V", "Q"} else ""
    if cited:
        cited = f"（{cited}）" if chinese else f" ({cited})"
    start = table.starts[path.start].of(chinese=chinese) if path.start else ""
    return (
        table.sentences[key]
        .of(chinese=chinese)
        .format(
            body=body,
            act=path.act.of(chinese=chinese),
            basis=cited,
            length=length,
            last_day=last_day,
            start=start,
        )
    )


def _path(
    path: PathRule,
    facts: RemedyFacts,
    rules: Mapping[tuple[str, str], Rule],
    calendar: Calendar,
    today: date,
) -> RemedyPath:
    rule = rules.get((path.rule, path.profile)) if path.rule else None
    start, starts_on = _start(path, facts)
    reckoned = None
    if rule is not None and rule.length is not None and starts_on is not None:
        reckoned = due(rule, starts_on, calendar)
    decides = rules.get((path.decides, "default")) if path.decides else None
    return RemedyPath(
        key=path.key,
        step=path.step,
        route=path.route,
        body=path.body,
        act=path.act,
        limit=path.limit,
        rule=path.rule,
        profile=path.profile,
        length=rule.length if rule else None,
        unit=rule.unit if rule else None,
        start=start,
        starts_on=starts_on,
        last_day=reckoned.due_on if reckoned else None,
        days_left=(reckoned.due_on - today).days if reckoned else None,
        provisional=reckoned.provisional if reckoned else False,
        decides_length=decides.length if decides else None,
        decides_unit=decides.unit if decides else None,
        basis=Words(rule.basis_zh, rule.basis_en) if rule else path.basis,
        tag=rule.tag if rule else path.tag,
        statutory=rule.statutory if rule else False,
    )


def _start(path: PathRule, facts: RemedyFacts) -> tuple[str, date | None]:
    for name in path.starts:
        day: date | None = getattr(facts, name)
        if day is not None:
            return name, day
    return (path.starts[0] if path.starts else ""), None
