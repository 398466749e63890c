"""The settings of an office that people may change, with their bounds."""

from dataclasses import dataclass
from typing import Any, ClassVar

from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Tx
from db.statistics.periods import SETTING as PERIODS
from db.statistics.periods import Month, period_rules


@dataclass(frozen=True, slots=True)
class SettingKind:
    """A setting: its name, its default, and what it may be.

    Attributes:
        name: Name in the store.
        default: Value while nothing was set.
        least: Least number; None for texts.
        most: Greatest number.
        form: The text is the form of a number and needs `{year}` and `{sequence}`.
        optional: An empty text is allowed.
        area: The text has several lines.
    """

    name: str
    default: Any
    least: int | None = None
    most: int | None = None
    form: bool = False
    optional: bool = False
    area: bool = False


ATTENTION_CARD = (
    "一、请坐、倒水，先听不记；无关人员离开，现场两人陪同。\n"
    "二、不争辩、不催促、不许诺；本人愿说什么听什么。\n"
    "三、联系家属或所在单位到场（先问本人意愿）。\n"
    "四、有危险立即拨打120、110，不让其独自离开。\n"
    "五、报告带班领导，记下时间。\n"
    "六、24小时内回访。诉求明天再登记。"
)
"""What a new office starts with; it writes its own (OFFICE §2.6)."""

KINDS = (
    SettingKind("office_name", ""),
    SettingKind("area", "", optional=True),
    SettingKind("office_phone", "", optional=True),
    SettingKind("office_contact", "", optional=True),
    SettingKind("office_address", "", optional=True),
    SettingKind("office_hours", "", optional=True),
    SettingKind("review_body", "上一级机关"),
    SettingKind("appeal_number_form", "诉受〔{year}〕{sequence:04d}号", form=True),
    SettingKind("transfer_number_form", "诉转〔{year}〕{sequence}号", form=True),
    SettingKind("held_number_form", "暂存〔{year}〕{sequence}号", form=True),
    SettingKind("clarification_number_form", "诉澄〔{year}〕{sequence:04d}号", form=True),
    SettingKind("talk_number_form", "谈〔{year}〕{sequence}号", form=True),
    SettingKind("backdating_free_days", 7, least=0, most=31),
    SettingKind("bounce_limit", 3, least=2, most=9),
    SettingKind("attention_card", ATTENTION_CARD, area=True),
    SettingKind("talk_event_join_days", 30, least=0, most=366),
    SettingKind("attention_appeals", 3, least=2, most=99),
    SettingKind("attention_months", 12, least=1, most=60),
    SettingKind("attention_repeats", 2, least=1, most=99),
)
"""Every setting that the window offers, in its order."""


@dataclass(frozen=True, slots=True)
class ChangeSetting:
    """Set one value of the office."""

    permission: ClassVar[Permission] = Permission.SETTING_WRITE

    name: str
    value: str | int

    def __call__(self, tx: Tx) -> None:
        """Write it.

        Raises:
            RefusedError: `unknown_setting`, `setting_out_of_range`, `setting_form`,
                `missing_office`.
        """
        kind = next((kind for kind in KINDS if kind.name == self.name), None)
        if kind is None:
            raise RefusedError("unknown_setting", field=self.name)
        tx.set_setting(kind.name, checked(kind, self.value))


@dataclass(frozen=True, slots=True)
class SetReportingPeriod:
    """Let months begin on another day from a month on; earlier months do not move (SETTLED §3).

    Attributes:
        since: First month told so, as `2026-10`.
        first_day: 1 for natural months, 26 for the 26th of the month before.
    """

    permission: ClassVar[Permission] = Permission.SETTING_WRITE

    since: str
    first_day: int

    def __call__(self, tx: Tx) -> None:
        """Write it into the history, in place of an entry of the same month.

        Raises:
            RefusedError: `bad_month`, `bad_period_setting`.
        """
        since = str(Month.parse(self.since))
        kept = [dict(entry) for entry in tx.setting(PERIODS, [])]
        history = [entry for entry in kept if entry.get("from") != since]
        history.append({"from": since, "first_day": self.first_day})
        period_rules(history)
        tx.set_setting(PERIODS, sorted(history, key=lambda entry: str(entry["from"])))


def checked(kind: SettingKind, value: str | int) -> str | int:
    """Return a value as it is stored.

    Raises:
        RefusedError: As `ChangeSetting`.
    """
    if kind.least is not None and kind.most is not None:
        number = int(value) if str(value).strip().isdecimal() else -1
        if not kind.least <= number <= kind.most:
            raise RefusedError(
                "setting_out_of_range", field=kind.name, least=kind.least, most=kind.most
            )
        return number
    text = str(value).strip()
    if not text and not kind.optional:
        raise RefusedError("missing_office", field=kind.name)
    if kind.form:
        _check_form(kind, text)
    return text


def _check_form(kind: SettingKind, text: str) -> None:
    try:
        first, second = text.format(year=2026, sequence=1), text.format(year=2026, sequence=2)
        other_year = text.format(year=2027, sequence=1)
    except (KeyError, ValueError, IndexError):
        raise RefusedError("setting_form", field=kind.name) from None
    if first in {second, other_year}:
        raise RefusedError("setting_form", field=kind.name)
