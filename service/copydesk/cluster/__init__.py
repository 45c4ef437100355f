"""Near-duplicates: what one partition of the topic of clusters comes to, message by message; pure, without a clock."""
