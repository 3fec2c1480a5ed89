"""Parts of an invoice that add up to it: by quantities, by amounts, and what rounding leaves of each."""
