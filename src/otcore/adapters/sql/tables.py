"""The tables. Every key begins with the scope; text is compared by code point, so that every database orders alike.

Their names begin with `otcore_`, since a host may keep them in a database of its own.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, Table, Text, text
from sqlalchemy.types import TypeEngine

TABLES = MetaData()

ONCE = frozenset({"tenant", "legal_entity", "at", "actor"})
"""The columns that are the same in all rows that a unit of work writes."""

_TEXT: TypeEngine[str] = Text().with_variant(Text(collation="C"), "postgresql")
_LONG = BigInteger().with_variant(Integer(), "sqlite")  # what SQLite numbers by itself must be an INTEGER


def _text(name: str, key: bool = False) -> Column[str]:
    return Column(name, _TEXT, primary_key=key, nullable=False)


def _scope(key: bool = True) -> tuple[Column[str], Column[str]]:
    return _text("tenant", key), _text("legal_entity", key)


def _position() -> Column[int]:
    return Column("position", _LONG, primary_key=True, autoincrement=True)


META = Table("otcore_meta", TABLES, _text("name", True), _text("value"))
"""The number of the tables' own schema, under "schema"."""

STATES = Table(
    "otcore_states",
    TABLES,
    *_scope(),
    _text("kind", True),
    _text("id", True),
    Column("version", Integer, nullable=False),
    Column("schema", Integer, nullable=False),
    _text("party"),
    _text("reference"),
    _text("status"),
    _text("day"),
    _text("body"),
)
"""The newest state of each aggregate as JSON, and the columns it is found by; `day` is an ISO date or empty."""

EVENTS = Table(
    "otcore_events",
    TABLES,
    *_scope(),
    _text("kind", True),
    _text("id", True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    _text("at"),
    _text("actor"),
    _text("type"),
    Column("schema", Integer, nullable=False),
    _text("body"),
)
"""Everything that happened; rows are only added."""

ENTRIES = Table(
    "otcore_entries",
    TABLES,
    _position(),
    *_scope(key=False),
    _text("at"),
    _text("actor"),
    _text("kind"),
    _text("day"),
    Column("minor", BigInteger, nullable=False),
    _text("currency"),
    _text("party"),
    _text("item"),
    _text("receipt"),
    _text("due"),
)
"""The receivables ledger; rows are only added."""

SERIES = Table("otcore_series", TABLES, *_scope(), _text("name", True), Column("last", BigInteger, nullable=False))
"""The last number given in each series."""

KEYS = Table(
    "otcore_keys",
    TABLES,
    *_scope(),
    _text("key", True),
    _text("fingerprint"),
    _text("kind"),
    _text("id"),
    Column("version", Integer, nullable=False),
)
"""Idempotency keys and what they led to; `kind` is empty until then."""

OUTBOX = Table(
    "otcore_outbox",
    TABLES,
    _position(),
    *_scope(key=False),
    _text("topic"),
    _text("subject"),
    _text("facts"),
    _text("leased"),
    sqlite_autoincrement=True,  # a position is never given twice, though rows are deleted
)
"""Messages that have not arrived; `leased` is the time until which a reader holds one, or empty."""


def _facet(name: str) -> None:
    given = text(f"{name} <> ''")
    of = STATES.c
    key = (of.tenant, of.legal_entity, of.kind, of[name], of.id)
    Index(f"otcore_states_{name}", *key, sqlite_where=given, postgresql_where=given)


for _name in ("party", "reference", "status", "day"):
    _facet(_name)
Index("otcore_entries_party", ENTRIES.c.tenant, ENTRIES.c.legal_entity, ENTRIES.c.party, ENTRIES.c.position)
Index("otcore_outbox_scope", OUTBOX.c.tenant, OUTBOX.c.legal_entity, OUTBOX.c.position)
