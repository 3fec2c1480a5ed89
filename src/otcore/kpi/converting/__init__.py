"""Ledger rows in another currency, or without tax: rows in, rows out, so that every figure can be asked of them."""
