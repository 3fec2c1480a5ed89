"""The invoice page: one HTML file without script or network, the same bytes for the same invoice."""

from functools import cache
from importlib.resources import files

from otcore.formats.invoices.composing import invoice_form
from otcore.formats.invoices.form import InvoiceForm
from otcore.formats.invoices.page_blocks import fact_list, foot, notes, parties, payment
from otcore.formats.invoices.page_tables import lines_table, small_table, sums_table
from otcore.formats.markup import Markup, join, tag
from otcore.invoicing.document import InvoiceDocument

_HEAD = Markup(
    '<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    # Even markup that should slip in could load and run nothing.
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
)


def invoice_page(document: InvoiceDocument, locale: str = "en") -> str:
    """The page of an invoice or credit note as text, to be written as UTF-8: for the screen, and on A4 in print.

    Its words are those of the locale's language (English where there is no table of it), its figures and days the
    locale's. Everything that comes from the document is text, whatever it looks like. Raises `Invalid` LOCALE_UNKNOWN.
    """
    form = invoice_form(document, locale)
    title = tag("title", f"{form.title} {form.number} \u00b7 {form.seller.names[0] if form.seller.names else ''}")
    head = join(_HEAD, title, "\n", tag("style", _style()), "\n")
    return (
        f'<!doctype html>\n<html lang="{form.language}">\n{tag("head", head)}\n{tag("body", _sheet(form))}\n</html>\n'
    )


def _sheet(form: InvoiceForm) -> Markup:
    return join(
        tag(
            "main",
            _header(form),
            "\n",
            tag("div", parties(form), fact_list(form.facts), class_="about"),
            "\n",
            *(tag("p", text, class_="statement") for text in form.statements),
            tag("section", lines_table(form), aria_label=form.lines_title),
            "\n",
            _settlement(form),
            "\n",
            payment(form.payment),
            "\n",
            *notes(form),
            foot(form),
        ),
        "\n",
    )


def _header(form: InvoiceForm) -> Markup:
    seller = form.seller
    names = [tag("p", name, class_="name" if place == 0 else "trading") for place, name in enumerate(seller.names)]
    address = tag("p", ", ".join(seller.address), class_="address")
    title = tag("h1", form.title, " ", tag("span", form.number, class_="number"))
    return tag("header", tag("div", *names, address, class_="seller", role="group", aria_label=seller.label), title)


def _settlement(form: InvoiceForm) -> Markup:
    taxes = tag("div", *(small_table(table) for table in form.taxes), class_="taxes")
    return tag("section", taxes, sums_table(form), class_="settlement", aria_label=form.sums_title)


@cache
def _style() -> Markup:
    return Markup(files("otcore.formats.invoices").joinpath("page.css").read_text(encoding="utf-8"))
