"""Data of the program: lists, labels, templates, translations, the invented center."""
