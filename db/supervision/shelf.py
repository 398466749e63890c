"""催办督办 and 商请反馈 with their tables and rules."""

from db.books.shelf import Shelf
from db.supervision.book import FEEDBACK_REQUESTS, SUPERVISIONS
from db.supervision.ruling import (
    check,
    follow,
    lacks,
    may,
    reach,
    request_check,
    request_follow,
    request_reach,
    shown,
)
from db.supervision.tables import FeedbackRequest, Supervision

SUPERVISION_SHELF = Shelf(
    SUPERVISIONS,
    Supervision,
    reach=reach,
    check=check,
    follow=follow,
    may=may,
    lacks=lacks,
    shown=shown,
)
REQUEST_SHELF = Shelf(
    FEEDBACK_REQUESTS,
    FeedbackRequest,
    reach=request_reach,
    check=request_check,
    follow=request_follow,
    may=may,
)
SHELVES = (SUPERVISION_SHELF, REQUEST_SHELF)
