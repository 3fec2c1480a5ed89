"""What matching looks at, from what the books hold: receipts as payments, items and customers as they are known."""

from collections.abc import Iterable

from otcore.customers.customer import Customer
from otcore.payments.receipt import Receipt
from otcore.receivables.receivable import Receivable
from otcore.reconciliation.matching import reference_of
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.payment import Payment


def payment_of(receipt: Receipt) -> Payment:
    """What is left of a receipt, with every word that came with it; what was ordered, of one that is whole."""
    row = receipt.transaction
    whole = receipt.unapplied == receipt.amount
    return Payment(
        receipt.id,
        receipt.unapplied,
        receipt.day,
        row.payer_name,
        row.payer_account,
        reference_of(row.structured_reference),
        row.text,
        row.end_to_end,
        row.original if whole and row.original is not None and row.original.currency != row.amount.currency else None,
    )


def open_item_of(item: Receivable) -> OpenItem:
    """An item by the number that is printed on it: that of an item which its buyer numbers has the buyer before it."""
    number = item.id.removeprefix(f"{item.customer}:")
    return OpenItem(
        item.id,
        item.customer,
        number,
        item.amount,
        item.open,
        item.day,
        item.due,
        item.reference,
        item.orders,
        item.discounts,
    )


def payer_of(customer: Customer, learned: Iterable[str] = ()) -> Payer:
    """A customer by its names and accounts, those that were learned too; who pays for it is its credit account's."""
    profile = customer.profile
    party = profile.party
    names = tuple(dict.fromkeys(name for name in (party.name, party.legal_name) if name))
    accounts = tuple(dict.fromkeys((*profile.bank_accounts, *learned)))
    return Payer(customer.id, names, accounts, profile.credit_account)
