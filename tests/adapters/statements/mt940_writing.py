"""Writes MT940 and MT942 as banks do. Only what the tests need."""

from datetime import date

from otcore.values import Money


def amount(money: Money) -> str:
    """With a decimal comma, which is never missing, and without a sign."""
    return str(abs(money).amount).replace(".", ",") + ("" if "." in str(money.amount) else ",")


def balance(tag: str, money: Money, day: date = date(2026, 3, 31)) -> str:
    mark = "D" if money.minor < 0 else "C"
    return f":{tag}:{mark}{day:%y%m%d}{money.currency}{amount(money)}"


def line(text: str, *details: str) -> str:
    """A statement line; its details are those of the `:86:`."""
    return "\n".join([f":61:{text}", *([":86:" + "\n".join(details)] if details else [])])


def statement(
    *lines: str,
    opening: str = "0",
    closing: str = "0",
    number: str = "00007/001",
    tags: tuple[str, str] = ("60F", "62F"),
    account: str = "DE89370400440532013000",
    currency: str = "EUR",
) -> str:
    head = [":20:STARTUMS", f":25:{account}", f":28C:{number}"]
    first, last = (balance(tag, Money(text, currency)) for tag, text in zip(tags, (opening, closing), strict=True))
    return "\n".join([*head, first, *lines, last, "-", ""])


def report(*lines: str, floor: str = "EUR0,", time: str = "2603311200+0100", totals: tuple[str, ...] = ()) -> str:
    """An MT942."""
    head = [":20:STARTDISPE", ":25:DE89370400440532013000", ":28C:00007/001"]
    limits = [f":34F:{floor}"] if floor else []
    made = [f":13D:{time}"] if time else []
    return "\n".join([*head, *limits, *made, *lines, *totals, "-", ""])
