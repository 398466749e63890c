"""Bound files with their own rules."""

from db.archive.book import CASE_FILES
from db.archive.filing import file_check, file_follow, file_may
from db.archive.scope import of_open_cases
from db.archive.tables import CaseFile
from db.books.shelf import Shelf

SHELVES = (
    Shelf(
        CASE_FILES,
        CaseFile,
        reach=lambda read: of_open_cases(read, CaseFile),
        check=file_check,
        follow=file_follow,
        may=file_may,
    ),
)
"""Mapped rows of the archive."""
