"""What tests of pages share: a shell that answers at once, a center in the middle of its day."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.appeals.answering import DeliverReply, PlanFollowUp
from db.appeals.handling import DraftReply
from db.appeals.intake import Intake, Register, SettleOnTheSpot
from db.appeals.queries import card
from db.appeals.routing import Object, ProposeAssign, SignIn, Target
from db.appeals.screening import Accept, ProposeNotAccept, SendToScreening
from db.approvals.deciding import Decide
from db.care.changes import Partner, Roles
from db.care.planning import Plan, Schedule
from db.clarification.intake import Apply
from db.codes.listing import code_items
from db.core.clock import civil_date
from db.core.errors import ZhengmingError
from db.core.gate import Gate
from db.core.tx import Behalf
from db.office.desk import Consult, Hold
from db.office.drafts import SaveDraft
from db.office.tables import Unit
from desktop.labels import Labels
from desktop.messages import sentence
from desktop.settings import Settings
from desktop.store import Store
from desktop.theme import Theme
from tests.conftest import Center

TABLES = Path(__file__).parents[2] / "resources" / "i18n" / "zh"


class Chinese(QTranslator):
    """Speaks the tables of `resources/i18n/zh`, as the compiled translation will."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.words: dict[str, dict[str, str]] = {}
        self.missing: set[tuple[str, str]] = set()
        for path in sorted(TABLES.glob("*.toml")):
            for context, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
                self.words.setdefault(context, {}).update(table)

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        found = self.words.get(context, {}).get(source)
        if found is None:
            self.missing.add((context, source))
        return found

    def untold(self, *contexts: str) -> set[tuple[str, str]]:
        """What these classes say that no table has; inherited words stand in their base."""
        known = {source for table in self.words.values() for source in table}
        return {m for m in self.missing if m[0] in contexts and m[1] not in known}


class KitShell:
    """A shell without a window: remembers what it was told, answers questions at once."""

    def __init__(self, theme: Theme, store: Store, pages: frozenset[str] | None = None) -> None:
        self.theme = theme
        self.store = store
        self.settings = Settings()
        self.labels = Labels(chinese=False)
        self.labels.take(store.gate.read(code_items))
        self.pages = pages
        self.cases: list[tuple[str, int]] = []
        self.opened: list[tuple[str, dict[str, object]]] = []
        self.bars: list[tuple[str, str]] = []
        self.errors: list[ZhengmingError] = []
        self.questions: list[tuple[str, str]] = []
        self.counts: dict[str, tuple[int | None, int]] = {}
        self.reason = "核对后决定"
        self.save_to: Path | None = None
        self.open_from: list[Path] = []
        self.agrees = True
        store.failed.connect(self.fail)

    @property
    def actor(self) -> Any:
        return self.store.actor

    def today(self) -> date:
        return self.store.today()

    def open_case(self, track: str, case_id: int) -> None:
        self.cases.append((track, case_id))

    def open_page(self, key: str, **filters: object) -> None:
        self.opened.append((key, filters))

    def has_page(self, key: str) -> bool:
        return self.pages is None or key in self.pages

    def bar(
        self, kind: str, text: str, link: str = "", on_link: Callable[[], None] | None = None
    ) -> None:
        self.bars.append((kind, text))

    def sentence(self, error: ZhengmingError) -> str:
        return sentence(error)

    def fail(self, error: ZhengmingError) -> None:
        self.errors.append(error)

    def confirm(
        self,
        question: str,
        consequence: str,
        deed: str,
        then: Callable[[str], None],
        *,
        danger: bool = False,
        asks_reason: bool = False,
    ) -> None:
        self.questions.append((question, consequence))
        if self.agrees:
            then(self.reason if asks_reason else "")

    def ask_save_path(self, suggested: str, kinds: str, then: Callable[[Path], None]) -> None:
        if self.save_to is not None:
            then(self.save_to)

    def ask_open_paths(self, kinds: str, then: Callable[[list[Path]], None]) -> None:
        if self.open_from:
            then(self.open_from)

    def keep(self, form: Any) -> None:
        """Nothing is kept here."""

    def drop(self, form: Any) -> None:
        """Nothing was kept."""

    def set_count(self, key: str, count: int | None, overdue: int = 0) -> None:
        self.counts[key] = (count, overdue)

    def close_case(self, track: str, case_id: int) -> None:
        """No tabs here."""


def settle(qtbot: Any, store: Store) -> None:
    """Wait until everything asked has been answered and shown."""
    qtbot.waitUntil(lambda: store.is_idle, timeout=20_000)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: store.is_idle, timeout=20_000)


def intake(name: str, subject: str, **changes: object) -> Intake:
    values: dict[str, object] = {
        "administration": "county_managed",
        "channel": "window",
        "category": "treatment",
        "subject": subject,
        "facts": f"{subject}。本人多次向单位说明，至今没有答复。",
        "person_name": name,
        "unit_text": "云塘镇人民政府",
        "phone": "19000002417",
        "requests": "核实并答复",
    }
    return Intake(**(values | changes))  # type: ignore[arg-type]


def unit_id(gate: Gate, key: str) -> int:
    return gate.read(lambda r: r.session.scalars(select(Unit.id).where(Unit.key == key)).one())


def accepted(center: Center, name: str, subject: str, **changes: object) -> int:
    clerk = center.gate("clerk")
    made = clerk.write(Register(intake(name, subject, **changes))).value
    clerk.write(SendToScreening(made.appeal_id, "拟受理。"))
    clerk.write(Accept(made.appeal_id, "internal"))
    return made.appeal_id


def assign(center: Center, appeal_id: int, *keys: str) -> int:
    clerk = center.gate("clerk")
    targets = tuple(
        Target(unit_id(clerk, key), "lead" if place == 0 else "co")
        for place, key in enumerate(keys)
    )
    approval = clerk.write(ProposeAssign(appeal_id, targets, "请按职责办理")).value
    center.gate("manager").write(Decide(approval, "agreed"))
    return hand_over(center.gate("clerk"), appeal_id)


def hand_over(gate: Gate, appeal_id: int, unit: str = "") -> int:
    found = gate.read(partial(card, appeal_id=appeal_id)).hand_overs
    if unit:
        found = tuple(h for h in found if h.unit_id == unit_id(gate, unit))
    return found[-1].id


def busy(center: Center) -> dict[str, int]:
    """Fill a center so that every list of the workbench holds something; return the cases."""
    clerk, clock = center.gate("clerk"), center.clock
    made: dict[str, int] = {}
    made["answered"] = accepted(center, "庄季同", "职称评聘问题的诉求")
    assign(center, made["answered"], "hr")
    made["running"] = accepted(center, "赵崇礼", "乡镇工作补贴问题的诉求")
    assign(center, made["running"], "organization", "hr")
    clock.advance(days=30)
    row = hand_over(center.gate("hr"), made["answered"])
    center.gate("hr").write(SignIn(row, "人事科"))
    reply = center.gate("hr").write(DraftReply(row, "已核实并解释。", "explained")).value
    center.gate("hr_leader").write(Decide(reply, "agreed"))
    center.gate("hr").write(
        DeliverReply(
            made["answered"], civil_date(clock.now()), civil_date(clock.now()), signer="庄季同"
        )
    )
    clerk.write(PlanFollowUp(made["answered"]))
    row = hand_over(center.gate("organization"), made["running"], "organization")
    center.gate("organization").write(SignIn(row, "干部科"))
    clock.advance(days=27)
    made["to_assign"] = accepted(center, "裴知遥", "轮岗交流申请")
    targets = (Target(unit_id(clerk, "organization")),)
    clerk.write(ProposeAssign(made["to_assign"], targets, "请按职责办理"))
    made["returned"] = accepted(center, "尹若谷", "借调期满未返岗问题")
    lead = assign(center, made["returned"], "hr")
    center.gate("hr").write(Object(lead, "不属本单位职责", "县委编办"))
    made["sent"] = accepted(center, "陆时雨", "带薪休假问题的诉求")
    assign(center, made["sent"], "hr")
    made["behalf"] = accepted(center, "范知白", "加班补助问题的诉求")
    lead = assign(center, made["behalf"], "hr")
    paper = Behalf("何俊贤", "人事科科长", "泽人社函〔2026〕3号", civil_date(clock.now()))
    clerk.write(SignIn(lead, "人事科", behalf=paper))
    made["screening"] = clerk.write(
        Register(intake("柳述", "所诉与已终结的复核事项相同"))
    ).value.appeal_id
    clerk.write(SendToScreening(made["screening"], "拟不予受理"))
    clerk.write(ProposeNotAccept(made["screening"], "同一事实已终结"))
    for name, subject in (("沈知微", "停车位问题"), ("阮家骏", "体检时间问题")):
        made[name] = clerk.write(
            SettleOnTheSpot(intake(name, subject), "已当面解释政策。", "explained", "本人口头确认")
        ).value.appeal_id
    made["registered"] = clerk.write(
        Register(intake("卞明远", "考核等次复核的诉求", category="assessment"))
    ).value.appeal_id
    clerk.write(Apply("网上称本人违规领取补贴，经核查不实。", "在单位范围澄清", person_name="王䶮"))
    talk = center.gate("manager").write(
        Plan(
            Partner(person_name="沈知微"),
            "position_change",
            Roles(talker_id=center.gate("manager").actor.account_id),
        )
    )
    center.gate("manager").write(
        Schedule(talk.value.talk_id, civil_date(clock.now()), "09:30", "谈话室")
    )
    clerk.write(Hold("温知行", "问公积金缴存基数", "19000001234"))
    clerk.write(Consult("treatment", "咨询退休手续", "已解释", 2))
    clerk.write(SaveDraft("intake", "new", "诉求登记：汤以宁", {"person_name": "汤以宁"}))
    center.gate("manager").write(
        SaveDraft("intake", "new", "诉求登记：司徒敬", {"person_name": "司徒敬"})
    )
    return made


NOON = datetime(2026, 4, 28, 1, 0, tzinfo=UTC)
"""The morning on which `busy` ends."""
