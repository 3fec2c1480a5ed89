"""Mandates: written, changed, ended, and expired by time alone."""

from datetime import date

from otcore.payments.direct_debit import mandate_deciding as deciding
from otcore.payments.direct_debit.mandate import Mandate
from otcore.payments.direct_debit.mandate_commands import CreateMandate, MandateCommand
from otcore.payments.direct_debit.mandate_lifecycle import MandateStatus
from otcore.ports.aggregates import CUSTOMER, MANDATE
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, Save

_USABLE = (MandateStatus.ACTIVE, MandateStatus.SUSPENDED)


def create(command: CreateMandate, house: House) -> Flow[Kept[Mandate]]:
    """A new mandate of a customer that is known."""
    kept = yield from Load(MANDATE, command.mandate)
    _ = (yield from Load(CUSTOMER, command.customer)).some  # `NotFound` for one that is not there
    kept = kept.after(deciding.create(kept.state, command))
    yield from Save(kept)
    return kept


def act(command: MandateCommand, house: House) -> Flow[Kept[Mandate]]:
    """The mandate after a command about it."""
    kept = yield from Load(MANDATE, command.mandate, True)
    kept = kept.after(deciding.decide(kept.some, command))
    yield from Save(kept)
    return kept


def idle(day: date, house: House) -> Flow[tuple[str, ...]]:
    """The mandates that were not used for too long."""
    ids: list[str] = []
    for status in _USABLE if house.direct_debit else ():
        found = yield from Find(MANDATE, Where(status=status.value))
        ids += [kept.id for kept in found if deciding.expire(kept.some, day)]
    return tuple(ids)


def expire(id: str, day: date, house: House) -> Flow[int]:
    """One of them expired, in a unit of work of its own; 0 where it was used meanwhile."""
    kept = yield from Load(MANDATE, id, True)
    kept = kept.after(deciding.expire(kept.some, day))
    if not kept.events:
        return 0
    yield from Save(kept)
    return 1
