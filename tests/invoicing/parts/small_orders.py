"""Small orders by the hundred thousand, from a seed: prices below the cent, discounts, freight, rates of tax."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput
from otcore.values import Money, Quantity, TaxCategory, UnitPrice
from tests.invoicing.generator import invoices, plain_invoices

RATES = (TaxCategory("S", "20"), TaxCategory("S", "19"), TaxCategory("S", "8.1"), TaxCategory("Z", 0))


def some_of_each(random: Random, seed: int, count: int) -> Iterator[InvoiceInput]:
    """Small orders, of a hundred one with everything an invoice may have under any profile, and one of odd amounts."""
    few = count // 100
    yield from small_orders(random, count - 2 * few)
    yield from plain_invoices(seed, few)
    yield from invoices(seed, few)


def small_orders(random: Random, count: int) -> Iterator[InvoiceInput]:
    """Orders of one or two lines."""
    for _ in range(count):
        lines = tuple([_line(random, str(at)) for at in range(1, random.choice((2, 2, 3)))])
        freight = (_adjustment(random, random.choice(RATES)),) if random.random() < 0.2 else ()
        yield InvoiceInput("EUR", lines, freight)


def _line(random: Random, id: str) -> LineInput:
    quantity = Quantity.trusted(Decimal(random.randrange(2, 30)), "C62")
    price = UnitPrice(Decimal(random.randrange(1, 60_000)).scaleb(-3), "EUR")
    off = (_adjustment(random, None),) if random.random() < 0.3 else ()
    return LineInput(id, quantity, price, random.choice(RATES), off)


def _adjustment(random: Random, tax: TaxCategory | None) -> Adjustment:
    charge = random.random() < 0.3
    if random.random() < 0.5:
        return Adjustment(charge=charge, percent=Decimal(random.randrange(500)) / 10, reason="agreed", tax=tax)
    amount = Money.from_minor(random.randrange(1, 500), "EUR")
    return Adjustment(charge=charge, amount=amount, reason="agreed", tax=tax)
