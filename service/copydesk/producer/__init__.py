"""The producer: files and streams to raw articles on the topic, every delivery awaited."""
