"""Laws of explanations: they give the printed figure, from what is given, by the arithmetic they name."""

from collections.abc import Iterator
from fractions import Fraction
from math import prod
from typing import Any

import pytest

from otcore.invoicing.calculation import InvoiceInput, Totals, calculate
from otcore.invoicing.calculation.figures import figures_of
from otcore.invoicing.explaining import Given, Kind, Step, explain, steps_of
from otcore.invoicing.explaining.explained import KEPT, SHARED
from otcore.values.money import Money
from tests.invoicing.generator import invoices, plain_invoices

COUNT = 400
TOLERANCE = Fraction(1, 10**9)
"""What numbers lose that are cut to twelve decimals when they are written."""


@pytest.fixture(scope="module")
def explained() -> list[tuple[InvoiceInput, Totals, list[Step]]]:
    generated = [*invoices(11, COUNT), *plain_invoices(12, COUNT)]
    return [(each, calculate(each), list(steps_of(each))) for each in generated]


def found(totals: Any, pointer: str) -> Money:
    value = totals
    for part in pointer.split("/")[1:]:
        value = value[int(part)] if part.isdigit() else getattr(value, part)
    assert isinstance(value, Money)
    return value


def number(given: Given) -> Fraction:
    return Fraction(given.value.removesuffix("..."))


def product(given: tuple[Given, ...]) -> Fraction:
    scale = {"percent": Fraction(1, 100)}
    parts = [1 / number(each) if each.name == "base quantity" else number(each) for each in given]
    return prod(parts, start=Fraction(1)) * prod([scale.get(each.name, Fraction(1)) for each in given])


def test_a_step_tells_the_printed_figure(explained):
    for _, totals, steps in explained:
        for step in steps:
            assert step.value == found(totals, step.figure), step


def test_what_is_added_adds_up(explained):
    for _, _, steps in explained:
        for step in steps:
            if step.kind is Kind.SUM:
                assert abs(sum(map(number, step.given)) - step.exact) < TOLERANCE, step


def test_what_is_multiplied_is_the_product(explained):
    for _, _, steps in explained:
        for step in steps:
            if step.kind is Kind.PRODUCT:
                assert abs(product(step.given) - step.exact) <= TOLERANCE * max(1, abs(step.exact)), step


def test_a_figure_is_its_exact_value_rounded_as_the_step_says(explained):
    for invoice, _, steps in explained:
        figures = figures_of(invoice)
        for step in steps:
            units = step.exact * 10**figures.digits
            if step.figure == "/tax_accounted" or step.rounding in (SHARED, KEPT):
                continue
            if step.rounding:
                assert figures.whole(units) == step.value.minor // figures.step, step
            else:
                assert units == step.value.minor // figures.step, step


def test_every_figure_that_goes_into_another_is_explained_too(explained):
    for _, _, steps in explained:
        known = {step.figure for step in steps}
        assert {given.figure for step in steps for given in step.given} - {""} <= known


def test_the_amount_due_rests_on_every_line(explained):
    for invoice, _, _ in explained[::40]:
        chain = {step.figure for step in explain(invoice)}
        assert {f"/lines/{at}/net" for at in range(len(invoice.lines))} <= chain


def figures(value: Any, at: str = "") -> Iterator[str]:
    """Every amount of a result that is calculated."""
    if isinstance(value, Money):
        yield at
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from figures(each, f"{at}/{index}")
    elif hasattr(value, "__attrs_attrs__"):
        for field in value.__attrs_attrs__:
            yield from figures(getattr(value, field.name), f"{at}/{field.name}")


def pattern(pointer: str) -> str:
    return "/".join("#" if part.isdigit() else part for part in pointer.split("/"))


def test_every_calculated_figure_is_explained(explained):
    lacking = set()
    for _, totals, steps in explained:
        known = {step.figure for step in steps}
        lacking |= {pattern(each) for each in figures(totals) if each not in known}
    assert lacking == set()
