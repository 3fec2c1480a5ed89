"""The files of the out folder, from the books: the same books give the same bytes."""

import json
from collections.abc import Iterator

from otcore.adapters.ubl.invoice import write_invoice
from otcore.adapters.ubl.order_response import write_order_response, write_order_response_advanced
from otcore.cli.books import Books
from otcore.cli.documents import Failure
from otcore.cli.figures_json import Json, cash_json, kpi_json, summary_json
from otcore.cli.file_names import file_name
from otcore.cli.invoice_pages import page_language
from otcore.formats.cash_report import cash_csv
from otcore.formats.invoices import invoice_page
from otcore.formats.kpi_board import board_page
from otcore.invoicing.document import InvoiceDocument
from otcore.orders.amendment import Amendment, AmendmentStatus, Side
from otcore.orders.order import Order
from otcore.values.faults import Invalid

Paper = tuple[str, bytes]
"""A file: its path inside the out folder, and its bytes."""

RESPONSES, INVOICES, CREDIT_NOTES = "order-responses", "invoices", "credit-notes"
PAGES = "invoice-pages"


def papers(books: Books, pages: bool = False) -> Iterator[Paper | Failure]:
    """Every file, or why a document could not be written. `pages`: invoices and credit notes for people to read too."""
    for order in books.orders:
        if order.response is not None:
            yield _response(order, books)
        for amendment in order.amendments:
            if _is_answered(amendment):
                yield _answer(order, amendment, books)
    yield from (_billed(INVOICES, "invoice", each.document) for each in books.invoices)
    yield from (_billed(CREDIT_NOTES, "credit note", each.document) for each in books.credit_notes)
    if pages:
        yield from (_page(each.document) for each in books.invoices)
        yield from (_page(each.document) for each in books.credit_notes)
    yield "cash-report.csv", cash_csv(books.cash).encode()
    yield "cash-report.json", json_bytes({"reports": cash_json(books.cash)})
    yield "kpi.html", board_page(books.boards, title=books.seller.party.name, names=books.names).encode()
    yield "kpi.json", json_bytes(kpi_json(books.kpi))
    yield "summary.json", json_bytes(summary_json(books))


def json_bytes(value: Json) -> bytes:
    """JSON for people and programs, in UTF-8."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _response(order: Order, books: Books) -> Paper | Failure:
    customer, slash, document = order.id.partition("/")
    path = f"{RESPONSES}/{file_name(customer, document) if slash else file_name(order.id)}.xml"
    id = f"{order.id}-{order.response}"
    buyer = books.customers[order.customer].profile.party
    try:
        return path, write_order_response(order, books.seller.party, response_id=id, day=order.day, buyer=buyer)
    except Invalid as error:
        return Failure(path, f"order response {id}", error.faults)


def _is_answered(amendment: Amendment) -> bool:
    """Whether it came as a document, whose sender waits for an answer."""
    withdrawn = amendment.status is AmendmentStatus.WITHDRAWN
    return amendment.by is Side.BUYER and bool(amendment.reference) and not withdrawn


def _answer(order: Order, amendment: Amendment, books: Books) -> Paper | Failure:
    """What the buyer is told of a change that it asked for."""
    path = f"{RESPONSES}/{file_name(*order.id.split('/', 1), 'change', amendment.reference)}.xml"
    id = f"{order.id}-{amendment.reference}"
    buyer = books.customers[order.customer].profile.party
    try:
        return path, write_order_response_advanced(
            order,
            books.seller.party,
            response_id=id,
            day=amendment.day,
            amendment=amendment.number,
            buyer=buyer,
        )
    except Invalid as error:
        return Failure(path, f"order response {id}", error.faults)


def _billed(folder: str, what: str, document: InvoiceDocument) -> Paper | Failure:
    path = f"{folder}/{file_name(document.number)}.xml"
    try:
        return path, write_invoice(document)
    except Invalid as error:
        return Failure(path, f"{what} {document.number}", error.faults)


def _page(document: InvoiceDocument) -> Paper:
    path = f"{PAGES}/{file_name(document.number)}.html"
    return path, invoice_page(document, page_language(document)).encode()
