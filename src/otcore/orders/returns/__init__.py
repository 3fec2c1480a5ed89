"""Returns: goods that come back, what is credited for them, and what replaces them."""
