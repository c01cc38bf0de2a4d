"""The people behind a scope: users, and visitors who have not logged in."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

SCOPE_SHOWN = 6
"""Characters of a visitor's scope that tell one visitor from another in a list."""


def people_matching(word: str) -> QuerySet[Any]:
    """Primary keys of the users whose user name or e-mail address contains ``word``."""
    model = get_user_model()
    matches = Q(**{f"{model.USERNAME_FIELD}__icontains": word})
    if email := _email_field(model):
        matches |= Q(**{f"{email}__icontains": word})
    return model._default_manager.filter(matches).values("pk")


def _email_field(model: type[AbstractBaseUser]) -> str | None:
    name = model.get_email_field_name()
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:  # a site's own user model may have none
        return None
    return name


def email_of(user: AbstractBaseUser) -> str:
    """The user's e-mail address, or an empty string."""
    field = _email_field(type(user))
    return str(getattr(user, field) or "") if field else ""


def person(user: AbstractBaseUser | None, scope: str) -> SafeString:
    """The cell of a list that says whose a row is."""
    if user is None:
        return format_html(
            '<span class="chatkit-visitor">{}</span> <small class="chatkit-quiet">{}</small>',
            _("Visitor"),
            f"…{scope[-SCOPE_SHOWN:]}",
        )
    name, email = user.get_username(), email_of(user)
    if not email or email == name:
        return format_html("<bdi>{}</bdi>", name)
    return format_html(
        '<bdi title="{}">{}</bdi> <small class="chatkit-quiet chatkit-email"><bdi>{}</bdi></small>',
        email,
        name,
        email,
    )
