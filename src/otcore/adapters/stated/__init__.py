"""The stated figures of UBL and CII invoices, for a check: read as they are, whatever is wrong with them.

>>> from otcore.adapters.stated import read_stated
>>> invoice = read_stated(b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>')
>>> invoice.totals.payable.missing
True
"""

from otcore.adapters.stated.reading import read_stated

__all__ = ["read_stated"]
