"""What every fact is called in a log: the time-line's stable codes, and those of what no time-line tells."""

from collections.abc import Mapping

from attrs import frozen

from otcore.customers import events as c
from otcore.payments.direct_debit import collection_events as d
from otcore.payments.direct_debit import mandate_events as m
from otcore.payments.gateway import events as g
from otcore.payments.refunds import events as r
from otcore.process.timeline import SENTENCES
from otcore.support import events as s


@frozen
class Activity:
    """`name` is public and keeps its meaning. `again`: the fact of another object tells of it too, and says more."""

    name: str
    again: bool = False


_DISPUTES: Mapping[type, Activity] = {
    s.DisputeCaseOpened: Activity("dispute.opened", again=True),
    s.DisputeCaseReopened: Activity("dispute.reopened", again=True),
    s.DisputeCaseNoted: Activity("dispute.noted"),
    s.DisputeCaseSettled: Activity("dispute.settled", again=True),
}

_PAYMENTS: Mapping[type, Activity] = {
    g.PaymentRequested: Activity("payment.requested"),
    g.OperationAsked: Activity("payment.operation_asked"),
    g.PaymentUnknown: Activity("payment.unknown"),
    g.OperationUnknown: Activity("payment.operation_unknown"),
    g.PaymentAuthorised: Activity("payment.authorised"),
    g.PaymentFailed: Activity("payment.failed"),
    g.OperationDeclined: Activity("payment.operation_declined"),
    g.PaymentPartCaptured: Activity("payment.part_captured"),
    g.PaymentCaptured: Activity("payment.captured"),
    g.PaymentPartRefunded: Activity("payment.part_refunded"),
    g.PaymentRefunded: Activity("payment.refunded"),
    g.PaymentVoided: Activity("payment.voided"),
    g.NotificationTaken: Activity("payment.notification_taken"),
    g.EffectsPaidOut: Activity("payment.paid_out"),
    g.EffectsNotPaidOut: Activity("payment.not_paid_out"),
    r.RefundRequested: Activity("refund.requested"),
    r.RefundApproved: Activity("refund.approved"),
    r.RefundRefused: Activity("refund.refused"),
    r.RefundOrdered: Activity("refund.ordered"),
    r.RefundPaid: Activity("refund.paid"),
    r.RefundReturned: Activity("refund.returned"),
}

_DIRECT_DEBIT: Mapping[type, Activity] = {
    m.MandateCreated: Activity("mandate.created"),
    m.MandateSigned: Activity("mandate.signed"),
    m.MandateAmended: Activity("mandate.amended"),
    m.MandateUsed: Activity("mandate.used", again=True),
    m.MandateUsedUp: Activity("mandate.used_up"),
    m.MandateUseRejected: Activity("mandate.use_rejected", again=True),
    m.MandateSuspended: Activity("mandate.suspended"),
    m.MandateResumed: Activity("mandate.resumed"),
    m.MandateCancelled: Activity("mandate.cancelled"),
    m.MandateExpired: Activity("mandate.expired"),
    d.CollectionPlanned: Activity("collection.planned"),
    d.CollectionPresented: Activity("collection.presented"),
    d.CollectionCollected: Activity("collection.collected"),
    d.CollectionReturned: Activity("collection.returned"),
    d.CollectionRejected: Activity("collection.rejected"),
    d.CollectionCancelled: Activity("collection.cancelled"),
}

_CUSTOMERS: Mapping[type, Activity] = {
    c.CustomerOnboarded: Activity("customer.onboarded"),
    c.CustomerApplied: Activity("customer.applied"),
    c.CustomerVerified: Activity("customer.verified"),
    c.CustomerActivated: Activity("customer.activated"),
    c.CustomerBlocked: Activity("customer.blocked"),
    c.CustomerUnblocked: Activity("customer.unblocked"),
    c.CustomerClosed: Activity("customer.closed"),
    c.CustomerReopened: Activity("customer.reopened"),
    c.ProfileChanged: Activity("customer.changed"),
    c.DocumentAttached: Activity("customer.document_attached"),
    c.TermsProposed: Activity("customer.terms_proposed"),
    c.TermsApproved: Activity("customer.terms_approved"),
    c.TermsRejected: Activity("customer.terms_rejected"),
}

ACTIVITIES: Mapping[type, Activity] = {
    **{event: Activity(sentence.what, sentence.again) for event, sentence in SENTENCES.items()},
    **_DISPUTES,
    **_PAYMENTS,
    **_DIRECT_DEBIT,
    **_CUSTOMERS,
}
"""By the class of the fact. Facts of other kinds (stock, prices, statements, the audit trail) are not in a log."""
