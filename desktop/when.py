"""Says moments the way the office does: 今天 06:00, 昨天 18:02, 10月8日 09:30."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from db.core.clock import civil_time
from desktop.widgets.words import DayWords


class When(QObject):
    """Words for moments relative to now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days = DayWords(self)

    def moment(self, at: datetime, now: datetime) -> str:
        """Return day and time of an aware instant."""
        local, today = civil_time(at), civil_time(now).date()
        time = local.strftime("%H:%M")
        if local.date() == today:
            return self.tr("today {time}").format(time=time)
        if local.date() == today - timedelta(days=1):
            return self.tr("yesterday {time}").format(time=time)
        return self.tr("{day} {time}").format(day=self._days.day(local.date()), time=time)
