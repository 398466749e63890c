"""Names, tables and sentences of the monthly report, as data."""
