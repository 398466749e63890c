"""The person's own ways against a decision, for the counter, the redirect and its notice.

What `db.codes.remedies` reckons, with the office's rules, calendar and names of units.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from db.appeals.filters import reach
from db.appeals.tables import Appeal
from db.codes.deadlines import Unit as Counts
from db.codes.queries import calendar, rules
from db.codes.remedies import Remedies, RemedyFacts, RemedyPath, remedies, sentence
from db.codes.remedy_table import remedy_table
from db.core.tx import Read
from db.documents.dates_text import long_date
from db.office.tables import Unit

MATTER_OF = {"treatment": "treatment", "assessment": "assessment"}
"""Categories whose matter is known by their name; a personnel decision names its own."""
REMEDY_CATEGORIES = frozenset({"personnel_decision", *MATTER_OF})
"""Categories whose legal window is checked at the counter (SETTLED §2, OFFICE §1-10)."""

_UNITS_ZH = {
    Counts.CALENDAR_DAYS: "日",
    Counts.WORKING_DAYS: "个工作日",
    Counts.MONTHS: "个月",
    Counts.YEARS: "年",
}
_UNITS_EN = {
    Counts.CALENDAR_DAYS: "days",
    Counts.WORKING_DAYS: "working days",
    Counts.MONTHS: "month(s)",
    Counts.YEARS: "year(s)",
}


@dataclass(frozen=True, slots=True)
class RemedyLine:
    """One way, with names and the sentence of the 引导告知书.

    Attributes:
        path: What was reckoned.
        body_zh: Whom, with the full name of the member department where one is meant.
        body_en: The same in English.
        sentence_zh: Sentence for the paper.
        sentence_en: The same in English.
    """

    path: RemedyPath
    body_zh: str
    body_en: str
    sentence_zh: str
    sentence_en: str


@dataclass(frozen=True, slots=True)
class RemedyView:
    """What the form and the redirect dialog show.

    Attributes:
        found: What was reckoned.
        lines: The ways, the first step first.
        proposed: The line to propose, None where there is nothing to redirect to.
    """

    found: Remedies
    lines: tuple[RemedyLine, ...]
    proposed: RemedyLine | None


def remedy_view(
    read: Read,
    category: str,
    *,
    matter: str,
    person_category: str,
    administration: str,
    knew_on: date | None,
) -> RemedyView | None:
    """Return the ways of a person, None for a category without a decision or before its matter.

    Args:
        read: Who asks.
        category: Category of the appeal.
        matter: What the decision was about, for a personnel decision.
        person_category: 人员类别.
        administration: 管理权限.
        knew_on: Day on which the person knew of the decision.
    """
    if category not in REMEDY_CATEGORIES or not person_category:
        return None
    wanted = MATTER_OF.get(category, matter)
    if not wanted:
        return None
    found = remedies(
        person_category,
        administration,
        wanted,
        RemedyFacts(knew_on=knew_on),
        table=remedy_table(),
        rules=rules(read),
        calendar=calendar(read),
        today=read.today,
    )
    members = _members(read)
    lines = tuple(_line(path, members) for path in found.paths)
    proposed = found.proposed
    return RemedyView(found, lines, next((line for line in lines if line.path is proposed), None))


def appeal_remedies(read: Read, appeal_id: int) -> RemedyView | None:
    """Return the ways of the person of an appeal; None alike for none and for not yours."""
    row = read.session.execute(
        select(
            Appeal.category,
            Appeal.remedy_matter,
            Appeal.person_category,
            Appeal.administration,
            Appeal.knew_on,
        ).where(Appeal.id == appeal_id, reach(read))
    ).first()
    if row is None:
        return None
    category, matter, person_category, administration, knew_on = row
    return remedy_view(
        read,
        category,
        matter=matter,
        person_category=person_category,
        administration=administration,
        knew_on=knew_on,
    )


def _members(read: Read) -> dict[str, str]:
    rows = read.session.execute(
        select(Unit.member_department, Unit.full_name).where(Unit.member_department.is_not(None))
    )
    return {str(department): name for department, name in rows}


def _line(path: RemedyPath, members: dict[str, str]) -> RemedyLine:
    name = members.get(path.body.member, "")
    zh, en = name or path.body.words.zh, name or path.body.words.en
    return RemedyLine(
        path=path,
        body_zh=zh,
        body_en=en,
        sentence_zh=sentence(
            path,
            remedy_table(),
            body=zh,
            length=_length(path, _UNITS_ZH, ""),
            last_day=long_date(path.last_day) if path.last_day else "",
        ),
        sentence_en=sentence(
            path,
            remedy_table(),
            body=en,
            length=_length(path, _UNITS_EN, " "),
            last_day=path.last_day.isoformat() if path.last_day else "",
            chinese=False,
        ),
    )


def _length(path: RemedyPath, words: dict[Counts, str], between: str) -> str:
    if path.length is None or path.unit is None:
        return ""
    return f"{path.length}{between}{words[path.unit]}"
