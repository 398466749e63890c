"""会商研判 and its parts with their tables and rules."""

from db.books.shelf import Shelf
from db.meetings.book import MEETINGS, OPINIONS, PARTICIPANTS, TASKS, TOPICS
from db.meetings.ruling import (
    OF_THE_CENTER,
    check,
    child_follow,
    follow,
    hidden,
    lacks,
    may_report,
    opinion_check,
    opinion_reach,
    participant_check,
    participant_reach,
    reach,
    task_check,
    task_reach,
    topic_check,
    topic_follow,
    topic_reach,
)
from db.meetings.tables import (
    Meeting,
    MeetingOpinion,
    MeetingParticipant,
    MeetingTask,
    MeetingTopic,
)

MEETING_SHELF = Shelf(
    MEETINGS,
    Meeting,
    reach=reach,
    check=check,
    follow=follow,
    lacks=lacks,
    hidden=hidden,
    unsaid=OF_THE_CENTER,
)
TOPIC_SHELF = Shelf(
    TOPICS,
    MeetingTopic,
    reach=topic_reach,
    check=topic_check,
    follow=topic_follow,
    parent=MEETING_SHELF,
)
SHELVES = (
    MEETING_SHELF,
    TOPIC_SHELF,
    Shelf(
        PARTICIPANTS,
        MeetingParticipant,
        reach=participant_reach,
        check=participant_check,
        follow=child_follow,
        parent=MEETING_SHELF,
    ),
    Shelf(
        OPINIONS,
        MeetingOpinion,
        reach=opinion_reach,
        check=opinion_check,
        follow=child_follow,
        parent=MEETING_SHELF,
    ),
    Shelf(
        TASKS,
        MeetingTask,
        reach=task_reach,
        check=task_check,
        may=may_report,
        parent=MEETING_SHELF,
    ),
)
