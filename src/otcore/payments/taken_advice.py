"""A remittance advice in the books: taken in once, and used for the payment that it explains."""

import re

from attrs import evolve as changed
from attrs import frozen

from otcore.payments.remittance_advice import RemittanceAdvice
from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.faults import Rejected
from otcore.values.ids import identifier
from otcore.values.references import normal_reference

_APART = re.compile(r"[\W_]+")
_PAYER = 40


@frozen
class TakenAdvice:
    """An advice that was taken in; `receipt`: the payment that was applied by it, "" until there is one."""

    id: str
    advice: RemittanceAdvice
    receipt: str = ""

    @property
    def status(self) -> str:
        """`open` until a payment was applied by it, then `used`."""
        return "used" if self.receipt else "open"


@frozen
class TakeRemittanceAdvice(Command[TakenAdvice]):
    """Take an advice in. The same one again changes nothing.

    Raises `Invalid` as `RemittanceAdvice.check` does; refused `ADVICE_DIFFERS` when its payer sent another one under
    its id. `ApplyReceipt` looks for the advice of a payment.
    """

    advice: RemittanceAdvice


@frozen
class AdviceTaken:
    """The advice is in the books."""

    id: str
    advice: RemittanceAdvice


@frozen
class AdviceUsed:
    """A payment was applied as the advice says."""

    receipt: str


AdviceEvent = AdviceTaken | AdviceUsed
EVENTS: tuple[type[AdviceEvent], ...] = (AdviceTaken, AdviceUsed)


def advice_key(advice: RemittanceAdvice) -> str:
    """Payers number their advices themselves, so both belong to the key. Raises `Invalid` ID_FORMAT."""
    return identifier(f"{payer_key(advice.payer)[:_PAYER]}:{advice.id}", "id")


def payer_key(name: str) -> str:
    """How a payer's name is compared: letters and digits in one case."""
    return _APART.sub("", name.casefold())


def take(stored: TakenAdvice | None, command: TakeRemittanceAdvice) -> tuple[AdviceTaken, ...]:
    """The fact that an advice is in the books; nothing new for one that is."""
    command.advice.check()
    key = advice_key(command.advice)
    if stored is None:
        return (AdviceTaken(key, command.advice),)
    if stored.advice != command.advice:
        raise Rejected("ADVICE_DIFFERS", advice=key)
    return ()


def evolve(advice: TakenAdvice | None, event: AdviceEvent) -> TakenAdvice:
    """The advice after one fact."""
    if isinstance(event, AdviceTaken):
        return TakenAdvice(event.id, event.advice)
    assert advice is not None
    return changed(advice, receipt=event.receipt)


def facets(advice: TakenAdvice) -> Facets:
    """Found by the payer's name, the reference of the payment, whether it was used, and its day."""
    said = advice.advice
    return Facets(payer_key(said.payer), normal_reference(said.payment_reference), advice.status, said.day)
