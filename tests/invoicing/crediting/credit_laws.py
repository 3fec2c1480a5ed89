"""What any sequence of credit notes keeps. Also called by the benchmarks, with a million invoices."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from random import Random

from otcore.invoicing.calculation import Totals
from otcore.invoicing.credited import Credited
from otcore.invoicing.crediting import (
    CreditAmount,
    CreditGroup,
    CreditItem,
    CreditPart,
    CreditPrice,
    CreditQuantity,
    CreditTotal,
    KeepBack,
    LowerPrice,
    credit,
    credit_rest,
    credit_until,
)
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.parts.fitting import amount_of, charged
from otcore.invoicing.profile import Level
from otcore.values import Money, UnitPrice
from otcore.values.faults import Rejected
from tests.invoicing.crediting.issued import issued
from tests.invoicing.parts.marks import marks
from tests.invoicing.parts.partial_laws import calculated
from tests.invoicing.parts.small_orders import some_of_each

Note = Sequence[CreditItem]


def invoices_from_seed(seed: int, count: int) -> None:
    """The law on so many invoices; one in a hundred with everything an invoice may have."""
    random = Random(seed)
    for whole in some_of_each(random, seed, count):
        credited_in_parts_is_credited_exactly(whole, random)


def discounts_from_seed(seed: int, count: int) -> None:
    """The law of discounts on so many invoices; one in a hundred with everything an invoice may have."""
    random = Random(seed)
    for whole in some_of_each(random, seed, count):
        discounted_then_credited_is_credited_exactly(whole, random)


def credited_in_parts_is_credited_exactly(whole: InvoiceInput, random: Random) -> None:
    """Credit notes of all kinds, refused or not, then the rest: together they come to the invoice, never to more."""
    document = issued(whole)
    total = document.totals.payable.minor + document.totals.prepaid.minor
    credited, notes = Credited(), list[Totals]()
    for note in _notes(random, document):
        try:
            part = credit(document, note, credited)
        except Rejected:
            continue
        credited = _kept(part, credited, total, notes)
    with suppress(Rejected):  # nothing may be left
        credited = _kept(credit_rest(document, credited), credited, total, notes)
    assert sum(note.payable.minor for note in notes) == total
    amounts = {line.line: line.amount.minor for line in credited.lines}
    assert [amounts.get(line.id, 0) for line in document.totals.lines] == [*map(amount_of, document.totals.lines)]
    if total and whole.profile.level is Level.LINE:  # of what comes to nothing, nothing may be left while some is
        assert _net(notes) == _net([document.totals])


def discounted_then_credited_is_credited_exactly(whole: InvoiceInput, random: Random) -> None:
    """A line whose price was lowered afterwards goes back with what is left of it, and nothing is left then."""
    document = issued(whole)
    line = random.choice(document.lines)
    cheaper = _part(random, line.price)
    total = document.totals.payable.minor + document.totals.prepaid.minor
    try:
        part = credit(document, [CreditPrice(line=line.id, difference=cheaper)])
        credited = _kept(part, Credited(), total, [])
        part = credit(document, [CreditQuantity(line=line.id, quantity=line.quantity.value)], credited)
    except Rejected:
        return
    at = [each.id for each in document.lines].index(line.id)
    credited = _kept(part, credited, total, [])
    assert [each.amount.minor for each in credited.lines] == [amount_of(document.totals.lines[at])]


def goods_are_worth_what_is_credited(whole: InvoiceInput, random: Random) -> None:
    """What is to be credited for goods, step by step, is what their credit notes come to; but none of them is below
    nothing, nor all of them above the invoice by a cent.
    """
    document = issued(whole)
    credited, back = Credited(), dict[str, Decimal]()
    total = abs(document.totals.payable.minor + document.totals.prepaid.minor)
    highest = 0
    for after in marks(random, whole):
        now = {line: quantity - back.get(line, Decimal(0)) for line, quantity in after.items()}
        items = [CreditQuantity(line=line, quantity=quantity) for line, quantity in now.items() if quantity]
        try:
            credited = credit(document, items, credited).credited
        except Rejected:
            return
        assert credited.payable is not None
        back = after
        highest = max(highest, min(credit_until(document, back).minor * _sign(document), total))
        assert credited.payable.minor * _sign(document) == highest


def _sign(document: InvoiceDocument) -> int:
    return -1 if document.totals.payable.minor + document.totals.prepaid.minor < 0 else 1


def _kept(part: CreditPart, before: Credited, total: int, notes: list[Totals]) -> Credited:
    """What the note left; it comes to what it adds, and all of them to no more than the invoice."""
    note, after = calculated(part.bill), part.credited
    assert after.payable is not None
    earlier = before.payable.minor if before.payable else 0
    assert note.payable.minor == after.payable.minor - earlier
    assert min(0, total) <= after.payable.minor <= max(0, total)
    assert total * note.payable.minor >= 0
    notes.append(note)
    return after


def _net(notes: Iterable[Totals]) -> int:
    """What lines, allowances and charges come to, with the tax where prices include it."""
    lines = sum(amount_of(line) for note in notes for line in note.lines)
    return lines + sum(charged(item) * (1 if item.charge else -1) for note in notes for item in note.adjustments)


def _notes(random: Random, document: InvoiceDocument) -> Iterator[Note]:
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        yield [_item(random, document) for _ in range(random.choice((1, 1, 1, 2)))]


def _item(random: Random, document: InvoiceDocument) -> CreditItem:
    """Any kind of credit, often too much."""
    line = random.choice(document.lines)
    unit = (
        100
        if document.profile.digits == 0
        else 10
        if document.profile.digits == 2 and document.currency == "OMR"
        else 1
    )
    amount = Money.from_minor(random.randrange(1, 2000) * unit, document.currency)
    kind = random.randrange(9)
    if kind < 4:
        part = (line.quantity.value * random.randrange(101) / 100).quantize(Decimal("0.001"))
        return CreditQuantity(line=line.id, quantity=part)
    price = _part(random, line.price)
    return (
        CreditPrice(line=line.id, difference=price),
        LowerPrice(line=line.id, price=price),
        CreditAmount(line=line.id, amount=amount),
        CreditGroup(tax=line.tax, amount=amount),
        random.choice((CreditTotal(amount=amount), KeepBack(amount=amount))),
    )[kind - 4]


def _part(random: Random, price: UnitPrice) -> UnitPrice:
    part = (price.amount * random.randrange(101) / 100).quantize(Decimal("0.0001"))
    return UnitPrice(part, price.currency, price.per)
