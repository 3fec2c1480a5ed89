"""What is billed: quantities, prices, allowances and charges, and how it is rounded."""

from decimal import Decimal

from otcore.invoicing.advances import Advance
from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput
from otcore.invoicing.document import InvoiceLine
from otcore.invoicing.invoice_line import Classification, ItemAttribute
from otcore.values import Identifier, Money, Quantity, UnitPrice
from otcore.values.rates import Rate
from tests.invoicing.generated.words import code, coded, maybe, period, text

_UNITS = ("C62", "KGM", "HUR", "MTR")


def billed(random, currency, taxes):
    """One line to seven."""
    lines = tuple(_line(random, str(place), currency, taxes) for place in range(1, random.randrange(2, 8)))
    return InvoiceInput(currency, lines, tax_included=random.random() < 0.2)


def _line(random, line_id, currency, taxes):
    quantity = random.choice(("1", "3", "-2", "10", "0.125", "12.5", "1000", "-0.5", "7"))
    per = random.choice(("1", "1", "1", "10", "1000", "3"))
    discount = random.choice(("0", "0", "1.25"))
    price = UnitPrice(Decimal(random.randrange(10**7)).scaleb(-random.randrange(5)), currency, per, discount)
    adjustments = tuple(_adjustment(random, currency) for _ in range(random.choice((0, 0, 1, 2))))
    return LineInput(line_id, Quantity(quantity, random.choice(_UNITS)), price, random.choice(taxes), adjustments)


def document_adjustments(random, asked):
    """Allowances and charges of the document, taxed as some line is."""
    used = sorted({line.tax for line in asked.lines}, key=str)
    count = random.choice((0, 0, 1, 2))
    return tuple(_adjustment(random, asked.currency, random.choice(used)) for _ in range(count))


def _adjustment(random, currency, tax=None):
    charge = random.random() < 0.5
    reason = {"reason": text(random)} if random.random() < 0.7 else {}
    coded_reason = {} if reason and random.random() < 0.5 else {"reason_code": "FC" if charge else "95"}
    kind = random.randrange(3)
    amount = Money.from_minor(random.randrange(10**4), currency)
    percent = Decimal(random.randrange(10_000)).scaleb(-2)
    worth = ({"amount": amount}, {"percent": percent}, {"percent": percent, "base": amount})[kind]
    return Adjustment(charge=charge, tax=tax, **worth, **reason, **coded_reason)


def paid(random, asked):
    """What was paid before, how the rest is rounded, and the rate of the tax currency."""
    currency = asked.currency
    drawn = {}
    if random.random() < 0.3:
        drawn["prepaid"] = Money.from_minor(random.randrange(10**5), currency)
    if random.random() < 0.2:
        drawn["advances"] = (Advance(amount=Money.from_minor(random.randrange(10**4), currency), reference="A-1"),)
    if random.random() < 0.2:
        drawn["rounding"] = Money.from_minor(random.randrange(-50, 51), currency)
    if random.random() < 0.2:
        drawn["tax_rate"] = Rate(currency, "DKK", "7.4604")
    return drawn


def texts_of(random, line, span):
    """What the document says of a line that is billed."""
    return InvoiceLine(
        id=line.id,
        quantity=line.quantity,
        price=line.price,
        tax=line.tax,
        name=text(random),
        description=maybe(random, lambda: text(random)) or "",
        note=maybe(random, lambda: text(random)) or "",
        **coded(random, "seller_item", "buyer_item", "order_line", "accounting_cost"),
        standard_item=maybe(random, lambda: Identifier("7310865004703", "0160")),
        period=maybe(random, lambda: period(random, span)),
        object=maybe(random, lambda: Identifier(code(random), random.choice(("", "AAB")))),
        classifications=_classifications(random),
        attributes=tuple(ItemAttribute("Colour", text(random)) for _ in range(random.choice((0, 0, 1, 2)))),
    )


def _classifications(random):
    drawn = (Classification("65434568", "STI", "2"), Classification("0721-880X", "IB"))
    return drawn[: random.choice((0, 0, 1, 2))]
