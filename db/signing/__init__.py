"""Who signs and under whose name papers go out, with dates (OFFICE §2.6, "the 部长 changes")."""
