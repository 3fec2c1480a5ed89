"""Billing beside the invoice of one shipment: by period, by order, before delivery, by milestone."""
