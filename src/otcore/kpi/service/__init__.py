"""How quickly customers are answered and helped: cases against service levels, in business hours."""
