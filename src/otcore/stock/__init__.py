"""What lies where: on hand, reserved, available."""
