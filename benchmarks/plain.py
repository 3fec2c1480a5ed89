"""The baselines: the same journey without rules, types, events, checks or explanations, as a script would do it."""

import json
import sqlite3
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from time import perf_counter
from typing import Any

import psycopg

CENT = Decimal("0.01")
Write = Callable[[list[tuple[str, str]]], None]
"""Stores (key, JSON) pairs, durably, in one transaction."""


class PlainJourney:
    """Dictionaries in, dictionaries out; every step hands the records it changed to `write`."""

    def __init__(self, write: Callable[[dict[str, Any]], None]) -> None:
        self._write = write
        self._stock = {f"P{line}": Decimal(10**8) for line in range(10)}
        self._reserved = dict.fromkeys(self._stock, Decimal(0))

    def run(self, count: int, first: int = 0) -> float:
        """Flows a second over `count` flows."""
        start = perf_counter()
        for number in range(first, first + count):
            self._flow(number)
        return count / (perf_counter() - start)

    def _flow(self, number: int) -> None:
        lines = [{"product": f"P{line}", "quantity": Decimal(10), "price": Decimal("12.34")} for line in range(10)]
        order = {"id": number, "status": "submitted", "lines": lines}
        for line in lines:
            self._reserved[line["product"]] += line["quantity"]  # type: ignore[index,operator]  # a script has no types
        self._write({f"order {number}": order} | self._shelves())
        order["status"] = "confirmed"
        self._write({f"order {number}": order})
        for line in lines:
            self._reserved[line["product"]] -= line["quantity"]  # type: ignore[index,operator]  # a script has no types
            self._stock[line["product"]] -= line["quantity"]  # type: ignore[index,operator]  # a script has no types
        self._write({f"order {number}": order, f"shipment {number}": {"lines": lines}} | self._shelves())
        invoice = {"id": number, "lines": lines, "payable": _payable(lines)}
        self._write({f"invoice {number}": invoice, f"order {number}": order})
        receipt = {"id": number, "amount": invoice["payable"]}
        self._write({f"receipt {number}": receipt})
        self._write({f"receipt {number}": receipt, f"invoice {number}": invoice | {"open": Decimal(0)}})

    def _shelves(self) -> dict[str, Any]:
        return {
            f"stock {name}": {"on_hand": self._stock[name], "reserved": self._reserved[name]} for name in self._stock
        }


def _payable(lines: list[dict[str, Any]]) -> Decimal:
    taxes = {Decimal(7): Decimal(0), Decimal(19): Decimal(0)}
    for at, line in enumerate(lines):
        net = (line["quantity"] * line["price"]).quantize(CENT, ROUND_HALF_UP)
        taxes[Decimal(19) if at % 2 else Decimal(7)] += net
    return sum((net + (net * rate / 100).quantize(CENT, ROUND_HALF_UP) for rate, net in taxes.items()), Decimal(0))


def in_memory() -> PlainJourney:
    """Records in one dictionary."""
    kept: dict[str, Any] = {}
    return PlainJourney(kept.update)


def on_sqlite(path: Path) -> PlainJourney:
    """Records as JSON in one table of a SQLite file, one durable transaction a step."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE kept (key TEXT PRIMARY KEY, body TEXT)")

    def write(records: dict[str, Any]) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("REPLACE INTO kept VALUES (?, ?)", _rows(records))
        connection.execute("COMMIT")

    return PlainJourney(write)


def on_postgresql(url: str) -> PlainJourney:
    """Records as JSON in one table of a PostgreSQL, one durable transaction a step."""
    connection = psycopg.connect(url)
    connection.execute("CREATE TABLE kept (key TEXT PRIMARY KEY, body TEXT)")
    upsert = "INSERT INTO kept VALUES (%s, %s) ON CONFLICT (key) DO UPDATE SET body = excluded.body"

    def write(records: dict[str, Any]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(upsert, _rows(records))
        connection.commit()

    return PlainJourney(write)


def _rows(records: dict[str, Any]) -> list[tuple[str, str]]:
    return [(key, json.dumps(record, default=str)) for key, record in records.items()]
