"""The example site's settings: careful in production, at hand in a demo."""

from pathlib import Path

from tests.example_project.conftest import Manage

PRODUCTION = {
    "SECRET_KEY": "0123456789-abcdefghij-" * 3,
    "ALLOWED_HOSTS": "museum.example",
    "CACHE_URL": "rediscache://redis.example:6379/0",
}


def test_production_needs_a_secret_key(manage: Manage) -> None:
    run = manage("check")

    assert run.returncode != 0
    assert "Set the SECRET_KEY environment variable" in run.stderr


def test_production_passes_djangos_deployment_checks(manage: Manage) -> None:
    run = manage("check", "--deploy", "--fail-level", "INFO", **PRODUCTION)

    assert (run.returncode, run.stdout) == (
        0,
        "System check identified no issues (0 silenced).\n",
    ), run.stderr


def test_the_demo_needs_no_configuration(manage: Manage) -> None:
    run = manage("check", "--fail-level", "INFO", EXAMPLE_DEMO="true")

    assert run.returncode == 0, run.stderr


def test_a_key_and_a_workflow_make_it_a_hosted_site(manage: Manage) -> None:
    openai = {"OPENAI_API_KEY": "sk-1", "CHATKIT_WORKFLOW_ID": "wf_1"}

    run = manage("check", "--fail-level", "INFO", EXAMPLE_DEMO="true", **openai)
    alone = manage("chatkit_sync", "default", EXAMPLE_DEMO="true", OPENAI_API_KEY="sk-1")

    assert run.returncode == 0, run.stderr
    assert "The assistant 'default' is not a hosted one." in alone.stderr


def test_the_demo_users_are_refused_outside_the_demo(manage: Manage) -> None:
    run = manage("seed_demo", **PRODUCTION)

    assert run.returncode != 0
    assert "CommandError: These users' passwords are public." in run.stderr


def test_seeding_again_changes_nothing_and_prints_the_log_ins(
    manage: Manage, tmp_path: Path
) -> None:
    demo = {"EXAMPLE_DEMO": "true", "DATABASE_URL": f"sqlite:///{tmp_path / 'demo.sqlite3'}"}
    manage("migrate", **demo).check_returncode()
    first = manage("seed_demo", "--port", "8123", **demo)
    assert first.returncode == 0, first.stderr
    users = manage("dumpdata", "auth.user", **demo).stdout

    second = manage("seed_demo", "--port", "8123", **demo)

    assert second.stdout == first.stdout
    assert manage("dumpdata", "auth.user", **demo).stdout == users
    for line in (
        "http://localhost:8123/",
        "alice   alice-demo",
        "bob     bob-demo",
        "admin   admin-demo   (the admin is http://localhost:8123/admin/)",
    ):
        assert line in first.stdout
