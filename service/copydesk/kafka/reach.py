"""Why a broker is not reached: aiokafka only says that none of those named was."""

import asyncio
import ssl
from typing import Final

from aiokafka.conn import collect_hosts, create_conn
from aiokafka.errors import (
    AuthenticationFailedError,
    KafkaConnectionError,
    KafkaError,
    SaslAuthenticationFailed,
    UnsupportedSaslMechanismError,
)

from copydesk.kafka.options import KafkaOptions

_PATIENCE_S: Final = 5.0


async def why_unreachable(kafka: KafkaOptions) -> str:
    """Try the first of the servers once more; what is wrong, in words that hold no secret. Empty where nothing is known."""
    host, port, _ = collect_hosts(kafka.servers)[0]
    settings = {
        name: value for name, value in kafka.client_arguments().items() if name != "bootstrap_servers"
    }
    try:
        async with asyncio.timeout(_PATIENCE_S):
            connection = await create_conn(host, port, **settings)
            connection.close()
    except (KafkaError, OSError, TimeoutError, ValueError) as error:
        cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
        return _words(cause)
    return ""


_WORDS: Final[tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...]] = (
    (
        (AuthenticationFailedError, SaslAuthenticationFailed),
        "authentication failed; see kafka.sasl_username, kafka.sasl_password_file and kafka.sasl_mechanism",
    ),
    (UnsupportedSaslMechanismError, "it does not offer kafka.sasl_mechanism for authentication"),
    (ConnectionRefusedError, ""),  # nothing listens there: nothing to add
    (TimeoutError, f"no answer in {_PATIENCE_S:.0f} s"),
    (KafkaConnectionError, "it closed the connection; see kafka.security_protocol"),
)


def _words(error: BaseException) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not accepted: {error.verify_message.rstrip('.')}; see kafka.ssl_cafile"
    if isinstance(error, ssl.SSLError):
        if "CERTIFICATE" in (error.reason or ""):
            return "it wants another client certificate; see kafka.ssl_certfile"
        return f"TLS failed ({error.reason or type(error).__name__}); see kafka.security_protocol"
    return next((words for kind, words in _WORDS if isinstance(error, kind)), type(error).__name__)
