"""What crosses the wall about inquiries beside their book (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.inquiries.workflow import ACCEPTED, WRITTEN_INQUIRY, WRITTEN_STATEMENT


@dataclass(frozen=True, slots=True)
class InquiryShare:
    """What was sent in a span of days.

    Attributes:
        first: First day.
        last: Last day.
        counts: Kind → number.
        states: State → number.
    """

    first: date
    last: date
    counts: Mapping[str, int]
    states: Mapping[str, int]

    @property
    def statement_share(self) -> float | None:
        """Return 书面说明 ÷ (函询＋书面说明), None where neither was sent."""
        statements = self.counts[WRITTEN_STATEMENT]
        whole = statements + self.counts[WRITTEN_INQUIRY]
        return statements / whole if whole else None

    @property
    def accepted(self) -> int:
        """Return how many explanations were accepted."""
        return sum(self.states.get(state, 0) for state in ACCEPTED)

    @property
    def fed_back(self) -> int:
        """Return how many of them were told to the person and to the principal."""
        return self.states.get("fed_back", 0)
