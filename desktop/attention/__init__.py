"""关注提示 in the window: the manager's list."""
