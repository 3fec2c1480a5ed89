"""The stated figures of a UBL 2.1 Invoice or CreditNote (syntax binding CEN/TS 16931-3-2)."""

from collections.abc import Iterable

from otcore.adapters.stated.node import Node, Sheet
from otcore.adapters.stated.parts import AdjustmentNames, adjustments, category, only
from otcore.invoicing.checking import (
    Figure,
    StatedAdjustment,
    StatedCategory,
    StatedInvoice,
    StatedLine,
    StatedPrice,
    StatedSubtotal,
    StatedTaxTotal,
    StatedTotals,
)

PREFIXES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
KINDS = {f"{{urn:oasis:names:specification:ubl:schema:xsd:{name}-2}}{name}": name for name in ("Invoice", "CreditNote")}
_QUANTITIES = {"Invoice": "cbc:InvoicedQuantity", "CreditNote": "cbc:CreditedQuantity"}
_EXTENSION = ":extension:xrechnung"


def read(root: Node, kind: str, sheet: Sheet) -> StatedInvoice:
    """The invoice (`kind` Invoice) or credit note (CreditNote) that begins at this element."""
    currency = root.code("cbc:DocumentCurrencyCode")
    return StatedInvoice(
        syntax="UBL",
        kind=kind,
        currency=currency,
        tax_currency=root.code("cbc:TaxCurrencyCode"),
        totals=_totals(root.below("cac:LegalMonetaryTotal")),
        tax_totals=tuple(_tax_total(node, currency.text) for node in root.children("cac:TaxTotal")),
        adjustments=_adjustments(root, taxed=True),
        lines=_lines(root.children(f"cac:{kind}Line"), kind),
        breakdown=f"{root.path}/cac:TaxTotal/cac:TaxSubtotal",
        line_path=f"{root.path}/cac:{kind}Line",
        third_party=_third_party(root),
        faults=tuple(sheet.faults.values()),
    )


def _totals(node: Node) -> StatedTotals:
    return StatedTotals(
        line_net=node.figure("cbc:LineExtensionAmount"),
        allowances=node.figure("cbc:AllowanceTotalAmount"),
        charges=node.figure("cbc:ChargeTotalAmount"),
        exclusive=node.figure("cbc:TaxExclusiveAmount"),
        inclusive=node.figure("cbc:TaxInclusiveAmount"),
        prepaid=node.figure("cbc:PrepaidAmount"),
        rounding=node.figure("cbc:PayableRoundingAmount"),
        payable=node.figure("cbc:PayableAmount"),
    )


def _tax_total(node: Node, currency: str) -> StatedTaxTotal:
    amount = node.figure("cbc:TaxAmount")
    subtotals = tuple(_subtotal(each) for each in node.children("cac:TaxSubtotal"))
    return StatedTaxTotal(amount, node.below("cbc:TaxAmount").attribute("currencyID") or currency, subtotals)


def _subtotal(node: Node) -> StatedSubtotal:
    return StatedSubtotal(
        node.figure("cbc:TaxableAmount"), node.figure("cbc:TaxAmount"), _category(node.children("cac:TaxCategory"))
    )


def _category(nodes: Iterable[Node]) -> StatedCategory | None:
    return category(nodes, "cbc:ID", "cbc:Percent", "cac:TaxScheme/cbc:ID")


_ADJUSTMENT = AdjustmentNames(
    "cbc:ChargeIndicator",
    "cbc:Amount",
    "cbc:MultiplierFactorNumeric",
    "cbc:BaseAmount",
    "cac:TaxCategory",
    _category,
)


def _adjustments(node: Node, *, taxed: bool) -> tuple[StatedAdjustment, ...]:
    return adjustments(node.children("cac:AllowanceCharge"), _ADJUSTMENT, taxed=taxed)


def _lines(nodes: Iterable[Node], kind: str) -> tuple[StatedLine, ...]:
    return tuple(_line(node, kind) for node in nodes)


def _line(node: Node, kind: str) -> StatedLine:
    return StatedLine(
        node.path,
        node.figure(_QUANTITIES[kind]),
        _price(node.below("cac:Price")),
        node.figure("cbc:LineExtensionAmount"),
        _adjustments(node, taxed=False),
        _category(node.below("cac:Item").children("cac:ClassifiedTaxCategory")),
        _lines(node.children(f"cac:Sub{kind}Line"), kind),
    )


def _price(node: Node) -> StatedPrice:
    discount = only(node, "cac:AllowanceCharge")
    return StatedPrice(
        node.figure("cbc:PriceAmount"),
        discount.figure("cbc:BaseAmount"),
        discount.figure("cbc:Amount"),
        node.figure("cbc:BaseQuantity"),
        Figure(""),
    )


def _third_party(root: Node) -> tuple[Figure, ...] | None:
    """The payments of BG-DEX-09. In plain UBL the element is what was prepaid, which the totals have already."""
    if _EXTENSION not in root.below("cbc:CustomizationID").text:
        return None
    return tuple(payment.figure("cbc:PaidAmount") for payment in root.children("cac:PrepaidPayment"))
