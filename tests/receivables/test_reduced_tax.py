"""How much of what was closed without cash is tax: shares that sum to it, and of all of it the invoice's own tax."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from otcore.invoicing.tax import TaxSubtotal
from otcore.receivables.adjustment import Why
from otcore.receivables.reduced_tax import AskReducedTax, tax_in
from otcore.values.money import Money
from otcore.values.tax import TaxCategory
from tests.orders.examples import eur
from tests.workflows.cash import INV1, bounces, gives_up, invoiced, part, posts
from tests.workflows.desk import Desk


def subtotal(rate: str, taxable: int, tax: int) -> TaxSubtotal:
    code = "S" if rate != "0" else "Z"
    return TaxSubtotal(TaxCategory(code, rate), Money.from_minor(taxable, "EUR"), Money.from_minor(tax, "EUR"))


def said(amount: str, *subtotals: TaxSubtotal) -> list[tuple[Decimal | None, str, str, str]]:
    found = tax_in(eur(amount), subtotals)
    return [(each.category.rate, str(each.gross.amount), str(each.net.amount), str(each.tax.amount)) for each in found]


def test_each_category_has_its_share_by_what_it_comes_to_with_tax():
    found = said("2.40", subtotal("20", 8000, 1600), subtotal("0", 2400, 0))
    assert [row[1:] for row in found] == [("1.92", "1.60", "0.32"), ("0.48", "0.48", "0.00")]


def test_there_is_no_tax_in_nothing_nor_in_an_invoice_over_nothing():
    assert said("0.00", subtotal("20", 100, 20)) == []
    assert said("1.00", subtotal("20", 100, 20), subtotal("0", -120, 0)) == []


def test_a_category_that_comes_to_nothing_has_no_share():
    assert [row[1:] for row in said("1.20", subtotal("0", 0, 0), subtotal("20", 100, 20))] == [
        ("0.00", "0.00", "0.00"),
        ("1.20", "1.00", "0.20"),
    ]


@given(
    parts=st.lists(st.tuples(st.integers(1, 10_000), st.integers(0, 2_500)), min_size=1, max_size=4),
    share=st.integers(1, 100),
)
def test_shares_sum_to_the_reduction_and_of_all_of_it_the_tax_is_the_invoices(parts: list[tuple[int, int]], share: int):
    subtotals = [subtotal("20", taxable, tax) for taxable, tax in parts]
    whole = sum(taxable + tax for taxable, tax in parts)
    amount = Money.from_minor(whole * share // 100 or 1, "EUR")
    found = tax_in(amount, subtotals)
    assert sum(each.gross.minor for each in found) == amount.minor
    assert all(0 <= each.tax.minor <= max(each.gross.minor, 0) for each in found)
    if amount.minor == whole:
        assert [(each.gross - each.tax, each.tax) for each in found] == [(each.taxable, each.tax) for each in subtotals]


def taken(ready: Desk, *why: Why) -> list[str]:
    asked = AskReducedTax(INV1, why) if why else AskReducedTax(INV1)
    return [f"{each.gross.amount} {each.tax.amount}" for each in ready.otc.ask(asked)]


def test_a_discount_that_was_taken_has_its_tax_until_it_is_undone():
    ready = invoiced()
    ready.gets("117.60")
    posts(ready, part(INV1, "117.60", (Why.DISCOUNT, "2.40")), customer="C1")
    assert taken(ready) == ["2.40 0.40"]
    bounces(ready)
    assert taken(ready) == []


def test_what_was_given_up_is_asked_for_by_its_own_reason():
    ready = invoiced()
    gives_up(ready, INV1, "12.00")
    assert (taken(ready), taken(ready, Why.WRITE_OFF)) == ([], ["12.00 2.00"])
