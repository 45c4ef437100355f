"""How clients reach the brokers."""

import ssl
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct


class KafkaOptions(Struct, frozen=True, kw_only=True):
    """Connection to the Kafka cluster, in Kafka's own words."""

    bootstrap_servers: Annotated[
        str, Meta(min_length=1, description="Brokers to ask first, host:port, comma-separated.")
    ] = "127.0.0.1:9092"
    security_protocol: Annotated[
        Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"],
        Meta(description="How to talk to the brokers; SSL checks their certificate and host name."),
    ] = "PLAINTEXT"
    ssl_cafile: Annotated[
        str | None, Meta(description="File of CA certificates to trust instead of the system's.")
    ] = None
    ssl_certfile: Annotated[str | None, Meta(description="Client certificate file, for mutual TLS.")] = None
    ssl_keyfile: Annotated[str | None, Meta(description="Private key file of the client certificate.")] = None
    sasl_mechanism: Annotated[
        Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"], Meta(description="How to prove who we are.")
    ] = "SCRAM-SHA-512"
    sasl_username: Annotated[str | None, Meta(description="User name for SASL.")] = None
    sasl_password: Annotated[
        str | None,
        Meta(
            description="Password for SASL; better given as a file.",
            extra_json_schema={"secret": True},  # says that it is one  # nosec B105
        ),
    ] = None
    sasl_password_file: Annotated[
        str | None, Meta(description="File that holds the password for SASL, as container secrets do.")
    ] = None

    @property
    def servers(self) -> list[str]:
        """The bootstrap servers, one by one."""
        return [server.strip() for server in self.bootstrap_servers.split(",") if server.strip()]

    @property
    def uses_tls(self) -> bool:
        """Whether the connection is encrypted."""
        return self.security_protocol in {"SSL", "SASL_SSL"}

    @property
    def uses_sasl(self) -> bool:
        """Whether we authenticate by SASL."""
        return self.security_protocol.startswith("SASL")

    def ssl_context(self) -> ssl.SSLContext | None:
        """TLS context that checks certificate and host name; None without TLS.

        Errors: OSError or ssl.SSLError when a file is missing or is no certificate.
        """
        if not self.uses_tls:
            return None
        context = ssl.create_default_context(cafile=self.ssl_cafile)
        if self.ssl_certfile:
            context.load_cert_chain(self.ssl_certfile, self.ssl_keyfile)
        return context

    def client_arguments(self) -> dict[str, Any]:
        """Keyword arguments that every aiokafka client takes.

        `sasl_password` must be filled in: whoever loads the settings reads `sasl_password_file`.
        """
        arguments: dict[str, Any] = {
            "bootstrap_servers": self.servers,
            "security_protocol": self.security_protocol,
            "ssl_context": self.ssl_context(),
        }
        if self.uses_sasl:
            arguments |= {
                "sasl_mechanism": self.sasl_mechanism,
                "sasl_plain_username": self.sasl_username,
                "sasl_plain_password": self.sasl_password,
            }
        return arguments
