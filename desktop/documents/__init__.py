"""The papers as they are drawn, shown, printed and saved."""
