"""The account record 03: its number, its currency, and amounts by type (010 opening ledger, 015 closing ledger)."""

import re

from attrs import frozen

from otcore.adapters.statements.bai2.funds import funds_of
from otcore.adapters.statements.bai2.records import Record, fields_of
from otcore.adapters.statements.bai2.values import number_of

_TYPE = re.compile(r"[0-9]{3}")


@frozen
class Account:
    """What an account record says: amounts in minor units by type code, and the sum of them all (control)."""

    record: Record
    number: str
    currency: str
    amounts: dict[str, int]
    control: int


def account_of(record: Record) -> Account:
    """Raises `Invalid` BAI2_TYPE, BAI2_FUNDS, NUMBER_FORMAT."""
    number, currency, *first = (*record.fields, "", "")
    amounts: dict[str, int] = {}
    control = 0
    for fields in (list(first), *map(fields_of, record.lines[1:])):
        for code, amount in _summaries(record, fields):
            amounts.setdefault(code, amount)
            control += amount
    return Account(record, number, currency, amounts, control)


def _summaries(record: Record, fields: list[str]) -> "list[tuple[str, int]]":
    """Each type code with its amount: code, amount, count, type of funds and what belongs to that."""
    found: list[tuple[str, int]] = []
    rest = fields
    while any(rest):
        if not rest[0]:
            rest = rest[1:]
            continue
        code, amount, _, *funds = (*rest, "", "", "")[: max(len(rest), 3)]
        if not _TYPE.fullmatch(code):
            raise record.fault("BAI2_TYPE", f"{code[:10]!a} is not a type code", value=code[:10])
        if amount:
            found.append((code, number_of(record, amount)))
        rest = funds[funds_of(record, funds).width :]
    return found
