"""Files for cash application: open items, payments and customers as JSON lines, JSON or CSV, packed or not.

Columns are found by the names that such files usually have, or by names that the caller gives. Amounts are texts in
major units ("1234.56"); integers are minor units, where the file says so.
"""

from otcore.adapters.cash_files.columns import Layout
from otcore.adapters.cash_files.items import read_open_items
from otcore.adapters.cash_files.payers import payers_of_items, read_payers
from otcore.adapters.cash_files.payments import payments_of_statement, read_payments
from otcore.adapters.cash_files.reading import Taken

__all__ = [
    "Layout",
    "Taken",
    "payers_of_items",
    "payments_of_statement",
    "read_open_items",
    "read_payers",
    "read_payments",
]
