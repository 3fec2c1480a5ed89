"""What a CII document says is owed, and how it is settled."""

from typing import Any

from otcore.adapters.cii.reading.cursor import CiiCursor
from otcore.adapters.cii.reading.party import read_payee
from otcore.adapters.cii.reading.payment import read_payment
from otcore.adapters.cii.reading.references import read_preceding
from otcore.adapters.cii.reading.tax import read_tax_point
from otcore.adapters.xml.records import every
from otcore.values.currencies import digits


def read_currency(settlement: CiiCursor) -> str:
    """The document's currency (BT-5). XML_MISSING, CURRENCY_UNKNOWN."""
    return settlement.required_value("ram:InvoiceCurrencyCode", _known)


def read_settlement(settlement: CiiCursor) -> dict[str, Any]:
    """The ram:ApplicableHeaderTradeSettlement, but for its amounts."""
    said, tax_point = every(lambda: _said(settlement), lambda: read_tax_point(settlement))
    return {**said, **tax_point}


def _said(settlement: CiiCursor) -> dict[str, Any]:
    return settlement.record(
        dict,
        tax_currency=lambda: settlement.value("ram:TaxCurrencyCode", _known) or "",
        payee=lambda: read_payee(settlement.child("ram:PayeeTradeParty")),
        payment=lambda: read_payment(settlement),
        period=lambda: settlement.period("ram:BillingSpecifiedPeriod"),
        preceding=lambda: read_preceding(settlement),
        accounting_cost=lambda: settlement.words("ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID"),
    )


def _known(currency: str) -> str:
    digits(currency)
    return currency
