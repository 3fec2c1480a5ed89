"""Money in and out: what the bank says, receipts, refunds."""
