"""What ``openai-chatkit``'s tests call their request context: ours."""

from django_chatkit.server import RequestContext as Context


class RequestContext(Context):
    """:class:`~django_chatkit.server.RequestContext` with a visitor's scope."""

    def __init__(self, user_id: str) -> None:
        super().__init__(scope=user_id)
