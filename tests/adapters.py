"""Adapters of sites that differ from the default."""

from django.contrib.auth.models import AbstractBaseUser

from django_chatkit.adapter import ChatKitAdapter


class StaffOnlyAdapter(ChatKitAdapter):
    """Every assistant is for staff."""

    def may_chat(self, user: AbstractBaseUser | None, assistant: str) -> bool:
        return bool(getattr(user, "is_staff", False))
