"""The only place that knows the time.

Civil dates are those of Asia/Shanghai; instants are aware UTC (DOMAIN §12.1).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """Tells the present instant; everything else is derived from it."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        return datetime.now(UTC)


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still until it is set: for tests and for the demo's simulation."""

    at: datetime

    def now(self) -> datetime:
        """Return the instant it was set to."""
        return self.at

    def set(self, at: datetime) -> None:
        """Move the clock to an aware instant."""
        self.at = at.astimezone(UTC)

    def advance(self, **parts: float) -> None:
        """Move the clock on by the parts of a `timedelta`."""
        self.at += timedelta(**parts)


def civil_date(at: datetime) -> date:
    """Return the day in Asia/Shanghai to which an aware instant belongs."""
    return at.astimezone(SHANGHAI).date()


def civil_time(at: datetime) -> datetime:
    """Return an aware instant as local time of Asia/Shanghai."""
    return at.astimezone(SHANGHAI)


def instant(on: date, hour: int = 0, minute: int = 0) -> datetime:
    """Return the aware UTC instant of a civil day and time in Asia/Shanghai."""
    local = datetime(on.year, on.month, on.day, hour, minute, tzinfo=SHANGHAI)
    return local.astimezone(UTC)
