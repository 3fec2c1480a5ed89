"""Refunding: requested by one person, approved by another, ordered from the bank in a batch."""

from datetime import date

from otcore.customers.alias import account_key
from otcore.customers.customer import Customer
from otcore.payments import payment_batch
from otcore.payments.direct_debit.scheme import iban
from otcore.payments.payment_batch import PaymentBatch
from otcore.payments.refunds import deciding
from otcore.payments.refunds import events as e
from otcore.payments.refunds.commands import (
    ApproveRefund,
    PresentRefunds,
    RefuseRefund,
    RejectRefund,
    RequestRefund,
)
from otcore.payments.refunds.deciding import Given
from otcore.payments.refunds.lifecycle import RefundStatus
from otcore.payments.refunds.refund import Refund
from otcore.ports.aggregates import ALIAS, CUSTOMER, PAYMENT_BATCH, RECEIPT, REFUND
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.values.account import compact_account, looks_like_iban
from otcore.values.faults import Rejected
from otcore.values.reason import require_reason
from otcore.workflows.house import House
from otcore.workflows.refunds.sources import found, put_back, set_aside
from otcore.workflows.requests import Find, Flow, Load, Save, Who


def request(command: RequestRefund, house: House) -> Flow[Kept[Refund]]:
    """The refund, and its money set aside."""
    kept = yield from Load(REFUND, command.refund, True)
    if kept.state is not None:
        raise Rejected("REFUND_EXISTS", refund=kept.id)
    customer = (yield from Load(CUSTOMER, command.customer)).some
    sources = yield from found(command)
    account = yield from _account(command, customer)
    given = Given(
        sources=sources,
        account=account,
        holder=customer.profile.party.name,
        maker=(yield from Who()),
        limit=house.refund_limit,
    )
    kept = kept.after(deciding.request(command, given))
    yield from Save(kept)
    yield from set_aside(kept.some, command.day)
    return kept


def approve(command: ApproveRefund, house: House) -> Flow[Kept[Refund]]:
    """The refund, which may be paid now."""
    kept = yield from Load(REFUND, command.refund, True)
    kept = kept.after(deciding.approve(kept.some, command, (yield from Who())))
    yield from Save(kept)
    return kept


def refuse(command: RefuseRefund, house: House) -> Flow[Kept[Refund]]:
    """The refund that will not be paid, and its money back."""
    require_reason(command.reason)
    kept = yield from Load(REFUND, command.refund, True)
    deciding.require(kept.some, e.RefundRefused)
    return (yield from _failed(kept, e.RefundRefused(command.reason, command.day)))


def reject(command: RejectRefund, house: House) -> Flow[Kept[Refund]]:
    """The refund that the bank did not pay, and its money back."""
    kept = yield from Load(REFUND, command.refund, True)
    if kept.some.status is not RefundStatus.ORDERED:
        raise Rejected("REFUND_STATUS", refund=kept.id, status=kept.some.status.value)
    return (yield from came_back(kept, command.code, command.day))


def came_back(kept: Kept[Refund], code: str, day: date) -> Flow[Kept[Refund]]:
    """The refund that did not arrive, and its money back."""
    return (yield from _failed(kept, e.RefundReturned(code, day)))


def present(command: PresentRefunds, house: House) -> Flow[Kept[PaymentBatch]]:
    """A batch of all that is approved."""
    batch = yield from Load(PAYMENT_BATCH, command.batch, True)
    found = yield from Find(REFUND, Where(status=RefundStatus.APPROVED.value), True)
    transfers = tuple(deciding.transfer(each.some) for each in found)
    facts = payment_batch.make(batch.state, command.batch, command.day, transfers=transfers)
    batch = batch.after(facts)
    ordered = e.RefundOrdered(command.batch, command.day)
    yield from Save(batch, *(each.after((ordered,)) for each in found))
    return batch


def _failed(kept: Kept[Refund], fact: e.RefundRefused | e.RefundReturned) -> Flow[Kept[Refund]]:
    kept = kept.after((fact,))
    yield from Save(kept)
    yield from put_back(kept.some, fact.day)
    return kept


def _account(command: RequestRefund, customer: Customer) -> Flow[str]:
    """Where the money goes. Refused: `ACCOUNT_UNKNOWN` for one that nobody said is the customer's, `NO_ACCOUNT`."""
    if command.account:
        if not (yield from _belongs(command.account, customer)):
            raise Rejected("ACCOUNT_UNKNOWN", refund=command.refund, customer=customer.id, account=command.account)
        return iban(command.account)
    receipt = (yield from Load(RECEIPT, command.receipt)).state if command.receipt else None
    came_from = receipt.transaction.payer_account if receipt else ""
    if came_from and looks_like_iban(compact_account(came_from)) and (yield from _belongs(came_from, customer)):
        return iban(came_from)
    known = (compact_account(each) for each in customer.profile.bank_accounts)
    account = next((each for each in known if looks_like_iban(each)), "")
    if not account:
        raise Rejected("NO_ACCOUNT", refund=command.refund, customer=customer.id)
    return account


def _belongs(account: str, customer: Customer) -> Flow[bool]:
    """Whether an account is the customer's: by its profile, or learned since and not withdrawn."""
    alias = (yield from Load(ALIAS, account_key(account))).state
    return alias is not None and alias.customer == customer.id
