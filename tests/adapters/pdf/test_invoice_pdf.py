import pytest
from attrs import evolve
from facturx import get_level, get_xml_from_pdf
from hypothesis import given, settings
from lxml import etree
from typst import TypstError

from otcore.adapters.cii import write_invoice
from otcore.adapters.pdf import LIBERTINUS, Typeface, invoice_pdf
from otcore.adapters.pdf.typesetting import typeset
from otcore.formats.invoices import LANGUAGES, invoice_form
from otcore.formats.numbers import money
from otcore.invoicing.document import InvoiceDocument
from otcore.values import Invalid
from tests.adapters.pdf.reading_pdf import NAMESPACES, Pdf
from tests.formats import invoice_documents as samples
from tests.formats.hostile import names
from tests.formats.invoice_contents import amounts_unsaid, compact
from tests.invoicing.documents import invoice

XML = write_invoice(invoice())
EXTENDED = b"urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended"


def pdf_of(document: InvoiceDocument, locale: str = "en", xml: bytes = XML) -> Pdf:
    return Pdf(invoice_pdf(document, locale, xml))


def test_the_xml_inside_is_the_xml_given():
    assert pdf_of(samples.everything()).reader.attachments == {"factur-x.xml": [XML]}


def test_without_an_xml_the_documents_own_is_written():
    made = invoice_pdf(invoice(), "sv")
    assert Pdf(made).reader.attachments == {"factur-x.xml": [write_invoice(invoice())]}


def test_a_reader_of_factur_x_finds_a_valid_invoice():
    name, found = get_xml_from_pdf(invoice_pdf(invoice()), check_xsd=True)
    assert (name, found) == ("factur-x.xml", XML)
    assert get_level(etree.fromstring(found)) == "en16931"


@pytest.mark.parametrize(
    ("guideline", "level"),
    [(b"urn:cen.eu:en16931:2017", "EN 16931"), (EXTENDED, "EXTENDED"), (b"urn:factur-x.eu:1p0:minimum", "MINIMUM")],
)
def test_the_metadata_names_the_level_of_the_xml(guideline, level):
    pdf = pdf_of(samples.usual(), xml=XML.replace(b"<ram:ID>urn:cen.eu:en16931:2017<", b"<ram:ID>" + guideline + b"<"))
    assert pdf.property("fx:ConformanceLevel") == [level]
    assert pdf.property("fx:DocumentFileName") == ["factur-x.xml"]
    assert pdf.property("fx:DocumentType") == ["INVOICE"]
    assert pdf.property("fx:Version") == ["1.0"]


def test_it_claims_to_be_pdf_a_3_and_accessible():
    pdf = pdf_of(samples.usual(), "de-AT")
    assert (pdf.property("pdfaid:part"), pdf.property("pdfaid:conformance")) == (["3"], ["A"])
    assert pdf.property("pdfuaid:part") == ["1"]
    assert (pdf.root["/Lang"], pdf.root["/MarkInfo"]["/Marked"]) == ("de-AT", True)


def test_what_pdf_a_asks_of_a_file_is_there():
    pdf = pdf_of(samples.usual())
    (intent,) = pdf.root["/OutputIntents"]
    (attached,) = pdf.root["/AF"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    assert attached.get_object()["/AFRelationship"] == "/Alternative"
    assert "/Filter" not in pdf.root["/Metadata"]
    assert "/ID" in pdf.reader.trailer
    assert "/Encrypt" not in pdf.reader.trailer
    assert "/OpenAction" not in pdf.root


def test_the_schema_of_the_properties_of_factur_x_is_in_the_metadata():
    schemas = pdf_of(samples.usual()).metadata.find(".//pdfaExtension:schemas/rdf:Bag", NAMESPACES)
    ours = [each for each in schemas if each.findtext("pdfaSchema:prefix", "", NAMESPACES) == "fx"]
    described = {name.text for each in ours for name in each.iterfind(".//pdfaProperty:name", NAMESPACES)}
    assert [each.findtext("pdfaSchema:namespaceURI", "", NAMESPACES) for each in ours] == [NAMESPACES["fx"]]
    assert described == {"DocumentFileName", "DocumentType", "Version", "ConformanceLevel"}


def test_every_description_is_about_the_same_thing():
    about = f"{{{NAMESPACES['rdf']}}}about"
    assert {
        found.get(about) for found in pdf_of(samples.usual()).metadata.iterfind(".//rdf:Description", NAMESPACES)
    } == {""}


def test_all_fonts_are_embedded():
    descriptors = list(pdf_of(samples.usual()).descriptors())
    assert descriptors
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each) for each in descriptors)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_amount_of_the_document_can_be_read_in_it(locale):
    document = samples.everything()
    assert amounts_unsaid(document, pdf_of(document, locale).text, locale) == []


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_payable_amount_can_be_read_in_it(locale):
    payable = samples.usual().totals.payable
    assert compact(money(payable, locale)) in compact(pdf_of(samples.usual(), locale).text)


def test_pages_are_numbered_and_the_heads_of_the_lines_stand_on_each():
    pages = pdf_of(samples.long(), "de").pages
    assert len(pages) == 2
    assert [f"Seite {number} von 2" in page for number, page in enumerate(pages, 1)] == [True, True]
    assert all("Bezeichnung" in page for page in pages)


def test_the_same_invoice_gives_the_same_bytes():
    assert invoice_pdf(samples.everything(), "fr", XML) == invoice_pdf(samples.everything(), "fr", XML)


def test_every_date_in_the_file_is_the_day_of_issue():
    pdf = pdf_of(samples.usual())
    assert pdf.information["/CreationDate"] == pdf.information["/ModDate"] == "D:20260302000000Z"
    assert set(pdf.property("xmp:CreateDate") + pdf.property("xmp:ModifyDate")) == {"2026-03-02T00:00:00+00:00"}


def test_the_title_is_the_documents():
    assert pdf_of(samples.credit_note(), "de").information["/Title"] == "Gutschriftsanzeige GS-2026-0007"


def test_a_document_that_says_little_is_set_too():
    bare = evolve(invoice(), note="", due=None, delivery=None, terms_note="", payment=samples.PAYMENT)
    assert "Notes" not in pdf_of(bare).text


def test_a_document_that_does_not_say_how_to_pay_has_no_such_block():
    unpaid = evolve(samples.usual(), payment=evolve(samples.PAYMENT, means="ZZZ", iban="", payment_id=""))
    assert "Payment" not in pdf_of(evolve(unpaid, terms_note="", discounts=())).text


def test_what_no_font_can_show_is_seen_to_be_missing():
    pdf = pdf_of(samples.usual(note="工場 \U0001f600 x"))
    assert "\ufffd\ufffd \ufffd x" in pdf.text


@settings(max_examples=40, deadline=None)
@given(names)
def test_no_text_becomes_markup_or_stops_the_printing(text):
    Pdf(invoice_pdf(samples.usual(note=text, number=text or "x", terms_note=text), "en", XML))


@pytest.mark.parametrize(
    "text", ["#panic()", "= Head", "*x* _y_ $z$ `w` @ref <label>", '#import "@preview/x:1.0.0"', "\\"]
)
def test_marks_of_the_typesetter_are_text(text):
    assert compact(text) in compact(pdf_of(samples.usual(note=text)).text)


def test_an_error_that_is_not_about_letters_is_not_hidden():
    form = evolve(invoice_form(samples.usual()), language="no language")
    with pytest.raises(TypstError):
        typeset(form, XML, samples.usual().issued, LIBERTINUS)


def test_another_typeface_can_be_chosen():
    made = Pdf(invoice_pdf(samples.usual(), "en", XML, Typeface("DejaVu Sans Mono")))
    assert all("DejaVuSansMono" in each["/FontName"] for each in made.descriptors())


def test_a_typeface_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Invalid, match="TYPEFACE_UNKNOWN"):
        invoice_pdf(samples.usual(), "en", XML, Typeface("Not Here", (tmp_path,)))


@pytest.mark.parametrize("xml", [b"<a/>", XML.replace(b"en16931:2017", b"other:2017")])
def test_what_is_no_factur_x_is_refused(xml):
    with pytest.raises(Invalid, match="XML_NOT_FACTUR_X"):
        invoice_pdf(samples.usual(), "en", xml)


def test_an_xml_that_is_not_utf_8_is_refused():
    foreign = XML.decode().replace('encoding="UTF-8"', 'encoding="ISO-8859-1"').encode("latin-1")
    with pytest.raises(Invalid, match="XML_ENCODING"):
        invoice_pdf(samples.usual(), "en", foreign)


def test_an_xml_with_a_document_type_is_refused():
    with pytest.raises(Invalid, match="XML_DOCTYPE"):
        invoice_pdf(samples.usual(), "en", b"<!DOCTYPE a><a/>")


def test_an_unknown_locale_is_refused():
    with pytest.raises(Invalid, match="LOCALE_UNKNOWN"):
        invoice_pdf(samples.usual(), "xx", XML)
