"""How well money that came in finds its items: how much stays unapplied, and how much needs no person."""
