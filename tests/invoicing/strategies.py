"""Invoices for the laws: sane and hostile sizes, both signs, several rates, allowances and charges on both levels."""

from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st

from otcore.invoicing.advances import Advance, ThirdPartyPayment
from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput
from otcore.values import Money, Quantity, TaxCategory, UnitPrice
from otcore.values.currencies import digits
from tests.invoicing.generator import LEVIES, PROFILES

CATEGORIES = (
    TaxCategory("S", "25"),
    TaxCategory("S", "5.5"),
    TaxCategory("S", "8.375"),
    TaxCategory("Z", 0),
    TaxCategory("L", "7"),
)

currencies = st.sampled_from(["EUR", "JPY", "BHD"])
# Whole numbers, scaled: far quicker to draw than decimals.
quantities = st.integers(-10_000_000, 10_000_000).map(lambda value: Quantity(Decimal(value).scaleb(-3), "C62"))
percents = st.integers(0, 10_000).map(lambda value: Decimal(value).scaleb(-2))
categories = st.sampled_from(CATEGORIES)


@st.composite
def prices(draw, currency):
    per = draw(st.sampled_from([1, 1, 1, 3, 7, 100, 1000]))
    return UnitPrice(Decimal(draw(st.integers(0, 100_000_000))).scaleb(-4), currency, per)


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


levies = st.sampled_from(LEVIES)
profiles = st.sampled_from(PROFILES)


@st.composite
def rich_adjustments(draw, currency, step, taxes, levies):
    """An allowance or a charge of the document, by the unit and on what is left, too."""
    shape = draw(st.sampled_from(["amount", "percent", "running", "units"]))
    return Adjustment(
        charge=draw(st.booleans()),
        amount=draw(stepped(currency, step)) if shape == "amount" else None,
        percent=draw(percents) if shape in {"percent", "running"} else None,
        running=shape == "running",
        per_unit=draw(prices(currency)) if shape == "units" else None,
        units=Decimal(draw(st.integers(-50, 50))) if shape == "units" else None,
        reason="agreed",
        tax=draw(taxes),
        taxes=draw(levies),
    )


def stepped(currency, step):
    """Money in steps of so many minor units."""
    return st.integers(-(10**5), 10**5).map(lambda units: Money.from_minor(units * step, currency))


@st.composite
def rich_invoices(draw):
    """An invoice with everything, under any kind of profile."""
    profile, currency = draw(profiles)
    own = digits(currency)
    step = 10 ** (own - (own if profile.digits is None else profile.digits))
    money = stepped(currency, step)
    borne = st.sampled_from([draw(levies), draw(levies)])
    lines = draw(st.lists(rich_lines(currency, step, borne), min_size=1, max_size=4))
    return InvoiceInput(
        currency,
        tuple(with_ids(lines)),
        tuple(draw(st.lists(rich_adjustments(currency, step, categories, borne), max_size=2))),
        draw(st.none() | money),
        draw(st.none() | st.none() | money),
        tuple(draw(st.lists(advances(money), max_size=2))),
        tuple(ThirdPartyPayment(amount=each) for each in draw(st.lists(money, max_size=1))),
        draw(st.booleans()),
        profile=profile,
    )


@st.composite
def rich_lines(draw, currency, step, borne):
    """A line with other taxes, or with parts."""
    tax = draw(categories)
    if draw(st.integers(0, 9)):
        return evolve(draw(adjusted_lines("1", currency, step, tax)), taxes=draw(borne))
    parts = [draw(adjusted_lines("", currency, step, tax)) for _ in range(draw(st.integers(1, 3)))]
    return LineInput("1", draw(quantities), draw(prices(currency)), tax, parts=tuple(parts))


@st.composite
def adjusted_lines(draw, line_id, currency, step, tax):
    """A line with allowances and charges, some of what is left by the ones before."""
    adjusted = []
    for _ in range(draw(st.integers(0, 2))):
        amount, charge = draw(st.none() | stepped(currency, step)), draw(st.booleans())
        percent = draw(percents) if amount is None else None
        running = amount is None and draw(st.booleans())
        adjusted.append(Adjustment(charge=charge, amount=amount, percent=percent, running=running, reason="agreed"))
    return LineInput(line_id, draw(quantities), draw(prices(currency)), tax, tuple(adjusted))


def with_ids(lines):
    """Lines and parts with an id of their own each."""
    for place, line in enumerate(lines, 1):
        parts = tuple(evolve(part, id=f"{place}.{at}") for at, part in enumerate(line.parts, 1))
        yield evolve(line, id=str(place), parts=parts)


def advances(money):
    """Payments before, by amount or percentage."""
    return st.builds(Advance, amount=money) | st.builds(Advance, percent=percents)
