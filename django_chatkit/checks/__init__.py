"""System checks: what ``manage.py check`` says of a site's configuration.

None touches the database or the network, or imports the SDK. Each has a stable id, listed in
``docs/reference/checks.md``.
"""

from django.core.checks import register

from .assistants import check_assistants, check_default_assistant, check_scope_prefix
from .element import check_dictation, check_element_options, check_element_source
from .sdk import check_name_chatkit
from .settings import check_server_keys, check_setting_names, check_setting_values
from .site import (
    check_cache,
    check_databases,
    check_middleware,
    check_shared_cache,
    check_templates,
    check_urls,
)

TAG = "django_chatkit"
"""``manage.py check --tag django_chatkit`` runs these alone."""

for _check in (
    check_setting_names,
    check_setting_values,
    check_server_keys,
    check_assistants,
    check_default_assistant,
    check_scope_prefix,
    check_name_chatkit,
    check_element_options,
    check_element_source,
    check_dictation,
    check_urls,
    check_templates,
    check_middleware,
    check_databases,
    check_cache,
):
    register(_check, TAG)
register(check_shared_cache, TAG, deploy=True)

__all__ = ["TAG"]
