"""关注提示: patterns over appeals that are told to the manager alone, and never judge (§3-18)."""
