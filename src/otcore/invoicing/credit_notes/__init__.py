"""Credit notes and corrective invoices: the only ways in which an issued invoice is corrected."""
