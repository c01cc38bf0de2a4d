"""Attachments in the admin: listed, and downloaded by who may see them."""

from urllib.parse import quote

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.defaultfilters import filesizeformat
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import ChatAttachment
from ..storage import presigned_url
from .base import RecordAdmin
from .cells import ago
from .filters import AssistantFilter, PersonFilter
from .people import person


@admin.register(ChatAttachment)
class ChatAttachmentAdmin(RecordAdmin[ChatAttachment]):
    """Files that people sent along."""

    text_search = ("name",)
    search_help_text = gettext_lazy(
        "Words of the file name, a user name or e-mail address, or a whole attachment id or scope."
    )
    list_display = ("file_name", "mime_type", "file_size", "conversation", "belongs_to", "created")
    list_filter = (AssistantFilter, PersonFilter, "created_at")
    list_select_related = ("thread", "user")
    fields = (
        "id",
        "name",
        "mime_type",
        "file_size",
        "download",
        "conversation",
        "user",
        "scope",
        "assistant",
        "created_at",
        "uploaded_at",
    )
    empty_title = gettext_lazy("No attachments yet")
    empty_help = gettext_lazy("Files that people send along with their messages are listed here.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ChatAttachment]:
        # The payload may name upload addresses, which are nobody's here.
        return (
            super()
            .get_queryset(request)
            .defer("payload", "thread__payload", "thread__private_metadata", "thread__metadata")
        )

    def get_readonly_fields(
        self, request: HttpRequest, obj: ChatAttachment | None = None
    ) -> tuple[str, ...]:
        return self.fields

    @admin.display(description=gettext_lazy("name"))
    def file_name(self, attachment: ChatAttachment) -> SafeString:
        return format_html("<bdi>{}</bdi>", attachment.name)

    @admin.display(description=gettext_lazy("size"))
    def file_size(self, attachment: ChatAttachment) -> str:
        return filesizeformat(attachment.size)

    @admin.display(description=gettext_lazy("file"))
    def download(self, attachment: ChatAttachment) -> SafeString | str:
        if not attachment.file:
            return _("Not uploaded yet")
        return format_html('<a href="{}">{}</a>', self.download_url(attachment), _("Download"))

    @admin.display(description=gettext_lazy("conversation"))
    def conversation(self, attachment: ChatAttachment) -> SafeString | str:
        if attachment.thread is None:
            return _("Not sent yet")
        url = reverse(
            "admin:django_chatkit_chatthread_change",
            args=[attachment.thread_id],
            current_app=self.admin_site.name,
        )
        return format_html('<a href="{}"><bdi>{}</bdi></a>', url, attachment.thread)

    @admin.display(description=gettext_lazy("person"))
    def belongs_to(self, attachment: ChatAttachment) -> SafeString:
        return person(attachment.user, attachment.scope)

    @admin.display(description=gettext_lazy("created"))
    def created(self, attachment: ChatAttachment) -> SafeString:
        return ago(attachment.created_at)

    def get_urls(self) -> list[URLPattern]:
        download = path(
            "<int:attachment_key>/download/",
            self.admin_site.admin_view(self.download_view),
            name="django_chatkit_chatattachment_download",
        )
        return [download, *super().get_urls()]

    def download_url(self, attachment: ChatAttachment) -> str:
        """Where staff download a file; permission is checked there."""
        return reverse(
            "admin:django_chatkit_chatattachment_download",
            args=[attachment.pk],
            current_app=self.admin_site.name,
        )

    def download_view(self, request: HttpRequest, attachment_key: int) -> HttpResponseBase:
        """A file's bytes, always to be saved and never to be shown.

        The type and the name are what the visitor claimed, so the browser is told neither
        to believe the one nor to run anything in it.
        """
        attachment = ChatAttachment.objects.filter(pk=attachment_key).first()
        if not self.has_view_permission(request, attachment):
            raise PermissionDenied
        if attachment is None or not attachment.file:
            raise Http404
        url = presigned_url(
            attachment.file.storage,
            str(attachment.file.name),
            content_type="application/octet-stream",
            disposition=f"attachment; filename*=utf-8''{quote(attachment.name, safe='')}",
        )
        if url is not None:
            return HttpResponse(
                status=302, headers={"Location": url, "Cache-Control": "private, no-store"}
            )
        try:
            content = attachment.file.open("rb")
        except FileNotFoundError as error:
            raise Http404 from error
        response = FileResponse(
            content,
            as_attachment=True,
            filename=attachment.name,
            content_type="application/octet-stream",
        )
        response["X-Content-Type-Options"] = "nosniff"
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response["Cache-Control"] = "private, no-store"
        return response
