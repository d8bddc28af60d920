"""Dates: recognised, brought into a normal form, resolved against an anchor."""

from communique.components.dates.find import find_dates

__all__ = ["find_dates"]
