"""What the access policy is asked about each command, and what goes on the audit trail."""
