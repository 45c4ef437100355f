"""The fault matrix: what may go wrong, what is promised for it, and which tests hold the promise."""

from msgspec import Struct

_FAULTS, _STREAM, _UNIT = "tests/faults", "tests/stream", "tests/unit"


class Row(Struct, frozen=True):
    """A fault, what is promised, and the tests: node ids of pytest, all parameters where none is named."""

    fault: str
    promise: str
    tests: tuple[str, ...] = ()

    def has(self, test: str) -> bool:
        """Whether a test, by its full node id, is one of the row's."""
        return any(test == one or test.startswith(f"{one}[") for one in self.tests)


def _killed(point: str, how: str) -> Row:
    return Row(
        f"kill -9 of the worker {how}, 20 seeds",
        "one outcome for each input; no offset committed before its outcome; each article stored once, the newest",
        (f"{_FAULTS}/test_killed.py::test_killed_at_a_point[{point}]",),
    )


ROWS = (
    _killed("after fetch", "after a fetch"),
    _killed("mid-strip", "in the midst of stripping"),
    _killed("mid-send", "with a batch on its way"),
    _killed("after send", "after the outcomes are acknowledged"),
    _killed("before commit", "before a commit"),
    _killed("after sink commit", "after the store's commit"),
    Row(
        "SIGTERM under load",
        "drains, exits with 0, nothing is worked on twice",
        (f"{_STREAM}/test_worker.py::test_sigterm_drains_and_exits_with_0",),
    ),
    Row(
        "SIGTERM while no broker answers",
        "ends by the deadline with a code that is not 0; its successor does the rest",
        (
            f"{_FAULTS}/test_network.py::test_sigterm_while_nothing_answers",
            f"{_STREAM}/test_worker.py::test_sigterm_with_the_broker_gone_ends_in_time",
        ),
    ),
    Row(
        "broker killed, back after 20 s",
        "alive, unready; goes on unaided within 30 s of its return",
        (f"{_STREAM}/test_broker_away.py::test_a_worker_outlives_a_broker_that_was_away",),
    ),
    Row(
        "black hole of 60 s",
        "alive, unready; at work unaided within 30 s of its end, nothing lost",
        (f"{_FAULTS}/test_network.py::test_a_black_hole",),
    ),
    Row(
        "connections cut, ten times",
        "goes on, nothing lost",
        (f"{_FAULTS}/test_network.py::test_connections_cut_again_and_again",),
    ),
    Row(
        "one of three brokers killed, each in turn",
        "goes on with the two others on all partitions, nothing lost",
        (f"{_FAULTS}/test_network.py::test_one_of_three_brokers_is_killed",),
    ),
    Row(
        "50 ms of latency, TCP in slices of at most 500 bytes",
        "no rebalance, nothing sent again",
        (f"{_FAULTS}/test_network.py::test_latency_and_slices",),
    ),
    Row(
        "SIGSTOP past the session timeout",
        "its stale commit is refused, it joins again, the store is right",
        (f"{_FAULTS}/test_members.py::test_a_worker_that_stood_still_past_its_session",),
    ),
    Row(
        "three workers join, leave and die under load",
        "after each change all partitions move; nothing lost",
        (
            f"{_FAULTS}/test_members.py::test_three_workers_join_and_leave",
            f"{_STREAM}/test_rebalance.py::test_workers_join_and_leave_without_loss_or_double_work",
            f"{_STREAM}/test_rebalance.py::test_each_worker_that_joins_gets_partitions",
        ),
    ),
    Row(
        "partitions 2 to 6",
        "new ones are read from their start",
        (f"{_STREAM}/test_offsets.py::test_partitions_that_are_added_are_read_from_their_start",),
    ),
    Row(
        "topic deleted, and made anew",
        "detected, ends with 6 and says so; no old offset is committed on the new topic",
        (f"{_STREAM}/test_stuck.py::test_a_topic_that_is_deleted_stops_the_worker",),
    ),
    Row(
        "committed offset out of range",
        "goes on with what there is; what expired is counted and told",
        (f"{_STREAM}/test_offsets.py::test_offsets_that_expired_are_counted_and_passed_over",),
    ),
    Row(
        "store down",
        "waited for, never committed; each record once",
        (
            "tests/postgres/test_lost.py::test_a_server_that_goes_under_writing_loses_and_doubles_nothing",
            "tests/postgres/test_stream.py::test_worker_and_server_killed_under_load",
        ),
    ),
    Row(
        "store slow: 8 s a write, session 6 s",
        "stays a member, alive; everything is stored",
        (f"{_FAULTS}/test_around.py::test_a_slow_store",),
    ),
    Row(
        "store locked",
        "waited for and told; other stores go on",
        (f"{_STREAM}/test_sinks.py::test_a_sink_that_is_away_holds_only_itself",),
    ),
    Row(
        "disk full",
        "waited for and told; nothing of a batch is half written",
        (
            f"{_STREAM}/test_sinks.py::test_a_disk_that_is_full_holds_its_sink_only",
            f"{_UNIT}/sinks/test_sqlite_faults.py::test_a_full_disk_leaves_nothing_of_the_batch",
        ),
    ),
    Row(
        "store damaged, or its write-ahead log lost, at start",
        "noticed, ends and says so; `copydesk records rebuild` sets it aside and fills it from the topics",
        (f"{_STREAM}/test_rebuild.py::test_a_damaged_store_is_noticed_and_filled_again",),
    ),
    Row(
        "poison article",
        "bounded tries, a dead letter, the rest goes on",
        (f"{_STREAM}/test_desk.py::test_an_article_that_kills_its_process_becomes_a_dead_letter",),
    ),
    Row(
        "mostly poison",
        "ends with 8 before the topic is drained into dead letters",
        (f"{_STREAM}/test_stuck.py::test_a_topic_of_poison_is_not_emptied_into_dead_letters",),
    ),
    Row(
        "topic of dead letters unavailable",
        "ends with 7 as stuck, commits nothing of it; its successor delivers it",
        (f"{_FAULTS}/test_around.py::test_the_topic_of_the_dead_takes_nothing",),
    ),
    Row(
        "malformed JSON, UTF-8, NUL, surrogates; 100,000 deep; a body at its limit and one byte more",
        "one outcome each",
        (
            "tests/property/test_codec.py::test_any_message_ends_in_one_outcome_and_twice_the_same",
            "tests/property/test_hostile.py::test_any_bytes_give_an_outcome",
            "tests/property/test_hostile.py::test_a_hundred_thousand_deep_is_read",
            f"{_UNIT}/normalise/test_stage.py::test_the_limit_of_a_body_is_exact",
        ),
    ),
    Row(
        "slow page, regex bomb",
        "the child is killed at its time limit, neighbours come out; rules cost linear time",
        (
            f"{_UNIT}/stream/test_pool.py::test_a_deadly_article_costs_itself_only",
            "tests/property/test_hostile.py::test_ten_times_as_much_costs_ten_times_as_much",
        ),
    ),
    Row(
        "child crashes, or exceeds its memory",
        "costs that article only",
        (
            f"{_UNIT}/stream/test_pool.py::test_a_deadly_article_costs_itself_only",
            f"{_UNIT}/stream/test_pool.py::test_two_deadly_articles_in_one_chunk",
            f"{_UNIT}/stream/test_pool.py::test_memory_is_limited",
        ),
    ),
    Row(
        "compression bomb in a batch",
        "decompressed in a child only, within its memory limit; costs that batch",
        (f"{_UNIT}/stream/test_pool.py::test_a_batch_that_no_child_can_decode_costs_two_children",),
    ),
    Row(
        "compression bomb as a body, or as a file to publish",
        "not unpacked by the worker, and by `publish` up to its limit only; one dead letter, one rejected file",
        (
            f"{_UNIT}/normalise/test_stage.py::test_a_packed_body_is_not_unpacked",
            f"{_UNIT}/producer/readers/test_readers.py::test_a_packed_bomb_is_a_bad_item",
        ),
    ),
    Row(
        "duplicates and reordering",
        "every store ends with the newest of each id",
        ("tests/contract/test_sinks.py::test_any_order_and_repetition_leaves_the_newest",),
    ),
    Row(
        "clock a day forward and a day back, under load",
        "alive, no rebalance, durations monotonic, nothing lost",
        (f"{_FAULTS}/test_around.py::test_a_clock_that_jumps_by_a_day",),
    ),
    Row(
        "messages of the schema version before, unknown fields",
        "read",
        (
            "tests/contract/test_schemas.py::test_records_of_the_version_before_are_read",
            f"{_UNIT}/codec/test_record.py::test_fields_of_newer_versions_are_passed_over",
        ),
    ),
    Row(
        "stuck event loop, stuck store",
        "stacks in the log, unready, ends with 7; its successor does the work",
        (f"{_STREAM}/test_stuck.py::test_a_stuck_worker_ends_with_7_and_its_successor_does_the_work",),
    ),
)
