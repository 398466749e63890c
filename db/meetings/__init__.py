"""会商研判: joint meetings with topics, participants, opinions kept apart, decisions and tasks."""
