"""Payments through a gateway: authorised, captured, refunded, voided; every step asked for once under a key."""
