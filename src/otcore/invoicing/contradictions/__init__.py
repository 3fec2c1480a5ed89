"""What in an invoice's input contradicts itself: each fault with a code and a JSON pointer to its place."""
