"""The amounts that an invoice states: allowances and charges, taxes, totals (BG-20 to BG-23)."""

from otcore.adapters.ubl.reading import UblCursor, each
from otcore.adapters.ubl.tax import read_category, read_tax
from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.advances import ThirdPartyPayment
from otcore.invoicing.calculation import Totals
from otcore.invoicing.stating import follows_extension
from otcore.invoicing.tax import TaxSubtotal
from otcore.values.money import Money, total

_PERCENT = "cbc:MultiplierFactorNumeric"
_BASE = "cbc:BaseAmount"
_AMOUNT = "cbc:TaxAmount"
_PAID = "cac:PrepaidPayment"


def read_totals(root: UblCursor, currency: str, tax_currency: str) -> Totals:
    """Every total as stated; one that need not stand there is zero. The lines are none yet."""
    sums, tax = root.one("cac:LegalMonetaryTotal"), _tax_total(root, currency)
    zero = Money.zero(currency)

    def optional(name: str) -> Money:
        return sums.money(name) if sums.peek(name) else zero

    return root.record(
        Totals,
        lines=tuple,
        line_net=lambda: sums.money("cbc:LineExtensionAmount"),
        allowances=lambda: optional("cbc:AllowanceTotalAmount"),
        charges=lambda: optional("cbc:ChargeTotalAmount"),
        tax_exclusive=lambda: sums.money("cbc:TaxExclusiveAmount"),
        subtotals=lambda: each(tax.children("cac:TaxSubtotal"), _subtotal),
        tax=lambda: tax.money(_AMOUNT),
        tax_inclusive=lambda: sums.money("cbc:TaxInclusiveAmount"),
        prepaid=lambda: optional("cbc:PrepaidAmount"),
        rounding=lambda: optional("cbc:PayableRoundingAmount"),
        payable=lambda: sums.money("cbc:PayableAmount"),
        adjustments=lambda: read_allowances_and_charges(root, taxed=True),
        third_party=lambda: _collected(root, currency),
        tax_accounted=lambda: _accounted(root, tax, tax_currency),
    )


def read_third_party(root: UblCursor) -> tuple[ThirdPartyPayment, ...]:
    """Payments collected for others (BG-DEX-09), where the document follows the extension that knows them."""
    return each(root.children(_PAID), _third_party) if _extended(root) else ()


def read_allowances_and_charges(cursor: UblCursor, *, taxed: bool) -> tuple[AllowanceCharge, ...]:
    """Those of the document, each `taxed`, or of a line."""
    return each(cursor.children("cac:AllowanceCharge"), lambda one: _adjustment(one, taxed))


def _adjustment(cursor: UblCursor, taxed: bool) -> AllowanceCharge:
    """A percentage without its base says nothing, nor the base without it: one alone stays unread."""
    both = cursor.peek(_PERCENT) and cursor.peek(_BASE)
    return cursor.record(
        AllowanceCharge,
        charge=lambda: cursor.indicator("cbc:ChargeIndicator"),
        amount=lambda: cursor.money("cbc:Amount"),
        percent=lambda: cursor.percentage(_PERCENT) if both else None,
        base=lambda: cursor.money(_BASE) if both else None,
        reason=lambda: cursor.prose("cbc:AllowanceChargeReason"),
        reason_code=lambda: cursor.words("cbc:AllowanceChargeReasonCode"),
        tax=lambda: read_category(cursor.one("cac:TaxCategory")) if taxed else None,
    )


def _tax_total(root: UblCursor, currency: str) -> UblCursor:
    """The tax in the document's currency; of several the one that has the breakdown."""
    found = [one for one in root.children("cac:TaxTotal") if _in(one, currency)]
    detailed = [one for one in found if one.child("cac:TaxSubtotal")]
    if not found:
        raise root.missing("cac:TaxTotal")
    return (detailed or found)[0]


def _accounted(root: UblCursor, tax: UblCursor, currency: str) -> Money | None:
    others = (one for one in root.children("cac:TaxTotal") if one.element is not tax.element)
    found = next((one for one in others if currency and _in(one, currency)), None)
    return found.money(_AMOUNT) if found else None


def _in(tax: UblCursor, currency: str) -> bool:
    amount = tax.child(_AMOUNT)
    return amount is not None and amount.element.get("currencyID", "").strip() == currency


def _subtotal(cursor: UblCursor) -> TaxSubtotal:
    return cursor.record(
        TaxSubtotal,
        category=lambda: read_tax(cursor.one("cac:TaxCategory")),
        taxable=lambda: cursor.money("cbc:TaxableAmount"),
        tax=lambda: cursor.money(_AMOUNT),
    )


def _third_party(cursor: UblCursor) -> ThirdPartyPayment:
    return cursor.record(
        ThirdPartyPayment,
        amount=lambda: cursor.money("cbc:PaidAmount"),
        kind=lambda: cursor.words("cbc:ID"),
        description=lambda: cursor.prose("cbc:InstructionID"),
    )


def _collected(root: UblCursor, currency: str) -> Money | None:
    paid = read_third_party(root)
    return total([each.amount for each in paid], currency) if paid else None


def _extended(root: UblCursor) -> bool:
    return follows_extension(root.peek("cbc:CustomizationID"))
