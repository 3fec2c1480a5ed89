"""The parts of the book: open items under every name they go by, kept up to date one item at a time."""
