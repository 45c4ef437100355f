"""Quotes of a text and who said them: marks are paired, cues of saying are looked for around them, speakers are bound."""
