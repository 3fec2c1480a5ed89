"""Invoices on their way: drafted, issued with a number, sent; and what happens beside that."""
