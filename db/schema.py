"""Gathers the tables of every room into one metadata; only migrations and store opening use it."""

import db.accusation.tables
import db.appeals.tables
import db.archive.tables
import db.attention.tables
import db.care.tables
import db.clarification.tables
import db.codes.tables
import db.core.tables
import db.documents.tables
import db.exchange.tables
import db.impact.tables
import db.inquiries.tables
import db.meetings.tables
import db.office.staff_tables
import db.office.tables
import db.people.tables
import db.reception.tables
import db.registers.tables
import db.signing.tables
import db.statistics.tables
import db.supervision.tables
import db.tolerance.tables  # noqa: F401
from db.core.base import Base

metadata = Base.metadata
