"""The styles."""

from datetime import date

from benchmarks.workloads import amounts, numbers, references
from benchmarks.workloads.records import Terms
from benchmarks.workloads.style import USUAL, Crowd, Lettering, Payers, Style
from benchmarks.workloads.text import bank, notation

RUNNING = Style(
    name="running",
    about="Five and six digits and nothing else, as customers have too; Italy and Spain; amounts beside numbers.",
    today=date(2027, 1, 4),
    countries={"IT": 5, "ES": 3, "PT": 1},
    series={numbers.PLAIN: 3, numbers.PLAIN_LONGER: 2, numbers.SLASHED_YEAR: 1},
    credits=numbers.PLAIN_CREDIT,
    referenced=0,
    amounts={amounts.trade: 3, amounts.whole: 1},
    lettering=Lettering(
        clutter=0.4,
        notations=(
            notation.with_amounts,
            notation.separated("-"),
            notation.separated(","),
            notation.in_words,
            notation.as_table,
        ),
        layouts={bank.plain: 3, bank.italian: 3, bank.spanish: 2},
    ),
    withholding=(40, 200),
)
MONTHLY = Style(
    name="monthly",
    about="Year and month in front, counted anew each month; SWIFT codes; lists that leave out what is the same.",
    today=date(2026, 11, 2),
    countries={"FR": 3, "BE": 2, "NL": 2, "GB": 1},
    series={numbers.MONTHLY: 1},
    credits=numbers.MONTHLY_CREDIT,
    referencing={"BE": references.belgian, "": references.creditor},
    referenced=0.4,
    lettering=Lettering(
        wrapped=0.3,
        notations=(
            notation.tails(", "),
            notation.tails("/"),
            notation.as_codes,
            notation.separated(" + "),
            notation.labelled,
        ),
        layouts={bank.plain: 2, bank.swift: 3, bank.dutch: 2},
    ),
)
BRANCHES = Style(
    name="branches",
    about="Branch, number and year between slashes, which look like days; Poland and Czechia; several currencies.",
    today=date(2026, 9, 1),
    countries={"PL": 5, "CZ": 2, "DE": 2, "US": 1},
    series={numbers.BRANCH: 3, numbers.POLISH: 2},
    referencing={"": references.creditor},
    referenced=0.2,
    lettering=Lettering(
        clutter=0.45,
        notations=(notation.separated("; "), notation.separated(" "), notation.in_words, notation.with_amounts),
        layouts={bank.plain: 2, bank.polish: 3, bank.german_subfields: 1},
    ),
    fees=(300, 1_200, 4_000),
)
MIXED = Style(
    name="mixed",
    about="Letters and digits in turn, misread and in small letters; American and British boilerplate.",
    today=date(2027, 3, 1),
    countries={"US": 4, "GB": 3, "IE": 1},
    series={numbers.MIXED: 3, numbers.SUFFIXED: 1, numbers.TYPED: 1},
    referenced=0,
    amounts={amounts.trade: 1, amounts.large: 1},
    crowd=Crowd(per_thousand=40, twins=0.15),
    lettering=Lettering(
        small=0.15,
        notations=(notation.separated(" "), notation.separated("|"), notation.glued, notation.in_words),
        layouts={bank.plain: 2, bank.american: 3, bank.british: 2},
    ),
    mix=USUAL | {"1_damaged": 16, "1_structured": 0},
)
DAYLIKE = Style(
    name="daylike",
    about="Numbers that begin with the day of issue or have four digits, beside days and amounts in the text.",
    today=date(2026, 12, 1),
    countries={"DE": 4, "AT": 2, "CH": 1},
    series={numbers.DAYLIKE: 3, numbers.GERMAN_DAYLIKE: 1, numbers.SHORT: 1},
    referencing={"CH": references.swiss},
    lettering=Lettering(
        clutter=0.6,
        notations=(notation.separated(", "), notation.tails("/"), notation.separated(" u. "), notation.as_table),
        layouts={bank.plain: 1, bank.german_codes: 2, bank.german_subfields: 1, bank.joined_subfields: 2},
    ),
)
OWN_SERIES = Style(
    name="own-series",
    about="Each customer has its own series: the running part of a number is everybody's.",
    today=date(2026, 6, 1),
    countries={"GB": 2, "DE": 2, "FR": 2, "IT": 1},
    series={numbers.OWN: 2, numbers.OWN_LETTERED: 1},
    referenced=0,
    crowd=Crowd(per_thousand=60, whales=4, whales_share=0.3),
    lettering=Lettering(
        notations=(notation.tails(", "), notation.tails(" "), notation.separated(","), notation.separated("/")),
        layouts={bank.plain: 2, bank.german_codes: 1, bank.swift: 1},
    ),
)
NORDIC = Style(
    name="nordic",
    about="Numbers with a check digit, national references; a quarter is paid by reference alone.",
    today=date(2027, 2, 1),
    countries={"NO": 3, "FI": 3, "SE": 1, "DK": 1},
    series={numbers.CHECKED: 1},
    referencing={"FI": references.finnish, "NO": references.kid, "DK": references.kid_11, "": references.creditor},
    amounts={amounts.trade: 2, amounts.subscribed: 1},
    mix=USUAL | {"1_structured": 25},
)
HOUSEHOLDS = Style(
    name="households",
    about="Very long numbers; many customers with an item or two at the same few prices, and small sums.",
    today=date(2026, 8, 3),
    countries={"CH": 3, "DE": 2, "AT": 1},
    series={numbers.LONG: 2, numbers.LONG_GROUPED: 1},
    referencing={"CH": references.swiss, "": references.creditor},
    amounts={amounts.subscribed: 3, amounts.tiny: 1},
    crowd=Crowd(per_thousand=450, skew=0.1, children=0, aliases=0.02, twins=0.05),
    payers=Payers(own_account=0.6, no_name=0.05, factories=2, factory_pays=0.05),
    lettering=Lettering(wrapped=0.35, layouts={bank.plain: 2, bank.german_codes: 1, bank.german_subfields: 1}),
    fees=(25, 50, 100),
)
FACTORIES = Style(
    name="factories",
    about="Few customers with thousands of items, groups, and factories that pay for many; long lists that are cut.",
    today=date(2027, 4, 1),
    countries={"DE": 2, "FR": 2, "NL": 2, "BE": 1, "ES": 1},
    series={numbers.PLAIN_LONGER: 2, numbers.MIXED: 1, numbers.CHECKED: 1},
    referencing={"BE": references.belgian, "": references.creditor},
    referenced=0.5,
    amounts={amounts.large: 2, amounts.trade: 1, amounts.whole: 1},
    crowd=Crowd(per_thousand=25, whales=8, whales_share=0.5, children=0.3, aliases=0.2, twins=0.1),
    payers=Payers(own_account=0.8, factory_pays=0.25, factories=6, parent_pays=0.7),
    lettering=Lettering(wrapped=0.25, layouts={bank.plain: 2, bank.german_codes: 2, bank.dutch: 1, bank.swift: 1}),
    mix=USUAL | {"n_list": 25, "n_noref": 9, "n_range": 4, "n_credit": 6, "n_clear_due": 4},
    terms=(Terms(10, 2), Terms(20, 1), Terms(30, 5)),
)
WORLD = Style(
    name="world",
    about="Currencies without and with three minor digits, payments across them; short and long numbers side by side.",
    today=date(2026, 7, 1),
    countries={"JP": 3, "KW": 2, "US": 2, "GB": 1, "CH": 1},
    series={numbers.TYPED: 2, numbers.SHORT: 1, numbers.LONG_GROUPED: 1},
    referencing={"CH": references.swiss, "GB": references.creditor},
    crowd=Crowd(per_thousand=80),
    payers=Payers(own_account=0.5, name_changed=0.6),
    lettering=Lettering(clutter=0.5, layouts={bank.plain: 2, bank.swift: 2, bank.american: 1}),
    mix=USUAL | {"adj_fx": 8, "adj_fee": 6, "adj_withholding": 4},
    fees=(1_000, 2_500),
)
STYLES: dict[str, Style] = {
    each.name: each
    for each in (
        RUNNING, MONTHLY, BRANCHES, MIXED, DAYLIKE, OWN_SERIES, NORDIC, HOUSEHOLDS, FACTORIES, WORLD,
    )
}  # fmt: skip
