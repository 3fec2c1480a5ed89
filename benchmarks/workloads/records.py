"""The records of a workload, and its four files."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from attrs import asdict, frozen


@frozen
class Customer:
    """Who owes. `parent`: the customer that may pay for it."""

    id: str
    name: str
    country: str
    currency: str
    ibans: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    parent: str | None = None


@frozen
class Terms:
    """A discount of `pct` percent when paid within `days` of issue."""

    days: int
    pct: int


@frozen
class Invoice:
    """An open item; a credit has type "credit" and negative amounts."""

    id: str
    customer: str
    number: str
    type: str
    issued: date
    due: date
    amount: int
    open: int
    currency: str
    ref: str | None = None
    po: str | None = None
    terms: Terms | None = None


@frozen(kw_only=True)
class Payment:
    """A line of a bank statement. `orig_amount`, `orig_ccy`: what the payer ordered, where the bank says so."""

    id: str
    booked: date
    amount: int
    currency: str
    payer_name: str
    payer_iban: str
    text: str
    ref: str | None
    e2e: str
    orig_amount: int | None = None
    orig_ccy: str | None = None


@frozen
class Alloc:
    """A part of a payment: `cash` for an invoice; `adjust` closes with it, without cash, for the `reason`."""

    invoice: str
    cash: int
    adjust: int = 0
    reason: str | None = None


@frozen(kw_only=True)
class Truth:
    """What a payment was for: allocations, what stays on account or is nobody's, and how it came to look as it does."""

    payment: str
    scenario: str
    customer: str | None
    allocs: tuple[Alloc, ...]
    on_account: int
    unidentified: int
    reverses: str | None
    noise: tuple[str, ...]


@frozen
class Workload:
    """All of it."""

    customers: tuple[Customer, ...]
    invoices: tuple[Invoice, ...]
    payments: tuple[Payment, ...]
    truth: tuple[Truth, ...]

    def write(self, folder: Path) -> None:
        """The four files, into a folder that is made where it is not."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("customers", "invoices", "payments", "truth"):
            (folder / f"{name}.jsonl").write_text("".join(lines(getattr(self, name))), encoding="utf-8")


def lines(records: Iterable[Any]) -> Iterable[str]:
    """Records as JSON, one a line."""
    for record in records:
        yield json.dumps(asdict(record), ensure_ascii=False, sort_keys=True, default=date.isoformat) + "\n"
