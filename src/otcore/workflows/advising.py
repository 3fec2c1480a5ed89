"""Remittance advices: taken in, and looked for when a receipt is applied."""

from attrs import frozen

from otcore.payments.receipt import Receipt
from otcore.payments.remittance_advice import RemittanceAdvice
from otcore.payments.taken_advice import AdviceUsed, TakenAdvice, TakeRemittanceAdvice, advice_key, payer_key, take
from otcore.ports.aggregates import RECEIVABLE, REMITTANCE_ADVICE
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.reconciliation.advice_judging import by_advice, doubted
from otcore.reconciliation.advised import Advised, advice_for, advised, by_number
from otcore.reconciliation.judgement import Judgement
from otcore.reconciliation.of_books import open_item_of, payment_of
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.spelling.citing import cited, skeleton
from otcore.values.references import normal_reference
from otcore.workflows.candidates import Candidates
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, Save


@frozen
class Told:
    """What an advice says of a receipt: the judgement, where it is certain, and the advice as it is used then."""

    result: Advised
    judgement: Judgement | None
    used: Kept[TakenAdvice]


def take_advice(command: TakeRemittanceAdvice, house: House) -> Flow[Kept[TakenAdvice]]:
    """The advice in the books."""
    kept = yield from Load(REMITTANCE_ADVICE, advice_key(command.advice))
    kept = kept.after(take(kept.state, command))
    if kept.events:
        yield from Save(kept)
    return kept


def advice_of(receipt: Receipt, found: Candidates, house: House) -> Flow[Told | None]:
    """What the one advice that is a receipt's says of it; None without one, or where a person dealt with the money.

    An advice explains a payment as a whole, so it says nothing of the rest of one.
    """
    if receipt.on_account or receipt.unapplied != receipt.amount:
        return None
    payment = payment_of(receipt)
    taken = yield from _taken(payment)
    fitting = advice_for(payment, [each.some.advice for each in taken])
    if len(fitting) != 1:
        return None
    items = yield from _named(fitting[0].advice)
    result = advised(payment, fitting[0], by_number(items), found.payer, house.matching.of(found.payer))
    result = doubted(result, receipt, items, found.related)
    (kept,) = (each for each in taken if each.some.advice == fitting[0].advice)
    return Told(result, by_advice(receipt, result), kept.after((AdviceUsed(receipt.id),)))


def _taken(payment: Payment) -> Flow[tuple[Kept[TakenAdvice], ...]]:
    """The open advices under a reference that the payment states, and those of its payer."""
    stated = dict.fromkeys((skeleton(payment.end_to_end), payment.reference, *cited(payment.text)))
    references = tuple(each for each in stated if each)
    named = (yield from _open(Where(references=references, status="open"))) if references else ()
    payer = payer_key(payment.payer_name)
    sent = (yield from _open(Where(party=payer, status="open"))) if payer else ()
    return tuple({each.id: each for each in (*named, *sent)}.values())


def _open(where: Where) -> Flow[tuple[Kept[TakenAdvice], ...]]:
    return (yield from Find(REMITTANCE_ADVICE, where))


def _named(advice: RemittanceAdvice) -> Flow[tuple[OpenItem, ...]]:
    """The items under the numbers that the advice names."""
    numbers = (number for line in advice.lines for number in (skeleton(line.document), normal_reference(line.document)))
    references = tuple(dict.fromkeys(number for number in numbers if number))
    found = (yield from Find(RECEIVABLE, Where(references=references))) if references else ()
    return tuple(open_item_of(each.some) for each in found)
