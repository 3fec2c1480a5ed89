"""Payments through gateways: the intent is stored, then the gateway is called, then the outcome is stored."""
