"""Stated invoices to start from: a hundred, with VAT of 25 %, all of it right. Tests change what they are about."""

from decimal import Decimal

from attrs import evolve

from otcore.invoicing.checking import (
    Code,
    Figure,
    StatedAdjustment,
    StatedCategory,
    StatedInvoice,
    StatedLine,
    StatedPrice,
    StatedSubtotal,
    StatedTaxTotal,
    StatedTotals,
    check,
)


def figure(text, path="/here"):
    return Figure(path, text, Decimal(text)) if text else Figure(path)


def broken(text="abc"):
    return Figure("/here", text)


def category(code="S", rate="25", *, vat=True):
    return StatedCategory(code, figure(rate), vat)


def adjustment(amount, *, charge=False, percent="", base="", tax=None):
    return StatedAdjustment(charge, figure(amount, "/amount"), figure(percent, "/percent"), figure(base, "/base"), tax)


def price(net="50.00", *, base="", gross="", discount="", gross_base=""):
    return StatedPrice(
        figure(net, "/price"), figure(gross, "/gross"), figure(discount), figure(base, "/base"), figure(gross_base)
    )


def line(net="100.00", *, quantity="2", at=None, adjustments=(), tax=None, lines=()):
    return StatedLine(
        "/line", figure(quantity), at or price(), figure(net, "/net"), adjustments, tax or category(), lines
    )


def subtotal(taxable="100.00", tax="25.00", of=None):
    return StatedSubtotal(figure(taxable, "/taxable"), figure(tax, "/tax"), of or category())


def tax_total(amount="25.00", *subtotals, currency="EUR"):
    return StatedTaxTotal(figure(amount, "/tax total"), currency, subtotals)


TOTALS = StatedTotals(
    line_net=figure("100.00", "/line_net"),
    allowances=figure("", "/allowances"),
    charges=figure("", "/charges"),
    exclusive=figure("100.00", "/exclusive"),
    inclusive=figure("125.00", "/inclusive"),
    prepaid=figure("", "/prepaid"),
    rounding=figure("", "/rounding"),
    payable=figure("125.00", "/payable"),
)

INVOICE = StatedInvoice(
    syntax="UBL",
    kind="Invoice",
    currency=Code("/currency", "EUR"),
    tax_currency=Code("/tax currency"),
    totals=TOTALS,
    tax_totals=(tax_total("25.00", subtotal()),),
    adjustments=(),
    lines=(line(),),
    breakdown="/breakdown",
    line_path="/line",
)

CII = evolve(INVOICE, syntax="CII", kind="CrossIndustryInvoice")


def totals(**texts):
    """The totals with these figures instead."""
    return evolve(TOTALS, **{name: figure(text, f"/{name}") for name, text in texts.items()})


def taxed(*subtotals, amount="25.00", of=INVOICE, **more):
    """The invoice with this breakdown."""
    return evolve(of, tax_totals=(tax_total(amount, *subtotals),), **more)


def rules(stated, *tolerance):
    """The rules that are broken, once each."""
    return {difference.rule for difference in check(stated, *tolerance)}


def found(stated, rule, *tolerance):
    """Where a rule is broken: path, stated, calculated."""
    return [
        (difference.path, difference.stated, difference.calculated)
        for difference in check(stated, *tolerance)
        if difference.rule == rule
    ]
