"""CII to invoices."""
