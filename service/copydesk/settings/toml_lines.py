"""Lines of the keys of a TOML document: the standard library's reader does not tell them."""

Path = tuple[str, ...]
"""A key as its parts: ("kafka", "bootstrap_servers")."""

_SPACE = " \t"
_BLANK = " \t\r\n"
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_WIDE_ESCAPES = {"u": 4, "U": 8}


def key_lines(source: str) -> dict[Path, int]:
    """Map every key path of `source`, tables included, to the line it first stands on (from 1).

    `source` must be a document that tomllib accepts: this walks it, it does not judge it. Keys
    inside arrays of tables have the path of their table, without a number.
    """
    return _Scanner(source).document()


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.line = 1
        self.found: dict[Path, int] = {}

    def document(self) -> dict[Path, int]:
        table: Path = ()
        while self._skip_blank():
            if self.source[self.at] == "[":
                self._advance(2 if self.source.startswith("[[", self.at) else 1)
                table = self._key(())
                self._advance_past("]")
                if self._next() == "]":
                    self._advance(1)
            else:
                self._pair(table)
        return self.found

    def _pair(self, table: Path) -> None:
        path = self._key(table)
        self._advance_past("=")
        self._value(path)

    def _key(self, table: Path) -> Path:
        """Read a dotted key and remember the line of each of its prefixes."""
        path = table
        while True:
            self._skip(_SPACE)
            path += (self._key_part(),)
            self.found.setdefault(path, self.line)
            self._skip(_SPACE)
            if self._next() != ".":
                return path
            self._advance(1)

    def _key_part(self) -> str:
        if self._next() in {'"', "'"}:
            return self._string()
        start = self.at
        while self._next() not in {"", *_BLANK, ".", "=", "]"}:
            self._advance(1)
        return self.source[start : self.at]

    def _value(self, path: Path) -> None:
        self._skip(_SPACE)
        opening = self._next()
        if opening in {'"', "'"}:
            self._string()
        elif opening == "[":
            self._members("]", path)
        elif opening == "{":
            self._members("}", path)
        else:
            while self._next() not in {"", ",", "]", "}", "#", "\n"}:
                self._advance(1)

    def _members(self, closing: str, path: Path) -> None:
        self._advance(1)
        while self._skip_blank() and self._next() != closing:
            if self._next() == ",":
                self._advance(1)
            elif closing == "}":
                self._pair(path)
            else:
                self._value(path)
        self._advance(1)

    def _string(self) -> str:
        quote = self._next()
        fence = quote * 3 if self.source.startswith(quote * 3, self.at) else quote
        self._advance(len(fence))
        parts: list[str] = []
        while self.at < len(self.source) and not self.source.startswith(fence, self.at):
            parts.append(self._escape() if quote == '"' and self._next() == "\\" else self._take())
        self._advance(len(fence))
        # A multi-line string may end in up to two quotes of its own before the fence.
        while len(fence) == 3 and self._next() == quote:
            self._advance(1)
        return "".join(parts)

    def _escape(self) -> str:
        self._advance(1)
        letter = self._take()
        width = _WIDE_ESCAPES.get(letter)
        if width is None:
            return _ESCAPES.get(letter, "")
        digits = self.source[self.at : self.at + width]
        self._advance(width)
        return chr(int(digits, 16))

    def _take(self) -> str:
        character = self.source[self.at]
        self._advance(1)
        return character

    def _next(self) -> str:
        return self.source[self.at : self.at + 1]

    def _skip(self, characters: str) -> None:
        while self._next() and self._next() in characters:
            self._advance(1)

    def _skip_blank(self) -> bool:
        """Pass blanks, newlines and comments; False at the end."""
        while True:
            self._skip(_BLANK)
            if self._next() != "#":
                return self.at < len(self.source)
            while self._next() not in {"", "\n"}:
                self._advance(1)

    def _advance_past(self, character: str) -> None:
        while self._next() not in {"", character}:
            self._advance(1)
        self._advance(1)

    def _advance(self, count: int) -> None:
        self.line += self.source.count("\n", self.at, self.at + count)
        self.at += count
