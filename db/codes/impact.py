"""Until when a punishment stands in the way of promotion: 影响期 (DOMAIN §4.4, OFFICE §5-39).

Only the last day is said, never that somebody may be promoted after it. Periods are whole months
by 民法典 Art 202 (last day = day of the same number, or that month's end); they are no term to act
in, so the last day is not rolled off rest days.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.codes.deadlines import FIRST_DAY, LAST_DAY, add_months
from db.core.errors import RefusedError

MOST_MONTHS = 48
"""Longest period that several punishments together may reach (政务处分法 Art 15)."""


class ImpactSystem(StrEnum):
    """Whose law a punishment rests on; periods of two systems run side by side."""

    GOVERNMENT = "government"
    INSTITUTION = "institution"
    PARTY = "party"
    OTHER = "other"


class ImpactStart(StrEnum):
    """Which day starts the period."""

    EFFECT = "effect"
    APPROVAL = "approval"
    RIGHTS_RESTORED = "rights_restored"


class ImpactNote(StrEnum):
    """What a person has to look up before the last day is certain."""

    LENGTH_UNKNOWN = "length_unknown"
    """No source gives a length; the last day stays blank."""
    START_MISSING = "start_missing"
    """The day that starts it is not entered (留党察看: 恢复党员权利之日)."""
    LENGTH_IN_DECISION = "length_in_decision"
    """Several of the same kind: the organ fixes the length; it has to be entered from the paper."""
    SEPARATE_DECISIONS = "separate_decisions"
    """Given while an earlier one of the same system ran; the law read gives no rule for it."""


@dataclass(frozen=True, slots=True)
class ImpactRule:
    """The period of one kind of punishment.

    Attributes:
        kind: Value of the list `punishment_kind`.
        system: Whose law it rests on.
        starts: Which day starts it.
        months: Length, or None where no source gives one.
        weight: Severity within its system; the heaviest is carried out.
        basis_zh: Law and article, as printed beside the day.
        basis_en: The same in English.
        tag: Confidence of the source (DOMAIN §0.1).
    """

    kind: str
    system: ImpactSystem
    starts: ImpactStart
    months: int | None = None
    weight: int = 0
    basis_zh: str = ""
    basis_en: str = ""
    tag: str = "P"


@dataclass(frozen=True, slots=True)
class Punishment:
    """One punishment of a person.

    Attributes:
        kind: Value of the list `punishment_kind`.
        from_on: Day that starts its period, as its rule says; None if not entered yet.
        decision: Number of the decision. Those of one system and number were given together;
            without a number, those of one system and day.
        months: Length as the decision itself fixes it, only where several came together.
    """

    kind: str
    from_on: date | None
    decision: str = ""
    months: int | None = None


@dataclass(frozen=True, slots=True)
class ImpactSpan:
    """The period of the punishments that one decision gave in one system.

    Attributes:
        kind: The punishment carried out, the heaviest one.
        system: Its system.
        starts: Which day starts it.
        from_on: Day that starts it, itself not counted; None if not entered.
        months: Length, None if not known.
        ends_on: Last day, None if not known.
        least_months: Shortest length the decision may fix.
        most_months: Longest length the decision may fix.
        notes: What has to be looked up.
        basis_zh: Law and article.
        basis_en: The same in English.
        tag: Confidence of the source.
    """

    kind: str
    system: ImpactSystem
    starts: ImpactStart
    from_on: date | None
    months: int | None
    ends_on: date | None
    least_months: int | None
    most_months: int | None
    notes: tuple[ImpactNote, ...]
    basis_zh: str
    basis_en: str
    tag: str


@dataclass(frozen=True, slots=True)
class ImpactPeriod:
    """All periods of a person together.

    Attributes:
        spans: One for each decision and system, by day.
        ends_on: 影响期届满日: the later last day of all; None while any of them is unknown.
        known_until: The latest last day that is known, so that nobody looks before it.
        review_from: One month before `ends_on`: from here on the review is prepared (DOMAIN §6.4).
    """

    spans: tuple[ImpactSpan, ...]
    ends_on: date | None
    known_until: date | None
    review_from: date | None

    @property
    def notes(self) -> tuple[ImpactNote, ...]:
        """Return what has to be looked up, each once."""
        return tuple(dict.fromkeys(note for span in self.spans for note in span.notes))

    def lasts_on(self, day: date) -> bool | None:
        """Return whether a day lies within the period; None if that is not known."""
        if self.known_until is not None and day <= self.known_until:
            return True
        return None if self.ends_on is None and self.spans else False


def impact_period(
    punishments: Iterable[Punishment], rules: Mapping[str, ImpactRule]
) -> ImpactPeriod:
    """Return until when a person's punishments last.

    Of several different punishments given together the heaviest is carried out. Several of the
    same kind: the organ fixes a length between one period and the sum of all, at most 48 months
    (政务处分法 Art 15); it is read off the decision and never guessed. Two systems run side by
    side, the later last day counts.

    Args:
        punishments: In any order.
        rules: Kind → rule, as `db.codes.impact_rules.impact_rules()` gives it.

    Raises:
        RefusedError: `unknown_punishment`, `impact_months_out_of_range`, `date_out_of_range`.
    """
    together: dict[tuple[ImpactSystem, str], list[Punishment]] = {}
    for punishment in punishments:
        rule = _rule(punishment, rules)
        together.setdefault(_decision(punishment, rule), []).append(punishment)
    spans: list[ImpactSpan] = []
    for key in sorted(together, key=lambda key: (_day(together[key]) or LAST_DAY, key)):
        spans.append(_span(together[key], rules, spans))
    ends = [span.ends_on for span in spans]
    known = max((day for day in ends if day is not None), default=None)
    ends_on = None if None in ends else known
    return ImpactPeriod(
        spans=tuple(spans),
        ends_on=ends_on,
        known_until=known,
        review_from=None if ends_on is None else add_months(ends_on, -1),
    )


def _rule(punishment: Punishment, rules: Mapping[str, ImpactRule]) -> ImpactRule:
    rule = rules.get(punishment.kind)
    if rule is None:
        raise RefusedError("unknown_punishment", "kind", kind=punishment.kind)
    day = punishment.from_on
    if day is not None and not FIRST_DAY <= day <= LAST_DAY:
        raise RefusedError("date_out_of_range", "from_on", first=FIRST_DAY, last=LAST_DAY)
    return rule


def _decision(punishment: Punishment, rule: ImpactRule) -> tuple[ImpactSystem, str]:
    if rule.system is ImpactSystem.OTHER:
        # 组织处理 and 诫勉 are no punishments of one scale: each stands alone.
        return rule.system, f"{punishment.kind} {punishment.decision} {punishment.from_on}"
    return rule.system, punishment.decision.strip() or f"on {punishment.from_on}"


def _day(group: list[Punishment]) -> date | None:
    return max((one.from_on for one in group if one.from_on is not None), default=None)


def _span(
    group: list[Punishment], rules: Mapping[str, ImpactRule], earlier: list[ImpactSpan]
) -> ImpactSpan:
    heaviest = max((rules[one.kind] for one in group), key=lambda rule: rule.weight)
    same = [one for one in group if one.kind == heaviest.kind]
    from_on = _day(same)
    separate = any(
        span.system is heaviest.system
        and heaviest.system is not ImpactSystem.OTHER
        and from_on is not None
        and span.ends_on is not None
        and from_on <= span.ends_on
        for span in earlier
    )
    least, most = _bounds(heaviest, len(same), separate=separate)
    months = _months(same, least, most, separate=separate)
    return ImpactSpan(
        kind=heaviest.kind,
        system=heaviest.system,
        starts=heaviest.starts,
        from_on=from_on,
        months=months,
        ends_on=None if from_on is None or months is None else add_months(from_on, months),
        least_months=least,
        most_months=most,
        notes=tuple(_notes(heaviest, from_on, months, separate=separate)),
        basis_zh=heaviest.basis_zh,
        basis_en=heaviest.basis_en,
        tag=heaviest.tag,
    )


def _bounds(rule: ImpactRule, count: int, *, separate: bool) -> tuple[int | None, int | None]:
    """Return between which lengths the decision may fix one; both the same if it may not."""
    if rule.months is None:
        return None, None
    if rule.system is ImpactSystem.PARTY:
        return rule.months, rule.months
    most = rule.months * count
    return rule.months, MOST_MONTHS if separate else min(most, MOST_MONTHS)


def _months(
    same: list[Punishment], least: int | None, most: int | None, *, separate: bool
) -> int | None:
    fixed = next((one.months for one in same if one.months is not None), None)
    if least is None or most is None:
        if fixed is not None and fixed < 1:
            raise RefusedError("impact_months_out_of_range", "months", least=1, most=MOST_MONTHS)
        return fixed
    if fixed is None:
        return least if least == most or separate else None
    if not least <= fixed <= most:
        raise RefusedError("impact_months_out_of_range", "months", least=least, most=most)
    return fixed


def _notes(
    rule: ImpactRule, from_on: date | None, months: int | None, *, separate: bool
) -> Iterable[ImpactNote]:
    if rule.months is None and months is None:
        yield ImpactNote.LENGTH_UNKNOWN
    elif months is None:
        yield ImpactNote.LENGTH_IN_DECISION
    if from_on is None:
        yield ImpactNote.START_MISSING
    if separate:
        yield ImpactNote.SEPARATE_DECISIONS
