"""Administration: accounts, lists, rules, units, calendar, office, backups, own preferences."""
