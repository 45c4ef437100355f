"""What can go wrong between us and the broker, in words; and which errors are an article's own fault."""

from typing import TYPE_CHECKING

from aiokafka.errors import (
    CorruptRecordException,
    InvalidTimestampError,
    KafkaConnectionError,
    KafkaError,
    MessageSizeTooLargeError,
    RecordListTooLargeError,
    TopicAuthorizationFailedError,
    UnsupportedVersionError,
)

from copydesk.kafka.options import KafkaOptions

if TYPE_CHECKING:
    from copydesk.producer.publish import PublishReport

_REFUSED: dict[type[BaseException], str] = {
    MessageSizeTooLargeError: "was refused by the broker: larger than the topic's max.message.bytes",
    RecordListTooLargeError: "was refused by the broker: larger than the topic's segment",
    CorruptRecordException: "was refused by the broker: invalid record (a compacted topic needs keys)",
    InvalidTimestampError: "was refused by the broker: its timestamp",
}


class PublishError(Exception):
    """Publishing cannot go on; the message says why, `report` what was done until then.

    `exit_code` is 3 when the broker was not reached, else 1.
    """

    def __init__(self, message: str, report: "PublishReport", exit_code: int = 1) -> None:
        super().__init__(message)
        self.report = report
        self.exit_code = exit_code


def refused_reason(error: BaseException) -> str | None:
    """Why the broker refused a message for itself; None when the error is not the message's fault."""
    return next((reason for kind, reason in _REFUSED.items() if isinstance(error, kind)), None)


def not_reached(
    kafka: KafkaOptions, error: BaseException, report: "PublishReport", why: str = ""
) -> PublishError:
    """No broker answered; `why` where that is known."""
    if isinstance(error, UnsupportedVersionError):
        return PublishError(f"The broker at {kafka.bootstrap_servers} is too old: {error}.", report)
    why = why or ("" if isinstance(error, KafkaConnectionError) else _words(error))
    told = f" ({why})" if why else ""
    message = (
        f"No Kafka broker answers at {kafka.bootstrap_servers}{told}. Start one, for instance "
        "`copydesk up`, or name yours: --broker host:port."
    )
    return PublishError(message, report, exit_code=3)


def topic_missing(topic: str, report: "PublishReport") -> PublishError:
    """The topic is not there."""
    return PublishError(f"The topic {topic} does not exist; make it with `copydesk topics create`.", report)


def cannot_deliver(error: BaseException, report: "PublishReport") -> PublishError:
    """Delivery fails for a reason that is not the article's."""
    if isinstance(error, TopicAuthorizationFailedError):
        return PublishError(f"We may not write to the topic ({_words(error)}).", report)
    message = (
        f"Delivery failed ({_words(error)}); {report.acknowledged} articles were acknowledged. "
        "Articles without an acknowledgement may be there or not: publishing them again does no harm."
    )
    return PublishError(message, report, exit_code=3)


def stalled(seconds: float, report: "PublishReport") -> PublishError:
    """Nothing was delivered for a long time."""
    message = (
        f"The broker acknowledged nothing for {seconds:.0f} s; {report.acknowledged} articles were acknowledged "
        "before. Publish the rest again when it is back: articles sent twice do no harm."
    )
    return PublishError(message, report, exit_code=3)


def _words(error: BaseException) -> str:
    if isinstance(error, KafkaError):
        return " ".join(str(error).split()) or type(error).__name__
    return f"{type(error).__name__}: {error}"
