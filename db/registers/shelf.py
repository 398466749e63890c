"""The office's own books with their tables."""

from db.books.shelf import Shelf
from db.registers.book import LEADER_NOTES
from db.registers.tables import LeaderNote

SHELVES = (Shelf(LEADER_NOTES, LeaderNote),)
