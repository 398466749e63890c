"""Letter templates and the manifest of their fields."""
