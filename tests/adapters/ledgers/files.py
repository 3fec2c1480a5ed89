"""Ledgers for the tests, written as their systems would."""

from otcore.adapters.ledgers import Layout, Ledger, read_ledger
from otcore.values.faults import Fault, Invalid

EUR = Layout(currency="EUR")


def read(*lines: str, layout: Layout = EUR) -> Ledger:
    """The ledger of these lines."""
    return read_ledger("\n".join(lines).encode(), layout)


def faults(*lines: str, layout: Layout = EUR) -> tuple[Fault, ...]:
    """What is wrong with these lines."""
    return faults_of("\n".join(lines).encode(), layout)


def faults_of(data: bytes, layout: Layout = EUR) -> tuple[Fault, ...]:
    """What is wrong with a file."""
    try:
        read_ledger(data, layout)
    except Invalid as error:
        return error.faults
    raise AssertionError("the file was read")


def codes(*lines: str, layout: Layout = EUR) -> list[tuple[str, str]]:
    """Code and place of each fault."""
    return [(fault.code, fault.path) for fault in faults(*lines, layout=layout)]


def rows(ledger: Ledger) -> list[str]:
    """The entries, a line each: `issued 2026-01-05 100.00 EUR C1 I1`."""
    return [
        " ".join(filter(None, (each.kind, str(each.day), str(each.amount), each.party, each.item, each.receipt)))
        for each in ledger.entries
    ]
