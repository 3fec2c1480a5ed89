"""Invoices and credit notes as elements of UBL 2.1 (syntax binding CEN/TS 16931-3-2)."""
