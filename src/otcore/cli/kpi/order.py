"""What is asked of `otcore kpi`, from the words that were typed."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from attrs import frozen

from otcore.adapters.ledgers.layout import Layout
from otcore.adapters.ledgers.names import COLUMNS, KINDS
from otcore.cli.bad_use import BadUse
from otcore.formats.locales import locale_of
from otcore.kpi.board.measures import TODAY, BoardSpec
from otcore.kpi.buckets import DUE_DATE_AGING, INVOICE_DATE_AGING, AgingSpec, Anchor, Treatment
from otcore.kpi.dso_spec import DsoSpec, ReceivablesBasis
from otcore.values.currencies import digits
from otcore.values.decimals import decimal_of
from otcore.values.faults import Invalid
from otcore.values.rates import NO_RATES, Quote, Rate, RateTable

T = TypeVar("T")

BY = ("customer", "group", "salesperson", "currency")
"""What the rows of the aging may be."""

UNAPPLIED: Mapping[str, Treatment] = {each.value.replace(" ", "-"): each for each in Treatment}
"""How --unapplied and --credits are typed."""


@frozen(kw_only=True)
class KpiOrder:
    """What is asked: a file or a store, how it is read, which figures, and what is written of them.

    as_of: "" is the latest day. by: what the rows of the aging are. into: the one currency that all amounts are
    converted to, by `rates`; "" for each its own.
    """

    ledger: Path | None
    store: str
    layout: Layout
    as_of: str
    spec: BoardSpec
    by: str
    title: str
    locale: str
    targets: Mapping[str, Decimal]
    html: Path | None
    csv: Path | None
    into: str = ""
    rates: RateTable = NO_RATES


def pairs(option: str, given: Iterable[str]) -> dict[str, str]:
    """`a=b,c=d`, as often as wanted. Raises `BadUse` for what is none."""
    found = {}
    for each in (part for text in given for part in text.split(",")):
        name, equals, value = (part.strip() for part in each.partition("="))
        if not (name and equals and value):
            raise BadUse(f"{option} {each}: say it like {_EXAMPLES[option]}")
        found[name] = value
    return found


def columns_of(given: Iterable[str]) -> dict[str, str]:
    """`invoice=Belegnummer`: fact -> column."""
    return _known("--columns", pairs("--columns", given), COLUMNS)


def kinds_of(given: Iterable[str]) -> dict[str, str]:
    """`RE=invoice`: word -> kind."""
    found = pairs("--kind", given)
    for word, kind in found.items():
        if kind not in KINDS:
            raise BadUse(f"--kind {word}={kind}: kinds are {', '.join(KINDS)}")
    return found


def targets_of(given: Iterable[str]) -> dict[str, Decimal]:
    """`dso=45`: figure -> what was aimed at."""
    found = {code.upper(): text for code, text in pairs("--target", given).items()}
    return {code: _number(code, text) for code, text in _known("--target", found, TODAY).items()}


def rates_of(into: str, given: Iterable[str]) -> RateTable:
    """`USD=0.92`: what one unit of a currency is worth in the one that all is converted to. Raises `BadUse`."""
    found = pairs("--rate", given)
    if found and not into:
        raise BadUse("--rate: say --in, the currency that amounts are converted to")
    try:
        digits(into or "EUR")
        return RateTable(tuple(Quote(date.min, Rate(code, into, value)) for code, value in found.items()))
    except Invalid as error:
        raise BadUse(f"--in {into}, --rate: {error.faults[0].message}") from None


def aging_of(buckets: str, anchor: Anchor, cash: Treatment, credits: Treatment) -> AgingSpec:
    """`0,30,60,90`, or the usual edges. Raises `BadUse`."""
    usual = DUE_DATE_AGING if anchor is Anchor.DUE else INVOICE_DATE_AGING
    try:
        edges = tuple(int(edge) for edge in buckets.split(",")) if buckets else usual.edges
        return AgingSpec(anchor, edges, cash, credits)
    except (ValueError, Invalid):
        raise BadUse(f"--buckets {buckets}: say the last day of each bucket but the last, like 0,30,60,90") from None


def dso_of(days: int, months: int, receivables: ReceivablesBasis) -> DsoSpec:
    """The conventions of DSO. Raises `BadUse`."""
    try:
        return DsoSpec(days=days, months=months, receivables=receivables)
    except Invalid as error:
        raise BadUse(f"--dso-days, --dso-months: {error.faults[0].message}") from None


def layout_of(*, currency: str, separator: str, encoding: str, **given: Any) -> Layout:
    """How the file is read. Raises `BadUse`."""
    try:
        digits(currency or "EUR")
        sign = "\t" if separator == "tab" else separator
        return Layout(currency=currency, separator=sign, encoding=encoding.casefold(), **given)
    except Invalid as error:
        raise BadUse(error.faults[0].message) from None


def one_of(option: str, word: str, known: Mapping[str, T]) -> T:
    """What a word means. Raises `BadUse`."""
    if word not in known:
        raise BadUse(f"{option} {word}: say {', '.join(known)}")
    return known[word]


def check(ledger: Path | None, store: str, locale: str) -> None:
    """What can be known before anything is read. Raises `BadUse`."""
    if bool(ledger) == bool(store):
        raise BadUse("say a LEDGER, or a --store" if ledger is None else "say a LEDGER or a --store, not both")
    try:
        locale_of(locale)
    except Invalid as error:
        raise BadUse(f"--locale {locale}: {error.faults[0].message}") from None


def _known(option: str, found: dict[str, str], names: Iterable[str]) -> dict[str, str]:
    unknown = [name for name in found if name not in names]
    if unknown:
        raise BadUse(f"{option} {unknown[0]}={found[unknown[0]]}: it names none of {', '.join(names)}")
    return found


def _number(name: str, text: str) -> Decimal:
    try:
        return decimal_of(text)
    except Invalid as error:
        raise BadUse(f"--target {name}={text}: {error.faults[0].message}") from None


_EXAMPLES = {
    "--columns": "--columns invoice=Belegnummer,customer=Kunde",
    "--kind": "--kind RE=invoice,ZE=payment",
    "--target": "--target dso=45",
    "--rate": "--rate USD=0.92",
}
