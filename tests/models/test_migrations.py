"""The migration, forwards and backwards."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from tests.models.rows import item, thread


def tables() -> set[str]:
    names = connection.introspection.table_names()
    return {name for name in names if name.startswith("django_chatkit_")}


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_the_app_can_be_taken_out_and_put_back() -> None:
    whole = tables()
    item(thread())
    try:
        call_command("migrate", "django_chatkit", "zero", verbosity=0)
        without = tables()
    finally:
        call_command("migrate", "django_chatkit", verbosity=0)

    models = apps.get_app_config("django_chatkit").get_models()
    assert whole == {model._meta.db_table for model in models}
    assert without == set()
    assert tables() == whole
    item(thread())


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "django_chatkit", "--check", "--dry-run", verbosity=0)
