"""`otcore match`: open items and payments in, allocations and a review list out."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from otcore.adapters.cash_files import Layout
from otcore.adapters.cash_files.columns import ITEMS, PAYERS, PAYMENTS, Names
from otcore.cli.bad_use import BadUse
from otcore.cli.ending import DONE, TROUBLE, told, wide_console
from otcore.cli.match.matching import MatchDone, MatchOrder, match
from otcore.cli.match.records import matching_json
from otcore.cli.match.screen import show_matching
from otcore.cli.progress import shown
from otcore.formats.locales import locale_of
from otcore.values.currencies import digits
from otcore.values.faults import Invalid

# One paragraph a line: the terminal breaks them to its width.
MATCH = (
    "Apply payments to open items, post what is certain, and leave the rest to you with the reasons.",
    "Files are JSON lines, JSON or CSV, packed by gzip or not; payments may be a bank statement too. Columns are found "
    "by their usual names (number, customer, open, due; amount, date, payer, iban, text), others by --column.",
    "Written: allocations.jsonl (every decision with its evidence and rivals), allocations.csv, review.csv, and "
    "review.html: for each payment that was not posted, what it could be, and why it was not.",
    "Exit status: 0 done (a payment left to you is a result), 1 a file or a payment could not be read, 2 bad use.",
)
_FACTS: Mapping[str, Names] = {"items": ITEMS, "payments": PAYMENTS, "customers": PAYERS}


def match_command(
    open_items: Annotated[
        Path, typer.Option("--open-items", metavar="FILE", help="What is owed, and credits.", show_default=False)
    ],
    payments: Annotated[
        Path, typer.Option("--payments", metavar="FILE", help="Payments, or a bank statement.", show_default=False)
    ],
    customers: Annotated[
        Path | None,
        typer.Option("--customers", metavar="FILE", help="Their names, accounts, parents.", show_default=False),
    ] = None,
    policy: Annotated[
        Path | None,
        typer.Option("--policy", metavar="FILE", help="Tolerances, limits, permissions, as JSON.", show_default=False),
    ] = None,
    advices: Annotated[
        Path | None,
        typer.Option("--advices", metavar="FILE", help="Remittance advices: JSON, CSV, X12 820.", show_default=False),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--mapping",
            metavar="FILE",
            help="How a bank writes its CSV, as JSON: --payments is one.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where results are written.")] = Path(
        "otcore-match"
    ),
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE.FACT=NAME",
            help="A column's name: items.open=Restbetrag, payments.text=Zweck, customers.name=Firma. As often as "
            "wanted.",
        ),
    ] = None,
    currency: Annotated[str, typer.Option(metavar="CODE", help="Of amounts that have none.", show_default=False)] = "",
    minor_units: Annotated[
        bool, typer.Option("--minor-units", help="Integers in JSON are minor units: 12345 is 123.45 EUR.")
    ] = False,
    decimal_comma: Annotated[bool, typer.Option("--decimal-comma", help="Amounts are written 1.234,56.")] = False,
    language: Annotated[
        str, typer.Option(metavar="LOCALE", help="Of numbers and dates on the page: en, de-AT.")
    ] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of tables.")] = False,
) -> None:
    """Apply payments to open items."""
    with told():
        _check(currency, language)
        columns = columns_of(column or [])
        layouts = {
            file: Layout(columns=columns[file], currency=currency, minor_units=minor_units, decimal_comma=decimal_comma)
            for file in _FACTS
        }
        order = MatchOrder(
            open_items=open_items,
            payments=payments,
            customers=customers,
            policy=policy,
            mapping=mapping,
            advices=advices,
            out=out,
            items_layout=layouts["items"],
            payments_layout=layouts["payments"],
            customers_layout=layouts["customers"],
            language=language,
        )
        done = match(order, shown(Console(stderr=True)))
    _show(done, out, as_json)
    raise typer.Exit(TROUBLE if done.failures else DONE)


def columns_of(given: list[str]) -> dict[str, dict[str, str]]:
    """`items.open=Restbetrag` by file. Raises `BadUse` for a file or a fact that there is not."""
    found: dict[str, dict[str, str]] = {file: {} for file in _FACTS}
    for each in given:
        fact, equals, name = each.partition("=")
        file, _, inner = fact.partition(".")
        if not equals or not name or file not in _FACTS:
            raise BadUse(f"--column {each}: say it like items.open=Restbetrag; files are {', '.join(_FACTS)}")
        if inner not in _FACTS[file]:
            raise BadUse(f"--column {each}: facts of {file} are {', '.join(_FACTS[file])}")
        found[file][inner] = name
    return found


def _check(currency: str, language: str) -> None:
    """What can be known before anything is read. Raises `BadUse`."""
    try:
        locale_of(language)
    except Invalid as error:
        raise BadUse(f"--language {language}: {error.faults[0].message}") from None
    try:
        digits(currency or "EUR")
    except Invalid as error:
        raise BadUse(f"--currency {currency}: {error.faults[0].message}") from None


def _show(done: MatchDone, out: Path, as_json: bool) -> None:
    if as_json:
        print(
            json.dumps(
                matching_json(done.matching, done.failures, done.written, done.set_aside), ensure_ascii=False, indent=2
            )
        )
    else:
        show_matching(wide_console(), done.matching, done.failures, done.written, out, done.set_aside)
