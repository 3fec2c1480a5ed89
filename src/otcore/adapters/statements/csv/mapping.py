"""How a bank writes its CSV: what each column is, and how days and amounts are written."""

from attrs import frozen

from otcore.values import Invalid

_DIRECTIVES = ("%d", "%m", "%Y", "%y")


@frozen(kw_only=True)
class CsvMapping:
    """A mapping from the columns of a CSV file, by their names in its header, to what a bank row says.

    The amount: `amount` with its sign; or `amount` and `direction`, whose cells are one of `credits` or `debits`; or
    the two columns `credit` and `debit`. `text`: the columns of the remittance lines, in order. `balance`: the column
    of the balance after each row, which proves the file complete. The account and the currency are `account` and
    `currency` themselves, or stand in the columns `account_column` and `currency_column`.

    `day`: how days are written, of %d, %m, %Y, %y. `decimal` and `group`: the signs in amounts. `skip`: lines above the
    header. `encoding`: "" is UTF-8, else Windows-1252. `returns`: the cells of `code` that say that the row takes
    earlier money back, or brings back what we paid.

    Raises `Invalid` CSV_MAPPING when it contradicts itself.
    """

    booked: str
    account: str = ""
    currency: str = ""
    account_column: str = ""
    currency_column: str = ""
    amount: str = ""
    direction: str = ""
    credits: tuple[str, ...] = ("C", "CR", "CRDT", "H", "+")
    debits: tuple[str, ...] = ("D", "DR", "DBIT", "S", "-")
    credit: str = ""
    debit: str = ""
    value_date: str = ""
    name: str = ""
    counterpart: str = ""
    text: tuple[str, ...] = ()
    reference: str = ""
    bank_reference: str = ""
    end_to_end: str = ""
    mandate: str = ""
    code: str = ""
    balance: str = ""
    day: str = "%Y-%m-%d"
    decimal: str = "."
    group: str = ""
    delimiter: str = ","
    encoding: str = ""
    skip: int = 0
    returns: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        fault = self._fault()
        if fault:
            raise Invalid.one("CSV_MAPPING", fault)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the header must have."""
        named = (self.booked, self.account_column, self.currency_column, self.amount, self.direction, self.credit)
        others = (self.debit, self.value_date, self.name, self.counterpart, *self.text, self.reference)
        rest = (self.bank_reference, self.end_to_end, self.mandate, self.code, self.balance)
        return tuple(dict.fromkeys(filter(None, (*named, *others, *rest))))

    def _fault(self) -> str:
        if bool(self.account) == bool(self.account_column):
            return "either account or account_column says whose rows they are"
        if bool(self.currency) == bool(self.currency_column):
            return "either currency or currency_column says what amounts are in"
        if bool(self.amount) == bool(self.credit and self.debit) or bool(self.credit) != bool(self.debit):
            return "either amount, or credit and debit say the amount"
        if self.direction and not self.amount:
            return "a direction goes with amount"
        if self.returns and not self.code:
            return "returns are cells of code"
        if len(self.delimiter) != 1 or len(self.decimal) != 1 or self.decimal == self.group:
            return "delimiter and decimal are one sign each, and decimal is not group"
        return "" if _is_day_format(self.day) else "day is made of %d, %m, and %Y or %y, each once"


def _is_day_format(text: str) -> bool:
    counts = [text.count(directive) for directive in _DIRECTIVES]
    return counts[:2] == [1, 1] and sum(counts[2:]) == 1 and text.count("%") == len(_DIRECTIVES) - 1
