"""Disputes about invoices, kept beside what is open of them."""

from otcore.ports.aggregates import RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.receivables import disputing
from otcore.receivables.disputing import OpenDispute, SettleDispute
from otcore.receivables.item import Receivable
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save


def open_dispute(command: OpenDispute, house: House) -> Flow[Kept[Receivable]]:
    """The item with the dispute."""
    kept = yield from Load(RECEIVABLE, command.invoice, True)
    kept = kept.after(disputing.dispute(kept.some, command))
    yield from Save(kept)
    return kept


def settle_dispute(command: SettleDispute, house: House) -> Flow[Kept[Receivable]]:
    """The item without the dispute."""
    kept = yield from Load(RECEIVABLE, command.invoice, True)
    kept = kept.after(disputing.settle(kept.some, command))
    yield from Save(kept)
    return kept
