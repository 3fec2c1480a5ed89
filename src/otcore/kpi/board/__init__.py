"""What a board shows: the figures of a day, how they came to be month by month, who is late, and what was aimed at."""
