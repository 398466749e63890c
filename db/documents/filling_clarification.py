"""Fills the papers of a clarification from the record; the organ that checked issues them.

Nothing here comes from a report: the one sentence that may be said is the only word about what was
checked (SETTLED §9.3). The letters are drafts for the body that issues them, never the center's.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import select

from db.clarification.filters import reach
from db.clarification.tables import Clarification, Finding
from db.core.errors import NotAllowedError, RefusedError
from db.core.tx import Read
from db.documents.filling import label, office
from db.documents.outgoing import WhiteList
from db.documents.papers import (
    MEETING_TEXT_LIMIT,
    UNTRUE,
    ClarificationApproval,
    ClarificationLetter,
    ClarificationNotice,
    MeetingText,
    Office,
    OpinionRequest,
    Receipt,
)
from db.office.tables import Account, Unit, UnitName
from db.people.tables import Person

ClarificationPaper = (
    OpinionRequest
    | ClarificationApproval
    | ClarificationLetter
    | ClarificationNotice
    | MeetingText
    | Receipt
)

OUTGOING = ("opinion_request", "clarification_letter", "clarification_notice", "meeting_text")
"""Papers that leave the house: checked, and released by a second person (SETTLED §9.1)."""
TYPED: Mapping[str, tuple[str, ...]] = {
    "opinion_request": ("matter",),
    "clarification_letter": (
        "number",
        "addressee",
        "period",
        "matter",
        "feedback_by",
        "contact",
        "phone",
        "copies",
        "issued_on",
    ),
    "clarification_notice": ("number", "period", "matter", "objection_days", "issued_on"),
    "meeting_text": ("text", "audience"),
}
"""What whoever drafts a paper may change in it; all the rest is the record's."""

_ASKED = ("seeking_opinion", "returned_for_supplement", "approval_pending")
_APPROVED = ("approved", "carrying_out", "carried_out", "follow_up", "archived")
_WORDS_OF_SCOPE = {"public": "社会", "limited_scope": "一定"}
_HEAD = r"^(?:经[^，,]{1,8}[，,])?反映(?P<who>.{1,24}?同志)?(?:（[^）]*）)?(?P<matter>.+?)"
# 经查，反映×××同志（职务）在2025年…的问题不属实。
_SAYABLE = re.compile(_HEAD + r"的?问题(?:不属实|不存在|不实)[。.]?$")
# 经查，反映×××同志（职务）在2025年…的情况存在，但不违反纪律和法律规定。
_EXISTS = re.compile(
    _HEAD + r"(?P<verdict>的?(?:问题|情况)(?:存在|属实)[，,]?(?:但|并)?不[^，,。]{2,16})[。.]?$"
)
_PERIOD = re.compile(
    r"^在?(?P<period>\d{4}年(?:\d{1,2}月)?(?:(?:至|到|—)(?:\d{4}年)?(?:\d{1,2}月)?)?)(?:期间)?"
)


@dataclass(frozen=True, slots=True)
class _Sources:
    case: Clarification
    person: Person | None
    unit: Unit | None
    organ: Unit | None
    finding: Finding | None
    office: Office

    @property
    def unit_and_post(self) -> str:
        unit = self.unit.full_name if self.unit else self.person.unit_text if self.person else ""
        return unit + (self.person.post if self.person else "")

    @property
    def sayable(self) -> str:
        return self.finding.sayable if self.finding else ""

    @property
    def is_untrue(self) -> bool:
        return self.finding is None or self.finding.category != "no_violation"

    @property
    def verdict(self) -> str:
        found = None if self.is_untrue else _EXISTS.match(self.sayable.strip())
        return found["verdict"] if found else UNTRUE

    @property
    def issuer(self) -> str:
        if self.organ is None:
            return ""
        return self.organ.party_body or self.organ.full_name


_Maker = Callable[[Read, _Sources, dict[str, Any]], ClarificationPaper]


def _sources(read: Read, clarification_id: int) -> _Sources:
    case = read.session.scalar(
        select(Clarification).where(Clarification.id == clarification_id, reach(read))
    )
    if case is None:
        raise NotAllowedError("not_found")
    get = read.session.get
    return _Sources(
        case=case,
        person=get(Person, case.person_id) if case.person_id else None,
        unit=get(Unit, case.unit_id) if case.unit_id else None,
        organ=get(Unit, case.organ_unit_id) if case.organ_unit_id else None,
        finding=get(Finding, case.finding_id) if case.finding_id else None,
        office=office(read),
    )


def ready_clarification_papers(read: Read, clarification_id: int) -> tuple[str, ...]:
    """Return the papers that a clarification can make now, in the order of its course."""
    return _ready(_sources(read, clarification_id))


def _ready(s: _Sources) -> tuple[str, ...]:
    case = s.case
    found = ["receipt"] if case.origin == "applied" else []
    if case.state in _ASKED or (case.state == "assessing" and case.should_clear):
        found.append("opinion_request")
    if case.state in _ASKED:
        found.append("clarification_approval")
    if case.state in _APPROVED and not case.letter_suspended:
        # What happened without breaking a rule is said in the words of the organ, or not at all.
        if s.is_untrue or _EXISTS.match(s.sayable.strip()):
            found += ["clarification_letter", "clarification_notice"]
        if {"meeting", "circular"} & set(case.modes.split(",")):
            found.append("meeting_text")
    return tuple(found)


def fill_clarification(
    read: Read, kind: str, clarification_id: int, typed: Mapping[str, Any] | None = None
) -> ClarificationPaper:
    """Return the paper of a kind for a clarification.

    Args:
        read: Who asks; the row scope applies.
        kind: One of `ready_clarification_papers`.
        clarification_id: The case.
        typed: Values for the fields of `TYPED`; what is missing comes from the record.

    Raises:
        RefusedError: `paper_not_yet` if the case has not come so far, `unknown_paper`,
            `field_not_editable`.
    """
    s = _sources(read, clarification_id)
    makers: dict[str, _Maker] = {
        "receipt": _receipt,
        "opinion_request": _opinion_request,
        "clarification_approval": _approval,
        "clarification_letter": _letter,
        "clarification_notice": _notice,
        "meeting_text": _meeting_text,
    }
    if kind not in makers:
        raise RefusedError("unknown_paper", kind=kind)
    if kind not in _ready(s):
        raise RefusedError("paper_not_yet", kind=kind)
    given = dict(typed or {})
    foreign = set(given) - set(TYPED.get(kind, ()))
    if foreign:
        raise RefusedError("field_not_editable", field=min(foreign))
    return makers[kind](read, s, given)


def typed_values(paper: ClarificationPaper) -> dict[str, Any]:
    """Return the fields of a paper that its drafter may change, with their present values."""
    names = TYPED.get(paper.kind, ())
    return {one.name: getattr(paper, one.name) for one in fields(paper) if one.name in names}


def clarification_white_list(read: Read, clarification_id: int) -> WhiteList:
    """Return what a letter of this clarification may name: its own record and nothing else.

    The cadre, his unit and post, the organ and its people, the addressee, who approved (§9.1).
    """
    s = _sources(read, clarification_id)
    names = [s.case.person_name, s.case.approver_name]
    units: list[str] = [s.office.center_name]
    words: list[str] = []
    numbers = [s.office.phone]
    if s.organ is not None:
        names += read.session.scalars(
            select(Account.name).where(Account.unit_id == s.organ.id, Account.is_active)
        )
        numbers.append(s.organ.phone)
    for unit in (s.unit, s.organ, *_copied(read)):
        if unit is None:
            continue
        units += [unit.full_name, unit.short_name, unit.party_body, unit.party_address]
        units += read.session.scalars(select(UnitName.name).where(UnitName.unit_id == unit.id))
    if s.person is not None:
        units.append(s.person.unit_text)
        words.append(s.person.post)
    if s.finding is not None:
        numbers.append(s.finding.letter_number)
        units.append(s.finding.organ)
    numbers += [s.case.letter_number, s.case.approval_number]
    return WhiteList(
        names=_kept(names), units=_kept(units), numbers=_kept(numbers), words=_kept(words)
    )


def _copied(read: Read) -> list[Unit]:
    # 抄送组织部: the only third body that a letter names by form.
    return list(read.session.scalars(select(Unit).where(Unit.member_department == "organization")))


def _kept(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def matter_of(sayable: str, name: str = "") -> tuple[str, str]:
    """Return period and question of the sentence that may be said.

    经查，反映王某同志在2025年验收中收受礼金的问题不属实。 gives 2025年 and 验收中收受礼金; one
    that ends 的情况存在，但不违反规定。 is taken apart alike; a sentence of another form is the
    question itself.
    """
    text = sayable.strip()
    found = _SAYABLE.match(text) or _EXISTS.match(text)
    if found is None:
        return "", text
    matter = found["matter"].removeprefix(f"{name}同志").removeprefix(name).removeprefix("其")
    period = _PERIOD.match(matter)
    if period is None:
        return "", matter
    return period["period"], matter[period.end() :].lstrip("，、")


def _birth(person: Person | None) -> date | None:
    if person is None or len(person.birth_month) != 7:
        return None
    year, month = person.birth_month.split(".")
    return date(int(year), int(month), 1)


def _modes(read: Read, case: Clarification) -> tuple[str, ...]:
    chosen = case.modes.split(",") if case.modes else []
    order = ("written", "face_to_face", "meeting", "circular", "media")
    return tuple(label(read, "clarification_mode", mode) for mode in order if mode in chosen)


def _modes_text(read: Read, case: Clarification) -> str:
    return "、".join(words.split("（", 1)[0] for words in _modes(read, case))


def _scope_text(read: Read, case: Clarification) -> str:
    # The templates go on with 范围内.
    words = _WORDS_OF_SCOPE.get(case.scope) or label(read, "clarification_scope", case.scope)
    return (case.scope_units or words).removesuffix("范围内").removesuffix("范围")


def _receipt(_read: Read, s: _Sources, _typed: dict[str, Any]) -> Receipt:
    # Number, name and day only: the same bytes whatever is checked (SETTLED §9.2).
    return Receipt(
        office=s.office,
        number=s.case.number,
        name=s.case.person_name or (s.unit.full_name if s.unit else ""),
        submitted_on=s.case.applied_on,
        issued_on=s.case.applied_on,
    )


def _opinion_request(read: Read, s: _Sources, typed: dict[str, Any]) -> OpinionRequest:
    person = s.person
    scope = label(read, "clarification_scope", s.case.scope)
    return OpinionRequest(
        office=s.office,
        number=s.case.number,
        name=s.case.person_name,
        gender=label(read, "sex", person.sex if person else ""),
        birth_on=_birth(person),
        political_status=label(read, "political_status", person.political_status if person else ""),
        unit_and_post=s.unit_and_post,
        matter=str(typed.get("matter", s.sayable)),
        modes=_modes(read, s.case),
        scopes=(scope,) if scope else (),
    )


def _approval(_read: Read, s: _Sources, _typed: dict[str, Any]) -> ClarificationApproval:
    # Blank: what the leaders of the organ write stays with the organ (SETTLED §9.3).
    return ClarificationApproval(issuer=s.issuer)


def _letter(read: Read, s: _Sources, typed: dict[str, Any]) -> ClarificationLetter:
    period, matter = matter_of(s.sayable, s.case.person_name)
    unit = s.unit
    addressee = ""
    if unit is not None:
        addressee = (unit.party_address or unit.party_body or unit.full_name).rstrip("：:")
    values: dict[str, Any] = {
        "number": s.case.letter_number,
        "addressee": addressee,
        "period": period,
        "matter": matter,
        "phone": s.organ.phone if s.organ else "",
        "issued_on": s.case.letter_on,
        **typed,
    }
    return ClarificationLetter(
        office=s.office,
        issuer=s.issuer,
        name=s.case.person_name,
        post=s.person.post if s.person else "",
        verdict=s.verdict,
        reflection="失实反映" if s.is_untrue else "反映",
        modes=_modes_text(read, s.case),
        scope=_scope_text(read, s.case),
        **values,
    )


def _notice(read: Read, s: _Sources, typed: dict[str, Any]) -> ClarificationNotice:
    period, matter = matter_of(s.sayable, s.case.person_name)
    values: dict[str, Any] = {
        "period": period,
        "matter": matter,
        "issued_on": s.case.letter_on,
        **typed,
    }
    organization = s.organ is not None and s.organ.member_department == "organization"
    return ClarificationNotice(
        office=s.office,
        title=str(read.setting("clarification_notice_title", "失实检举控告澄清告知书"))
        if s.is_untrue
        else "澄清告知书",
        issuer=s.issuer,
        name=s.case.person_name,
        verdict=s.verdict,
        modes=_modes_text(read, s.case),
        scope=_scope_text(read, s.case),
        own_word="部" if organization else "委",
        **values,
    )


def _meeting_text(_read: Read, s: _Sources, typed: dict[str, Any]) -> MeetingText:
    sentence = s.sayable.strip()
    closing = "根据有关规定，经批准，现予以澄清。"
    text = sentence + closing if len(sentence + closing) <= MEETING_TEXT_LIMIT else sentence
    values: dict[str, Any] = {"text": text, "audience": s.case.scope_units, **typed}
    # 实施记录 below the text is filled by the pen, where it is read out.
    return MeetingText(office=s.office, issuer=s.issuer, **values)
