"""需关注人员 at the desk."""
