"""A mandate: the debtor's signed consent that its account is debited (SEPA rulebooks, section 4.1)."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from attrs import evolve as changed
from attrs import frozen
from dateutil.relativedelta import relativedelta

from otcore.payments.direct_debit import mandate_events as e
from otcore.payments.direct_debit.mandate_lifecycle import MANDATE_LIFE_CYCLE, MandateStatus
from otcore.payments.direct_debit.scheme import Scheme, Sequence
from otcore.values.facets import Facets

IDLE_MONTHS = 36
"""A mandate under which nothing was collected for so long has to be cancelled (rulebook section 4.1)."""


@frozen(kw_only=True)
class Mandate:
    """A mandate. `id` is its unique reference (AT-01), at most 35 signs. `account` is the debtor's IBAN.

    `used`: the last day for which something was collected under it. `begun`: its first collection was made, so the next
    is a recurrent one. `amended`: the next collection tells the bank that the account is another. `code`: why it is
    suspended.
    """

    id: str
    customer: str
    scheme: Scheme
    recurrent: bool
    account: str
    holder: str
    bic: str = ""
    status: MandateStatus = MandateStatus.UNSIGNED
    signed: date | None = None
    used: date | None = None
    begun: bool = False
    amended: bool = False
    code: str = ""

    def sequence(self, final: bool = False) -> Sequence:
        """Which collection the next one is."""
        if not self.recurrent:
            return Sequence.ONE_OFF
        if final:
            return Sequence.FINAL
        return Sequence.RECURRENT if self.begun else Sequence.FIRST

    def expires(self) -> date | None:
        """The last day on which it may be used, counted from its last use, else its signature; None: not signed."""
        since = self.used or self.signed
        return None if since is None else since + relativedelta(months=IDLE_MONTHS)


def evolve(mandate: Mandate | None, event: e.Event) -> Mandate:
    """The mandate after one fact."""
    status = MANDATE_LIFE_CYCLE.after(mandate.status if mandate else None, event)
    return changed(_AFTER[type(event)](mandate, event), status=status)


def _created(mandate: None, event: e.MandateCreated) -> Mandate:
    return Mandate(
        id=event.mandate,
        customer=event.customer,
        scheme=event.scheme,
        recurrent=event.recurrent,
        account=event.account,
        holder=event.holder,
        bic=event.bic,
    )


def _amended(mandate: Mandate, event: e.MandateAmended) -> Mandate:
    """A bank that never saw the mandate needs not be told."""
    moved = mandate.amended or (mandate.begun and event.account != mandate.account)
    return changed(mandate, account=event.account, holder=event.holder, bic=event.bic, amended=moved)


def _used(mandate: Mandate, event: e.MandateUsed | e.MandateUsedUp) -> Mandate:
    latest = max(event.day, mandate.used or event.day)
    return changed(mandate, used=latest, begun=True, amended=False)


def _rejected(mandate: Mandate, event: e.MandateUseRejected) -> Mandate:
    """After a first collection that was rejected the next one is the first again (rulebook section 4.3)."""
    return changed(mandate, begun=mandate.begun and event.sequence is not Sequence.FIRST)


_AFTER: Mapping[type, Callable[[Any, Any], Mandate]] = {
    e.MandateCreated: _created,
    e.MandateSigned: lambda mandate, event: changed(mandate, signed=event.day),
    e.MandateAmended: _amended,
    e.MandateUsed: _used,
    e.MandateUsedUp: _used,
    e.MandateUseRejected: _rejected,
    e.MandateSuspended: lambda mandate, event: changed(mandate, code=event.code),
    e.MandateResumed: lambda mandate, event: changed(mandate, code=""),
    e.MandateCancelled: lambda mandate, event: mandate,
    e.MandateExpired: lambda mandate, event: mandate,
}


def facets(mandate: Mandate) -> Facets:
    """Found by customer, account, status, and its last use, else its signature."""
    return Facets(mandate.customer, mandate.account, mandate.status.value, mandate.used or mandate.signed)
