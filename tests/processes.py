"""Processes of their own that start at once: forked from a server that has loaded the library and done nothing else."""

import multiprocessing
from multiprocessing.context import ForkServerContext

_LOADED = [
    "otcore.cli.commands",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite",
    "tests.contracts.till",
    "tests.journey.runs",
    "tests.workflows.clerks",
    "tests.workflows.debtors",
    "tests.workflows.numbering",
    "tests.workflows.shoppers",
]
"""What those processes do, and what they load to do it."""


def forked() -> ForkServerContext:
    """The context of such processes. What they are given is pickled, as for any other process."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    return context
