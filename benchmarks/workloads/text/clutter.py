"""What else stands in a text: days, amounts, telephone and customer numbers, none of them what is paid."""

from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.workloads.chance import Chance
from benchmarks.workloads.records import Customer
from benchmarks.workloads.text.language import Language

Clutter = Callable[[Chance, Language, Customer, date], str]

DAYS = ("%d.%m.%Y", "%d/%m/%y", "%Y-%m-%d", "%Y%m%d", "%d.%m.")


def day(chance: Chance, language: Language, customer: Customer, today: date) -> str:
    """A day."""
    return (today - timedelta(chance.number(0, 60))).strftime(chance.one(DAYS))


def amount(chance: Chance, language: Language, customer: Customer, today: date) -> str:
    """Some amount."""
    return f"{customer.currency} {language.amount(chance.number(100, 900_000), customer.currency)}"


def telephone(chance: Chance, language: Language, customer: Customer, today: date) -> str:
    """A telephone number."""
    return f"Tel. 0{chance.digits(chance.number(2, 3))}/{chance.digits(chance.number(5, 7))}"


def customer_number(chance: Chance, language: Language, customer: Customer, today: date) -> str:
    """The payer's number in the books."""
    return chance.one(("Kd. {}", "cust no {}", "cod. cliente {}", "client {}", "Nr kl. {}")).format(
        customer.id.lstrip("CK")
    )


def tax_number(chance: Chance, language: Language, customer: Customer, today: date) -> str:
    """A VAT number."""
    return f"{customer.country}{chance.digits(9)}"


def postcode(chance: Chance, language: Language, customer: Customer, today: date) -> str:
    """A postal code and a place."""
    return f"{chance.digits(5)} {chance.one(('Aria', 'Borg', 'Lund', 'Sora'))}"


def reference(chance: Chance, language: Language, customer: Customer, today: date) -> str:
    """The payer's own number of the transfer."""
    return f"{chance.one(('ref', 'batch', 'TRN', 'doc'))} {chance.digits(chance.number(4, 9))}"


def thanks(chance: Chance, language: Language, customer: Customer, today: date) -> str:
    """A kind word."""
    return chance.one(language.thanks)


CLUTTER: tuple[Clutter, ...] = (day, amount, telephone, customer_number, tax_number, postcode, reference, thanks)
