"""Support: what is cleared up with a customer after the bill. A dispute has a case, which tells its story."""
