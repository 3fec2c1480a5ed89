"""What people read: money, numbers and dates by locale, the KPI page, reports for spreadsheets and terminals."""
