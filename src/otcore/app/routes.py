"""Which flow serves which command and which query."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from otcore.catalog.listed_price import SetPrices
from otcore.catalog.price_list import PublishPriceList
from otcore.catalog.product import ChangeProduct, ListProduct
from otcore.customers.commands import (
    ActivateCustomer,
    ApplyCustomer,
    ApproveTerms,
    AttachDocument,
    BlockCustomer,
    ChangeProfile,
    CloseCustomer,
    ProposeTerms,
    RejectTerms,
    ReopenCustomer,
    UnblockCustomer,
    VerifyCustomer,
)
from otcore.customers.credit.commands import (
    ApproveLimitChange,
    BlockCredit,
    ChangeCreditLimit,
    GrantTemporaryLimit,
    InsureCredit,
    RejectLimitChange,
    ReportDunning,
    ReportLiabilities,
    ReportTermsChange,
    RequirePrepayment,
    ScheduleCreditReview,
    SetRiskClass,
    UnblockCredit,
)
from otcore.customers.customer import OnboardCustomer
from otcore.customers.group import DefineGroup
from otcore.invoicing.credit_notes.commands import (
    ApplyCreditNote,
    IssueCorrectiveInvoice,
    IssueCreditNote,
    SendCreditNote,
)
from otcore.invoicing.invoice import IssueInvoice
from otcore.invoicing.invoice_commands import DiscardDraft, DraftInvoice, IssueDraft, SendInvoice
from otcore.invoicing.policies.commands import BillMilestone, BillOrder, BillPeriod, BillPrepayment, PlanMilestones
from otcore.orders.allocation.allocating import AllocateOrder
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment, RejectAmendment, WithdrawAmendment
from otcore.orders.commands import (
    AcknowledgeOrder,
    AgreeToChanges,
    CancelLines,
    CancelOrder,
    CloseOrder,
    HoldOrder,
    PlaceOrder,
    RejectOrder,
    ReleaseHold,
    ReopenOrder,
)
from otcore.orders.credit_commands import RecheckCredit
from otcore.orders.drafting import DraftOrder, SubmitOrder
from otcore.orders.returns.commands import (
    AuthoriseReturn,
    CancelReturn,
    CloseReturn,
    ExchangeReturn,
    ReceiveReturn,
    RejectReturn,
    RequestReturn,
)
from otcore.orders.shipments.commands import CancelShipment, ConfirmDelivery, PlanShipment, ReverseShipment
from otcore.orders.shipments.shipment import PostDespatch
from otcore.payments.bank_reversal import LinkBankReversal
from otcore.payments.direct_debit.collection_commands import (
    CancelCollection,
    PlanCollection,
    PresentCollections,
    RejectCollection,
)
from otcore.payments.direct_debit.mandate_commands import (
    AmendMandate,
    CancelMandate,
    CreateMandate,
    ResumeMandate,
    SignMandate,
    SuspendMandate,
)
from otcore.payments.gateway.commands import (
    AuthorisePayment,
    CapturePayment,
    ReconcilePayment,
    RefundPayment,
    TakeNotification,
    VoidPayment,
)
from otcore.payments.gateway.payout import ReversePayout, SettlePayout
from otcore.payments.importing import ImportStatement
from otcore.payments.matching_run import MatchReceipts
from otcore.payments.recording import RecordReceipt
from otcore.payments.refunds.commands import (
    ApproveRefund,
    PresentRefunds,
    RefuseRefund,
    RejectRefund,
    RequestRefund,
)
from otcore.payments.status_report import TakeStatusReport
from otcore.payments.taken_advice import TakeRemittanceAdvice
from otcore.ports.kinds import Kept
from otcore.receivables.disputing import OpenDispute, SettleDispute
from otcore.receivables.writing_off import AcceptDeduction, ReverseWriteOff, WriteOff
from otcore.reconciliation.command import ApplyReceipt, ApplyStatement
from otcore.reconciliation.commands import (
    ApplyReceiptTo,
    ForgetPayerAccount,
    IdentifyPayer,
    LearnPayerAccount,
    PutOnAccount,
    ReturnReceipt,
    ReverseApplication,
    UseOnAccount,
)
from otcore.stock.commands import CountStock, ExpectStock, ReceiveStock, SetStockPolicy
from otcore.support.casework import NoteDispute
from otcore.values.command import Command, Query
from otcore.workflows import (
    advising,
    allocating,
    amend,
    answer,
    applying,
    ask,
    bank,
    bank_answers,
    bill,
    bouncing,
    close,
    correct,
    credit,
    credit_note,
    despatching,
    disputes,
    drafting,
    groups,
    hold,
    identifying,
    matching_together,
    onboard,
    onboarding,
    place,
    posting_by_hand,
    price_lists,
    receive_return,
    returns,
    reversing,
    sending,
    shelves,
    ship,
    statements,
    terms,
    write_offs,
)
from otcore.workflows.announcing import announced
from otcore.workflows.billing import milestone, period, prepayment
from otcore.workflows.billing import order as ordered
from otcore.workflows.direct_debit import collecting, mandates
from otcore.workflows.gateways import charging, payouts, reconciling
from otcore.workflows.house import House
from otcore.workflows.refunds import refunding
from otcore.workflows.requests import Flow

R = TypeVar("R")

COMMANDS: Mapping[type[Command[Any]], Callable[[Any, House], Flow[Kept[Any]]]] = {
    OnboardCustomer: onboard.onboard,
    ApplyCustomer: onboarding.apply,
    VerifyCustomer: onboarding.act,
    ActivateCustomer: onboarding.act,
    BlockCustomer: onboarding.act,
    UnblockCustomer: onboarding.act,
    CloseCustomer: onboarding.close,
    ReopenCustomer: onboarding.reopen,
    ChangeProfile: onboarding.change_profile,
    AttachDocument: onboarding.act,
    ProposeTerms: terms.propose,
    ApproveTerms: terms.approve,
    RejectTerms: terms.reject,
    DefineGroup: groups.define,
    ChangeCreditLimit: credit.change_limit,
    GrantTemporaryLimit: credit.change_limit,
    InsureCredit: credit.change_limit,
    ApproveLimitChange: credit.change_limit,
    RejectLimitChange: credit.change_limit,
    BlockCredit: credit.change_terms,
    UnblockCredit: credit.change_terms,
    SetRiskClass: credit.set_risk_class,
    RequirePrepayment: credit.change_terms,
    ScheduleCreditReview: credit.change_terms,
    ReportTermsChange: credit.change_terms,
    ReportDunning: credit.change_terms,
    ReportLiabilities: credit.change_terms,
    ListProduct: onboard.list_product,
    ChangeProduct: onboard.change_product,
    PublishPriceList: price_lists.publish,
    SetPrices: price_lists.set_prices,
    ReceiveStock: shelves.receive_stock,
    ExpectStock: shelves.expect_stock,
    CountStock: shelves.count_stock,
    SetStockPolicy: shelves.set_stock_policy,
    DraftOrder: drafting.draft,
    SubmitOrder: drafting.submit,
    PlaceOrder: place.place,
    AllocateOrder: allocating.allocate_order,
    AcknowledgeOrder: answer.acknowledge,
    AgreeToChanges: answer.agree,
    RejectOrder: answer.reject,
    ProposeAmendment: amend.propose,
    AcceptAmendment: amend.accept,
    RejectAmendment: amend.reject,
    WithdrawAmendment: amend.withdraw,
    HoldOrder: hold.hold,
    ReleaseHold: hold.release_hold,
    RecheckCredit: credit.recheck_credit,
    CancelOrder: close.cancel,
    CancelLines: close.cancel_lines,
    CloseOrder: close.close,
    ReopenOrder: close.reopen,
    PlanShipment: despatching.plan_shipment,
    CancelShipment: despatching.cancel_shipment,
    PostDespatch: ship.post_despatch,
    ConfirmDelivery: despatching.confirm_delivery,
    ReverseShipment: despatching.reverse_shipment,
    RequestReturn: returns.request_return,
    AuthoriseReturn: returns.authorise_return,
    RejectReturn: returns.reject_return,
    ReceiveReturn: receive_return.receive_return,
    ExchangeReturn: returns.exchange_return,
    CancelReturn: returns.cancel_return,
    CloseReturn: returns.close_return,
    IssueInvoice: bill.issue_invoice,
    DraftInvoice: bill.draft_invoice,
    IssueDraft: bill.issue_draft,
    BillPeriod: period.bill_period,
    BillOrder: ordered.bill_order,
    BillPrepayment: prepayment.bill_prepayment,
    PlanMilestones: milestone.plan_milestones,
    BillMilestone: milestone.bill_milestone,
    DiscardDraft: bill.discard_draft,
    SendInvoice: sending.send_invoice,
    IssueCreditNote: credit_note.issue_credit_note,
    SendCreditNote: sending.send_credit_note,
    ApplyCreditNote: credit_note.apply_credit_note,
    IssueCorrectiveInvoice: correct.issue_corrective_invoice,
    OpenDispute: disputes.open_dispute,
    NoteDispute: disputes.note_dispute,
    SettleDispute: disputes.settle_dispute,
    ImportStatement: statements.take_statement,
    RecordReceipt: bank.record_receipt,
    TakeRemittanceAdvice: advising.take_advice,
    ApplyReceipt: applying.apply_receipt,
    ApplyStatement: matching_together.apply_statement,
    MatchReceipts: matching_together.match_receipts,
    ApplyReceiptTo: posting_by_hand.apply_receipt_to,
    PutOnAccount: identifying.put_on_account,
    UseOnAccount: posting_by_hand.use_on_account,
    IdentifyPayer: identifying.identify_payer,
    LearnPayerAccount: identifying.learn_payer_account,
    ForgetPayerAccount: identifying.forget_payer_account,
    ReverseApplication: reversing.reverse_application,
    ReturnReceipt: reversing.return_receipt,
    LinkBankReversal: bouncing.link_bank_reversal,
    WriteOff: write_offs.write_off,
    ReverseWriteOff: write_offs.reverse_write_off,
    AcceptDeduction: write_offs.accept_deduction,
    AuthorisePayment: charging.authorise,
    CapturePayment: charging.step,
    RefundPayment: charging.step,
    VoidPayment: charging.step,
    ReconcilePayment: reconciling.reconcile,
    TakeNotification: reconciling.take_notification,
    SettlePayout: payouts.settle_payout,
    ReversePayout: payouts.reverse_payout,
    CreateMandate: mandates.create,
    SignMandate: mandates.act,
    AmendMandate: mandates.act,
    SuspendMandate: mandates.act,
    ResumeMandate: mandates.act,
    CancelMandate: mandates.act,
    PlanCollection: collecting.plan,
    CancelCollection: collecting.cancel,
    RejectCollection: collecting.reject,
    PresentCollections: collecting.present,
    RequestRefund: refunding.request,
    ApproveRefund: refunding.approve,
    RefuseRefund: refunding.refuse,
    PresentRefunds: refunding.present,
    RejectRefund: refunding.reject,
    TakeStatusReport: bank_answers.take_status_report,
}
"""Every command and its flow."""


def serving(command: Command[Any]) -> Callable[[Any, House], Flow[Kept[Any]]]:
    """The flow that serves a command; `TypeError` for what is no command of otcore."""
    serve = COMMANDS.get(type(command))
    if serve is None:
        raise TypeError(f"{_named(command)} is no command; `otcore.app.routes.COMMANDS` has all there are")
    return lambda given, house: announced(serve(given, house))


def query_flow(query: Query[R], house: House) -> Callable[[], Flow[R]]:
    """A factory of fresh flows for a question; `TypeError` for what is none of otcore's."""
    serve = ask.QUERIES.get(type(query))
    if serve is None:
        raise TypeError(f"{_named(query)} is no query; `otcore.workflows.ask.QUERIES` has all there are")
    if isinstance(serve, ask.WithHouse):
        by_house = serve.flow
        return lambda: by_house(query, house)
    plain = serve
    return lambda: plain(query)


def _named(given: object) -> str:
    of = given if isinstance(given, type) else type(given)
    what = "the class itself, " if isinstance(given, type) else ""
    return f"{what}{of.__module__}.{of.__qualname__}"
