"""Tax categories and tax schemes of a UBL document."""

from collections.abc import Collection
from decimal import Decimal

from otcore.adapters.ubl.reading import UblCursor
from otcore.values.tax import UNTAXED, TaxCategory

_SCHEME = "cac:TaxScheme/cbc:ID"
_NOT_SUBJECT = ("O",)


def read_tax(cursor: UblCursor) -> TaxCategory:
    """A tax category. What is not subject to tax (O) may leave its rate out (PEPPOL-T01-R029)."""
    is_vat(cursor)
    return cursor.record(
        TaxCategory,
        code=lambda: cursor.required("cbc:ID"),
        rate=lambda: _rate(cursor),
        exemption_reason=lambda: cursor.words("cbc:TaxExemptionReason"),
        exemption_code=lambda: cursor.words("cbc:TaxExemptionReasonCode"),
    )


def read_category(cursor: UblCursor) -> TaxCategory:
    """The code and rate of a tax category. Its reasons stay unread: in an invoice they stand in the tax breakdown.

    A category that has no other rate than zero may leave it out.
    """
    is_vat(cursor)
    return cursor.record(
        TaxCategory, code=lambda: cursor.required("cbc:ID"), rate=lambda: _rate(cursor, may_lack=UNTAXED)
    )


def is_vat(cursor: UblCursor) -> bool:
    """Whether the tax scheme is VAT. Then it counts as read, for it says what is meant anyway; another stays unread."""
    vat = cursor.peek(_SCHEME) == "VAT"
    if vat:
        cursor.text(_SCHEME)
    return vat


def _rate(cursor: UblCursor, may_lack: Collection[str] = _NOT_SUBJECT) -> Decimal:
    if cursor.peek("cbc:ID") in may_lack and not cursor.text("cbc:Percent"):
        return Decimal(0)
    return cursor.number("cbc:Percent")
