"""What the demo center is made of: units, accounts, cadres and the texts of its matters (pure).

Everything is invented and read from `resources/demo`; nothing here knows a database.
"""

import random
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

LETTER_FILES = ("appeals_1.toml", "appeals_2.toml", "appeals_3.toml")
PEOPLE = 456
FACTS_LEAST = 80
FACTS_MOST = 400
CIVIL = ("civil_servant", "managed_as_civil_servant")
INSTITUTION = ("institution_management", "institution_technical")
SCHOOLS = ("first_school", "second_school")
HOSPITALS = ("people_hospital", "disease_control")
# What happened to oneself, where talk of tables and clauses would sound wrong.
OWN_STORIES = frozenset(
    {
        "clarification",
        "tolerance",
        "family_difficulty",
        "health_psych",
        "suggestion",
        "punishment_period",
        "personnel_decision",
    }
)
BUREAUS = ("party", "government", "mass_organization", "park", "congress", "consultative")
# Bearers of these names are known to everybody; the generator draws again.
KNOWN_NAMES = frozenset(
    {
        *("李强", "李鹏", "李娜", "王毅", "王刚", "陈毅", "周强", "马凯", "朱军"),
        *("刘翔", "韩磊", "郭峰", "张磊", "孟浩然", "史可欣", "何伟", "郭伟"),
    }
)


@dataclass(frozen=True, slots=True)
class FormerName:
    """A former name of a unit and the last day it was borne."""

    name: str
    until: date


@dataclass(frozen=True, slots=True)
class UnitSpec:
    """A unit of the county; `order_number` is the county's own order, never a ranking."""

    key: str
    full_name: str
    short_name: str
    kind: str
    order_number: int
    party_body: str
    party_address: str
    member_department: str | None = None
    parent: str | None = None
    sections: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    counts_time: bool = True
    is_vertical: bool = False


@dataclass(frozen=True, slots=True)
class AccountSpec:
    """Somebody who logs in at the demo center."""

    login: str
    name: str
    sex: str
    role: str
    unit: str
    department: str
    section: str
    post: str
    phone: str
    duties: str = ""


@dataclass(frozen=True, slots=True)
class HandlerSpec:
    """The contact of a unit that answers on paper, and who signs there."""

    unit: str
    name: str
    section: str
    post: str
    signer: str
    signer_post: str


@dataclass(frozen=True, slots=True)
class PersonSpec:
    """An invented cadre; 职务 and 职级 are two fields, birth is 1985.03."""

    key: str
    name: str
    sex: str
    birth_month: str
    political_status: str
    person_category: str
    administration: str
    unit: str
    post: str
    rank: str
    status: str
    phone: str
    contact_preference: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that cadres appeal about, with the kernels of three answers.

    `ok`, `why` and `no` are empty where the center never answers itself.
    """

    category: str
    about: str
    who: str
    facts: str
    asks: tuple[str, ...]
    ok: str = ""
    why: str = ""
    no: str = ""
    help: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    ages: tuple[int, int] = (0, 120)
    sex: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """An appeal category with its topics and what the desk usually proposes."""

    key: str
    topics: tuple[Topic, ...]
    closing: tuple[str, ...]
    proposed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """An appeal as written down: neutral subject, facts, one line a request."""

    topic: Topic
    subject: str
    facts: str
    requests: tuple[str, ...]
    slots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything the simulation draws from."""

    center: Mapping[str, str]
    units: tuple[UnitSpec, ...]
    accounts: tuple[AccountSpec, ...]
    handlers: tuple[HandlerSpec, ...]
    categories: Mapping[str, Category]
    texts: Mapping[str, Any]

    def unit(self, key: str) -> UnitSpec:
        """Return the unit of that key."""
        return next(u for u in self.units if u.key == key)

    def handler(self, unit: str) -> HandlerSpec | None:
        """Return the contact of a unit that answers on paper, if it has one."""
        return next((h for h in self.handlers if h.unit == unit), None)

    def account(self, login: str) -> AccountSpec:
        """Return the account of that login."""
        return next(a for a in self.accounts if a.login == login)

    def member(self, key: str) -> bool:
        """Return whether a unit is one of the four that log in."""
        return self.unit(key).member_department is not None


def load() -> Content:
    """Read the demo center from the resources."""
    units = _read("units.toml")
    staff = _read("accounts.toml")
    categories: dict[str, Category] = {}
    for name in LETTER_FILES:
        for key, table in _read(name).items():
            categories[key] = _category(key, table)
    return Content(
        center=units["center"],
        units=tuple(_unit(row) for row in units["unit"]),
        accounts=tuple(
            AccountSpec(
                login=row["login"],
                name=row["name"],
                sex=row["sex"],
                role=row["role"],
                unit=row["unit"],
                department=row.get("department", ""),
                section=row.get("section", ""),
                post=row["post"],
                phone=row["phone"],
                duties=row.get("duties", ""),
            )
            for row in staff["account"]
        ),
        handlers=tuple(HandlerSpec(**row) for row in staff["handler"]),
        categories=categories,
        texts=_read("texts.toml"),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("resources") / "demo" / name).read_text(encoding="utf-8"))


def _unit(row: Mapping[str, Any]) -> UnitSpec:
    return UnitSpec(
        key=row["key"],
        full_name=row["full"],
        short_name=row["short"],
        kind=row["kind"],
        order_number=row["order"],
        party_body=row["party_body"],
        party_address=row["party_address"],
        member_department=row.get("member_department"),
        parent=row.get("parent"),
        sections=tuple(row.get("sections", ())),
        former=tuple(
            FormerName(f["name"], date.fromisoformat(f["until"])) for f in row.get("former", ())
        ),
        counts_time=row.get("counts_time", True),
        is_vertical=row.get("is_vertical", False),
    )


def _category(key: str, table: Mapping[str, Any]) -> Category:
    topics = tuple(
        Topic(
            category=key,
            about=row["about"],
            who=row.get("who", "any"),
            facts=row["facts"],
            asks=tuple(row["ask"]),
            ok=row.get("ok", ""),
            why=row.get("why", ""),
            no=row.get("no", ""),
            help=tuple(row.get("help", ())),
            units=tuple(row.get("units", ())),
            ages=(row["age"][0], row["age"][1]) if "age" in row else (0, 120),
            sex=row.get("sex", ""),
        )
        for row in table["topic"]
    )
    return Category(key, topics, tuple(table["closing"]), tuple(table["proposed"]))


# ------------------------------------------------------------------------------------- people


def people(content: Content, rng: random.Random, year: int) -> tuple[PersonSpec, ...]:
    """Return at least 420 cadres, told apart by birth month, unit and post; ages fit `year`."""
    pool = _read("people.toml")
    places = list(_places(content, rng))
    names = _names(content, pool, rng, len(places) - len(pool["fixed"]))
    cast: list[PersonSpec] = []
    for row in pool["fixed"]:
        cast.append(_fixed(content, row, len(cast), rng))
    for unit, kind in places[: len(places) - len(pool["fixed"])]:
        name, sex = next(names)
        cast.append(_person(content.unit(unit), kind, (name, sex), len(cast), rng, year))
    return tuple(cast)


def _places(content: Content, rng: random.Random) -> Iterator[tuple[str, str]]:
    weights = {
        "town": 20,
        "government": 8,
        "party": 5,
        "direct_institution": 7,
        "park": 8,
        "state_enterprise": 7,
        "vertical": 3,
        "mass_organization": 4,
        "court_procuratorate": 4,
    }
    more = {"first_school": 14, "second_school": 14, "people_hospital": 15, "livestock": 8}
    places = [
        (u.key, u.kind)
        for u in content.units
        for _ in range(more.get(u.key, weights.get(u.kind, 4)))
    ]
    rng.shuffle(places)
    towns = [u.key for u in content.units if u.kind == "town"] * 3
    retirees = (
        "water",
        "water",
        "education",
        "agriculture",
        "people_hospital",
        "finance",
        "yuntang",
    )
    sure = [(key, "village") for key in towns]
    sure += [(key, "retired") for key in retirees for _ in range(2)]
    # Those few first: the list is cut at its end.
    places = sure + places
    while len(places) < PEOPLE:
        places.append(rng.choice(places))
    return iter(places[:PEOPLE])


def _names(
    content: Content, pool: Mapping[str, Any], rng: random.Random, count: int
) -> Iterator[tuple[str, str]]:
    taken = {a.name for a in content.accounts} | {row["name"] for row in pool["fixed"]}
    taken |= {name for h in content.handlers for name in (h.name, h.signer)} | KNOWN_NAMES
    found = [(n, "male") for n in pool["named"]["male"] if n not in taken]
    found += [(n, "female") for n in pool["named"]["female"] if n not in taken]
    found += [(n, sex) for n, sex in pool["named"]["namesakes"]]
    taken |= {name for name, _ in found}
    while len(found) < count:
        sex = rng.choice(("male", "male", "female"))
        given = rng.choice(pool[f"{sex}_two"] if rng.random() < 0.72 else list(pool[f"{sex}_one"]))
        name = rng.choice(pool["surnames"]) + given
        if name not in taken:
            taken.add(name)
            found.append((name, sex))
    rng.shuffle(found)
    return iter(found)


def _fixed(content: Content, row: Mapping[str, Any], number: int, rng: random.Random) -> PersonSpec:
    category = row["person_category"]
    return PersonSpec(
        key=f"p{number + 1:03d}",
        name=row["name"],
        sex=row["sex"],
        birth_month=row["birth"],
        political_status="party_member",
        person_category=category,
        administration="county_managed" if "委员" in row["post"] else "unit_managed",
        unit=content.unit(row["unit"]).key,
        post=row["post"],
        rank=row["rank"],
        status="in_post",
        phone=_phone(number),
        contact_preference=row.get("contact_preference", _contact(rng)),
    )


def _person(
    unit: UnitSpec,
    kind: str,
    who: tuple[str, str],
    number: int,
    rng: random.Random,
    year: int,
) -> PersonSpec:
    category, administration, post, rank, ages = _office(unit, kind, rng)
    age = rng.randint(*ages)
    status = "retired" if category == "retired" else "in_post"
    if status == "in_post" and category in CIVIL and rng.random() < 0.07:
        status = rng.choice(("on_loan", "temporary_post", "probation" if age < 28 else "on_loan"))
    return PersonSpec(
        key=f"p{number + 1:03d}",
        name=who[0],
        sex=who[1],
        birth_month=f"{year - age}.{rng.randint(1, 12):02d}",
        political_status=_politics(category, post, age, rng),
        person_category=category,
        administration=administration,
        unit=unit.key,
        post=post,
        rank=rank,
        status=status,
        phone=_phone(number),
        contact_preference=_contact(rng),
    )


def _politics(category: str, post: str, age: int, rng: random.Random) -> str:
    if "党" in post or "书记" in post or (category in CIVIL and rng.random() < 0.86):
        return "party_member"
    if age < 29 and rng.random() < 0.4:
        return rng.choice(("league_member", "probationary_member"))
    return rng.choice(("party_member", "masses", "masses", "no_party", "democratic_party"))


def _phone(number: int) -> str:
    # 190 0000 xxxx: a range that is plainly nobody's.
    return f"190 0000 {number + 1001:04d}"


def _contact(rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.62:
        return "own_mobile"
    if draw < 0.88:
        return "office_phone"
    return "in_person" if draw < 0.97 else "no_phone"


Office = tuple[str, str, str, str, tuple[int, int]]


def _office(unit: UnitSpec, kind: str, rng: random.Random) -> Office:
    draw = rng.random()
    if kind == "village":
        post = rng.choice(("村党组织书记", "社区党组织书记", "村党组织副书记", "村委会委员"))
        return "village_community", "unit_managed", post, "", (34, 57)
    if kind == "retired":
        post = rng.choice(("原股长", "原科长", "原科员", "原副主任", "原高级工程师"))
        return "retired", "unit_managed", post, "", (61, 74)
    if kind == "vertical":
        rank = rng.choice(("二级主任科员", "三级主任科员", "一级科员"))
        return "civil_servant", "vertical", rng.choice(("科员", "股长")), rank, (27, 56)
    if unit.key in SCHOOLS:
        return _school_office(draw, rng)
    if unit.key in HOSPITALS:
        return _hospital_office(draw, rng)
    if kind == "state_enterprise":
        post = rng.choice(
            (
                "工程技术部部长",
                "财务部部长",
                "党群部部长",
                "副总工程师",
                "安全部副部长",
                "党委副书记",
            )
        )
        managed = "county_managed" if post == "党委副书记" else "unit_managed"
        return "state_enterprise", managed, post, "", (32, 57)
    if kind == "town":
        return _town_office(unit, draw, rng)
    if kind == "direct_institution":
        return _institution_office(unit, draw, rng)
    return _bureau_office(unit, draw, rng)


def _school_office(draw: float, rng: random.Random) -> Office:
    post = rng.choice(("教师", "班主任", "教研组长", "年级主任", "教务处副主任"))
    if draw < 0.1:
        return "institution_management", "county_managed", "副校长", "管理七级", (40, 56)
    rank = rng.choice(("高级教师", "一级教师", "一级教师", "二级教师"))
    return "institution_technical", "unit_managed", post, rank, (27, 57)


def _hospital_office(draw: float, rng: random.Random) -> Office:
    if draw < 0.12:
        post = rng.choice(("院办主任", "党办主任"))
        return "institution_management", "unit_managed", post, "管理八级", (36, 55)
    post = rng.choice(("主治医师", "主管护师", "检验师", "副主任医师", "护士长", "药师"))
    rank = rng.choice(("专业技术七级", "专业技术九级", "专业技术十级", "专业技术十一级"))
    return "institution_technical", "unit_managed", post, rank, (27, 57)


def _town_office(unit: UnitSpec, draw: float, rng: random.Random) -> Office:
    street = "街道" in unit.short_name
    if draw < 0.22:
        post = rng.choice(
            ("党工委委员", "办事处副主任", "纪工委书记")
            if street
            else ("党委委员", "副镇长", "组织委员")
        )
        rank = rng.choice(("一级主任科员", "二级主任科员", "三级主任科员"))
        return "civil_servant", "county_managed", post.replace("镇", _head(unit)), rank, (33, 52)
    if draw < 0.6:
        post = rng.choice(("科员", "科员", "党政办公室主任", "社会事务办公室主任", "民政专干"))
        rank = rng.choice(("三级主任科员", "四级主任科员", "一级科员", "二级科员"))
        return "civil_servant", "unit_managed", post, rank, (25, 48)
    post = rng.choice(
        ("农业经济服务中心主任", "文化站站长", "水利站站长", "经管站站长", "综合执法队副队长")
    )
    return (
        "institution_management",
        "unit_managed",
        post,
        rng.choice(("管理八级", "管理九级")),
        (28, 55),
    )


def _head(unit: UnitSpec) -> str:
    return "乡" if unit.short_name.endswith("乡") else "镇"


def _institution_office(unit: UnitSpec, draw: float, rng: random.Random) -> Office:
    if unit.key in {"party_school", "archives", "supply_coop"} and draw < 0.5:
        rank = rng.choice(("二级主任科员", "四级主任科员", "一级科员"))
        return "managed_as_civil_servant", "unit_managed", "科员", rank, (27, 55)
    if draw < 0.55:
        post = rng.choice(("办公室主任", "综合股股长", "业务股副股长", "职员"))
        return (
            "institution_management",
            "unit_managed",
            post,
            rng.choice(("管理八级", "管理九级")),
            (27, 56),
        )
    if draw < 0.92:
        rank = rng.choice(("专业技术七级", "专业技术九级", "专业技术十级", "专业技术十二级"))
        post = rng.choice(("高级工程师", "工程师", "农艺师", "助理工程师", "编辑"))
        if unit.key == "livestock":
            post = rng.choice(("兽医师", "高级兽医师", "助理兽医师"))
        return "institution_technical", "unit_managed", post, rank, (26, 57)
    return "worker", "unit_managed", "驾驶员", "技术工三级", (38, 58)


def _bureau_office(unit: UnitSpec, draw: float, rng: random.Random) -> Office:
    room = "科" if unit.kind == "party" else "股"
    if draw < 0.1:
        rank = rng.choice(("一级主任科员", "二级主任科员"))
        deputy = {"party": "副主任", "congress": "副主任", "consultative": "副主任"}
        post = deputy.get(unit.kind, "党组成员、副局长")
        if unit.key == "organization" or unit.short_name.endswith("部"):
            post = "副部长"
        elif not unit.short_name.endswith("局"):
            post = "副主任"
        return "civil_servant", "county_managed", post, rank, (38, 56)
    if draw < 0.42:
        post = rng.choice((f"{room}长", f"副{room}长", "办公室主任"))
        rank = rng.choice(("二级主任科员", "三级主任科员", "四级主任科员"))
        return "civil_servant", "unit_managed", post, rank, (31, 55)
    if draw < 0.8:
        rank = rng.choice(("三级主任科员", "四级主任科员", "一级科员", "二级科员"))
        return "civil_servant", "unit_managed", "科员", rank, (24, 48)
    post = rng.choice(("服务中心主任", "服务中心副主任", "服务中心职员", "执法大队副大队长"))
    return (
        "institution_management",
        "unit_managed",
        post,
        rng.choice(("管理八级", "管理九级")),
        (27, 55),
    )


def suits(topic: Topic, person: PersonSpec, unit: UnitSpec, year: int) -> bool:
    """Return whether a cadre may plausibly appeal about a topic in a year."""
    category = person.person_category
    age = year - int(person.birth_month[:4])
    if topic.units and unit.key not in topic.units:
        return False
    if person.administration == "vertical" or not topic.ages[0] <= age <= topic.ages[1]:
        return False
    if topic.sex and person.sex != topic.sex:
        return False
    kinds = {
        "civil": category in CIVIL,
        "institution": category in INSTITUTION,
        "technical": category == "institution_technical",
        "town": unit.kind == "town" and category not in {"village_community", "retired"},
        "bureau": unit.kind in BUREAUS and category not in {"retired", "worker"},
        "school": unit.key in SCHOOLS,
        "health": unit.key in HOSPITALS,
        "soe": category == "state_enterprise",
        "village": category == "village_community",
        "retired": category == "retired",
    }
    return kinds.get(topic.who, category not in {"village_community", "retired"})


# -------------------------------------------------------------------------------------- texts


class Writer:
    """Writes the texts of matters; no two letters are alike unless asked for.

    Args:
        content: The demo center.
        rng: Source of chance; the same state writes the same letters.
    """

    def __init__(self, content: Content, rng: random.Random) -> None:
        self._content = content
        self._rng = rng
        self._written: set[str] = set()
        self._bags: dict[str, list[str]] = {}

    def pick(self, *path: str, **slots: str) -> str:
        """Return a sentence of a pool, each used before one repeats, with its slots filled."""
        key = "/".join(path)
        bag = self._bags.get(key)
        if not bag:
            bag = list(self.pool(*path))
            self._rng.shuffle(bag)
            self._bags[key] = bag
        return fill(bag.pop(), slots)

    def pool(self, *path: str) -> Sequence[Any]:
        """Return a pool of `texts.toml` by its path."""
        found: Any = self._content.texts
        for part in path:
            found = found[part]
        return list(found)

    def letter(self, topic: Topic, person: PersonSpec, *, on: date, channel: str) -> Letter:
        """Write an appeal of 80 to 400 characters that was not written before."""
        for _ in range(60):
            slots = self._slots(topic, person, on)
            facts = self._facts(topic, slots, on, channel)
            if facts not in self._written:
                break
        self._written.add(facts)
        return Letter(
            topic=topic,
            subject=f"关于{topic.about}问题的诉求",
            facts=facts,
            requests=tuple(fill(ask, slots) for ask in topic.asks),
            slots=slots,
        )

    def near_copy(self, letter: Letter) -> Letter:
        """Return the same letter written again with a few words changed."""
        facts = letter.facts
        for old, new in (("希望", "盼望"), ("单位", "我单位"), ("本人", "我本人")):
            if old in facts:
                facts = facts.replace(old, new, 1)
                break
        facts += self._rng.choice(("盼复。", "望再研究。", "请予重视。"))
        self._written.add(facts)
        return Letter(letter.topic, letter.subject, facts, letter.requests, letter.slots)

    def reply(self, letter: Letter, outcome: str, *, body: str, received: date, on: date) -> str:
        """Write the answer that supports, explains or does not support."""
        topic = letter.topic
        kernel = {"supported": topic.ok, "explained": topic.why, "not_supported": topic.no}[outcome]
        slots = dict(letter.slots) | {
            "about": topic.about,
            "body": body,
            "received": f"{received.month}月{received.day}日",
            "mon": str(on.month),
        }
        opening = self.pick("appeal", "reply_opening", **slots)
        return opening + fill(kernel, slots) + self.pick("appeal", f"reply_tail_{outcome}")

    def _facts(self, topic: Topic, slots: Mapping[str, str], on: date, channel: str) -> str:
        opening = f"opening_{channel}"
        if opening not in self._content.texts["appeal"]:
            opening = "opening_other"
        parts = [self._rng.choice(self.pool("appeal", opening)), topic.facts]
        pool = "detail_own" if topic.category in OWN_STORIES else "detail"
        if topic.who == "retired":
            pool = "detail_retired"
        details = self._rng.sample(self.pool("appeal", pool), 5)
        parts += details[: self._rng.randint(1, 2)]
        parts.append(self._rng.choice(self._content.categories[topic.category].closing))
        facts = _dated(fill("".join(parts), slots), slots, on)
        for more in details[2:]:
            if len(facts) < FACTS_LEAST:
                facts += _dated(fill(more, slots), slots, on)
        return facts[:FACTS_MOST]

    def _slots(self, topic: Topic, person: PersonSpec, on: date) -> Mapping[str, str]:
        rng = self._rng
        age = on.year - int(person.birth_month[:4])
        years = max(2, min(rng.randint(4, 19), age - 23))
        if person.person_category == "retired":
            years = rng.randint(28, 38)
        since = on.year - years
        if "参加工作" in topic.facts and person.person_category == "retired":
            since = on.year - age + 20
        if any(word in topic.facts for word in ("从教", "任教", "从事专业", "负责现场技术")):
            years = max(3, age - rng.randint(24, 27))
            since = on.year - years
        month = (on.month - 2 - rng.randint(0, 4)) % 12 + 1
        months = rng.randint(2, 9)
        if "{last}年{mon}月" in topic.facts:
            # The months gone since are reckoned from the day that the letter names.
            months = 12 + on.month - month
        n = rng.randint(2, 6)
        towns = [u.short_name for u in self._content.units if u.kind == "town"]
        unit = self._content.unit(person.unit)
        return {
            "unit": unit.short_name,
            "post": person.post,
            "since": str(since),
            "years": str(years),
            "n": str(n),
            "n1": str(n + 1),
            "k": str(rng.randint(7, 15)),
            "m": str(months),
            "money": str(rng.randint(26, 196) * 10),
            "big": str(rng.randint(28, 480) * 100),
            "mon": str(month),
            "last": str(on.year - 1),
            "km": str(rng.randint(14, 68)),
            "kid": str(rng.randint(5, 14)),
            "elder": str(rng.randint(72, 86)),
            "town": unit.short_name if unit.kind == "town" else rng.choice(towns),
            "name": person.name,
        }


def fill(text: str, slots: Mapping[str, str]) -> str:
    """Return the text with every `{slot}` that is known replaced."""
    for name, value in slots.items():
        text = text.replace("{" + name + "}", value)
    return text


def _dated(text: str, slots: Mapping[str, str], on: date) -> str:
    # A month that has not come yet belongs to last year.
    if int(slots["mon"]) >= on.month:
        text = text.replace(f"今年{slots['mon']}月", f"去年{slots['mon']}月")
    return text


def texts_of(value: object) -> Iterator[str]:
    """Yield every string inside nested mappings and sequences, for checks of wording."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from texts_of(part)
    elif isinstance(value, Iterable):
        for part in value:
            yield from texts_of(part)
