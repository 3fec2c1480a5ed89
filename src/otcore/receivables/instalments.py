"""Instalments of a debt that is paid in parts: money closes the one that is due first."""

from collections.abc import Iterable
from datetime import date

from otcore.values.money import Money, total
from otcore.values.terms import Instalment


def left_open(instalments: Iterable[Instalment], open: Money) -> tuple[Instalment, ...]:
    """What is still open of the instalments of a debt of which `open` is left, the first due first.

    Law: they sum to `open`, where the instalments sum to the debt.
    """
    left, found = open, []
    for each in sorted(instalments, key=_due, reverse=True):
        part = min(each.amount, left, key=abs)
        found += [Instalment(each.due, part)] if part else []
        left -= part
    return tuple(reversed(found))


def overdue_part(instalments: Iterable[Instalment], day: date, currency: str) -> Money:
    """What of these fell due before this day."""
    return total((each.amount for each in instalments if each.due < day), currency)


def _due(instalment: Instalment) -> date:
    return instalment.due
