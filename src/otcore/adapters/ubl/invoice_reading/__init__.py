"""Invoices and credit notes out of UBL 2.1 (syntax binding CEN/TS 16931-3-2), with nothing lost."""
