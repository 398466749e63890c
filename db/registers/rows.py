"""What crosses the wall about the desk's day (pure)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who is expected, or a leader who receives.

    Attributes:
        book: `appointment` or `reception_day`.
        id: Entry.
        on: Day.
        at: Time, such as 9:30.
        until: End of a reception, empty otherwise.
        name: The person; the leader of a reception day.
        unit_post: Unit and post.
        subject: Matter in a word; matters received.
        leader: Whom the person wishes to see; who accompanies the leader.
        place: Where.
    """

    book: str
    id: int
    on: date
    at: str
    until: str
    name: str
    unit_post: str
    subject: str
    leader: str
    place: str


@dataclass(frozen=True, slots=True)
class DutyDay:
    """A day at the desk.

    Attributes:
        on: Day.
        log_id: Running log of the day, None if nobody has begun.
        leader: Leader on duty.
        staff: On duty.
        receptionist: Who receives visitors.
        left: What the last shift left to this one.
        left_by: Who left it.
        left_on: Day of that shift.
        to_take_over: Log that waits for somebody to take it over, None for none.
        visits: Groups of visitors today.
        visitors: Persons among them.
        calls: Appeals by telephone.
        letters: Appeals by letter.
        consultations: Person-times.
        expected: Who comes today.
    """

    on: date
    log_id: int | None
    leader: str
    staff: str
    receptionist: str
    left: str
    left_by: str
    left_on: date | None
    to_take_over: int | None
    visits: int
    visitors: int
    calls: int
    letters: int
    consultations: int
    expected: tuple[Expected, ...]
