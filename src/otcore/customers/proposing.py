"""Terms and limits: one person proposes, another approves."""

from otcore.customers.applying import require
from otcore.customers.commands import ApproveTerms, ProposeTerms, RejectTerms
from otcore.customers.credit.limit import check_limit
from otcore.customers.customer import Customer
from otcore.customers.events import TermsApproved, TermsProposed, TermsRejected
from otcore.customers.proposal import Proposal
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.reason import require_reason


def propose(customer: Customer, command: ProposeTerms, maker: str) -> tuple[TermsProposed, ...]:
    """The facts of a proposal by its maker; there is one at a time, so that an approver sees what he approves."""
    require(customer, TermsProposed)
    if customer.proposal is not None:
        raise Rejected("PROPOSAL_OPEN", customer=customer.id, proposal=customer.proposal.number)
    _require_limit(customer, command.credit_limit)
    return (
        TermsProposed(
            Proposal(
                customer.proposals + 1,
                maker,
                command.terms,
                command.credit_limit,
                command.valid_until,
                command.reason,
            )
        ),
    )


def approve(customer: Customer, command: ApproveTerms, checker: str) -> tuple[TermsApproved, ...]:
    """The facts of an approval: maker is not checker."""
    require(customer, TermsApproved)
    proposal = _open(customer, command.proposal)
    if proposal.maker == checker:
        raise Rejected("MAKER_IS_CHECKER", customer=customer.id, proposal=proposal.number, actor=checker)
    return (TermsApproved(proposal.number, checker, proposal.terms, proposal.credit_limit, proposal.valid_until),)


def reject(customer: Customer, command: RejectTerms) -> tuple[TermsRejected, ...]:
    """The facts of a proposal turned down by a checker, or withdrawn by its maker."""
    require(customer, TermsRejected)
    require_reason(command.reason)
    return (TermsRejected(_open(customer, command.proposal).number, command.reason),)


def _open(customer: Customer, number: int) -> Proposal:
    proposal = customer.proposal
    if proposal is None or number not in (0, proposal.number):
        raise Rejected("PROPOSAL_UNKNOWN", customer=customer.id, proposal=number)
    return proposal


def _require_limit(customer: Customer, limit: Money | None) -> None:
    account = customer.profile.credit_account
    if limit is not None and account:
        raise Rejected("ACCOUNT_SHARED", customer=customer.id, account=account)
    check_limit(customer.id, limit, customer.profile.currency)
