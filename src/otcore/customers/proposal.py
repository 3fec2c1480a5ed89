"""Terms and a credit limit as somebody proposes them, and the attached papers they rest on."""

from datetime import date

from attrs import frozen

from otcore.values.document import DocumentRef
from otcore.values.money import Money
from otcore.values.terms import PaymentTerms


@frozen
class Proposal:
    """Proposed terms: `number` counts a customer's proposals from 1, `maker` is who proposed.

    `credit_limit` None: no limit. `valid_until`: the last day the limit holds; None: until it is changed.
    """

    number: int
    maker: str
    terms: PaymentTerms
    credit_limit: Money | None
    valid_until: date | None = None
    reason: str = ""


@frozen
class Paper:
    """A document attached to a customer; `kind` is the host's word for what it proves ("trade register")."""

    document: DocumentRef
    kind: str
