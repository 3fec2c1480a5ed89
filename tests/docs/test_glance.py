"""The tables at a glance are made from the code: its commands, questions, refusals, holds, messages and facts.

To write them anew after something changed: `OTCORE_UPDATE=1 pytest tests/docs/test_glance.py`.
"""

import ast
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

import otcore.orders.rules as rules
from otcore.access import rules as access_rules
from otcore.app.routes import COMMANDS
from otcore.customers.credit.checks import CHECKS
from otcore.formats.cash_application.words import FINDINGS, REASONS, RULES
from otcore.ports.aggregates import KINDS
from otcore.ports.messages import MESSAGES
from otcore.values.command import Command, Query
from otcore.workflows.ask import QUERIES
from otcore.workflows.permits.sensitive import check_of
from tests.architecture import house

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "glance.md"
BLOCK = re.compile(r"<!-- made: (?P<name>\w+) -->\n.*?<!-- /made -->", re.DOTALL)
CODE = re.compile(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b")
REFERENCES = ("reference.md", "reference-events.md", "reference-figures.md")

UNSEEN = {
    "CURRENCY_DIFFERS": "matching leaves a receipt in another currency than its item, with this code as the reason",
    "DIFFERENCE_EXCEEDS_PRICE": "of `invoicing.crediting.credit` with a `CreditPrice`, which no command takes",
    "ITEM_TWICE": "matching names no item twice",
    "MORE_THAN_ORDERED": "of `invoicing.on_account.bill_until`; the commands refuse `ADVANCE_EXCEEDS` before",
    "MORE_THAN_RECEIVED": "matching allocates no more than there is",
    "NOTHING_CREDITED": "of `orders.crediting.credit`",
    "ORDER_NOT_ANSWERED": "of writing an order response",
    "STATUS_WRONG": "of every command on a customer's file; the page says so in words",
}
"""What no command's docstring names: why not."""


def first_sentence(of: Any) -> str:
    """The first sentence of a docstring, in one line."""
    text = " ".join((of.__doc__ or "").split())
    return re.split(r"(?<=[.?]) ", text)[0].rstrip(".")


def link(cls: type, page: str = "reference.md") -> str:
    return f"[`{cls.__name__}`]({page}#{cls.__module__}.{cls.__qualname__})"


def action(command: type[Command[Any]]) -> str:
    """What an access policy is asked about the command; each kind of hold is an action of its own."""
    try:
        return check_of(object.__new__(command)).action(object.__new__(command))
    except AttributeError:
        return "order.release_hold.*kind*"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def commands() -> str:
    rows = (
        (
            link(each),
            first_sentence(each),
            f"`{action(each)}`",
            "yes" if check_of(object.__new__(each)).sensitive else "",
        )
        for each in COMMANDS
    )
    return table(("command", "does", "action", "audited"), rows)


def questions() -> str:
    return table(("question", "answer"), ((link(each), first_sentence(each)) for each in QUERIES))


def refusals_stated(of: Any) -> Iterator[str]:
    """The codes that a docstring names."""
    yield from dict.fromkeys(CODE.findall(of.__doc__ or ""))


def refusals() -> str:
    by_code = defaultdict(list)
    for command in COMMANDS:
        for code in refusals_stated(command):
            by_code[code].append(f"`{command.__name__}`")
    return table(("code", "named by"), ((f"`{code}`", ", ".join(by_code[code])) for code in sorted(by_code)))


def told(functions: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Codes and what they say: a docstring begins with the code, or has several in the same form."""
    for function in functions:
        text = " ".join((function.__doc__ or "").split())
        codes = [code.strip("`") for code in CODE.findall(text)]
        assert codes, f"{function.__name__} names no code"
        says = re.sub(r"^(?:`?[A-Z_]+`?(?:, )?)+: ", "", text)
        yield ", ".join(f"`{code}`" for code in codes), says.rstrip(".")


def placing() -> str:
    return table(("code", "rule"), told(rules.PLACING))


def credit() -> str:
    return table(("code", "check"), told(CHECKS))


def access() -> str:
    return table(("code", "rule"), told(access_rules.RULES))


def reasons() -> str:
    return table(("code", "the payment"), ((f"`{code}`", REASONS[code]) for code in sorted(REASONS)))


def matching() -> str:
    return table(("rule", "what it pays is found"), ((f"`{code}`", RULES[code]) for code in sorted(RULES)))


def evidence() -> str:
    return table(("evidence", "says"), ((f"`{code}`", FINDINGS[code]) for code in sorted(FINDINGS)))


def messages() -> str:
    rows = sorted((topic, each) for topic, each in MESSAGES.items())
    page = "reference-events.md"
    return table(
        ("topic", "message", "says"), ((f"`{topic}`", link(each, page), first_sentence(each)) for topic, each in rows)
    )


def facts() -> str:
    rows = ((f"`{kind.name}`", ", ".join(f"`{event.__name__}`" for event in kind.events)) for kind in KINDS)
    return table(("kind", "facts"), rows)


TABLES = (commands, questions, refusals, placing, credit, access, reasons, matching, evidence, messages, facts)
MADE = {each.__name__: each for each in TABLES}


def made(name: str) -> str:
    return f"<!-- made: {name} -->\n\n{MADE[name]()}\n\n<!-- /made -->"


def page() -> str:
    text = PAGE.read_text(encoding="utf-8")
    if os.environ.get("OTCORE_UPDATE"):
        text = BLOCK.sub(lambda block: made(block["name"]), text)
        PAGE.write_text(text, encoding="utf-8")
    return text


@pytest.mark.parametrize("name", MADE)
def test_the_page_shows_the_code_as_it_is(name: str):
    assert [block[0] for block in BLOCK.finditer(page()) if block["name"] == name] == [made(name)]


def raised() -> Iterator[tuple[str, str]]:
    """Every code that the rules refuse with, and where."""
    for package in ("access", "catalog", "customers", "stock", "orders", "invoicing", "payments", "workflows"):
        for file in sorted((house.SOURCE / package).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Rejected":
                    first = node.args[0]
                    if isinstance(first, ast.Constant):
                        yield str(first.value), house.dotted(file)


def test_every_refusal_is_named_on_the_page():
    named = set(CODE.findall(page())) | set(UNSEEN)
    assert {(code, where) for code, where in raised() if code not in named} == set()


def described() -> set[str]:
    """The modules and classes that the reference describes."""
    text = "".join((DOCS / name).read_text(encoding="utf-8") for name in REFERENCES)
    return set(re.findall(r"^::: ([\w.]+)$", text, re.MULTILINE))


def answered(query: type[Query[Any]]) -> Iterator[type]:
    """The classes that an answer is made of, as far as the type of the question says."""
    todo = [*get_args(query.__orig_bases__[0])]  # type: ignore[attr-defined]  # every question is a generic class
    while todo:
        hint = todo.pop()
        todo += get_args(hint)
        if isinstance(hint, type) and hint.__module__.startswith("otcore"):
            yield hint


@pytest.mark.parametrize("about", ["commands", "questions", "answers", "messages", "facts"])
def test_the_reference_describes_all_that_there_is(about: str):
    classes: dict[str, Iterable[type]] = {
        "commands": COMMANDS,
        "questions": QUERIES,
        "answers": [each for query in QUERIES for each in answered(query)],
        "messages": MESSAGES.values(),
        "facts": [event for kind in KINDS for event in kind.events],
    }
    known = described()
    missing = {
        f"{each.__module__}.{each.__name__}"
        for each in classes[about]
        if each.__module__ not in known and f"{each.__module__}.{each.__name__}" not in known
    }
    assert missing == set()
