"""Customers from a file: the names they go by, and the accounts they pay from."""

from otcore.adapters.cash_files.columns import AS_IT_SAYS, PAYERS, Layout
from otcore.adapters.cash_files.reading import Shape, Taken, read
from otcore.adapters.cash_files.record import Record
from otcore.reconciliation.payer import Payer
from otcore.values.account import compact_account


def read_payers(data: bytes, layout: Layout = AS_IT_SAYS) -> Taken[Payer]:
    """Customers: `customer`, `name`, `aliases`, `accounts`, `parent`. CUSTOMER_TWICE for one that comes again.

    Raises `Invalid` for a file that cannot be told apart.
    """
    return read(data, _PAYERS, layout)


def _payer(record: Record) -> Payer:
    names = (record.name("name"), *record.several("aliases"))
    accounts = tuple(compact_account(each) for each in record.several("accounts"))
    known = tuple(dict.fromkeys(name for name in names if name))
    return Payer(record.id("customer"), known, accounts, record.id("parent"))


_PAYERS = Shape(PAYERS, _payer, lambda payer: payer.customer, frozenset(), "CUSTOMER_TWICE", (("customer",),))
