"""What becomes of a mandate by commands, by its use, and as time goes by."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from otcore.payments.bank_reference import passes
from otcore.payments.direct_debit import mandate_commands as c
from otcore.payments.direct_debit import mandate_events as e
from otcore.payments.direct_debit.mandate import Mandate
from otcore.payments.direct_debit.mandate_lifecycle import MANDATE_LIFE_CYCLE, MandateStatus
from otcore.payments.direct_debit.scheme import Sequence, iban
from otcore.values.faults import Rejected
from otcore.values.reason import require_reason

SUSPENDING = frozenset({"MD01", "MD07", "AC04"})
"""Return reasons (ISO 20022 external code set) after which another try is pointless: no mandate, the debtor is dead,
the account is closed."""

_LAST = (Sequence.ONE_OFF, Sequence.FINAL)


def create(mandate: Mandate | None, command: c.CreateMandate) -> tuple[e.Event, ...]:
    """The facts of a new mandate, or `Rejected`."""
    if mandate is not None:
        raise Rejected("MANDATE_EXISTS", mandate=mandate.id)
    if not passes(command.mandate):
        raise Rejected("MANDATE_REFERENCE", mandate=command.mandate)
    created = e.MandateCreated(
        mandate=command.mandate,
        customer=command.customer,
        scheme=command.scheme,
        recurrent=command.recurrent,
        account=command.account,
        holder=command.holder,
        bic=command.bic,
    )
    return (created,) if command.signed is None else (created, e.MandateSigned(command.signed))


def decide(mandate: Mandate, command: c.MandateCommand) -> tuple[e.Event, ...]:
    """The fact that follows from a command, or `Rejected`."""
    fact = _DECIDE[type(command)](mandate, command)
    require(mandate, type(fact))
    return (fact,)


def require(mandate: Mandate, event: type) -> None:
    """Refused: `MANDATE_STATUS` where this cannot happen."""
    if not MANDATE_LIFE_CYCLE.allows(mandate.status, event):
        raise Rejected("MANDATE_STATUS", mandate=mandate.id, status=mandate.status.value)


def used(mandate: Mandate, collection: str, sequence: Sequence, day: date) -> tuple[e.Event, ...]:
    """The fact that a collection is handed to the bank."""
    fact = e.MandateUsedUp if sequence in _LAST else e.MandateUsed
    return (fact(collection, sequence, day),)


def came_back(mandate: Mandate, code: str, day: date) -> tuple[e.Event, ...]:
    """The fact that nothing more is collected after a return for this reason; nothing for any other reason."""
    if code not in SUSPENDING or mandate.status is not MandateStatus.ACTIVE:
        return ()
    return (e.MandateSuspended(code, day),)


def expire(mandate: Mandate, day: date) -> tuple[e.MandateExpired, ...]:
    """The fact that it was not used for too long."""
    last = mandate.expires()
    idle = last is not None and last < day and MANDATE_LIFE_CYCLE.allows(mandate.status, e.MandateExpired)
    return (e.MandateExpired(day),) if idle else ()


def _amend(mandate: Mandate, command: c.AmendMandate) -> e.MandateAmended:
    now = (mandate.account, mandate.holder, mandate.bic)
    account = iban(command.account) if command.account else mandate.account
    bic = command.bic or ("" if account != mandate.account else mandate.bic)
    after = (account, command.holder or mandate.holder, bic)
    if after == now:
        raise Rejected("NOTHING_CHANGED", mandate=mandate.id)
    return e.MandateAmended(*after, command.day)


def _suspend(mandate: Mandate, command: c.SuspendMandate) -> e.MandateSuspended:
    require_reason(command.reason)
    return e.MandateSuspended(command.reason, command.day)


def _resume(mandate: Mandate, command: c.ResumeMandate) -> e.MandateResumed:
    require_reason(command.reason)
    return e.MandateResumed(command.day, command.reason)


def _cancel(mandate: Mandate, command: c.CancelMandate) -> e.MandateCancelled:
    require_reason(command.reason)
    return e.MandateCancelled(command.day, command.reason)


_DECIDE: Mapping[type, Callable[[Mandate, Any], e.Event]] = {
    c.SignMandate: lambda mandate, command: e.MandateSigned(command.day),
    c.AmendMandate: _amend,
    c.SuspendMandate: _suspend,
    c.ResumeMandate: _resume,
    c.CancelMandate: _cancel,
}
