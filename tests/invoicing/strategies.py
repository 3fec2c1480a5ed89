"""Invoices for the laws: sane and hostile sizes, both signs, several rates, allowances and charges on both levels."""

from attrs import evolve
from hypothesis import strategies as st

from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput
from otcore.values import Money, Quantity, TaxCategory, UnitPrice

CATEGORIES = (
    TaxCategory("S", "25"),
    TaxCategory("S", "5.5"),
    TaxCategory("S", "8.375"),
    TaxCategory("Z", 0),
    TaxCategory("L", "7"),
)

currencies = st.sampled_from(["EUR", "JPY", "BHD"])
quantities = st.decimals(-10_000, 10_000, places=3).map(lambda value: Quantity(value, "C62"))
percents = st.decimals(0, 100, places=2)
categories = st.sampled_from(CATEGORIES)


@st.composite
def prices(draw, currency):
    per = draw(st.sampled_from([1, 1, 1, 3, 7, 100, 1000]))
    return UnitPrice(draw(st.decimals(0, 10_000, places=4)), currency, per)


@st.composite
def adjustments(draw, currency, taxes=None):
    money = st.integers(-(10**6), 10**6).map(lambda minor: Money.from_minor(minor, currency))
    shape = draw(st.sampled_from(["amount", "percent", "percent of base"]))
    return Adjustment(
        charge=draw(st.booleans()),
        amount=draw(money) if shape == "amount" else None,
        percent=None if shape == "amount" else draw(percents),
        base=draw(money) if shape == "percent of base" else None,
        reason="agreed",
        tax=None if taxes is None else draw(taxes),
    )


@st.composite
def invoices(draw, currency=currencies, categories=categories, quantities=quantities, max_lines=6):
    currency = draw(currency)
    drafts = draw(
        st.lists(
            st.tuples(quantities, prices(currency), categories, st.lists(adjustments(currency), max_size=2).map(tuple)),
            min_size=1,
            max_size=max_lines,
        )
    )
    money = st.integers(-(10**6), 10**6).map(lambda minor: Money.from_minor(minor, currency))
    return InvoiceInput(
        currency,
        tuple(LineInput(str(place), *draft) for place, draft in enumerate(drafts, 1)),
        tuple(draw(st.lists(adjustments(currency, categories), max_size=3))),
        draw(st.none() | money),
        draw(st.none() | money),
    )


def negated(invoice: InvoiceInput) -> InvoiceInput:
    """The same invoice the other way round: quantities and stated amounts negated, prices and percentages kept."""
    return InvoiceInput(
        invoice.currency,
        tuple(evolve(line, quantity=-line.quantity, adjustments=_negated(line.adjustments)) for line in invoice.lines),
        _negated(invoice.adjustments),
        _minus(invoice.prepaid),
        _minus(invoice.rounding),
    )


def _negated(items: tuple[Adjustment, ...]) -> tuple[Adjustment, ...]:
    return tuple(evolve(item, amount=_minus(item.amount), base=_minus(item.base)) for item in items)


def _minus(money: Money | None) -> Money | None:
    return None if money is None else -money
