"""Promises of goods: which shelf serves which line, who waits, and what goes back."""
