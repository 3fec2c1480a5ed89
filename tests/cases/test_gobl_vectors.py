"""1,000 invoices that GOBL calculated, in both of its roundings: every total, rate, surcharge and retained tax."""

from collections import Counter

from otcore.invoicing.calculation import calculate
from tests.cases.gobl import in_gobls_words, invoice_of, stated, vectors


def test_every_figure_of_gobls_totals_is_reproduced(cases):
    differing = {}
    modes: Counter[str] = Counter()
    for vector in vectors():
        given, expected = vector["input"], stated(vector["totals"])
        got = in_gobls_words(calculate(invoice_of(given)))
        modes[given["tax"]["rounding"]] += 1
        if got != expected:
            differing[given["code"]] = {name for name in got | expected if got.get(name) != expected.get(name)}
    assert not differing
    assert modes == {"currency": 509, "precise": 491}
