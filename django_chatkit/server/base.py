"""The base class for a site's own ChatKit server."""

from collections.abc import Collection

from chatkit.server import ChatKitServer as SDKServer
from chatkit.store import AttachmentStore, Store

from .attachments import DjangoAttachmentStore
from .context import RequestContext
from .store import DjangoStore


class ChatKitServer(SDKServer[RequestContext]):
    """An ``openai-chatkit`` server on this site's database.

    Override ``respond`` (and ``action``, ``sync_action``, ``transcribe`` where
    needed) and name the class in ``CHATKIT_ASSISTANTS``'s ``OPTIONS["SERVER"]``.

    Source: https://openai.github.io/chatkit-python/
    """

    verify_actions: bool = False
    """Whether actions are refused that the widget they come from does not offer;
    ``OPTIONS["VERIFY_ACTIONS"]`` wins."""

    page_actions: Collection[str] | None = ()
    """Types of the actions that are the page's own where actions are verified: it may send them
    with any payload, without a widget or in the name of one. ``None`` means all without a widget."""

    def __init__(
        self,
        store: Store[RequestContext] | None = None,
        attachment_store: AttachmentStore[RequestContext] | None = None,
    ) -> None:
        super().__init__(store or DjangoStore(), attachment_store or DjangoAttachmentStore())
