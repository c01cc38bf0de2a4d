"""The endpoints; mount them with ``path("chatkit/", include("django_chatkit.urls"))``.

Paths have no trailing slash, as OpenAI's have none; with one they work too.
"""

from django.urls import re_path

from .api.conversation import conversation
from .api.entities import entities, entity
from .api.errors import not_found
from .api.files import file_content, files
from .api.page import client_events, config
from .api.rest.lazy import rest
from .api.turns import stop, stream

app_name = "django_chatkit"

SESSION = r"sessions/(?P<session_id>[^/]+)"
THREAD = r"threads/(?P<thread_id>[^/]+)"

urlpatterns = [
    re_path(r"^conversation/?$", conversation, name="conversation"),
    re_path(r"^config/?$", config, name="config"),
    re_path(r"^client-events/?$", client_events, name="client_events"),
    re_path(r"^entities/?$", entities, name="entities"),
    re_path(r"^entities/(?P<entity_id>[^/]+)/?$", entity, name="entity"),
    re_path(r"^files/?$", files, name="files"),
    re_path(r"^files/(?P<attachment_id>[^/]+)/content/?$", file_content, name="file_content"),
    re_path(r"^sessions/?$", rest("sessions.Sessions"), name="sessions"),
    re_path(rf"^{SESSION}/?$", rest("sessions.SessionDetail"), name="session"),
    re_path(rf"^{SESSION}/cancel/?$", rest("sessions.SessionCancel"), name="session_cancel"),
    re_path(r"^threads/?$", rest("threads.Threads"), name="threads"),
    re_path(rf"^{THREAD}/?$", rest("threads.ThreadDetail"), name="thread"),
    re_path(rf"^{THREAD}/items/?$", rest("threads.ThreadItems"), name="thread_items"),
    re_path(rf"^{THREAD}/stop/?$", stop, name="thread_stop"),
    re_path(rf"^{THREAD}/stream/?$", stream, name="thread_stream"),
    re_path(rf"^{THREAD}/sync/?$", rest("threads.ThreadSync"), name="thread_sync"),
    re_path(r"^", not_found, name="not_found"),
]
