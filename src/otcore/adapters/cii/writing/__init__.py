"""Invoices to CII."""
