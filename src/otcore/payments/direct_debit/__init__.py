"""SEPA direct debit: mandates, collections of what is due, and what comes back of them."""
