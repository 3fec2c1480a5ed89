"""Commands for the laws: every field of every class is filled by its type, as the classes themselves are read."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin
from unicodedata import normalize

import attrs
from hypothesis import strategies as st

from otcore.catalog.validity import Validity
from otcore.payments.direct_debit.mandate_commands import CreateMandate
from otcore.payments.direct_debit.scheme import Scheme
from otcore.payments.statement import BankTransaction, NotCash
from otcore.values import Money, PaymentTerms, Percentage, Period, Quantity, TaxCategory, UnitPrice
from otcore.values.document import DocumentRef
from otcore.values.other_tax import OtherTax, TaxKind
from tests.values.terms.strategies import payment_terms

# Letters of several scripts, a digit, a decomposed umlaut, and what JSON, CSV, pointers and paths treat specially.
SIGNS = "aZ9-_/~\"\\<&;:,'[]{} äßИ漢🙂" + "\u0308"
CURRENCIES = ("EUR", "JPY", "BHD", "CLF")


def _normal(text: str) -> str:
    return normalize("NFC", text)


names = st.text(SIGNS, min_size=1, max_size=12).map(_normal).filter(lambda text: text == text.strip())
texts = st.text(SIGNS + "\n\t", max_size=12).map(_normal)
numbers = st.decimals(-(10**12), 10**12, places=6, allow_nan=False, allow_infinity=False)
positives = st.decimals(Decimal("0.0000000001"), 10**9, places=10, allow_nan=False, allow_infinity=False)
dates = st.dates(date(1900, 1, 1), date(2200, 12, 31))
currencies = st.sampled_from(CURRENCIES)
units = st.sampled_from(["C62", "KGM", "XBX", "H87"])
moneys = st.builds(Money.from_minor, st.integers(-(10**17), 10**17), currencies)
positive_moneys = st.builds(Money.from_minor, st.integers(1, 10**17), currencies)
rates = st.decimals(Decimal("0.01"), 1000, places=2)
prices = st.builds(UnitPrice, positives, currencies, positives)

VALUES: Mapping[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(-(10**15), 10**15),
    date: dates,
    Decimal: numbers,
    Money: moneys,
    Quantity: st.builds(Quantity, numbers, units),
    UnitPrice: prices,
    Percentage: st.builds(Percentage, rates),
    PaymentTerms: st.builds(PaymentTerms, st.integers(0, 3650), st.booleans(), texts) | payment_terms(),
    Period: st.tuples(dates, dates).map(lambda days: Period(min(days), max(days))),
    Validity: st.tuples(dates, dates).flatmap(
        lambda days: st.builds(Validity, st.sampled_from([None, min(days)]), st.sampled_from([None, max(days)]))
    ),
    TaxCategory: st.one_of(
        st.builds(TaxCategory, st.sampled_from(["S", "L", "M"]), rates, texts, texts),
        st.builds(TaxCategory, st.sampled_from(["Z", "E", "AE", "K", "G", "O"]), st.just(0), texts, texts),
    ),
    OtherTax: st.one_of(
        st.builds(OtherTax, st.just("IRPF"), rates, kind=st.sampled_from(TaxKind), taxed=st.booleans()),
        st.builds(OtherTax, st.just("ECO"), per_unit=prices, on=st.sampled_from([(), ("VAT",)]), on_top=st.booleans()),
    ),
    BankTransaction: st.builds(
        BankTransaction, positive_moneys, st.booleans(), st.booleans(), dates, dates, texts, text=st.tuples(texts)
    ),
    DocumentRef: st.builds(
        DocumentRef,
        st.text("0123456789abcdef", min_size=64, max_size=64),
        texts,
        st.sampled_from(["text/plain", "application/pdf"]),
        st.integers(0, 10**15),
    ),
    CreateMandate: st.builds(
        CreateMandate,
        mandate=names,
        customer=names,
        account=st.sampled_from(["DE89370400440532013000", "FR1420041010050500013M02606"]),
        holder=texts,
        bic=texts,
        scheme=st.sampled_from(Scheme),
        recurrent=st.booleans(),
        signed=st.none() | dates,
    ),
    NotCash: st.builds(NotCash, texts, moneys, st.booleans(), texts),
}
# What a plain string may be, by its field's name; anything else is free text.
NAMED = {"currency": currencies, "unit": units, "country": st.sampled_from(["", "DE", "1A"])}
NAMED |= {"token": st.sampled_from(["tok_1Mn5f", "4242"])}
IDS = {"account", "bank_accounts", "customer", "id", "line", "location", "order", "product", "receipt", "shipment"}
IDS |= {"credit_account", "distinct_from", "group", "price_list", "price_lists", "return_id", "statement_id", "value"}
IDS |= {"batch", "collection", "credit_note", "gateway", "mandate", "operation", "payment", "refund"}


def instances(of: Any, name: str = "", empty: bool = False) -> st.SearchStrategy[Any]:
    """Values of a type; `name` is the field it belongs to, `empty` says that it may be the empty string."""
    return _instances(of, name, empty)


@cache
def _instances(of: Any, name: str, empty: bool) -> st.SearchStrategy[Any]:
    if of in VALUES:
        return VALUES[of]
    if of is str:
        return _strings(name, empty)
    if isinstance(of, type) and issubclass(of, StrEnum):
        return st.sampled_from(of)
    if attrs.has(of):
        return _objects(of)
    return _containers(of, name)


def _strings(name: str, empty: bool) -> st.SearchStrategy[str]:
    if name in NAMED:
        return NAMED[name]
    if name in IDS:
        return st.just("") | names if empty else names
    return texts


def _objects(of: Any) -> st.SearchStrategy[Any]:
    fields = attrs.fields(attrs.resolve_types(of))
    return st.builds(of, **{each.name: instances(each.type, each.name, each.default == "") for each in fields})


def _containers(of: Any, name: str) -> st.SearchStrategy[Any]:
    inner = get_args(of)
    if get_origin(of) in (Union, UnionType):
        assert inner[1] is NoneType
        return st.none() | instances(inner[0], name)
    assert get_origin(of) is tuple, of
    if inner[1:] == (...,):
        return st.lists(instances(inner[0], name), max_size=2).map(tuple)
    return st.tuples(*(instances(each, name) for each in inner))
