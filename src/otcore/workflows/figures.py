"""The figures of receivables, from the ledger's rows and what the store knows beside them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from otcore.kpi.aging import Aging, aging
from otcore.kpi.catalogue import kpi
from otcore.kpi.converting.rates import in_currency
from otcore.kpi.disputes import dispute_rows
from otcore.kpi.facts import Facts, decision_rows, kept_on_account
from otcore.kpi.grouping import BY_CURRENCY, by_currency
from otcore.kpi.kpi import Needs
from otcore.kpi.measure import Measure
from otcore.kpi.moving.bridge import Bridge, bridge
from otcore.kpi.parted import parted
from otcore.kpi.queries import AskAging, AskBridge, AskGap, AskKpi, AskKpiBy
from otcore.kpi.targets import Gap, against
from otcore.payments.receipt_state import Receipt
from otcore.ports.aggregates import DISPUTE, RECEIPT
from otcore.ports.storage import Where
from otcore.receivables.ledger import Entry
from otcore.workflows.replaying import replayed
from otcore.workflows.requests import Entries, Find, Flow, Happened

_OF_RECEIPTS = frozenset({Needs.DECISIONS, Needs.ON_ACCOUNT})


def ask_aging(query: AskAging) -> Flow[Aging]:
    """The aging of one currency, or of all in one."""
    entries = yield from Entries(query.as_of, known=query.known)
    by = by_currency(entries) if query.by == BY_CURRENCY else query.by
    return aging(_converted(entries, query), query.as_of, query.currency, query.spec, by)


def ask_kpi(query: AskKpi) -> Flow[Measure[Any, Any]]:
    """One key figure."""
    found = kpi(query.code)
    entries = yield from Entries(query.as_of, known=query.known)
    facts = query.facts or (yield from _facts(found.needs, query.known))
    return found.measure(_converted(entries, query), query.as_of, query.currency, query.spec, facts)


def ask_kpi_by(query: AskKpiBy) -> Flow[Mapping[str, Measure[Any, Any]]]:
    """One key figure of each group."""
    found = kpi(query.code)
    entries = yield from Entries(query.as_of, known=query.known)
    facts = query.facts or (yield from _facts(found.needs, query.known))
    parts = parted(entries, query.as_of, query.currency, query.by)
    return {name: found.measure(rows, query.as_of, query.currency, query.spec, facts) for name, rows in parts.items()}


def ask_gap(query: AskGap) -> Flow[Gap]:
    """A key figure beside its target."""
    found = kpi(query.code)
    entries = yield from Entries(query.as_of, known=query.known)
    facts = query.facts or (yield from _facts(found.needs, query.known))
    return against(query.target, lambda day: found.measure(entries, day, query.currency, query.spec, facts), query.ends)


def ask_bridge(query: AskBridge) -> Flow[Bridge]:
    """Why DSO changed."""
    entries = yield from Entries(query.as_of, known=query.known)
    facts = query.facts or (yield from _facts(frozenset({Needs.DISPUTES}), query.known))
    return bridge(entries, query.before, query.as_of, query.currency, query.spec, facts)


def _converted(entries: tuple[Entry, ...], query: AskAging | AskKpi) -> tuple[Entry, ...]:
    if query.rates is None:
        return entries
    return in_currency(entries, query.as_of, query.currency, query.rates, query.conversion)


def _facts(needs: frozenset[Needs], known: datetime | None) -> Flow[Facts]:
    """What the store knows beside the rows, so far as a figure needs it."""
    said = (yield from Happened((DISPUTE.name,), known)) if Needs.DISPUTES in needs else ()
    receipts = (yield from _receipts(known)) if needs & _OF_RECEIPTS else ()
    return Facts(disputes=dispute_rows(said), decisions=decision_rows(receipts), on_account=kept_on_account(receipts))


def _receipts(known: datetime | None) -> Flow[tuple[Receipt, ...]]:
    """As they are, or as they were at a moment."""
    if known:
        return replayed(RECEIPT, (yield from Happened((RECEIPT.name,), known)))
    return tuple(kept.some for kept in (yield from Find(RECEIPT, Where())))
