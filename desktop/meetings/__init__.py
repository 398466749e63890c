"""The window's part of 会商研判: its page with the weekly list."""
