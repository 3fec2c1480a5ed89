"""Which column of a file is which fact: by the names that are usual, or by those that the caller gives."""

import re
from collections.abc import Mapping

from attrs import field, frozen

_SIGNS = re.compile(r"[^a-z0-9]+")
Names = Mapping[str, tuple[str, ...]]

ITEMS: Names = {
    "id": ("id", "item_id", "item", "key"),
    "number": ("number", "invoice_number", "invoice_no", "invoice", "document_number", "document_no", "document"),
    "customer": ("customer", "customer_id", "customer_number", "customer_no", "debtor", "debtor_id"),
    "customer_name": ("customer_name", "debtor_name", "name"),
    "amount": ("amount", "invoice_amount", "total", "gross"),
    "open": ("open", "open_amount", "amount_open", "outstanding", "balance", "amount_due", "residual"),
    "currency": ("currency", "ccy", "currency_code"),
    "issued": ("issued", "issue_date", "invoice_date", "document_date", "date"),
    "due": ("due", "due_date"),
    "reference": ("reference", "ref", "payment_reference", "structured_reference"),
    "orders": ("orders", "order", "order_number", "order_no", "purchase_order", "po", "po_number"),
    "discount_percent": ("discount_percent", "discount_rate"),
    "discount_days": ("discount_days",),
    "discount_until": ("discount_until", "discount_date"),
    "terms": ("terms",),
    "type": ("type", "document_type", "kind"),
}
PAYMENTS: Names = {
    "id": ("id", "payment_id", "payment", "receipt", "transaction_id"),
    "amount": ("amount", "value", "credit"),
    "currency": ("currency", "ccy", "currency_code"),
    "day": ("day", "booked", "booking_date", "booked_on", "date", "value_date", "received"),
    "payer_name": ("payer_name", "payer", "name", "debtor_name", "debtor", "counterparty", "counterparty_name"),
    "payer_account": ("payer_account", "payer_iban", "iban", "account", "counterparty_account", "counterparty_iban"),
    "reference": ("reference", "ref", "structured_reference", "creditor_reference"),
    "text": ("text", "remittance", "remittance_information", "purpose", "narrative", "description", "details", "memo"),
    "end_to_end": ("end_to_end", "e2e", "end_to_end_id"),
    "original": ("original", "orig_amount", "original_amount", "instructed_amount"),
    "original_currency": ("original_currency", "orig_ccy", "instructed_currency"),
}
PAYERS: Names = {
    "customer": ("customer", "id", "customer_id", "customer_number", "customer_no", "debtor"),
    "name": ("name", "customer_name", "debtor_name"),
    "aliases": ("aliases", "alias", "other_names", "names"),
    "accounts": ("accounts", "ibans", "iban", "account", "bank_accounts"),
    "parent": ("parent", "parent_customer", "head_office"),
}


@frozen(kw_only=True)
class Layout:
    """How a file is laid out where it does not say so itself.

    `columns`: fact -> the name of its column. `currency`: of amounts without one. `minor_units`: integers are minor
    units. `decimal_comma`: amounts are written 1.234,56.
    """

    columns: Mapping[str, str] = field(factory=dict)
    currency: str = ""
    minor_units: bool = False
    decimal_comma: bool = False


AS_IT_SAYS = Layout()
"""The file says it all itself."""


def found(names: Names, keys: tuple[str, ...], layout: Layout) -> dict[str, str]:
    """Fact -> the key it stands under; of several names that are usual for a fact, the first of the list."""
    by_name: dict[str, str] = {}
    for key in keys:
        by_name.setdefault(folded(key), key)
    usual = {fact: by_name[name] for fact, known in names.items() for name in reversed(known) if name in by_name}
    given = {fact: key for fact, key in layout.columns.items() if key in keys}
    return {fact: key for fact, key in usual.items() if fact not in layout.columns} | given


def folded(key: str) -> str:
    """A name as it is compared: `Invoice No.` is `invoice_no`."""
    return _SIGNS.sub("_", key.casefold()).strip("_")
