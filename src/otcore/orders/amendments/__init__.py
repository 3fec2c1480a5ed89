"""Amendments: what one side proposes, what may change, and what the order is then."""
