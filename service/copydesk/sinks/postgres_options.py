"""What the PostgreSQL sink can be told."""

import ssl
from typing import Annotated, Literal

from msgspec import Meta, Struct


class PostgresOptions(Struct, frozen=True, kw_only=True):
    """Where the PostgreSQL server is, who we are there, and how long we wait."""

    host: Annotated[
        str,
        Meta(
            min_length=1, description="Host name or address; a path that begins with / is a socket's folder."
        ),
    ] = "127.0.0.1"
    port: Annotated[int, Meta(ge=1, le=65535, description="TCP port.")] = 5432
    database: Annotated[str, Meta(min_length=1, description="Database; it must exist.")] = "copydesk"
    user: Annotated[
        str, Meta(min_length=1, description="Role to log in as; it needs nothing but the schema.")
    ] = "copydesk"
    password: Annotated[
        str | None,
        Meta(
            description="Password of the role; better given as a file.",
            extra_json_schema={"secret": True},  # says that it is one  # nosec B105
        ),
    ] = None
    password_file: Annotated[
        str | None, Meta(description="File that holds the password, as container secrets do.")
    ] = None
    schema: Annotated[
        str,
        Meta(
            pattern="^[a-z_][a-z0-9_]{0,62}$",
            description="Schema of the tables; made when missing, where the role may.",
        ),
    ] = "copydesk"
    ssl_mode: Annotated[
        Literal["disable", "verify-full"],
        Meta(description="TLS: verify-full checks the server's certificate and host name; disable is none."),
    ] = "disable"
    ssl_cafile: Annotated[
        str | None, Meta(description="File of CA certificates to trust instead of the system's.")
    ] = None
    connect_timeout_s: Annotated[
        float, Meta(gt=0, le=600, description="Seconds to wait for a connection before trying again later.")
    ] = 10.0
    command_timeout_s: Annotated[
        float,
        Meta(
            ge=0.1,
            le=3600,
            description="Seconds that one statement may take, waiting for locks included, before the batch is"
            " tried again later.",
        ),
    ] = 30.0

    @property
    def place(self) -> str:
        """The database as messages name it: host:port/database."""
        return f"{self.host}:{self.port}/{self.database}"

    def ssl_context(self) -> ssl.SSLContext | bool:
        """TLS context that checks certificate and host name; False without TLS.

        Errors: OSError or ssl.SSLError when the CA file is missing or holds no certificate.
        """
        return self.ssl_mode != "disable" and ssl.create_default_context(cafile=self.ssl_cafile)
