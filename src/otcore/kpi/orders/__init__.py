"""What orders and their deliveries say of the business: cycle times, perfect orders, fill rates, holds, errors."""
