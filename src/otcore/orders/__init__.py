"""Orders: lines and their ledger, holds, acknowledgement, shipment, cancellation."""
