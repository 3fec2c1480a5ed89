"""What the ledger says of the business: open balance, aging, DSO, cash received. One definition a figure."""
