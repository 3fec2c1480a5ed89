"""Figures of a ledger without keeping its rows: a state that takes one row at a time, and whole ledgers in one pass."""
