"""What is sold: products with unit, list price and tax category."""
