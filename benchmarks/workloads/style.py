"""A style: everything that makes one kind of workload differ from another."""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from benchmarks.workloads.amounts import Amounts, trade
from benchmarks.workloads.numbers import CREDIT, Series
from benchmarks.workloads.records import Terms
from benchmarks.workloads.references import Referencing
from benchmarks.workloads.text.bank import Layout, plain
from benchmarks.workloads.text.notation import Notation, in_words, separated

# How often something is done, of all payments: what a bookkeeper would call a usual month.
USUAL = {
    "1_text": 22, "1_structured": 8, "1_order": 3, "1_noref": 6, "1_damaged": 8, "1_stale_ref": 2,
    "1_trap_other": 1, "1_own_other": 1,
    "n_list": 14, "n_range": 2, "n_noref": 5, "n_credit": 3, "n_clear_due": 2, "n_discount": 1,
    "adj_discount": 4, "adj_fee": 2, "adj_deduction": 3, "adj_partial": 3, "adj_rest": 1, "adj_over": 2,
    "adj_withholding": 1, "adj_fx": 2,
    "x_prepay": 1.5, "x_unidentified": 1.5, "x_stranger": 1, "x_duplicate": 1, "x_reversal": 1, "x_charge": 0.3,
}  # fmt: skip


@frozen(kw_only=True)
class Crowd:
    """Customers for each thousand open items, and how the items fall on them.

    `whales` customers have `whales_share` of all items; the others' shares fall with the power `skew` of their place.
    """

    per_thousand: int = 50
    whales: int = 0
    whales_share: float = 0
    skew: float = 0.6
    children: float = 0.03
    twins: float = 0.02
    aliases: float = 0.1


@frozen(kw_only=True)
class Payers:
    """Who pays and how well the bank tells it: shares of the payments."""

    own_account: float = 0.75
    name_changed: float = 0.4
    no_name: float = 0.03
    parent_pays: float = 0.5
    factory_pays: float = 0.03
    factories: int = 5


@frozen(kw_only=True)
class Lettering:
    """What payers and banks do to the text: shares of the payments."""

    clutter: float = 0.35
    wrapped: float = 0.15
    widths: tuple[int, ...] = (27, 35, 65)
    line_break: tuple[str, ...] = ("\n", " ", "")
    limit: int = 140
    small: float = 0.05
    notations: tuple[Notation, ...] = (separated(", "), separated(" "), in_words)
    layouts: Mapping[Layout, float] = field(factory=lambda: {plain: 1.0})


@frozen(kw_only=True)
class Style:
    """One kind of workload. `today`: the first day of the month that is paid in."""

    name: str
    about: str
    today: date
    countries: Mapping[str, float]
    series: Mapping[Series, float]
    credits: Series = CREDIT
    referencing: Mapping[str, Referencing] = field(factory=dict)  # by country; "": all others
    referenced: float = 0.8
    ordered: float = 0.4
    amounts: Mapping[Amounts, float] = field(factory=lambda: {trade: 1.0})
    crowd: Crowd = Crowd()
    payers: Payers = Payers()
    lettering: Lettering = Lettering()
    mix: Mapping[str, float] = field(factory=lambda: dict(USUAL))
    terms: tuple[Terms, ...] = (Terms(10, 2), Terms(14, 3))
    with_terms: float = 0.25
    days_to_pay: tuple[int, ...] = (14, 30, 45, 60)
    fees: tuple[int, ...] = (500, 1_000, 1_500)
    withholding: tuple[int, ...] = (50, 100, 200)  # thousandths
    credit_notes: float = 0.03
