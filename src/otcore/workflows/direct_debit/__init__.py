"""Direct debit: mandates, collections, batches for the bank, and what the bank says of them."""
