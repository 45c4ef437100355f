"""What the OpenSearch sink can be told."""

import ssl
from typing import Annotated

from msgspec import Meta, Struct


class OpenSearchOptions(Struct, frozen=True, kw_only=True):
    """Where the cluster is, who we are there, and how long we wait."""

    url: Annotated[
        str,
        Meta(
            pattern="^https?://[^/?#@]+(/[^?#]*)?$",
            description="Address of the cluster; https checks its certificate and host name.",
        ),
    ] = "http://127.0.0.1:9200"
    user: Annotated[str | None, Meta(description="User to log in as (basic authentication).")] = None
    password: Annotated[
        str | None,
        Meta(
            description="Password of the user; better given as a file.",
            extra_json_schema={"secret": True},  # says that it is one  # nosec B105
        ),
    ] = None
    password_file: Annotated[
        str | None, Meta(description="File that holds the password, as container secrets do.")
    ] = None
    ssl_cafile: Annotated[
        str | None, Meta(description="File of CA certificates to trust instead of the system's.")
    ] = None
    index_prefix: Annotated[
        str,
        Meta(
            pattern="^[a-z0-9][a-z0-9_-]{0,99}$",
            description="Begins the names of the indices: PREFIX-articles, PREFIX-dead-letters, PREFIX-offsets.",
        ),
    ] = "copydesk"
    shards: Annotated[
        int,
        Meta(ge=1, le=1024, description="Primary shards of the articles when their index is made."),
    ] = 1
    timeout_s: Annotated[
        float,
        Meta(gt=0, le=3600, description="Seconds that one request may take before trying again later."),
    ] = 30.0

    def ssl_context(self) -> ssl.SSLContext | bool:
        """TLS context that checks certificate and host name.

        Errors: OSError or ssl.SSLError when the CA file is missing or holds no certificate.
        """
        return ssl.create_default_context(cafile=self.ssl_cafile) if self.url.startswith("https:") else True
