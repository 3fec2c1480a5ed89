"""Advices write their amounts as payments do."""

from pathlib import Path

from otcore.adapters.cash_files.columns import Layout
from otcore.cli.match.files import advices_in


def test_the_command_says_the_currency_of_advices_too(tmp_path: Path):
    file = tmp_path / "advices.csv"
    file.write_text("payment_reference;payer;day;document;paid\nPAY-4711;Acme Ltd;2026-03-02;I1;1.010,00\n")
    payments = Layout(columns={"text": "Zweck"}, currency="CHF", decimal_comma=True)
    (advice,) = advices_in(file, payments)
    assert str(advice.total) == "1010.00 CHF"
