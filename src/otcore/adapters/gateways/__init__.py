"""Payment gateways in memory: one that works, one that fails in every way, and any gateway for an async host."""

from otcore.adapters.gateways.failing import Failing, FailingGateway
from otcore.adapters.gateways.memory import MemoryGateway
from otcore.adapters.gateways.threaded import ThreadedGateway
from otcore.adapters.gateways.webhooks import Webhook

__all__ = ["Failing", "FailingGateway", "MemoryGateway", "ThreadedGateway", "Webhook"]
