"""What happened, told: the time-line of an order."""
