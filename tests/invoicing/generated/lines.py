"""What is billed: quantities, prices, allowances and charges, and how it is rounded."""

from decimal import Decimal
from typing import Any

from attrs import evolve

from otcore.invoicing.advances import Advance, ThirdPartyPayment
from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput
from otcore.invoicing.document import InvoiceLine
from otcore.invoicing.invoice_line import Classification, ItemAttribute
from otcore.invoicing.profiles import EN_16931, HUNGARY, OMAN, SWITZERLAND
from otcore.values import Identifier, Money, Quantity, UnitPrice
from otcore.values.rates import Rate
from tests.invoicing.generated.words import code, coded, maybe, period, text

PROFILES = {"CHF": SWITZERLAND, "HUF": HUNGARY, "OMR": OMAN}
_UNITS = ("C62", "KGM", "HUR", "MTR")


def billed(random, currency, taxes, *, beyond=False):
    """One line to seven, rounded as the currency wants it; `beyond` EN 16931 lines have sub-lines."""
    lines = tuple(_line(random, str(place), currency, taxes) for place in range(1, random.randrange(2, 8)))
    if beyond:
        lines = tuple(_parted(random, line) for line in lines)
    profile = PROFILES.get(currency, EN_16931)
    return InvoiceInput(currency, lines, tax_included=random.random() < 0.2, profile=profile)


def _parted(random, line):
    """The line made up of others at its own rate, or as it is."""
    if random.random() < 0.5:
        return line
    parts = tuple(_line(random, f"{line.id}.{place}", line.price.currency, (line.tax,)) for place in (1, 2))
    return evolve(line, adjustments=(), parts=parts)


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
    reason: dict[str, Any] = {"reason": text(random)} if random.random() < 0.7 else {}
    coded_reason: dict[str, Any] = {} if reason and random.random() < 0.5 else {"reason_code": "FC" if charge else "95"}
    return Adjustment(charge=charge, tax=tax, **_worth(random, currency), **reason, **coded_reason)


def _worth(random, currency):
    """An amount, a percentage of all that is billed, of what is left of it, or of a base, or so much a unit."""
    kind = random.randrange(5)
    amount = Money(random.randrange(100), currency)
    percent = Decimal(random.randrange(10_000)).scaleb(-2)
    if kind == 0:
        return {"amount": amount}
    if kind == 1:
        return {"per_unit": UnitPrice("0.35", currency), "units": Decimal(random.randrange(20))}
    return {"percent": percent} | ({}, {"running": True}, {"base": amount})[kind - 2]


def paid(random, asked, *, beyond=False):
    """What was paid before, how the rest is rounded, and the rate of the tax currency; what is collected for others."""
    currency = asked.currency
    drawn: dict[str, Any] = {}
    if random.random() < 0.3:
        drawn["prepaid"] = Money(random.randrange(1000), currency)
    if random.random() < 0.2:
        drawn["advances"] = (Advance(amount=Money(random.randrange(100), currency), reference="A-1"),)
    if random.random() < 0.2:
        drawn["rounding"] = Money(random.randrange(-5, 6), currency)
    if random.random() < 0.2:
        drawn["tax_rate"] = Rate(currency, "DKK", "7.4604")
    if beyond and random.random() < 0.4:
        amount = Money(random.randrange(1, 100), currency)
        drawn["third_party"] = (ThirdPartyPayment(amount=amount, kind=code(random), description=text(random)),)
    return drawn


def texts_of(random, line, span, *, beyond=False):
    """What the document says of a line that is billed; `beyond` EN 16931 also which order and despatch it bills."""
    return InvoiceLine(
        parts=tuple(texts_of(random, part, None) for part in line.parts),
        **(coded(random, "order", "despatch") if beyond else {}),
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
        origin=maybe(random, lambda: "IT") or "",
        attributes=tuple(ItemAttribute("Colour", text(random)) for _ in range(random.choice((0, 0, 1, 2)))),
    )


def _classifications(random):
    drawn = (Classification("65434568", "STI", "2"), Classification("0721-880X", "IB"))
    return drawn[: random.choice((0, 0, 1, 2))]
