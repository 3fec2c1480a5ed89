"""Refunds: money that is paid back to a customer by the bank."""
