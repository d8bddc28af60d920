"""Dates beside other systems': one scorer, the same texts, the same run.

``python -m communique.evaluation.dates SETS…`` prints, for each set of texts and each system,
recognition F1 strict and relaxed, value F1 and milliseconds a document.
"""
