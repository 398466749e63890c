"""Code lists, deadline rules and the working-day calendar: data that the program only reads."""
