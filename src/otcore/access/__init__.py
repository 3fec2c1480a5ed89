"""Who may do what: roles, actions, amount limits, maker is not checker, and the audit trail."""
