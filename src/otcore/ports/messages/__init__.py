"""The messages that leave the library: a frozen class each, under a topic that keeps its meaning."""

from collections.abc import Mapping
from types import MappingProxyType

from otcore.ports.messages import customers, goods, money, orders, payments
from otcore.ports.messages.message import Message, OtherMessage, notice_of, typed
from otcore.ports.outbox import Notice

__all__ = ["MESSAGES", "Message", "OtherMessage", "message_of", "notice_of"]

_MODULES = (orders, goods, money, payments, customers)

MESSAGES: Mapping[str, type[Message]] = MappingProxyType(
    {
        each.topic: each
        for module in _MODULES
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Message) and each is not Message
    }
)
"""Every message by its topic."""


def message_of(notice: Notice) -> Message:
    """The typed message that a notice carries; an `OtherMessage` for a topic or form that is not known."""
    return typed(notice, MESSAGES.get(notice.topic))
