"""The SQL stores' addresses are made as the contract's are."""

from tests.contracts.conftest import emptied_database, postgresql_url, sql_url, sqlite_url

__all__ = ["emptied_database", "postgresql_url", "sql_url", "sqlite_url"]
