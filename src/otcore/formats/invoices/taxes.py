"""The VAT breakdown of a form, with the reasons where none is due, and the taxes beside VAT."""

from collections.abc import Iterator

from otcore.formats.invoices.form import Row, Table
from otcore.formats.invoices.language import Language
from otcore.formats.invoices.quantities import price_words
from otcore.invoicing.calculation import Totals
from otcore.invoicing.tax import OtherTaxTotal, TaxSubtotal
from otcore.values.other_tax import OtherTax, TaxKind
from otcore.values.tax import TaxCategory


def tax_tables(totals: Totals, language: Language) -> Iterator[Table]:
    """The VAT by category and rate; other taxes where there are some."""
    heads = _heads(language, "category", "rate", "taxable", "amount")
    yield Table(language.say("taxes", "title"), heads, tuple([_row(each, language) for each in totals.subtotals]))
    if totals.taxes:
        others = tuple([_other_row(each, language) for each in totals.taxes])
        yield Table(
            language.say("taxes", "others"), _heads(language, "other", "rate", "due_on", "other_amount"), others
        )


def scheme_words(tax: OtherTax, language: Language) -> str:
    """A tax beside VAT by its scheme and rate: `IRPF 15 %`."""
    return f"{tax.scheme} {_rate(tax, language)}"


def _heads(language: Language, *keys: str) -> tuple[str, ...]:
    return tuple([language.say("taxes", key) for key in keys])


def _row(subtotal: TaxSubtotal, language: Language) -> Row:
    category = subtotal.category
    rate, taxable = language.percent(category.rate), language.amount(subtotal.taxable)
    cells = (_named(category, language), rate, taxable, language.amount(subtotal.tax))
    return Row(cells, tuple(_reasons(category)))


def _named(category: TaxCategory, language: Language) -> str:
    """The category in words, with its letter where lines show it."""
    named = language.say("categories", category.code)
    return named if category.code == "S" else f"{named} ({category.code})"


def _reasons(category: TaxCategory) -> Iterator[str]:
    if category.exemption_reason.strip():
        yield category.exemption_reason
    if category.exemption_code.strip():
        yield category.exemption_code


def _other_row(total: OtherTaxTotal, language: Language) -> Row:
    tax = total.tax
    cells = (tax.scheme, _rate(tax, language), language.amount(total.taxable), language.amount(total.amount))
    return Row(cells, tuple(_remarks(tax, language)))


def _rate(tax: OtherTax, language: Language) -> str:
    if tax.rate is not None:
        return language.percent(tax.rate)
    assert tax.per_unit is not None  # it has the one or the other
    return language.say("taxes", "per_unit", price=price_words(tax.per_unit, language))


def _remarks(tax: OtherTax, language: Language) -> Iterator[str]:
    if tax.kind is not TaxKind.ADDED:
        yield language.say("taxes", tax.kind.value)
    if tax.on:
        schemes = ", ".join(language.say("taxes", "category") if each == "VAT" else each for each in tax.on)
        yield language.say("taxes", "on_top", schemes=schemes)
