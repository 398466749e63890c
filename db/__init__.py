"""The record: rules, tables, deeds and questions of the desk, without any window."""
