"""需关注人员 and 多人来访: what the desk does when a visit is no ordinary one (OFFICE §2.6)."""
