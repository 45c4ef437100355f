"""Kafka: how clients connect, which topics there are and how they are configured."""
