"""Producer: files and streams of articles to messages on the raw topic."""
