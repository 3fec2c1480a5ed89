"""How items were settled: days to pay, days late, and whether promises were kept."""
