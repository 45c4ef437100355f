"""What is measured, and the only room that knows prometheus_client."""
