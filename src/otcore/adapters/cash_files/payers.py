"""Customers from a file: the names they go by, and the accounts they pay from."""

from otcore.adapters.cash_files.columns import AS_IT_SAYS, ITEMS, PAYERS, Layout
from otcore.adapters.cash_files.reading import Shape, Taken, read
from otcore.adapters.cash_files.record import Record
from otcore.reconciliation.payer import Payer
from otcore.values.account import compact_account


def read_payers(data: bytes, layout: Layout = AS_IT_SAYS) -> Taken[Payer]:
    """Customers: `customer`, `name`, `aliases`, `accounts`, `parent`. CUSTOMER_TWICE for one that comes again.

    Raises `Invalid` for a file that cannot be told apart.
    """
    return read(data, _PAYERS, layout)


def payers_of_items(data: bytes, layout: Layout = AS_IT_SAYS) -> tuple[Payer, ...]:
    """The customers that a file of open items names, where there is no file of customers: what each is called there."""
    names: dict[str, dict[str, None]] = {}
    for payer in read(data, _OF_ITEMS, layout).records:
        names.setdefault(payer.customer, {}).update(dict.fromkeys(payer.names))
    return tuple(Payer(customer, tuple(known)) for customer, known in names.items())


def _payer(record: Record) -> Payer:
    names = (record.name("name"), *record.several("aliases"))
    accounts = tuple(compact_account(each) for each in record.several("accounts"))
    known = tuple(dict.fromkeys(name for name in names if name))
    return Payer(record.id("customer"), known, accounts, record.id("parent"))


_OF_ITEMS = Shape(
    {"customer": ITEMS["customer"], "name": ITEMS["customer_name"]},
    lambda record: Payer(record.id("customer"), tuple(filter(None, [record.name("name")]))),
    lambda payer: payer.customer,
    frozenset(),
    "",
    (("customer",),),
)
_PAYERS = Shape(PAYERS, _payer, lambda payer: payer.customer, frozenset(), "CUSTOMER_TWICE", (("customer",),))
