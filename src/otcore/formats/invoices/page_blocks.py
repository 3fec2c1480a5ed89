"""The blocks of the invoice page: parties, facts, payment, notes, the foot."""

from collections.abc import Iterable, Iterator

from otcore.formats.invoices.form import Fact, InvoiceForm, PartyBlock, Payment
from otcore.formats.invoices.page_tables import small_table
from otcore.formats.markup import Markup, join, tag


def parties(form: InvoiceForm) -> Markup:
    """Who buys, and whoever else has a part in it."""
    return tag("div", *(_party(each) for each in (form.buyer, *form.parties)), class_="parties")


def fact_list(facts: Iterable[Fact], class_: str = "facts") -> Markup:
    """Labels and what they say."""
    return tag("dl", *(tag("div", tag("dt", each.label), tag("dd", each.text)) for each in facts), class_=class_)


def payment(how: Payment) -> Markup:
    """How to pay; nothing where nothing is said."""
    if not (how.facts or how.texts or how.tables):
        return Markup("")
    said = join(fact_list(how.facts), *(tag("p", text) for text in how.texts))
    tables = tag("div", *(small_table(table) for table in how.tables), class_="terms")
    return tag("section", tag("h2", how.title), tag("div", said), tables, class_="payment")


def notes(form: InvoiceForm) -> Iterator[Markup]:
    """The notes and the list of attachments, where there are some."""
    if form.notes:
        yield tag("section", tag("h2", form.notes_title), *map(_note, form.notes), class_="notes")
    if form.attachments:
        yield tag("section", tag("h2", form.attachments_title), fact_list(form.attachments), class_="notes")


def foot(form: InvoiceForm) -> Markup:
    """What a seller says of itself on every letter."""
    legal = tag("p", form.legal, class_="legal") if form.legal.strip() else ""
    return tag("footer", fact_list(form.seller.facts), legal)


def _party(party: PartyBlock) -> Markup:
    names = (tag("p", name, class_="name") for name in party.names)
    address = (tag("p", line) for line in party.address)
    known = fact_list(party.facts, "ids") if party.facts else ""
    return tag("section", tag("h2", party.label), *names, *address, known)


def _note(note: Fact) -> Markup:
    said = tag("p", note.text)
    return join(tag("h3", note.label), said) if note.label else said
