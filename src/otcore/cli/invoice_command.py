"""`otcore invoice`: an invoice as XML in, the page or the PDF that people read out."""

from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from otcore.adapters.invoices import Syntax, read_invoice, syntax_of
from otcore.cli.attempts import attempt
from otcore.cli.bad_use import BadUse
from otcore.cli.documents import Failure
from otcore.cli.ending import DONE, told
from otcore.cli.folders import InboxFile
from otcore.formats.invoices import invoice_page
from otcore.formats.locales import locale_of
from otcore.values.faults import Invalid

# One paragraph a line: the terminal breaks them to its width.
INVOICE = (
    "Show an invoice or credit note (UBL, CII) as people read it.",
    "The ending of --out says how: .html is a page, .pdf is a PDF/A-3 with the invoice as XML inside (Factur-X; needs "
    "the extra pdf). A CII invoice is put into the PDF as it is, a UBL one is written as CII.",
    "Exit status: 0 done, 1 the invoice could not be read or shown, 2 bad use.",
)
_PAGE, _PDF = ".html", ".pdf"
_PDF_NEEDS = ("typst", "facturx")


def invoice_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The invoice as XML.", show_default=False)],
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="The file to write: .html or .pdf.", show_default=False)
    ],
    language: Annotated[
        str, typer.Option(metavar="LOCALE", help="The reader's: en, de, fr, es, nl, or a locale such as de-AT.")
    ] = "en",
) -> None:
    """Show an invoice as people read it."""
    with told():
        _check(file, out, language)
        shown = attempt(partial(_shown, file, out.suffix.lower(), language), str(file))
        if isinstance(shown, Failure):
            raise BadUse(f"{file} could not be shown", (shown,))
        out.write_bytes(shown)
    print(out)
    raise typer.Exit(DONE)


def _check(file: Path, out: Path, language: str) -> None:
    """What can be known before anything is read. Raises `BadUse`."""
    if not file.is_file():
        raise BadUse(f"{file} is not a file")
    if out.suffix.lower() not in (_PAGE, _PDF):
        raise BadUse(f"--out {out}: name a file that ends with {_PAGE} or {_PDF}")
    if out.suffix.lower() == _PDF and not all(map(find_spec, _PDF_NEEDS)):
        raise BadUse("a PDF needs more than the command line: pip install 'otcore[cli,pdf]'")
    try:
        locale_of(language)
    except Invalid as error:
        raise BadUse(f"--language {language}: {error.faults[0].message}") from None


def _shown(file: Path, suffix: str, language: str) -> bytes:
    data = InboxFile(str(file), file).read()
    document = read_invoice(data, str(file))
    if suffix == _PAGE:
        return invoice_page(document, language).encode()
    from otcore.adapters.pdf import invoice_pdf  # noqa: PLC0415  # an extra of its own, known to be there by now

    return invoice_pdf(document, language, data if syntax_of(data) is Syntax.CII else None)
