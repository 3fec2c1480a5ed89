"""Why an explanation is not posted, why there is none, and what is special about one that is: stable codes."""

from otcore.payments.allocation import Why
from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence.weights import MARGIN, required
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.reading import MOST_CITES, Reading
from otcore.reconciliation.rules.draft import Draft
from otcore.reconciliation.rules.pools import sizes


def why_not(best: Draft, drafts: list[Draft], reading: Reading) -> tuple[str, ...]:
    """Why the best explanation is not posted; nothing: it is."""
    named = is_named(best)
    faults = {
        "TOO_MANY": len(reading.cites) > MOST_CITES,
        "TOO_WEAK": best.strength < required(best.rule),
        "AMBIGUOUS": len(drafts) > 1 and best.weight - drafts[1].weight < MARGIN,
        "PAYER_MISMATCH": is_anothers(best) and not is_stated(best),
        "SUM_DIFFERS": not best.sure,
        "PREPAYMENT": not is_named_whole(best) and reading.prepaid,
        "DUPLICATE": (not named or best.rule == "NUMBER_NEAR") and is_paid_already(best, reading),
    }
    return (*withheld(best, reading.payment), *(code for code, is_so in faults.items() if is_so))


def withheld(draft: Draft, payment: Payment) -> tuple[str, ...]:
    """Why a person's earlier decision keeps a rule from posting it: nothing, unless there was one."""
    if not payment.taken_off and not payment.on_account:
        return ()
    paid = {part.entry.id for part in draft.parts}
    named = {said.about for said in draft.said if said.cite is not None and said.weight > 0}
    faults = {"REVERSED": paid & {*payment.taken_off}, "ON_ACCOUNT": payment.on_account and paid - named}
    return tuple(code for code, is_so in faults.items() if is_so)


def why_none(reading: Reading, book: Book) -> tuple[str, ...]:
    """Why there is no explanation at all."""
    named = [cite.entry for cite in reading.cites]
    open_ = [entry for entry in named if entry.open]
    if named and not open_:
        return ("ALREADY_PAID",)
    if any(entry.currency != reading.currency for entry in open_):
        return ("CURRENCY_DIFFERS",)
    if open_:
        return ("CREDIT_NOTE",)
    if reading.payment.reference and reading.payment.reference.strip():
        return ("UNKNOWN_REFERENCE",)
    return ("TOO_MANY",) if _is_crowded(reading, book) else ("NO_REFERENCE",)


def special(best: Draft) -> tuple[str, ...]:
    """What people should know about an explanation that is posted."""
    reasons = []
    if any(part.why in (Why.DEDUCTION, Why.PARTIAL) for part in best.parts):
        reasons.append("SHORT_PAYMENT")
    if best.over:
        reasons.append("OVERPAYMENT")
    if any(said.kind == "LEFT_OUT" for said in best.said) and not is_named(best):
        reasons.append("STALE_REFERENCE")
    if is_anothers(best):
        reasons.append("PAYER_MISMATCH")
    return tuple(reasons)


def is_anothers(draft: Draft) -> bool:
    """Whether the account or the name is another customer's."""
    return any(said.kind == "PAYER_OTHER" for said in draft.said)


def is_stated(draft: Draft) -> bool:
    """Whether the reference of an item was stated where references belong, with exactly its amount."""
    return {"REFERENCE", "EXACT"} <= {said.kind for said in draft.said}


def is_named(draft: Draft) -> bool:
    """Whether the text itself names what is paid."""
    return any(said.cite is not None and said.weight > 0 and said.kind != "LEFT_OUT" for said in draft.said)


def is_named_whole(draft: Draft) -> bool:
    """Whether the text names what is paid by more than the last digits of a number, or by one that is near it."""
    kinds = {said.cite.kind for said in draft.said if said.cite is not None and said.weight > 0}
    return not kinds <= {"NUMBER_END", "NUMBER_NEAR", "LEFT_OUT"} and is_named(draft)


def is_paid_already(best: Draft, reading: Reading) -> bool:
    """Whether it names an item that was closed by the same amount before, or comes near to its number."""
    if any(said.kind == "PAID_NEAR" for said in best.said):
        return True
    paid = (cite.entry for cite in reading.cites if not cite.entry.open)
    return any(reading.amount in (*entry.paid, entry.item.amount.minor) for entry in paid)


def _is_crowded(reading: Reading, book: Book) -> bool:
    """Whether a payer owes so many items that some of them add up to any amount."""
    owed = (len(book.standing(customer, reading.currency).debts) for customer in reading.payers.found)
    return any(count > 1 and sizes(count, reading.amount) == 1 for count in owed)
