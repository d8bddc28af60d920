"""Communiqué: press releases in, normalized records out."""
