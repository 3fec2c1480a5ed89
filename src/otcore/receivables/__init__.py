"""What customers owe: open items, their ledger, and what is overdue."""
