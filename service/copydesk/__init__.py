"""Copydesk: raw news articles in, clean structured records out, every removed span in a ledger."""
