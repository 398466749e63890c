"""The demo center: invented people and matters, and the plan of their two years."""
