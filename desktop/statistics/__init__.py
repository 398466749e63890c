"""The monthly report on screen and on paper."""
