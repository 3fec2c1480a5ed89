"""Open items of a workload: whose, over how much, under which number, from when."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from attrs import frozen

from benchmarks.workloads.amounts import Amounts
from benchmarks.workloads.chance import Chance
from benchmarks.workloads.currencies import converted
from benchmarks.workloads.numbers import Numbering, Series
from benchmarks.workloads.records import Customer, Invoice
from benchmarks.workloads.style import Crowd, Style

HISTORY = 150  # days before the month that is paid in


@frozen
class Habit:
    """What a customer's documents have in common."""

    place: int
    series: Series
    amounts: Amounts


def invoices(style: Style, owing: list[Customer], count: int, chance: Chance) -> Iterator[Invoice]:
    """So many, in the order of issue."""
    habits = [Habit(at, chance.weighted(style.series), chance.weighted(style.amounts)) for at in range(len(owing))]
    numbering, heads = Numbering(), chance.heads(list(accumulate(_shares(style.crowd, len(owing)))), count)
    for at, head in enumerate(heads):
        issued = style.today + timedelta(at * (HISTORY + 20) // count - HISTORY)
        yield _invoice(style, f"D{at:06d}", owing[head], habits[head], issued, numbering, chance)


def _shares(crowd: Crowd, count: int) -> list[float]:
    others = [(at + 1) ** -crowd.skew for at in range(count - crowd.whales)]
    whale = crowd.whales_share / (1 - crowd.whales_share) * sum(others) / max(1, crowd.whales)
    return [whale] * crowd.whales + others


def _invoice(
    style: Style, id: str, customer: Customer, habit: Habit, issued: date, numbering: Numbering, chance: Chance
) -> Invoice:
    amount = max(1, converted(habit.amounts(chance, habit.place), "EUR", customer.currency))
    order = f"{chance.one(('4500', 'PO-', 'B'))}{chance.digits(6)}" if chance.happens(style.ordered) else None
    due = issued + timedelta(chance.one(style.days_to_pay))
    if chance.happens(style.credit_notes):
        number, amount = numbering.next(style.credits, issued, habit.place), -(amount // 3 or 1)
        return Invoice(id, customer.id, number, "credit", issued, due, amount, amount, customer.currency, po=order)
    number = numbering.next(habit.series, issued, habit.place)
    terms = chance.one(style.terms) if style.terms and chance.happens(style.with_terms) else None
    reference = _reference(style, id, customer, chance)
    return Invoice(
        id, customer.id, number, "invoice", issued, due, amount, amount, customer.currency, reference, order, terms
    )


def _reference(style: Style, id: str, customer: Customer, chance: Chance) -> str | None:
    referencing = style.referencing.get(customer.country, style.referencing.get(""))
    if referencing is None or not chance.happens(style.referenced):
        return None
    return referencing(int(id[1:]) * 3 + 101)
