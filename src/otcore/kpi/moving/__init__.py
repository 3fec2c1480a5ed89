"""How receivables move: the roll-forward of each day, what was collected, and why DSO changed."""
