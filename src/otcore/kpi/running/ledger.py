"""The receivables of every currency as a running state."""

from collections.abc import Iterable

from attrs import field, mutable

from otcore.kpi.running.receivables import RunningReceivables
from otcore.receivables.ledger import Entry


@mutable
class RunningLedger:
    """One `RunningReceivables` a currency; amounts of two currencies are never added up."""

    _books: dict[str, RunningReceivables] = field(factory=dict, init=False)

    def take(self, row: Entry) -> None:
        """One row more, of any currency."""
        self.of(row.amount.currency).take(row)

    def take_all(self, rows: Iterable[Entry]) -> None:
        """Rows one after the other."""
        for row in rows:
            self.take(row)

    @property
    def currencies(self) -> tuple[str, ...]:
        """Those of the rows, in alphabetical order."""
        return tuple(sorted(self._books))

    def of(self, currency: str) -> RunningReceivables:
        """The state of one currency; nothing has happened in one without rows. Raises `Invalid` CURRENCY_UNKNOWN."""
        if currency not in self._books:
            self._books[currency] = RunningReceivables(currency)
        return self._books[currency]
