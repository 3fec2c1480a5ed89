"""Shipments: planned, posted, delivered, reversed; what they take from the shelves and from the order."""
