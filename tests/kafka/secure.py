"""An Apache Kafka that talks TLS, and asks for certificates, passwords or SCRAM; with a CA of its own."""

import subprocess
from pathlib import Path

from msgspec import Struct

from tests.kafka.probe import free_port
from tests.kafka.server import KafkaServer

USER = "desk"
PASSWORD = "canary-pass-7Q2xV9"
"""Searched for wherever something is written."""

_JAAS = "org.apache.kafka.common.security"


class Certificates(Struct, frozen=True):
    """A CA, what it signed, and another CA that signed nothing here."""

    folder: Path

    def __getattr__(self, name: str) -> str:
        """Path of a file: ca, server, client, client_key, stranger."""
        return str(self.folder / f"{name}.pem")


def make_certificates(folder: Path) -> Certificates:
    """Make all of them with openssl. The server's is for the name localhost, and for no address."""
    made = Certificates(folder)
    for name in ("ca", "stranger"):
        _openssl(
            "req", "-x509", *_KEY, "-nodes", "-days", "2", "-subj", f"/CN=copydesk test {name}", "-keyout", f"{folder}/{name}_key.pem",
            "-out", f"{folder}/{name}.pem", "-addext", "basicConstraints=critical,CA:TRUE",
        )  # fmt: skip
    for name, extension in (
        ("server", "subjectAltName=DNS:localhost"),
        ("client", "extendedKeyUsage=clientAuth"),
    ):
        (folder / "extension").write_text(extension)
        _openssl(
            "req",
            *_KEY,
            "-new",
            "-nodes",
            "-subj",
            f"/CN={name}",
            "-keyout",
            f"{folder}/{name}_key.pem",
            "-out",
            f"{folder}/{name}.csr",
        )
        _openssl(
            "x509", "-req", "-days", "2", "-in", f"{folder}/{name}.csr", "-CA", f"{folder}/ca.pem", "-CAkey", f"{folder}/ca_key.pem",
            "-CAcreateserial", "-extfile", f"{folder}/extension", "-out", f"{folder}/{name}.pem",
        )  # fmt: skip
    # Kafka takes the key and the chain in one file.
    store = "".join((folder / part).read_text() for part in ("server_key.pem", "server.pem", "ca.pem"))
    (folder / "keystore.pem").write_text(store)
    return made


_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")


def _openssl(*arguments: str) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


class SecureKafka:
    """A server with three more listeners: `tls` asks for a client certificate, `sasl` for a user over TLS, `bare` without TLS."""

    def __init__(self, folder: Path) -> None:
        self.certificates = make_certificates(folder)
        self.tls, self.sasl, self.bare = free_port(), free_port(), free_port()
        listeners = {
            "PLAINTEXT": ("127.0.0.1", "{port}"), "CONTROLLER": ("127.0.0.1", "{controller}"), "TLS": ("localhost", self.tls),
            "SASL": ("localhost", self.sasl), "BARE": ("127.0.0.1", self.bare),
        }  # fmt: skip
        where = ",".join(f"{name}://{host}:{port}" for name, (host, port) in listeners.items())
        plain = f'{_JAAS}.plain.PlainLoginModule required username="admin" password="admin" user_admin="admin" user_{USER}="{PASSWORD}";'
        extra = {
            "listeners": where.replace("localhost", "127.0.0.1"),
            "advertised.listeners": where,
            "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,TLS:SSL,SASL:SASL_SSL,BARE:SASL_PLAINTEXT",
            "ssl.keystore.type": "PEM",
            "ssl.keystore.location": f"{folder}/keystore.pem",
            "ssl.truststore.type": "PEM",
            "ssl.truststore.location": self.certificates.ca,
            "listener.name.tls.ssl.client.auth": "required",
        }
        for listener in ("sasl", "bare"):
            extra[f"listener.name.{listener}.sasl.enabled.mechanisms"] = "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512"
            extra[f"listener.name.{listener}.plain.sasl.jaas.config"] = plain
            for bits in (256, 512):
                extra[f"listener.name.{listener}.scram-sha-{bits}.sasl.jaas.config"] = (
                    f"{_JAAS}.scram.ScramLoginModule required;"
                )
        scram = [f"SCRAM-SHA-{bits}=[name={USER},password={PASSWORD}]" for bits in (256, 512)]
        self.server = KafkaServer(extra=extra, scram=scram)
