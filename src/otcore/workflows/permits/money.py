"""What to ask about commands on money that came in: closing what is owed without cash is worth what is closed."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from otcore.access.asked import Asked
from otcore.payments.bank_reversal import LinkBankReversal
from otcore.payments.matching_run import MatchReceipts
from otcore.ports.aggregates import RECEIVABLE
from otcore.receivables.disputing import marked
from otcore.receivables.writing_off import AcceptDeduction, ReverseWriteOff, WriteOff
from otcore.reconciliation.command import ApplyStatement
from otcore.reconciliation.commands import (
    ApplyReceiptTo,
    ForgetPayerAccount,
    IdentifyPayer,
    LearnPayerAccount,
    PutOnAccount,
    ReturnReceipt,
    ReverseApplication,
    UseOnAccount,
)
from otcore.values.command import Command
from otcore.values.money import Money
from otcore.workflows.permits.questions import Check, named
from otcore.workflows.requests import Flow, Load


def adjusted(command: ApplyReceiptTo, asked: Asked) -> Flow[Asked]:
    """Worth all that is closed without cash, so a limit bounds what posting gives up; of several currencies nothing
    bounds it.
    """
    yield from ()
    amounts = [part.amount for each in command.allocations for part in each.adjustments]
    if not amounts:
        return asked
    if len({amount.currency for amount in amounts}) > 1:
        return evolve(asked, unlimited=True)
    minor = sum(abs(amount.minor) for amount in amounts)
    return evolve(asked, amount=Money.from_minor(minor, amounts[0].currency))


def written_off(command: WriteOff, asked: Asked) -> Flow[Asked]:
    """Worth what is given up."""
    item = (yield from Load(RECEIVABLE, command.item)).some
    return evolve(asked, amount=item.open if command.amount is None else command.amount)


def accepted(command: AcceptDeduction, asked: Asked) -> Flow[Asked]:
    """Worth what is in dispute, as far as it is open."""
    item = (yield from Load(RECEIVABLE, command.invoice)).some
    return evolve(asked, amount=min(marked(item, command.dispute).amount, item.open))


CHECKS: Mapping[type[Command[Any]], Check] = {
    ApplyReceiptTo: Check(named("receipt.apply_to"), look=adjusted),
    PutOnAccount: Check(named("receipt.put_on_account"), sensitive=False),
    UseOnAccount: Check(named("receipt.use_on_account"), sensitive=False),
    IdentifyPayer: Check(named("receipt.identify_payer")),
    ReverseApplication: Check(named("receipt.reverse")),
    ReturnReceipt: Check(),
    ApplyStatement: Check(sensitive=False),
    MatchReceipts: Check(named("receipt.match"), sensitive=False),
    LinkBankReversal: Check(named("receipt.link_bank_reversal")),
    WriteOff: Check(named("invoice.write_off"), look=written_off),
    AcceptDeduction: Check(named("dispute.accept_deduction"), look=accepted),
    ReverseWriteOff: Check(named("invoice.reverse_write_off")),
    LearnPayerAccount: Check(named("customer.learn_account")),
    ForgetPayerAccount: Check(named("customer.forget_account")),
}
