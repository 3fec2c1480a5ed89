"""The machine-readable lines that XRechnung puts into the payment terms (BT-20): `#SKONTO#TAGE=7#PROZENT=2.00#`.

Their form is rule BR-DE-18: each on a line of its own; percentages and base amounts with a point and two decimals; the
base amount only where it is not the amount due (BT-115); after the last of them a line end. XRechnung 3.0 knows SKONTO
only, versions up to 2.3 VERZUG (interest for paying late) too.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from otcore.invoicing.document import InvoiceDocument
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.rounding import round_to
from otcore.values.terms import DiscountOffer

_LINE = re.compile(
    r"#(SKONTO|VERZUG)#TAGE=([0-9]{1,4})#PROZENT=([0-9]{1,3}\.[0-9]{2})(?:#BASISBETRAG=(-?[0-9]{1,16}\.[0-9]{2}))?#"
)
_LINE_END = re.compile(r"\r?\n")
_PLACES = 2


class TermsKind(StrEnum):
    """SKONTO: off for who pays within the days; VERZUG: on top for who pays after them."""

    SKONTO = "SKONTO"
    VERZUG = "VERZUG"


@frozen
class TermsLine:
    """One such line: `percent` of `base`, an amount in the invoice's currency (None: the amount due), for `days` after
    the invoice date.

    Raises `Invalid` SKONTO_FORM for what the line has no room for: more than two decimals, days beyond 0 to 9999.
    """

    days: int
    percent: Percentage
    base: Decimal | None = None
    kind: TermsKind = TermsKind.SKONTO

    def __attrs_post_init__(self) -> None:
        if _LINE.fullmatch(str(self)) is None or not (_exact(self.percent.value) and _exact(self.base)):
            raise Invalid.one("SKONTO_FORM", f"{str(self)!a} has no form in XRechnung (BR-DE-18)", line=str(self))

    def __str__(self) -> str:
        base = "" if self.base is None else f"#BASISBETRAG={round_to(self.base, _PLACES):f}"
        return f"#{self.kind.value}#TAGE={self.days}#PROZENT={round_to(self.percent.value, _PLACES):f}{base}#"


def _stripped(words: str) -> str:
    return words.strip()


@frozen
class TermsText:
    """What BT-20 says: words for people, and lines for machines."""

    note: str = field(default="", converter=_stripped)
    lines: tuple[TermsLine, ...] = ()


def write_text(terms: TermsText) -> str:
    """The words, then each line on its own, the last one ended too; words alone where there are no lines.

    Law: `read_text(write_text(terms)) == terms`. Raises `Invalid` SKONTO_NOTE for words with a line that begins with #,
    which BR-DE-18 takes for a machine's.
    """
    if any(line.strip().startswith("#") for line in _LINE_END.split(terms.note)):
        raise Invalid.one("SKONTO_NOTE", "no line of the words may begin with # (BR-DE-18)", note=terms.note[:100])
    if not terms.lines:
        return terms.note
    return "\n".join([*([terms.note] if terms.note else []), *map(str, terms.lines), ""])


def read_text(text: str) -> TermsText:
    """The lines that have exactly the form, and everything else as words."""
    words: list[str] = []
    lines: list[TermsLine] = []
    for said in _LINE_END.split(text):
        found = _LINE.fullmatch(said.strip())
        if found is None:
            words.append(said)
        else:
            lines.append(_line(*found.groups()))
    return TermsText("\n".join(words), tuple(lines))


def text_of(invoice: InvoiceDocument) -> str:
    """BT-20 of an invoice by XRechnung: its terms in words, a line for each of its discounts, and the lines on interest
    that its note has. Lines on discounts in the note count where the invoice states no discounts as data.

    Raises `Invalid` SKONTO_FORM, SKONTO_NOTE.
    """
    said = read_text(invoice.terms_note)
    stated = lines_of(invoice.discounts, invoice.issued, invoice.totals.payable)
    return write_text(TermsText(said.note, (*(stated or _of_kind(said, TermsKind.SKONTO)), *_interest(said))))


def note_and_offers(text: str, issued: date, payable: Money) -> tuple[str, tuple[DiscountOffer, ...]]:
    """A BT-20 as an invoice keeps it: the discounts as data, all else (lines on interest too) as its note.

    Raises `Invalid` as `offers_of`.
    """
    said = read_text(text)
    words = "\n".join([*([said.note] if said.note else []), *map(str, _interest(said))])
    return words, offers_of(said.lines, issued, payable)


def lines_of(offers: Iterable[DiscountOffer], issued: date, payable: Money) -> tuple[TermsLine, ...]:
    """A line for each discount on an amount due of `payable`. Raises `Invalid` SKONTO_FORM."""
    return tuple(
        TermsLine((each.until - issued).days, each.percent, None if each.base == payable else each.base.amount)
        for each in offers
    )


def offers_of(lines: Iterable[TermsLine], issued: date, payable: Money) -> tuple[DiscountOffer, ...]:
    """The discounts of SKONTO lines, each amount rounded half up. Raises `Invalid` DATE_RANGE, MONEY_TOO_PRECISE."""
    return tuple(_offer(line, issued, payable) for line in lines if line.kind is TermsKind.SKONTO)


def _offer(line: TermsLine, issued: date, payable: Money) -> DiscountOffer:
    base = payable if line.base is None else Money(line.base, payable.currency)
    off = Money.rounded(line.percent.of(base.amount), base.currency)
    return DiscountOffer(_later(issued, line.days), line.percent, base, off)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise Invalid.one("DATE_RANGE", f"{days} days after {day} is beyond the year 9999") from None


def _of_kind(terms: TermsText, kind: TermsKind) -> tuple[TermsLine, ...]:
    return tuple(line for line in terms.lines if line.kind is kind)


def _interest(terms: TermsText) -> tuple[TermsLine, ...]:
    return _of_kind(terms, TermsKind.VERZUG)


def _line(kind: str, days: str, percent: str, base: str | None) -> TermsLine:
    amount = None if base is None else round_to(Decimal(base), _PLACES)
    return TermsLine(int(days), Percentage(percent), amount, TermsKind(kind))


def _exact(value: Decimal | None) -> bool:
    return value is None or round_to(value, _PLACES) == value
