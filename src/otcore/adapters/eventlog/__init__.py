"""Event logs as files that process mining tools read: OCEL 2.0 (JSON, SQLite) and XES. Nothing but Python is needed."""

from otcore.adapters.eventlog.ocel_json import ocel_json
from otcore.adapters.eventlog.ocel_sqlite import ocel_sqlite
from otcore.adapters.eventlog.xes import xes

__all__ = ["ocel_json", "ocel_sqlite", "xes"]
