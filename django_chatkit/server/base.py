"""The base class for a site's own ChatKit server."""

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

    def __init__(
        self,
        store: Store[RequestContext] | None = None,
        attachment_store: AttachmentStore[RequestContext] | None = None,
    ) -> None:
        super().__init__(store or DjangoStore(), attachment_store or DjangoAttachmentStore())
