"""A store in SQLite or PostgreSQL. Needs the extra `sql` (and `postgres` for PostgreSQL)."""

try:
    from otcore.adapters.sql.store import SqlStore
    from otcore.adapters.sql.upgrading import upgrade
except ModuleNotFoundError as error:
    raise ImportError(f"{error}; the SQL store needs more packages: pip install otcore[sql]") from error

__all__ = ["SqlStore", "upgrade"]
