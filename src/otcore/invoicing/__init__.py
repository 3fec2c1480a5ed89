"""Invoicing: the arithmetic of EN 16931, the invoice document, numbers, due dates and payment references."""
