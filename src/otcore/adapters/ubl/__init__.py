"""UBL 2.1 documents: orders, responses and despatch advices in and out, invoices out."""
