"""What a human form of an invoice says: texts only, in the reader's language, in the order they are read.

The page and the PDF are two settings of the same form, so they cannot say different things.
"""

from attrs import frozen


@frozen
class Fact:
    """A label and what it says."""

    label: str
    text: str


@frozen
class PartyBlock:
    """A party: what it is here, its names, its address line by line, its numbers and whom to ask."""

    label: str
    names: tuple[str, ...]
    address: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


@frozen
class LineRow:
    """A line, or (`depth` above zero) a part of the line before it. `workings` lead to the net amount where it is not
    just quantity x price.
    """

    id: str
    depth: int
    name: str
    texts: tuple[str, ...]
    facts: tuple[Fact, ...]
    workings: tuple[Fact, ...]
    quantity: str
    price: str
    price_per: str
    tax: str
    net: str


@frozen
class Sum:
    """A row of the totals. `weight`: "" for what is added up, "total" for what it comes to, "due" for the amount to
    pay, "aside" for what is said besides.
    """

    label: str
    amount: str
    note: str = ""
    weight: str = ""


@frozen
class Row:
    """A row of a table; its notes stand under the first cell."""

    cells: tuple[str, ...]
    notes: tuple[str, ...] = ()


@frozen
class Table:
    """A small table: the first column is text, the others are figures."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@frozen
class Payment:
    """How to pay: accounts and references, terms in words, instalments and discounts."""

    title: str
    facts: tuple[Fact, ...] = ()
    texts: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


@frozen(kw_only=True)
class InvoiceForm:
    """Everything that a form says. `language` is the BCP 47 tag of its words; `page` has room for {page} and {pages}.

    `facts` are dates and references, `statements` what the law wants to be said, `line_heads` the columns of `lines`.
    """

    language: str
    title: str
    number: str
    seller: PartyBlock
    buyer: PartyBlock
    parties: tuple[PartyBlock, ...]
    facts: tuple[Fact, ...]
    statements: tuple[str, ...]
    lines_title: str
    line_heads: tuple[str, ...]
    lines: tuple[LineRow, ...]
    sums_title: str
    sums: tuple[Sum, ...]
    taxes: tuple[Table, ...]
    payment: Payment
    notes_title: str
    notes: tuple[Fact, ...]
    attachments_title: str
    attachments: tuple[Fact, ...]
    legal: str
    page: str


def facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    """The pairs that say something."""
    return tuple([Fact(label, text) for label, text in pairs if text.strip()])
