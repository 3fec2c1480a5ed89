"""A unit of work in a database."""

from collections.abc import Sequence
from datetime import date, datetime

from otcore.adapters.checks import claimable, same_fingerprint
from otcore.adapters.sql.aggregates import Aggregates
from otcore.adapters.sql.rows import entry, entry_row, moment, notice_row, posted
from otcore.ports.errors import NotFound
from otcore.ports.outbox import Notice, Posted
from otcore.ports.storage import Answer
from otcore.receivables.ledger import Entry


class SqlUnit(Aggregates):
    """See `UnitOfWork`: one transaction, begun by the first call. It sees its own writes before anybody else does."""

    # ledger and numbers

    def append(self, entries: Sequence[Entry]) -> None:
        """Add rows to the receivables ledger."""
        self._writes()
        self._pending.entries += [(*self._scope, *self._stamp, *entry_row(one)) for one in entries]

    def entries(self, until: date | None = None, party: str = "", known: datetime | None = None) -> tuple[Entry, ...]:
        """Ledger rows in the order they were added, up to a day, recorded up to a moment."""
        self._send()
        given = (party, until.isoformat() if until else "", moment(known) if known else "")
        sql = self._sql.entries(*map(bool, given))
        rows = self.transaction.rows(sql.text, (*self._scope, *filter(None, given)))
        return tuple(map(entry, rows))

    def number(self, series: str) -> int:
        """The next number of a series. What is written already is sent first: rows are locked before series."""
        self._writes()
        self._send()
        number: int = self.transaction.rows(self._sql.number.text, (*self._scope, series))[0][0]
        return number

    # idempotency

    def claim(self, key: str, fingerprint: str) -> Answer | None:
        """Insert an idempotency key; None if it is new, else what it led to."""
        self._writes()
        if self.transaction.run(self._sql.claim.text, (*self._scope, claimable(key), fingerprint, "", "", 0)):
            return None
        stored, *answer = self.transaction.rows(self._sql.key.text, (*self._scope, key))[0]
        same_fingerprint(key, stored, fingerprint)
        return self._pending.answers.get(key) or Answer(*answer)

    def answer(self, key: str, answer: Answer) -> None:
        """Keep what a claimed key led to; it has one answer."""
        self._writes()
        if not self.transaction.rows(self._sql.key.text, (*self._scope, key)):
            raise NotFound("key", key)
        if key in self._pending.answers:
            raise self.transaction.conflict(f"idempotency key {key!r} has an answer")
        self._pending.answers[key] = answer

    # outbox

    def announce(self, notice: Notice) -> None:
        """Put a message in the outbox; it is sent with the commit, so that this unit cannot take it either."""
        self._writes()
        self._notices.append((*self._scope, *notice_row(notice), ""))

    def take(self, limit: int, until: datetime) -> tuple[Posted, ...]:
        """Undelivered messages that no other reader holds, oldest first."""
        self._writes()
        values = (moment(until), *self._scope, moment(self._context.at), limit, *self._sql.take.rest)
        return tuple(map(posted, sorted(self.transaction.rows(self._sql.take.text, values))))

    def delivered(self, posted: Sequence[Posted]) -> None:
        """These messages arrived."""
        self._writes()
        for one in posted:
            self.transaction.run(self._sql.delivered.text, (*self._scope, one.position))

    # the unit itself

    def who(self) -> str:
        """The actor of the context."""
        return self._context.actor

    def commit(self) -> None:
        """Store everything, or nothing and raise `Conflict`."""
        self._send()
        if self._notices:
            self.transaction.run_many(self._sql.announce, self._notices)
        self._let_go()
        self.transaction.commit()
        self._notices.clear()
        self._seen.clear()

    def close(self) -> None:
        """Roll back what was not committed."""
        self.transaction.rollback()
