"""Orders in another currency than the credit account's: they count at a given rate, and end at exactly nothing."""

import pytest
from attrs import evolve

from otcore.payments.recording import RecordReceipt
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.rates import Quote, Rate, RateTable
from tests.orders.examples import DAY, eur, left
from tests.workflows.amendments import change, proposes
from tests.workflows.books import books
from tests.workflows.credit_laws import exposure_is_what_is_open
from tests.workflows.crediting import codes, dollars, explains, of_order, releases, trading, verdicts
from tests.workflows.desk import Desk


def usd(amount: str) -> Money:
    return Money(amount, "USD")


def pays(ready: Desk, amount: str, text: str, receipt: str = "R1") -> None:
    command = RecordReceipt(receipt=receipt, account="till", day=DAY, amount=usd(amount), text=text)
    ready.handle(command)
    ready.applies(receipt)


def test_an_order_counts_at_the_days_rate():
    ready = trading()
    order = dollars(ready)
    assert (order.rate, order.value) == (Rate("USD", "EUR", "0.7"), usd("120.00"))
    assert ready.exposure() == ("84.00", "0.00", "0.00")


@pytest.mark.parametrize(("limit", "holds"), [("84.00", []), ("83.99", ["CREDIT_LIMIT_EXCEEDED"])])
def test_the_limit_is_in_the_accounts_currency(limit: str, holds: list[str]):
    assert codes(dollars(trading(limit))) == holds


def test_without_a_rate_the_order_waits_and_a_release_does_not_help():
    ready = trading(rate=None)
    held = dollars(ready)
    assert codes(held) == ["RATE_UNKNOWN"]
    assert held.holds[0].why == "no rate from USD to EUR"
    assert codes(releases(ready)) == ["RATE_UNKNOWN"]
    assert ready.exposure() == ("0.00", "0.00", "0.00")


def test_an_order_that_waited_for_a_rate_counts_once_there_is_one():
    ready = trading(rate=None)
    dollars(ready)
    ready.house = evolve(ready.house, rates=RateTable((Quote(DAY, Rate("USD", "EUR", "0.5")),)))
    released = releases(ready)
    assert (released.promised, released.rate) == (True, Rate("USD", "EUR", "0.5"))
    assert ready.exposure() == ("60.00", "0.00", "0.00")


def test_a_later_rate_does_not_move_an_order():
    ready = trading()
    dollars(ready)
    ready.house = evolve(ready.house, rates=RateTable((Quote(DAY, Rate("USD", "EUR", "0.9")),)))
    ready.cancels()
    assert ready.exposure() == ("0.00", "0.00", "0.00")


def test_every_stage_gives_up_what_it_took_in():
    """0.37 a dollar: 3 of 7 pieces are 36.00 USD and 13.32 EUR, each step rounds, and nothing stays behind."""
    ready = trading(rate="0.373")
    dollars(ready, 7)
    ready.acknowledges()
    for number, pieces in ((1, 3), (2, 1), (3, 3)):
        ready.ships(left("1", pieces), shipment=f"S{number}")
    assert ready.exposure() == ("0.00", "31.33", "0.00")
    invoices = [ready.bills(f"S{number}") for number in (1, 2, 3)]
    assert ready.exposure()[:2] == ("0.00", "0.00")
    assert [ready.item(each.id).exposure for each in invoices] == [eur("13.43"), eur("4.48"), eur("13.43")]
    exposure_is_what_is_open(books(ready.store))
    pays(ready, "10.01", invoices[0].id, "R1")
    pays(ready, "12.00", invoices[1].id, "R2")
    pays(ready, "36.00", invoices[2].id, "R3")
    assert ready.exposure() == ("0.00", "0.00", "13.43")  # a sum that fits nothing exactly stays on account
    pays(ready, "36.00", invoices[0].id, "R4")
    assert ready.exposure() == ("0.00", "0.00", "0.00")


def test_what_is_delivered_beyond_the_order_counts_in_the_accounts_currency():
    ready = trading()
    ready.onboards("C2", currencies=("USD",), over_delivery=Percentage(10))
    dollars(ready, customer="C2")
    ready.acknowledges()
    ready.ships(left("1", 11))
    assert ready.exposure("C2") == ("0.00", "92.40", "0.00")
    ready.bills()
    assert ready.exposure("C2") == ("0.00", "0.00", "92.40")


def test_an_amended_order_counts_at_its_own_rate():
    ready = trading()
    dollars(ready)
    ready.house = evolve(ready.house, rates=RateTable((Quote(DAY, Rate("USD", "EUR", "0.9")),)))
    proposes(ready, change(quantity=20))
    assert ready.exposure() == ("168.00", "0.00", "0.00")


def test_an_order_is_explained_at_its_own_rate():
    ready = trading("100.00")
    dollars(ready)
    ready.house = evolve(ready.house, rates=RateTable((Quote(DAY, Rate("USD", "EUR", "0.9")),)))
    assert dict(of_order(ready).results[2].figures)["value"] == eur("84.00")


def test_a_question_may_be_asked_in_another_currency():
    ready = trading("100.00")
    answer = explains(ready, value=usd("142.86"))
    assert dict(answer.results[2].figures)["value"] == eur("100.00")
    assert answer.clear
    assert verdicts(explains(trading(rate=None), value=usd("1.00"))) == {"RATE_UNKNOWN": "not ok"}


def test_what_is_asked_of_an_order_without_a_rate_is_answered_by_the_days_rate():
    ready = trading(rate=None)
    dollars(ready)
    before = books(ready.store)
    assert verdicts(of_order(ready)) == {"RATE_UNKNOWN": "not ok"}
    ready.house = evolve(ready.house, rates=RateTable((Quote(DAY, Rate("USD", "EUR", "0.5")),)))
    assert of_order(ready).clear
    assert books(ready.store) == before
