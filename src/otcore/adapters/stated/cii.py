"""The stated figures of a UN/CEFACT Cross Industry Invoice D16B (syntax binding CEN/TS 16931-3-3)."""

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

_STANDARD = "urn:un:unece:uncefact:data:standard:%s:100"
PREFIXES = {
    "rsm": _STANDARD % "CrossIndustryInvoice",
    "ram": _STANDARD % "ReusableAggregateBusinessInformationEntity",
    "udt": _STANDARD % "UnqualifiedDataType",
}
KINDS = {f"{{{PREFIXES['rsm']}}}CrossIndustryInvoice": "CrossIndustryInvoice"}

_TOTALS = "ram:SpecifiedTradeSettlementHeaderMonetarySummation"
_LINE = "ram:IncludedSupplyChainTradeLineItem"
_NET = "ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount"


def read(root: Node, kind: str, sheet: Sheet) -> StatedInvoice:
    """The invoice or credit note that begins at this element."""
    trade = root.below("rsm:SupplyChainTradeTransaction")
    settled = trade.below("ram:ApplicableHeaderTradeSettlement")
    currency = settled.code("ram:InvoiceCurrencyCode")
    return StatedInvoice(
        syntax="CII",
        kind=kind,
        currency=currency,
        tax_currency=settled.code("ram:TaxCurrencyCode"),
        totals=_totals(settled.below(_TOTALS)),
        tax_totals=_tax_totals(settled, currency.text),
        adjustments=(*_adjustments(settled, taxed=True), *_services(settled)),
        lines=tuple(_line(node) for node in trade.children(_LINE)),
        breakdown=f"{settled.path}/ram:ApplicableTradeTax",
        line_path=f"{trade.path}/{_LINE}",
        faults=tuple(sheet.faults.values()),
    )


def _totals(node: Node) -> StatedTotals:
    return StatedTotals(
        line_net=node.figure("ram:LineTotalAmount"),
        allowances=node.figure("ram:AllowanceTotalAmount"),
        charges=node.figure("ram:ChargeTotalAmount"),
        exclusive=node.figure("ram:TaxBasisTotalAmount"),
        inclusive=node.figure("ram:GrandTotalAmount"),
        prepaid=node.figure("ram:TotalPrepaidAmount"),
        rounding=node.figure("ram:RoundingAmount"),
        payable=node.figure("ram:DuePayableAmount"),
    )


def _tax_totals(settled: Node, currency: str) -> tuple[StatedTaxTotal, ...]:
    """The totals of VAT. The breakdown, which stands apart from them, is that of the one in the invoice's currency."""
    subtotals = tuple(_subtotal(node) for node in settled.children("ram:ApplicableTradeTax"))
    summation = settled.below(_TOTALS)
    totals = []
    for node in summation.children("ram:TaxTotalAmount"):
        named = node.attribute("currencyID") or currency
        own, subtotals = (subtotals, ()) if named == currency else ((), subtotals)
        totals.append(StatedTaxTotal(node.own_figure(), named, own))
    if subtotals:
        nothing = Figure(f"{summation.path}/ram:TaxTotalAmount")
        totals.append(StatedTaxTotal(nothing, currency, subtotals))
    return tuple(totals)


def _subtotal(node: Node) -> StatedSubtotal:
    return StatedSubtotal(node.figure("ram:BasisAmount"), node.figure("ram:CalculatedAmount"), _category([node]))


def _category(nodes: Iterable[Node]) -> StatedCategory | None:
    return category(nodes, "ram:CategoryCode", "ram:RateApplicablePercent", "ram:TypeCode")


_ADJUSTMENT = AdjustmentNames(
    "ram:ChargeIndicator/udt:Indicator",
    "ram:ActualAmount",
    "ram:CalculationPercent",
    "ram:BasisAmount",
    "ram:CategoryTradeTax",
    _category,
)


def _adjustments(node: Node, *, taxed: bool) -> tuple[StatedAdjustment, ...]:
    return adjustments(node.children("ram:SpecifiedTradeAllowanceCharge"), _ADJUSTMENT, taxed=taxed)


def _services(settled: Node) -> Iterable[StatedAdjustment]:
    """Freight and the like, which the larger profiles of Factur-X have as charges of their own kind."""
    for node in settled.children("ram:SpecifiedLogisticsServiceCharge"):
        percent, base = node.figure("ram:CalculationPercent"), node.figure("ram:BasisAmount")
        taxes = _category(node.children("ram:AppliedTradeTax"))
        yield StatedAdjustment(True, node.figure("ram:AppliedAmount"), percent, base, taxes)


def _line(node: Node) -> StatedLine:
    settled = node.below("ram:SpecifiedLineTradeSettlement")
    return StatedLine(
        node.path,
        node.figure("ram:SpecifiedLineTradeDelivery/ram:BilledQuantity"),
        _price(node.below("ram:SpecifiedLineTradeAgreement")),
        settled.figure(_NET),
        _adjustments(settled, taxed=False),
        _category(settled.children("ram:ApplicableTradeTax")),
    )


def _price(node: Node) -> StatedPrice:
    net, gross = node.below("ram:NetPriceProductTradePrice"), node.below("ram:GrossPriceProductTradePrice")
    return StatedPrice(
        net.figure("ram:ChargeAmount"),
        gross.figure("ram:ChargeAmount"),
        only(gross, "ram:AppliedTradeAllowanceCharge").figure("ram:ActualAmount"),
        net.figure("ram:BasisQuantity"),
        gross.figure("ram:BasisQuantity"),
    )
