"""The guide to the admin names the permissions that there are."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission

from django_chatkit.enums import MirrorState

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "use-the-admin.md"


@pytest.mark.django_db
def test_every_permission_of_the_guide_exists_and_none_of_ours_is_left_out() -> None:
    named = set(re.findall(r"^\| `(\w+)` \|", GUIDE.read_text(), re.MULTILINE))
    existing = Permission.objects.filter(content_type__app_label="django_chatkit")
    models = apps.get_app_config("django_chatkit").get_models()
    ours = {codename for model in models for codename, _name in model._meta.permissions}

    assert named <= set(existing.values_list("codename", flat=True))
    assert ours <= named


def test_every_state_of_a_copy_is_explained() -> None:
    rows = re.findall(r"^\| ([A-Z][\w ]+) \|", GUIDE.read_text(), re.MULTILINE)

    assert {str(state.label).capitalize() for state in MirrorState} <= {
        row.replace("OpenAI", "openai").capitalize() for row in rows
    }
