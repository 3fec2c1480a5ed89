"""Every figure of a CII invoice finds its place."""

from tests.adapters.stated.documents import SUMMATION, read_cii, summed

TRADE = "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction"
EURO = "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>"
TAX = (
    "<ram:ApplicableTradeTax><ram:CalculatedAmount>19.00</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode>"
    "<ram:BasisAmount>100.00</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode>"
    "<ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax>"
)


def amount(name, text, currency=""):
    named = f' currencyID="{currency}"' if currency else ""
    return f"<ram:{name}{named}>{text}</ram:{name}>"


def adjustment(charge, *more):
    indicator = f"<ram:ChargeIndicator><udt:Indicator>{charge}</udt:Indicator></ram:ChargeIndicator>"
    return (
        f"<ram:SpecifiedTradeAllowanceCharge>{indicator}{amount('CalculationPercent', 10)}{amount('BasisAmount', 30)}"
        f"{amount('ActualAmount', 3)}{''.join(more)}</ram:SpecifiedTradeAllowanceCharge>"
    )


def price(*parts):
    return f"<ram:SpecifiedLineTradeAgreement>{''.join(parts)}</ram:SpecifiedLineTradeAgreement>"


def test_the_totals():
    names = {
        "line_net": "LineTotalAmount",
        "charges": "ChargeTotalAmount",
        "allowances": "AllowanceTotalAmount",
        "exclusive": "TaxBasisTotalAmount",
        "rounding": "RoundingAmount",
        "inclusive": "GrandTotalAmount",
        "prepaid": "TotalPrepaidAmount",
        "payable": "DuePayableAmount",
    }
    stated = read_cii(summed(*(amount(name, place) for place, name in enumerate(names.values()))))
    assert [getattr(stated.totals, name).value for name in names] == list(range(8))
    assert (stated.syntax, stated.kind) == ("CII", "CrossIndustryInvoice")
    settlement = f"{TRADE}/ram:ApplicableHeaderTradeSettlement"
    assert stated.totals.payable.path == f"{settlement}/ram:{SUMMATION}/ram:DuePayableAmount"
    assert stated.breakdown == f"{settlement}/ram:ApplicableTradeTax"
    assert stated.line_path == f"{TRADE}/ram:IncludedSupplyChainTradeLineItem"


def test_a_line():
    gross = (
        f"<ram:GrossPriceProductTradePrice>{amount('ChargeAmount', 7)}{amount('BasisQuantity', 20)}"
        f"<ram:AppliedTradeAllowanceCharge>{amount('ActualAmount', 2)}</ram:AppliedTradeAllowanceCharge>"
        "</ram:GrossPriceProductTradePrice>"
    )
    net = (
        f"<ram:NetPriceProductTradePrice>{amount('ChargeAmount', 5)}{amount('BasisQuantity', 10)}"
        "</ram:NetPriceProductTradePrice>"
    )
    quantity = f"<ram:SpecifiedLineTradeDelivery>{amount('BilledQuantity', 6)}</ram:SpecifiedLineTradeDelivery>"
    name = "SpecifiedTradeSettlementLineMonetarySummation"
    sums = f"<ram:{name}>{amount('LineTotalAmount', 3)}</ram:{name}>"
    settled = f"<ram:SpecifiedLineTradeSettlement>{TAX}{adjustment('false')}{sums}</ram:SpecifiedLineTradeSettlement>"
    body = price(gross, net) + quantity + settled
    item = f"<ram:IncludedSupplyChainTradeLineItem>{body}</ram:IncludedSupplyChainTradeLineItem>"
    line, other = read_cii(lines=item * 2).lines
    assert line.path == f"{TRADE}/ram:IncludedSupplyChainTradeLineItem[1]"
    assert (line.quantity.value, line.net.value) == (6, 3)
    prices = line.price
    assert [each.value for each in (prices.net, prices.base_quantity, prices.gross, prices.gross_base)] == [
        5,
        10,
        7,
        20,
    ]
    assert (prices.discount.value, line.category.code, line.category.vat) == (2, "S", True)
    assert [(each.charge, each.amount.value, each.category) for each in line.adjustments] == [(False, 3, None)]
    assert other.net.path.startswith(f"{TRADE}/ram:IncludedSupplyChainTradeLineItem[2]")


def test_an_allowance_or_charge_of_the_document():
    tax = f"<ram:CategoryTradeTax>{amount('TypeCode', 'VAT')}{amount('CategoryCode', 'E')}</ram:CategoryTradeTax>"
    (item,) = read_cii(adjustment("true", tax)).adjustments
    assert (item.charge, item.amount.value, item.percent.value, item.base.value) == (True, 3, 10, 30)
    assert (item.category.code, item.category.rate.missing) == ("E", True)


def test_freight_is_a_charge():
    freight = f"<ram:SpecifiedLogisticsServiceCharge>{amount('AppliedAmount', 8)}</ram:SpecifiedLogisticsServiceCharge>"
    (item,) = read_cii(freight).adjustments
    assert (item.charge, item.amount.value, item.category) == (True, 8, None)


def test_the_breakdown_belongs_to_the_total_in_the_currency_of_the_invoice():
    sums = summed(amount("TaxTotalAmount", "20.00", "USD"), amount("TaxTotalAmount", "19.00", "EUR"))
    stated = read_cii(EURO + TAX + sums)
    assert [(tax.amount.value, tax.currency, len(tax.subtotals)) for tax in stated.tax_totals] == [
        (20, "USD", 0),
        (19, "EUR", 1),
    ]
    (subtotal,) = stated.subtotals
    assert (subtotal.taxable.value, subtotal.tax.value, subtotal.category.rate.value) == (100, 19, 19)


def test_a_second_total_in_that_currency_has_no_breakdown_of_its_own():
    sums = summed(amount("TaxTotalAmount", "19.00"), amount("TaxTotalAmount", "19.00", "EUR"))
    stated = read_cii(EURO + TAX + sums)
    assert [(tax.currency, len(tax.subtotals)) for tax in stated.tax_totals] == [("EUR", 1), ("EUR", 0)]
    assert stated.faults == ()


def test_a_breakdown_without_a_total_of_vat_is_read_all_the_same():
    (tax,) = read_cii(EURO + TAX).tax_totals
    assert (tax.amount.missing, tax.currency, len(tax.subtotals)) == (True, "EUR", 1)


def test_a_total_in_the_tax_currency_does_not_stand_for_that_of_the_invoice():
    stated = read_cii(EURO + TAX + summed(amount("TaxTotalAmount", "20.00", "USD")))
    assert [(tax.amount.text, tax.currency, len(tax.subtotals)) for tax in stated.tax_totals] == [
        ("20.00", "USD", 0),
        ("", "EUR", 1),
    ]


def test_the_tax_currency():
    assert read_cii("<ram:TaxCurrencyCode>USD</ram:TaxCurrencyCode>").tax_currency.text == "USD"
