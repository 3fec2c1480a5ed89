"""The review page: what is left to people, with the words, the rivals and the evidence."""

import re
from html.parser import HTMLParser

import pytest

from otcore.formats.cash_application import review_page
from otcore.formats.cash_application.marks import marked_field, marked_lines
from otcore.formats.cash_application.words import REASONS, reasons
from otcore.payments.allocation import Allocation, Why
from otcore.reconciliation.decision import Span
from otcore.values.faults import Invalid
from otcore.values.money import Money
from tests.formats.cash_application.decisions import discounted, eur, finding, left, matching, posted, proposal
from tests.formats.hostile import EVIL


def text(page: str) -> str:
    """What a reader sees."""
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL).split())


def test_a_payment_that_is_left_shows_who_paid_what_was_said_and_why_it_was_not_posted():
    page = text(review_page(matching(left(proposal(), text=("INV 1",), reference="RF18", payer_account="DE89"))))
    for said in ("€100.00", "Ann", "DE89", "INV 1", "Reference RF18", REASONS["AMBIGUOUS"], "To decide"):
        assert said in page


def test_a_rival_shows_what_it_pays_what_differs_and_what_speaks_for_it():
    partial = Allocation("I2", eur("20.00"), (), Why.PARTIAL)
    against = finding("PAYER_NAME", "C1", weight=-250)
    rival = proposal(
        discounted(), partial, on_account=eur("3.00"), findings=(finding(said="INV 1"), against), weight=984
    )
    page = text(review_page(matching(left(rival))))
    for said in (
        "1. Acupuncture Clinic North C1 · by the invoice number",
        "+9.8",
        "INV-I1 Mar 20, 2026 €100.00 €98.00 €100.00 discount 2.00",
        "INV-I2 Mar 20, 2026 €50.00 €20.00 €20.00 paid in part, the rest stays open",
        "on account €3.00",
        "+12.3 invoice number “INV 1” INV-I1",
        "\u22122.5 the payer's name Acupuncture Clinic North",
    ):
        assert said in page.replace("&#x27;", "'")


def test_why_cash_and_what_it_closes_differ_is_asked_only_where_they_do():
    plain = proposal(Allocation("I2", eur("50.00")), on_account=eur("3.00"))
    assert "Closes Why" not in text(review_page(matching(left(plain))))
    assert "Closes Why" in text(review_page(matching(left(proposal(discounted(), on_account=eur("3.00"))))))


def test_nothing_known_is_said_so():
    page = text(review_page(matching(left(reasons=(), payer_name=""))))
    for said in ("Not identified", "Nothing was said with it.", "Nothing in the books explains it.", "Not explained"):
        assert said in page
    unknown = proposal(Allocation("I9", eur("1.00")), customer="", findings=(finding("NOVEL_KIND", "", weight=0),))
    page = text(review_page(matching(left(unknown))))
    assert "1. Nobody known" in page
    assert "novel kind" in page
    assert "I9" in page


def test_a_customer_without_a_name_goes_by_its_id():
    assert "1. C7 · by" in text(review_page(matching(left(proposal(customer="C7")))))


def test_three_rivals_are_seen_and_more_are_folded_away():
    page = review_page(matching(left(*[proposal()] * 5)))
    seen, _, folded = page.partition("<details>")
    assert (seen.count('class="rival"'), folded.count('class="rival"')) == (3, 2)
    assert "2 more explanations" in folded
    assert "<details>" not in review_page(matching(left(*[proposal()] * 3)))


def test_posted_payments_are_counted_and_those_to_decide_come_first():
    page = text(review_page(matching(posted(id="P1"), left(id="P2"), left(proposal(), id="P3"))))
    assert "2 payments of 3" in page
    assert "Posted 1 €100.00 To decide 1 €100.00 Not explained 1 €100.00" in page
    assert page.index("P3") < page.index("P2")


def test_where_all_is_posted_there_is_nothing_to_look_at():
    assert "Every payment was posted." in text(review_page(matching(posted())))


def test_a_payment_in_another_currency_shows_what_was_ordered():
    assert "Originally $7.00" in text(review_page(matching(left(original=Money("7.00", "USD")))))


def test_numbers_and_days_are_those_of_the_locale():
    page = text(review_page(matching(left(proposal())), "de"))
    assert "100,00 €" in page
    assert "20.03.2026" in page
    with pytest.raises(Invalid, match="LOCALE_UNKNOWN"):
        review_page(matching(left()), "xx-nowhere")


@pytest.mark.parametrize("hostile", EVIL)
def test_no_text_of_a_payment_becomes_markup(hostile: str):
    rival = proposal(customer=hostile, rule=hostile, findings=(finding(hostile, hostile, Span(0, 0, 3), said=hostile),))
    said = {"payer_name": hostile, "text": (hostile,), "reference": hostile, "id": hostile, "payer_account": hostile}
    plain = left(proposal(findings=(finding(span=Span(0, 0, 3)),)), text=("abcdef",))
    assert (
        tags(review_page(matching(left(rival, reasons=(hostile,), **said)))) - tags(review_page(matching(plain)))
        == set()
    )


def tags(page: str) -> set[tuple[str, frozenset[str]]]:
    """Every element with the names of its attributes."""
    found: set[tuple[str, frozenset[str]]] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.add((tag, frozenset(name for name, _ in attrs)))

    Reader().feed(page)
    return found


def test_the_page_needs_nothing_else_and_is_the_same_for_the_same_decisions():
    page = review_page(matching(left(proposal(), text=("INV 1",))))
    assert page == review_page(matching(left(proposal(), text=("INV 1",))))
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|<img|https?://", page)


def test_what_an_explanation_rests_on_is_underlined_where_it_stands():
    said = proposal(findings=(finding(span=Span(1, 4, 9)), finding("ORDER", "I2", Span(1, 7, 12))))
    first, second = marked_lines(("thanks", "for INV-1 & 2"), [said], matching())
    assert first == "thanks"
    assert second == (
        'for <mark title="invoice number: INV-I1">INV</mark>'
        '<mark title="invoice number: INV-I1, order number: INV-I2">-1</mark>'
        '<mark title="order number: INV-I2"> &amp;</mark>'
        " 2"
    ).replace("> &amp;</mark> 2", "> &amp; </mark>2")


def test_a_span_beyond_the_line_is_cut_and_one_of_no_line_is_left_out():
    said = proposal(findings=(finding(span=Span(0, 3, 99)), finding(span=Span(7, 0, 1)), finding()))
    assert marked_lines(("INV-1",), [said], matching()) == ('INV<mark title="invoice number: INV-I1">-1</mark>',)


def test_a_field_beside_the_text_is_underlined_as_a_whole():
    said = proposal(findings=(finding("REFERENCE", span=Span(-1, 0, 4), said="RF18"),))
    assert marked_field("RF18", [said], matching()) == '<mark title="payment reference: INV-I1">RF18</mark>'
    assert marked_field("E-7", [said], matching()) == "E-7"


def test_codes_have_words_and_others_are_said_as_they_are():
    assert reasons(("AMBIGUOUS", "NEW_CODE")) == f"{REASONS['AMBIGUOUS']}; new code"


def test_what_was_posted_and_is_suspicious_stands_there_too_with_what_it_paid():
    suspicious = posted(proposal(findings=(finding(span=Span(0, 0, 3)),)), reasons=("PAYER_MISMATCH",), text=("abc",))
    page = review_page(matching(suspicious, posted(id="P2", reasons=("SHORT_PAYMENT",))))
    assert "Posted, and worth a look" in page
    assert page.count("<article") == 1
    assert "Nothing on this page is posted" not in page
    assert "INV-I1" in page
    assert "names another customer's invoice" in text(page).replace("&#x27;", "'").replace("&#39;", "'")


def test_without_anything_suspicious_nothing_on_the_page_is_posted():
    page = review_page(matching(posted(), left(proposal())))
    assert "Nothing on this page is posted" in page
    assert "worth a look" not in page
