"""Web hooks of the gateways in memory: a body of JSON and its signature (HMAC-SHA256 under a shared secret)."""

import hmac
import json
from hashlib import sha256

from attrs import frozen

from otcore.payments.gateway.answers import Notification
from otcore.values.faults import Invalid


@frozen
class Webhook:
    """What a gateway sends: the request's body, and its signature in a header."""

    body: str
    signature: str


def signed(notification: Notification, secret: bytes) -> Webhook:
    """A notification as it is sent."""
    said = {"id": notification.id, "payment": notification.payment, "effect": notification.effect}
    body = json.dumps(said, sort_keys=True)
    return Webhook(body, _signature(body, secret))


def read(body: str, signature: str, secret: bytes) -> Notification:
    """The notification. Raises `Invalid` WEBHOOK_SIGNATURE, WEBHOOK_FORMAT."""
    if not hmac.compare_digest(_signature(body, secret).encode(), signature.encode()):
        raise Invalid.one("WEBHOOK_SIGNATURE", "the signature is not that of the body", "/signature")
    try:
        said = json.loads(body)
        return Notification(str(said["id"]), str(said["payment"]), str(said["effect"]))
    except (KeyError, TypeError, ValueError) as error:
        raise Invalid.one("WEBHOOK_FORMAT", f"the body cannot be read: {error!r}", "/text") from error


def _signature(body: str, secret: bytes) -> str:
    return hmac.new(secret, body.encode(), sha256).hexdigest()
