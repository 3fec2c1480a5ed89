"""The lines of a form."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from otcore.formats.invoices.adjustments import adjustment_words, signed
from otcore.formats.invoices.form import Fact, LineRow, facts
from otcore.formats.invoices.head import period_words
from otcore.formats.invoices.language import Language
from otcore.formats.invoices.parties import identifier_fact
from otcore.formats.invoices.quantities import price_words, quantity_words, rate_words
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoice_line import Classification, InvoiceLine
from otcore.invoicing.lines import LineTotal
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory


def line_heads(document: InvoiceDocument, language: Language) -> tuple[str, ...]:
    """The columns: number, item, quantity, price, tax, amount."""
    keys = ("position", "item", "quantity", "price", "tax")
    return (*(language.say("lines", key) for key in keys), f"{language.say('lines', 'net')} ({document.currency})")


def line_rows(document: InvoiceDocument, language: Language) -> tuple[LineRow, ...]:
    """A row a line, its parts after it."""
    return tuple(_rows(document.lines, document.totals.lines, language, 0))


def tax_words(tax: TaxCategory, language: Language) -> str:
    """The rate, with the letter of the category where it is not the usual one."""
    rate = language.percent(tax.rate)
    return rate if tax.code == "S" else f"{rate} {tax.code}"


def _rows(
    lines: Sequence[InvoiceLine], totals: Sequence[LineTotal], language: Language, depth: int
) -> Iterator[LineRow]:
    known: Mapping[str, LineTotal] = {total.id: total for total in totals}
    for line, beside in zip_longest(lines, totals[: len(lines)]):
        # Documents of others may use an id twice, so the place counts first.
        total = beside if beside and beside.id == line.id else known.get(line.id)
        yield _row(line, total, language, depth)
        yield from _rows(line.parts, total.parts if total else (), language, depth + 1)


def _row(line: InvoiceLine, total: LineTotal | None, language: Language, depth: int) -> LineRow:
    return LineRow(
        id=line.id,
        depth=depth,
        name=line.name,
        texts=tuple([text for text in (line.description, line.note) if text.strip()]),
        facts=tuple(_facts(line, language)),
        workings=tuple(_workings(line.price, total, language)),
        quantity=quantity_words(line.quantity, language),
        price=price_words(line.price, language),
        price_per=_per(line, language),
        tax=tax_words(line.tax, language),
        net=language.amount(total.net) if total else "",
    )


def _per(line: InvoiceLine, language: Language) -> str:
    if line.price.per == 1:
        return ""
    base = quantity_words(Quantity(line.price.per, line.quantity.unit), language)
    return language.say("lines", "per", quantity=base)


def _facts(line: InvoiceLine, language: Language) -> Iterator[Fact]:
    say = language.say
    yield from facts(
        (say("lines", "seller_item"), line.seller_item),
        (say("lines", "buyer_item"), line.buyer_item),
    )
    if line.standard_item:
        yield identifier_fact(say("lines", "standard_item"), line.standard_item)
    yield from facts(
        (say("lines", "order"), line.order),
        (say("lines", "order_line"), "" if line.order_line == line.id else line.order_line),
        (say("lines", "despatch"), line.despatch),
    )
    if line.object:
        yield identifier_fact(say("lines", "object"), line.object)
    yield from facts(
        (say("lines", "period"), period_words(line.period, language)),
        (say("lines", "origin"), language.country(line.origin) if line.origin else ""),
        *((say("lines", "classification"), _classified(each)) for each in line.classifications),
        (say("lines", "accounting_cost"), line.accounting_cost),
        *((each.name, each.value) for each in line.attributes),
    )


def _classified(known: Classification) -> str:
    listed = " ".join(filter(None, (known.list_id, known.version)))
    return f"{known.code} ({listed})" if listed else known.code


def _workings(price: UnitPrice, total: LineTotal | None, language: Language) -> Iterator[Fact]:
    """How the price came down from the list, and how the net amount follows from quantity x price."""
    say = language.say
    if price.discount:
        yield Fact(say("lines", "list_price"), rate_words(price.gross, price.currency, language))
        yield Fact(say("lines", "discount"), rate_words(-price.discount, price.currency, language))
    if total is None:
        return
    if total.adjustments:
        yield Fact(say("lines", "gross"), language.amount(total.gross))
    for item in total.adjustments:
        yield Fact(adjustment_words(item, language), language.amount(signed(item)))
    if total.tax is not None:
        yield Fact(say("lines", "tax"), language.amount(total.tax))
    if total.with_tax is not None:
        yield Fact(say("lines", "with_tax"), language.amount(total.with_tax))
