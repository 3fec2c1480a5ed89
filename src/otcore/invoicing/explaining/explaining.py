"""Why a figure of an invoice is what it is: the chain of rules, inputs and roundings that gave it.

Nothing of this runs when an invoice is calculated: the steps are found again when somebody asks.
"""

from collections.abc import Iterator

from otcore.invoicing.calculation import calculate
from otcore.invoicing.calculation.worksheet import worked
from otcore.invoicing.explaining.document import payment_steps, sum_steps, tax_sum_steps
from otcore.invoicing.explaining.explained import Explained
from otcore.invoicing.explaining.lines import line_steps
from otcore.invoicing.explaining.step import Step
from otcore.invoicing.explaining.taxes import line_tax_steps, other_steps, vat_steps
from otcore.invoicing.inputs import InvoiceInput
from otcore.values.faults import Invalid


def explain(invoice: InvoiceInput, figure: str = "/payable") -> tuple[Step, ...]:
    """The steps to a figure of the invoice's totals, named by its JSON pointer: its own first, then of each figure that
    went into it, each once.

    Raises `Invalid` FIGURE_UNKNOWN, and what `calculate` raises.
    """
    steps = {step.figure: step for step in steps_of(invoice)}
    if figure not in steps:
        known = ", ".join(sorted({each.split("/")[1] for each in steps}))
        message = f"there is no figure {figure[:80]!a} to explain: name one like /payable; figures are in {known}"
        raise Invalid.one("FIGURE_UNKNOWN", message, figure=figure[:80])
    chain: dict[str, Step] = {}
    waiting = [figure]
    while waiting:
        step = steps[waiting.pop(0)]
        if step.figure not in chain:
            chain[step.figure] = step
            waiting += [given.figure for given in step.given if given.figure]
    return tuple(chain.values())


def steps_of(invoice: InvoiceInput) -> Iterator[Step]:
    """Every figure of the invoice, explained by one step."""
    case = Explained(invoice, worked(invoice), calculate(invoice))
    rows = zip(case.sheet.lines, case.totals.lines, case.sheet.nets, strict=False)  # nets go on with adjustments
    for index, (line, total, net) in enumerate(rows):
        yield from line_steps(case, line, total, net, f"/lines/{index}")
    yield from sum_steps(case)
    yield from line_tax_steps(case)
    yield from vat_steps(case)
    yield from other_steps(case)
    yield from tax_sum_steps(case)
    yield from payment_steps(case)
