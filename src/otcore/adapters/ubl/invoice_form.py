"""The two documents of UBL that an invoice can be: what is named otherwise in each."""

from attrs import frozen

CREDIT_NOTES = frozenset(["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"])
"""Type codes (UNCL 1001) of documents that UBL writes as a CreditNote (BR-CL-01)."""


@frozen
class InvoiceForm:
    """`root` is the document's name. A credit note has no element for a project: it is a document of type 50; and its
    due date stands with the means of payment.
    """

    root: str
    quantity: str

    @property
    def namespace(self) -> str:
        """Of the root."""
        return f"urn:oasis:names:specification:ubl:schema:xsd:{self.root}-2"

    @property
    def credits(self) -> bool:
        """Whether it is the CreditNote."""
        return self is CREDIT_NOTE

    @property
    def type_code(self) -> str:
        """The element of the type code (BT-3)."""
        return f"cbc:{self.root}TypeCode"

    @property
    def line(self) -> str:
        """The element of a line (BG-25)."""
        return f"cac:{self.root}Line"

    @property
    def part(self) -> str:
        """The element of a line within a line."""
        return f"cac:Sub{self.root}Line"


INVOICE = InvoiceForm("Invoice", "cbc:InvoicedQuantity")
CREDIT_NOTE = InvoiceForm("CreditNote", "cbc:CreditedQuantity")


def form_of(type_code: str) -> InvoiceForm:
    """Which of the two a document of this type is."""
    return CREDIT_NOTE if type_code in CREDIT_NOTES else INVOICE
