"""What a document refers to, says, and has attached."""

from otcore.invoicing.references import PrecedingInvoice, SubjectNote, SupportingDocument
from tests.invoicing.generated.words import code, day, maybe, text

_FILES = (("application/pdf", "sheet.pdf"), ("text/csv", "lines.csv"), ("image/png", "photo.png"))
_SUBJECTS = ("AAI", "REG", "")


def preceding(random, *, needed):
    """The invoices it follows; a credit note has one at least."""
    count = random.randrange(1, 3) if needed else random.choice((0, 0, 1))
    return tuple(PrecedingInvoice(code(random), maybe(random, lambda: day(random))) for _ in range(count))


def attachments(random):
    """Documents that go along: named, linked, or embedded."""
    return tuple(_attachment(random, place) for place in range(random.choice((0, 0, 1, 2))))


def _attachment(random, place):
    kind = random.choice(("named", "linked", "embedded"))
    more = {}
    if kind == "linked":
        more = {"location": "https://example.com/a?b=1&c=2"}
    if kind == "embedded":
        media_type, file_name = random.choice(_FILES)
        more = {"content": "JVBERi0xLjcK", "media_type": media_type, "file_name": file_name}
    return SupportingDocument(
        id=f"{code(random)}-{place}", description=maybe(random, lambda: text(random)) or "", **more
    )


def notes(random, invoice):
    """A note; several where the rules of the document admit them."""
    note = {"note": text(random)} if random.random() < 0.5 else {}
    if not invoice.customization or random.random() < 0.5:
        return note
    first = () if note else (SubjectNote(text(random), "AAI"),)
    later = tuple(SubjectNote(text(random), random.choice(_SUBJECTS)) for _ in range(random.randrange(3)))
    return note | {"notes": (*first, *later)}
