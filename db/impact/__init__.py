"""影响期跟踪: help and visits while a punishment weighs on a cadre, and the review at its end."""
