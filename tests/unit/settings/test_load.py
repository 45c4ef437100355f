"""Settings come from four sources, the later ones winning; everything wrong is told at once."""

from pathlib import Path

import pytest

from copydesk.settings.load import Loaded, load
from copydesk.settings.problems import SettingsError
from copydesk.settings.sources import Flag


def _file(directory: Path, text: str, name: str = "copydesk.toml") -> Path:
    path = directory / name
    path.write_text(text, encoding="utf-8")
    return path


def _wrong(
    text: str = "",
    *,
    directory: Path,
    environ: dict[str, str] | None = None,
    flags: tuple[Flag, ...] = (),
) -> list[str]:
    if text:
        _file(directory, text)
    with pytest.raises(SettingsError) as caught:
        load(environ=environ or {}, flags=flags, directory=directory)
    assert str(caught.value).count("\n") == len(caught.value.problems)
    return [str(problem).replace(f"{directory}/", "") for problem in caught.value.problems]


def test_defaults_hold_where_nothing_is_given(tmp_path: Path) -> None:
    """Without any source every setting has its default and says so."""
    loaded = load(environ={}, directory=tmp_path)
    assert loaded.settings.kafka.bootstrap_servers == "127.0.0.1:9092"
    assert set(loaded.sources.values()) == {"default"}
    assert loaded.file is None


def _layered(directory: Path, sources: int) -> Loaded:
    _file(directory, "[stream]\nchunk_records = 1\nprocesses = 1\ndrain_s = 1\n")
    environ = {"COPYDESK_STREAM__CHUNK_RECORDS": "2", "COPYDESK_STREAM__PROCESSES": "2"}
    flags = (Flag("stream.chunk_records", "3", "--set"),)
    return load(
        environ=environ if sources > 1 else {}, flags=flags if sources > 2 else (), directory=directory
    )


def test_later_sources_win(tmp_path: Path) -> None:
    """A flag beats the environment, which beats the file; each setting tells its own source."""
    loaded = _layered(tmp_path, 3)
    stream = loaded.settings.stream
    assert (stream.chunk_records, stream.processes, stream.drain_s) == (3, 2, 1.0)
    assert loaded.sources["stream.chunk_records"] == "--set"
    assert loaded.sources["stream.processes"] == "COPYDESK_STREAM__PROCESSES"
    assert loaded.sources["stream.drain_s"] == f"{tmp_path}/copydesk.toml:4"
    assert _layered(tmp_path, 1).settings.stream.chunk_records == 1


def test_the_file_is_named_by_flag_then_environment_then_found(tmp_path: Path) -> None:
    """--config beats COPYDESK_CONFIG, which beats ./copydesk.toml."""
    _file(tmp_path, 'data_dir = "found"')
    named = _file(tmp_path, 'data_dir = "named"', "named.toml")
    given = _file(tmp_path, 'data_dir = "given"', "given.toml")
    environ = {"COPYDESK_CONFIG": str(named)}
    assert load(environ={}, directory=tmp_path).settings.data_dir == "found"
    assert load(environ=environ, directory=tmp_path).settings.data_dir == "named"
    assert load(config=given, environ=environ, directory=tmp_path).settings.data_dir == "given"


def test_a_named_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A file that was asked for must be readable; who asked is told."""
    with pytest.raises(SettingsError, match=r"none\.toml: cannot be read \(No such file.*by --config"):
        load(config=tmp_path / "none.toml", environ={}, directory=tmp_path)
    with pytest.raises(SettingsError, match="by COPYDESK_CONFIG"):
        load(environ={"COPYDESK_CONFIG": str(tmp_path / "none.toml")}, directory=tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[kafka]\nbootstrap_server = 'x:1'", "2: kafka.bootstrap_server is no setting. Did you mean kafka.bootstrap_servers?"),
        ("\n[kafk]\nbootstrap_servers = 'x:1'", "2: [kafk] is no section. Did you mean kafka?"),
        ("kafka = 'x:1'", "1: kafka is a section, not a setting. Write its settings under [kafka]."),
        ("data_dri = 'x'", "1: data_dri is no setting. Did you mean data_dir?"),
        ("bootstrap_servers = 'x:1'", "1: bootstrap_servers is no setting. Did you mean kafka.bootstrap_servers?"),
        ("[logs]\nzzz = 1", "2: logs.zzz is no setting. [logs] has: format, level."),
        ("[stream]\n\n\nprocesses = 900", "4: stream.processes = 900 must be: whole number, 0 to 256. Child processes"),
        ("[stream]\nprocesses = 'two'", "2: stream.processes = 'two' must be: whole number, 0 to 256."),
        ("stream.drain_s = 0", "1: stream.drain_s = 0 must be: number, more than 0."),
        ("stream.drain_s = inf", "1: stream.drain_s = inf must be: number, more than 0."),
        ("stream.processes = true", "1: stream.processes = true must be: whole number"),
        ("logs.level = 'loud'", "1: logs.level = 'loud' must be: debug, info, warning or error."),
        ("logs.level = { a = 1 }", "1: logs.level = a table must be: debug, info"),
        ("data_dir = ''", "1: data_dir = '' must be: text, not empty."),
        ("a = 1\nb = = 2", "2: is not TOML: Invalid value."),
        ("[stream]\nprocesses = 1\nprocesses = 2", "3: is not TOML: Cannot overwrite a value."),
        ("kafka.bootstrap_servers = 'localhost'", "1: kafka.bootstrap_servers names 'localhost', which is not host:port."),
        ("kafka.bootstrap_servers = 'a:1,b:99999'", "1: kafka.bootstrap_servers names 'b:99999'"),
        ("kafka.bootstrap_servers = ' , '", "1: kafka.bootstrap_servers names ' , '"),
        ("kafka.ssl_certfile = 'c'", "1: kafka.ssl_certfile needs its private key. Set kafka.ssl_keyfile."),
        ("topics.raw = 'articles.dead'", "1: topics.raw raw, structured, dead and clusters must differ"),
        ("cluster.window_hours = 200", "1: cluster.window_hours = 200 is longer than messages are kept (7 days)."),
        ("strip.rules_off = ['no.such']", "1: strip.rules_off cannot be used: unknown rule in rules_off: no.such."),
        ("strip.rules_off = 'no.such'", "1: strip.rules_off = 'no.such' must be: several of: text."),
        ("sink.names = ['sqlit']", "1: sink.names names 'sqlit', which is no sink. Did you mean sqlite?"),
        ("stream.compression = 'brotli'", "1: stream.compression = 'brotli' must be one of gzip, lz4, snappy, zstd."),
    ],
)  # fmt: skip
def test_each_mistake_in_the_file_names_line_key_and_fix(tmp_path: Path, text: str, message: str) -> None:
    """A mistake is told with file:line, the setting, what is wrong and what to do."""
    (problem,) = _wrong(text, directory=tmp_path)
    assert problem.startswith(f"copydesk.toml:{message}")


def test_a_file_that_is_not_utf_8_names_the_line(tmp_path: Path) -> None:
    """A byte that is no UTF-8 is told by its line."""
    (tmp_path / "copydesk.toml").write_bytes(b"# fine\ndata_dir = 'caf\xe9'\n")
    assert _wrong(directory=tmp_path) == ["copydesk.toml:2: is not UTF-8. Save it as UTF-8."]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    """File, environment and flags are all judged before the service gives up."""
    problems = _wrong(
        "[stream]\nprocesses = -1\nnope = 1",
        directory=tmp_path,
        environ={"COPYDESK_LOGS__LEVEL": "loud", "COPYDESK_KAFKA_SERVERS": "x"},
        flags=(Flag("metrics.port", "70000", "--metrics-port"), Flag("metrics.prt", "1", "--set")),
    )
    assert len(problems) == 6
    assert "COPYDESK_LOGS__LEVEL: logs.level = 'loud' must be: debug, info, warning or error." in " ".join(
        problems
    )
    assert any(problem.startswith("--metrics-port: metrics.port = '70000' must be") for problem in problems)
    assert "--set: metrics.prt is no setting. Did you mean metrics.port?" in problems


def test_a_wrong_value_is_told_though_another_overrides_it(tmp_path: Path) -> None:
    """A wrong line in the file does not hide behind a flag."""
    problems = _wrong("logs.level = 1", directory=tmp_path, flags=(Flag("logs.level", "info", "--set"),))
    assert problems[0].startswith("copydesk.toml:1: logs.level = 1")


@pytest.mark.parametrize(
    ("variable", "fix"),
    [
        ("COPYDESK_KAFKA__BOOTSTRAP_SERVER", "Did you mean COPYDESK_KAFKA__BOOTSTRAP_SERVERS?"),
        ("COPYDESK_KAFKA_BOOTSTRAP_SERVERS", "Did you mean COPYDESK_KAFKA__BOOTSTRAP_SERVERS?"),
        ("COPYDESK_Q", "Variables are named COPYDESK_SECTION__NAME; `copydesk config` lists them."),
    ],
)
def test_unknown_variables_are_told(tmp_path: Path, variable: str, fix: str) -> None:
    """A mistyped COPYDESK_ variable is not passed over."""
    assert _wrong(directory=tmp_path, environ={variable: "x"}) == [f"{variable}: sets nothing we know. {fix}"]


def test_variables_of_kubernetes_services_are_passed_over(tmp_path: Path) -> None:
    """A Kubernetes Service named copydesk, whose addresses are put into every pod, breaks nothing."""
    environ = {
        "COPYDESK_SERVICE_HOST": "10.0.0.1",
        "COPYDESK_SERVICE_PORT": "9464",
        "COPYDESK_SERVICE_PORT_METRICS": "9464",
        "COPYDESK_PORT": "tcp://10.0.0.1:9464",
        "COPYDESK_PORT_9464_TCP": "tcp://10.0.0.1:9464",
        "COPYDESK_PORT_9464_TCP_ADDR": "10.0.0.1",
        "COPYDESK_KAFKA_SERVICE_HOST": "10.0.0.2",
    }
    assert set(load(environ=environ, directory=tmp_path).sources.values()) == {"default"}


def test_an_empty_variable_unsets_what_may_be_unset(tmp_path: Path) -> None:
    """COPYDESK_STREAM__INSTANCE= takes the file's value away; where a value is needed it is an error."""
    _file(tmp_path, "stream.instance = 'a'")
    loaded = load(environ={"COPYDESK_STREAM__INSTANCE": ""}, directory=tmp_path)
    assert loaded.settings.stream.instance is None
    assert _wrong(directory=tmp_path, environ={"COPYDESK_STREAM__PROCESSES": ""})


def test_nul_in_a_path_or_text_is_told(tmp_path: Path) -> None:
    """No file name can hold NUL: the setting is told as wrong, whichever way it is given."""
    environ = {"COPYDESK_POSTGRES__PASSWORD_FILE": "a\0b", "COPYDESK_DATA_DIR": "c\0d"}
    wrong = _wrong('[kafka]\nsasl_password_file = "e\\u0000f"\n', directory=tmp_path, environ=environ)
    assert [one for one in wrong if "postgres.password_file = 'a\\x00b' must be: text." in one]
    assert [one for one in wrong if "data_dir = 'c\\x00d'" in one]
    assert [one for one in wrong if "sasl_password_file" in one]
    with pytest.raises(SettingsError, match="cannot be read"):
        load(config=Path("a\0b"), environ={}, directory=tmp_path)
