"""Broker: the embedded development broker, a child process."""
