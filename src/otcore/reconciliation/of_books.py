"""What matching looks at, from what the books hold: receipts as payments, items and customers as they are known."""

import re
from collections.abc import Iterable, Iterator

from otcore.customers.customer import Customer
from otcore.payments.receipt import Receipt
from otcore.receivables.receivable import Receivable
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.references import structured_references
from otcore.reconciliation.spelling.citing import cited
from otcore.values.references import normal_reference, reference_key

_APART = re.compile(r"[\s,;:=]+")
_AROUND = ".()[]/#'\""


def references_of(receipt: Receipt) -> tuple[str, ...]:
    """Every reference that a receipt may name, as a store keeps those of items."""
    structured = receipt.transaction.structured_reference
    stated = normal_reference(structured), reference_key(structured)
    return tuple(dict.fromkeys(each for each in (*stated, *_said(receipt)) if each))


def orders_of(receipt: Receipt) -> tuple[str, ...]:
    """Every order number that a receipt may name, as its buyer may have written it: each word with a digit, and what
    `references_of` finds in the text.
    """
    row = receipt.transaction
    words = (word.strip(_AROUND) for line in (*row.text, row.end_to_end) for word in _APART.split(line))
    written = (word for word in words if any(sign.isdigit() for sign in word))
    return tuple(dict.fromkeys((*written, *references_of(receipt))))


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
        normal_reference(row.structured_reference),
        row.text,
        row.end_to_end,
        row.original if whole and row.original is not None and row.original.currency != row.amount.currency else None,
        receipt.taken_off,
        receipt.on_account,
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


def _said(receipt: Receipt) -> Iterator[str]:
    """Every number that the text may name, and the structured references that stand in it."""
    row = receipt.transaction
    text = (*row.text, row.end_to_end)
    yield from cited(text)
    for found in structured_references(text):
        yield found.normal
        yield found.key
