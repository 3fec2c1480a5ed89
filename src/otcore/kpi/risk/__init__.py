"""What may not be paid, or not in time: how much is current, disputed, deducted, lost, and owed by few."""
