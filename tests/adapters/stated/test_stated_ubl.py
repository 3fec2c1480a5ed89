"""Every figure of a UBL invoice or credit note finds its place."""

from decimal import Decimal

import pytest

from tests.adapters.stated.documents import read_ubl, totals

CATEGORY = "<cbc:ID>{}</cbc:ID><cbc:Percent>{}</cbc:Percent><cac:TaxScheme><cbc:ID>{}</cbc:ID></cac:TaxScheme>"
EXTENSION = "urn:cen.eu:en16931:2017#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0"
PREPAID = "<cac:PrepaidPayment><cbc:PaidAmount>5.00</cbc:PaidAmount></cac:PrepaidPayment>"


def category(code="S", rate="19", scheme="VAT", name="TaxCategory"):
    return f"<cac:{name}>{CATEGORY.format(code, rate, scheme)}</cac:{name}>"


def adjustment(charge, *more):
    indicator = f"<cbc:ChargeIndicator>{charge}</cbc:ChargeIndicator>"
    return f"<cac:AllowanceCharge>{indicator}<cbc:Amount>1.00</cbc:Amount>{''.join(more)}</cac:AllowanceCharge>"


def test_the_totals():
    names = {
        "line_net": "LineExtensionAmount",
        "allowances": "AllowanceTotalAmount",
        "charges": "ChargeTotalAmount",
        "exclusive": "TaxExclusiveAmount",
        "inclusive": "TaxInclusiveAmount",
        "prepaid": "PrepaidAmount",
        "rounding": "PayableRoundingAmount",
        "payable": "PayableAmount",
    }
    stated = read_ubl(totals(*(f"<cbc:{name}>{place}</cbc:{name}>" for place, name in enumerate(names.values()))))
    assert [getattr(stated.totals, name).value for name in names] == list(range(8))


@pytest.mark.parametrize(("kind", "quantity"), [("Invoice", "InvoicedQuantity"), ("CreditNote", "CreditedQuantity")])
def test_a_line_and_its_sub_lines(kind, quantity):
    inner = f"<cac:Sub{kind}Line><cbc:LineExtensionAmount>3</cbc:LineExtensionAmount></cac:Sub{kind}Line>"
    price = (
        "<cac:Price><cbc:PriceAmount>5</cbc:PriceAmount><cbc:BaseQuantity>10</cbc:BaseQuantity><cac:AllowanceCharge>"
        "<cbc:Amount>2</cbc:Amount><cbc:BaseAmount>7</cbc:BaseAmount></cac:AllowanceCharge></cac:Price>"
    )
    item = f"<cac:Item>{category(name='ClassifiedTaxCategory')}</cac:Item>"
    body = f"<cbc:{quantity}>6</cbc:{quantity}><cbc:LineExtensionAmount>3</cbc:LineExtensionAmount>"
    stated = read_ubl(f"<cac:{kind}Line>{body}{adjustment('true')}{item}{price}{inner}</cac:{kind}Line>", kind=kind)
    (line,) = stated.lines
    assert (stated.syntax, stated.kind, line.path) == ("UBL", kind, f"/{kind}/cac:{kind}Line")
    assert (line.quantity.value, line.net.value) == (6, 3)
    assert [
        each.value for each in (line.price.net, line.price.base_quantity, line.price.discount, line.price.gross)
    ] == [
        5,
        10,
        2,
        7,
    ]
    assert (line.category.code, line.category.rate.value, line.category.vat) == ("S", 19, True)
    assert [(each.charge, each.amount.value, each.category) for each in line.adjustments] == [(True, 1, None)]
    assert [part.net.value for part in line.lines] == [3]


@pytest.mark.parametrize(
    ("text", "charge"), [("true", True), ("1", True), ("false", False), ("0", False), ("", None), ("yes", None)]
)
def test_an_allowance_or_charge_of_the_document(text, charge):
    more = "<cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric><cbc:BaseAmount>10.00</cbc:BaseAmount>"
    (item,) = read_ubl(adjustment(text, more, category("E", "0"))).adjustments
    assert (item.charge, item.amount.value, item.percent.value, item.base.value) == (charge, 1, 10, 10)
    assert (item.category.code, item.category.rate.value) == ("E", 0)


def test_the_breakdown_under_each_total_of_vat():
    subtotal = (
        "<cac:TaxSubtotal><cbc:TaxableAmount>100.00</cbc:TaxableAmount><cbc:TaxAmount>19.00</cbc:TaxAmount>"
        f"{category()}</cac:TaxSubtotal>"
    )
    own = f'<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">19.00</cbc:TaxAmount>{subtotal}</cac:TaxTotal>'
    other = '<cac:TaxTotal><cbc:TaxAmount currencyID=" USD ">20.00</cbc:TaxAmount></cac:TaxTotal>'
    stated = read_ubl("<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>", own, other)
    assert [(tax.amount.value, tax.currency) for tax in stated.tax_totals] == [(19, "EUR"), (20, "USD")]
    (found,) = stated.subtotals
    assert (found.taxable.value, found.tax.value, found.category.code) == (100, 19, "S")


def test_an_amount_of_vat_that_names_no_currency_is_in_that_of_the_invoice():
    tax = "<cac:TaxTotal><cbc:TaxAmount>19.00</cbc:TaxAmount></cac:TaxTotal>"
    stated = read_ubl("<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>", tax)
    assert [total.currency for total in stated.tax_totals] == ["EUR"]


def test_of_several_categories_the_one_of_vat_counts():
    name = "ClassifiedTaxCategory"
    item = category("X", "1", "EXC", name) + category("S", "19", "vat", name)
    (line,) = read_ubl(f"<cac:InvoiceLine><cac:Item>{item}</cac:Item></cac:InvoiceLine>").lines
    assert (line.category.code, line.category.vat) == ("S", True)


def test_of_several_discounts_of_a_price_none_counts():
    discount = "<cac:AllowanceCharge><cbc:Amount>2</cbc:Amount><cbc:BaseAmount>7</cbc:BaseAmount></cac:AllowanceCharge>"
    (line,) = read_ubl(f"<cac:InvoiceLine><cac:Price>{discount * 2}</cac:Price></cac:InvoiceLine>").lines
    assert line.price.discount.missing
    assert line.price.gross.missing


def test_a_category_of_another_tax_is_no_vat():
    item = category("SR", "9", "GST", "ClassifiedTaxCategory")
    (line,) = read_ubl(f"<cac:InvoiceLine><cac:Item>{item}</cac:Item></cac:InvoiceLine>").lines
    assert (line.category.code, line.category.rate.value, line.category.vat) == ("SR", 9, False)


def test_a_line_without_a_category_has_none():
    (line,) = read_ubl("<cac:InvoiceLine/>").lines
    assert line.category is None


def test_currencies_and_where_a_subtotal_would_stand():
    stated = read_ubl(
        "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>\n<cbc:TaxCurrencyCode>USD</cbc:TaxCurrencyCode>"
    )
    assert (stated.currency.text, stated.currency.path) == ("EUR", "/Invoice/cbc:DocumentCurrencyCode")
    assert (stated.tax_currency.text, stated.tax_currency.line) == ("USD", 2)
    assert (stated.breakdown, stated.line_path) == ("/Invoice/cac:TaxTotal/cac:TaxSubtotal", "/Invoice/cac:InvoiceLine")


def test_payments_for_third_parties_are_those_of_the_extension_alone():
    known = read_ubl(f"<cbc:CustomizationID>{EXTENSION}</cbc:CustomizationID>", PREPAID)
    assert [amount.value for amount in known.third_party] == [Decimal("5.00")]
    assert read_ubl(PREPAID).third_party is None
