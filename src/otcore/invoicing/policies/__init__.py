"""Billing policies: which deliveries, lines or parts of which orders an invoice bills."""
