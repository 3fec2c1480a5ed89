"""The rows of a ledger, each with its facts."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from otcore.adapters.ledgers.layout import Shape
from otcore.adapters.ledgers.names import KINDS, folded
from otcore.adapters.ledgers.sheet import Sheet
from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money

_KINDS = {folded(word): kind for kind, words in KINDS.items() for word in words}


@frozen(kw_only=True)
class Row:
    """One row. `amount` is signed as it is written; `kind` is "" where no column says it, `name` the customer's."""

    line: int
    invoice: str
    customer: str
    day: date
    amount: Money
    due: date | None = None
    open: Money | None = None
    paid: date | None = None
    kind: str = ""
    reference: str = ""
    name: str = ""
    group: str = ""
    salesperson: str = ""


def shape_of(sheet: Sheet) -> Shape:
    """What a row is. Raises `Invalid` SHAPE_UNKNOWN where nothing says what was paid, COLUMN_MISSING."""
    shape = sheet.layout.shape or _said_by(sheet)
    if shape is None:
        message = (
            "nothing says what was paid: name the column of its day (--columns paid=NAME), of what is open (open=NAME) "
            "or of what a row is (kind=NAME); or say --shape open, where all of it is open"
        )
        raise Invalid.one("SHAPE_UNKNOWN", message, "line 1")
    missing = [group for group in _needed(shape) if not any(map(sheet.has, group))]
    if missing:
        raise Invalid(*(_missing(group, sheet) for group in missing))
    return shape


def rows_of(sheet: Sheet, shape: Shape) -> tuple[Row, ...]:
    """The rows that are sound; what is wrong with the others is in the sheet's faults."""
    return tuple(_rows(sheet, shape))


def _said_by(sheet: Sheet) -> Shape | None:
    if sheet.has("paid") or sheet.has("open"):
        return Shape.INVOICES
    return Shape.MOVEMENTS if sheet.has("kind") else None


def _needed(shape: Shape) -> tuple[tuple[str, ...], ...]:
    if shape is Shape.MOVEMENTS:
        return ("kind",), ("date",), ("amount", "debit", "credit"), ("customer", "name")
    return ("invoice",), ("date",), ("amount", "open"), ("customer", "name")


def _missing(group: tuple[str, ...], sheet: Sheet) -> Fault:
    there = ", ".join(sorted(column.name for column in sheet.columns.values()))
    message = f"no column is known as {' or '.join(group)} (found: {there}): name it, --columns {group[0]}=NAME"
    return Fault("COLUMN_MISSING", message, "line 1")


def _rows(sheet: Sheet, shape: Shape) -> Iterator[Row]:
    ids = [sheet.ids(fact) for fact in ("invoice", "customer", "reference")]
    names = [sheet.names(fact) for fact in ("name", "group", "salesperson")]
    days = [sheet.days(fact) for fact in ("date", "due", "paid")]
    amounts, opens, kinds = _amounts(sheet), sheet.money("open"), _kinds(sheet)
    read = len(sheet.faults)
    for row, line in enumerate(sheet.lines):
        invoice, customer, reference = (column[row] for column in ids)
        name, group, salesperson = (column[row] for column in names)
        day, due, paid = (column[row] for column in days)
        amount = opens[row] if amounts[row] is None else amounts[row]
        if not read:
            _require(sheet, shape, row, (invoice, customer or name, day, amount, kinds[row]))
        if day is None or amount is None:
            continue
        yield Row(
            line=line,
            invoice=invoice,
            customer=customer or name,
            day=day,
            amount=amount,
            due=due,
            open=opens[row],
            paid=paid,
            kind=kinds[row],
            reference=reference,
            name=name,
            group=group,
            salesperson=salesperson,
        )


def _require(sheet: Sheet, shape: Shape, row: int, facts: tuple[object, ...]) -> None:
    """What a row of each shape has to say; a payment may be of nobody known, and may have no number."""
    invoice, customer, day, amount, kind = facts
    movement = shape is Shape.MOVEMENTS
    asked: dict[str, object] = {"date": day, "amount": amount}
    asked |= {"kind": kind} if movement else {}
    asked |= {} if movement and kind not in ("invoice", "") else {"invoice": invoice, "customer": customer}
    for fact, said in asked.items():
        if said is None or said == "":
            sheet.require(fact, row)


def _amounts(sheet: Sheet) -> tuple[Money | None, ...]:
    """The amount of each row: of its own column, or debit less credit."""
    if sheet.has("amount") or not (sheet.has("debit") or sheet.has("credit")):
        return sheet.money("amount")
    sides = zip(sheet.money("debit"), sheet.money("credit"), strict=True)
    return tuple(_of_sides(debit, credit) for debit, credit in sides)


def _of_sides(debit: Money | None, credit: Money | None) -> Money | None:
    if debit is None or credit is None:
        return debit if credit is None else -credit
    return debit - credit


def _kinds(sheet: Sheet) -> tuple[str, ...]:
    known = _KINDS | {folded(word): kind for word, kind in sheet.layout.kinds.items()}
    texts = sheet.texts("kind")
    for text in dict.fromkeys(texts):
        if text and folded(text) not in known:
            message = f"{text[:40]!a} is none of {', '.join(KINDS)}: say which of them, --kind {text[:40]!a}=invoice"
            sheet.faults.append(Fault("KIND_UNKNOWN", message, sheet.place("kind", texts.index(text))))
    return tuple(known.get(folded(text), "") for text in texts)
