"""An invoice goes to its buyer with a day and a way; it may go again, and stays what it is."""

from datetime import date, timedelta

from otcore.invoicing.invoices.events import Sending
from otcore.invoicing.invoices.lifecycle import InvoiceStatus
from otcore.process.timeline import AskTimeline
from tests.orders.examples import DAY
from tests.workflows.books import refused
from tests.workflows.invoicing import INV, invoiced, sends, the_invoice


def test_an_invoice_is_sent_by_a_way_on_a_day():
    ready = invoiced()
    invoice = sends(ready, channel="peppol", reference="msg-7")
    assert (invoice.status, invoice.sent) == (InvoiceStatus.SENT, (Sending(DAY, "peppol", "msg-7"),))


def test_an_invoice_may_go_again():
    ready = invoiced()
    sends(ready)
    invoice = sends(ready, day=DAY + timedelta(days=3), channel="mail")
    assert (invoice.status, [each.channel for each in invoice.sent]) == (InvoiceStatus.SENT, ["peppol", "mail"])


def test_nothing_of_the_document_changes_by_sending():
    ready = invoiced()
    before = the_invoice(ready)
    assert sends(ready).document == before.document


def test_no_invoice_is_sent_before_it_is_issued():
    ready = invoiced()
    error = refused(ready, lambda: sends(ready, day=date(2026, 3, 1)))
    assert str(error) == f"ISSUED_LATER: invoice={INV}, issued=2026-03-02, sent=2026-03-01"


def test_sending_is_told_outside_and_on_the_time_line():
    ready = invoiced()
    sends(ready, reference="msg-7")
    ready.otc.relay()
    assert [each.notice.subject for each in ready.postbox.got if each.notice.topic == "invoice.sent"] == [INV]
    (told,) = (each for each in ready.otc.ask(AskTimeline("O1")) if each.what == "invoice.sent")
    assert (told.text, told.why) == (f"{INV}: Sent on 2026-03-02 by peppol", "msg-7")
