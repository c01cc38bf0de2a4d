"""The guide to files on S3, done as it is written, with an S3 on this machine."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from django.core.files.base import ContentFile
from django.test import override_settings
from django.utils import timezone
from moto.server import ThreadedMotoServer

from django_chatkit import services
from django_chatkit.storage import attachment_storage
from tests.guides import Guide
from tests.images import decoded, picture
from tests.models import rows
from tests.servers import Server, Site, Visitor, live_site

pytestmark = pytest.mark.socket

PNG = picture()


class Bucket:
    """The guide's bucket: what is in it."""

    def __init__(self, url: str, storages: dict[str, Any]) -> None:
        self.storages = storages
        options = storages["chatkit"]["OPTIONS"]
        self.url = f"{url}/{options['bucket_name']}"
        # What moto holds is the process's, whichever server it has.
        httpx.post(f"{url}/moto-api/reset").raise_for_status()
        httpx.put(
            self.url,
            content="<CreateBucketConfiguration><LocationConstraint>"
            f"{options['region_name']}</LocationConstraint></CreateBucketConfiguration>",
        ).raise_for_status()
        options |= {
            "endpoint_url": url,
            "addressing_style": "path",
            "access_key": "key",
            "secret_key": "secret",
        }

    @property
    def travelling_storages(self) -> dict[str, Any]:
        """Without what a site in another process cannot be told: how much goes at once."""
        chatkit = self.storages["chatkit"]
        options = {k: v for k, v in chatkit["OPTIONS"].items() if k != "transfer_config"}
        return {**self.storages, "chatkit": {**chatkit, "OPTIONS": options}}

    def has(self, attachment_id: str) -> bool:
        return f"<Key>chatkit/{attachment_id}</Key>" in httpx.get(self.url).text


@pytest.fixture(scope="module")
def bucket() -> Iterator[Bucket]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    names: dict[str, Any] = {}
    [block] = [code for code in Guide("files-on-s3").of("python") if "# settings.py" in code]
    exec(block, names)  # noqa: S102 - our own documentation
    host, port = server.get_host_and_port()
    yield Bucket(f"http://{host}:{port}", names["STORAGES"])
    server.stop()


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def site(request: pytest.FixtureRequest, bucket: Bucket) -> Iterator[Site]:
    server: Server = request.param
    with live_site(server, STORAGES=bucket.travelling_storages) as running:
        yield running


@pytest.fixture
def alice(site: Site) -> Visitor:
    return site.log_in("alice")


def send(visitor: Visitor, name: str, content: bytes, mime_type: str) -> dict[str, Any]:
    sent = visitor.post("/chatkit/files", files={"file": (name, content, mime_type)})
    attachment: dict[str, Any] = sent.raise_for_status().json()
    return attachment


def content_of(attachment: dict[str, Any]) -> str:
    return f"/chatkit/files/{attachment['id']}/content"


def test_a_file_goes_into_the_bucket_and_its_owner_is_sent_there(
    bucket: Bucket, alice: Visitor
) -> None:
    attachment = send(alice, "tides – 1.csv", b"high,low", "text/csv")

    answer = alice.get(content_of(attachment))
    target = answer.headers["location"]
    query = parse_qs(urlsplit(target).query)
    given = httpx.get(target)

    assert bucket.has(attachment["id"])
    assert (answer.status_code, answer.content) == (302, b"")
    assert answer.headers["cache-control"] == "private, max-age=240"
    assert query["X-Amz-Expires"] == ["300"]
    assert len(query["X-Amz-Signature"][0]) == 64
    assert given.content == b"high,low"
    assert given.headers["content-type"] == "text/csv"
    assert (
        given.headers["content-disposition"]
        == "attachment; filename*=utf-8''tides%20%E2%80%93%201.csv"
    )


def test_an_image_is_shown_from_the_bucket(alice: Visitor) -> None:
    attachment = send(alice, "cat.png", PNG, "image/png")

    given = httpx.get(attachment["preview_url"], follow_redirects=True)
    whole = alice.get(content_of(attachment), follow_redirects=True)

    assert decoded(given.content).size == (40, 20)
    assert given.headers["content-type"] == "image/webp"
    assert (whole.content, whole.headers["content-type"]) == (PNG, "image/png")
    assert given.headers["content-disposition"] == "inline; filename*=utf-8''cat.png"


def test_a_part_of_a_file_may_be_asked_for_there(alice: Visitor) -> None:
    attachment = send(alice, "a.txt", b"0123456789", "text/plain")

    given = alice.get(content_of(attachment), headers={"Range": "bytes=2-4"}, follow_redirects=True)

    assert (given.status_code, given.content) == (206, b"234")


def test_nobody_else_is_sent_there(site: Site, alice: Visitor) -> None:
    attachment = send(alice, "a.txt", b"mine", "text/plain")

    assert site.log_in("bob").get(content_of(attachment)).status_code == 404
    assert site.visitor().get(content_of(attachment)).status_code == 401


def test_both_phases_of_an_upload_go_through_the_site(bucket: Bucket, alice: Visitor) -> None:
    params = {"name": "a.txt", "size": 5, "mime_type": "text/plain"}
    announced = alice.post(
        "/chatkit/conversation", json={"type": "attachments.create", "params": params}
    ).json()
    target = announced["upload_descriptor"]["url"]

    assert target.startswith(str(alice.base_url))
    assert httpx.put(target, content=b"hello").status_code == 200
    assert bucket.has(announced["id"])
    assert alice.get(content_of(announced), follow_redirects=True).content == b"hello"


def test_a_refused_file_never_comes_there(bucket: Bucket, alice: Visitor) -> None:
    before = httpx.get(bucket.url).text

    refused = alice.post("/chatkit/files", files={"file": ("a.png", b"<html>", "image/png")})

    assert refused.status_code == 400
    assert httpx.get(bucket.url).text == before


def test_a_deleted_file_leaves_the_bucket(bucket: Bucket, alice: Visitor) -> None:
    attachment = send(alice, "cat.png", PNG, "image/png")
    assert bucket.has(f"{attachment['id']}.preview")

    alice.post(
        "/chatkit/conversation",
        json={"type": "attachments.delete", "params": {"attachment_id": attachment["id"]}},
    ).raise_for_status()

    assert not bucket.has(attachment["id"])
    assert not bucket.has(f"{attachment['id']}.preview")


@pytest.mark.django_db(transaction=True)
def test_what_nothing_needs_is_collected_there(bucket: Bucket) -> None:
    lost, sent, unsent = (f"atc_{number:032x}" for number in range(3))
    now = timezone.now()
    with override_settings(STORAGES=bucket.storages):
        storage = attachment_storage()
        storage.save(f"chatkit/{lost}", ContentFile(b"lost"))
        for name, thread in ((sent, rows.thread()), (unsent, None)):
            row = rows.attachment(name, thread=thread, created_at=now - timedelta(days=8))
            row.file.save("", ContentFile(b"bytes"))

        young = services.prune_files(dry_run=True)
        report = services.prune_files(older_than=timedelta(microseconds=1))

    assert (young.strays, young.unsent) == (0, 1)
    assert report.unsent == 1
    assert report.failures == []
    assert [bucket.has(name) for name in (lost, sent, unsent)] == [False, True, False]


def test_staff_are_sent_there_to_save_a_file(site: Site, alice: Visitor) -> None:
    attachment = send(alice, "cat.png", PNG, "image/png")
    staff = site.visitor()
    staff.post("/test/log-in", data={"username": "staff", "superuser": "1"})
    page = staff.get(f"/admin/django_chatkit/chatattachment/?q={attachment['id']}").text
    key = page.split("/admin/django_chatkit/chatattachment/")[-1].split("/")[0]

    given = staff.get(
        f"/admin/django_chatkit/chatattachment/{key}/download/", follow_redirects=True
    )

    assert given.content == PNG
    assert given.headers["content-type"] == "application/octet-stream"
    assert given.headers["content-disposition"].startswith("attachment; ")


@pytest.mark.parametrize("server", ["asgi", "wsgi"])
def test_without_signatures_the_site_sends_the_bytes(bucket: Bucket, server: Server) -> None:
    names = {"STORAGES": bucket.travelling_storages}
    [line] = [code for code in Guide("files-on-s3").of("python") if code.startswith("STORAGES[")]
    exec(line, names)  # noqa: S102 - our own documentation
    with live_site(server, STORAGES=names["STORAGES"]) as running:
        visitor = running.log_in("alice")
        attachment = send(visitor, "a.txt", b"0123456789", "text/plain")

        whole = visitor.get(content_of(attachment))
        part = visitor.get(content_of(attachment), headers={"Range": "bytes=2-4"})

    assert (whole.status_code, whole.content) == (200, b"0123456789")
    assert (part.status_code, part.content) == (206, b"234")
    assert whole.headers["x-content-type-options"] == "nosniff"
