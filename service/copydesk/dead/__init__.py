"""The dead-letter desk: what lies on the topic of the dead, and what was done about it."""
