"""What the library asks of its host, as Protocols: storage, the outbox, the clock."""
