"""What is made of images before they are shown."""

import io
from typing import Any

import pytest
from PIL import Image, features

from django_chatkit import previews
from django_chatkit.exceptions import InvalidRequest
from django_chatkit.previews import MAX_PIXELS, SIDE, BrokenImageError, make_preview
from tests.images import BLUE, GREEN, RED, bomb, decoded, encoded, picture

SIDEWAYS = 6
"""The orientation of a camera that was turned to the left."""


def preview(content: bytes, mime_type: str = "image/png") -> Image.Image:
    file = io.BytesIO(content)
    made = make_preview(file, mime_type)
    assert made is not None
    assert file.tell() == 0
    image = decoded(made)
    assert image.format == "WEBP"
    return image


def colour(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """The nearest of pure colours: WebP is not exact."""
    pixel: Any = image.convert("RGB").getpixel((x, y))
    return tuple(round(part / 255) * 255 for part in pixel)


@pytest.mark.parametrize(
    ("content", "mime_type"),
    [
        (picture("PNG"), "image/png"),
        (picture("JPEG"), "image/jpeg"),
        (picture("JPEG", progressive=True), "image/jpeg"),
        (picture("GIF"), "image/gif"),
        (picture("WEBP"), "image/webp"),
        (picture("JPEG", mode="CMYK", left=(0, 255, 255, 0), right=(255, 255, 0, 0)), "image/jpeg"),
        (encoded(decoded(picture()).convert("P"), "PNG"), "image/png"),
    ],
    ids=["PNG", "JPEG", "progressive", "GIF", "WebP", "CMYK", "palette"],
)
def test_an_image_is_shown_as_it_is(content: bytes, mime_type: str) -> None:
    image = preview(content, mime_type)

    assert image.size == (40, 20)
    assert [colour(image, 4, 10), colour(image, 36, 10)] == [RED, BLUE]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_large_image_becomes_small(kind: str) -> None:
    image = preview(picture(kind, (3000, 1500)), f"image/{kind.lower()}")

    assert image.size == (SIDE, SIDE // 2)
    assert colour(image, 20, 20) == RED


def test_a_narrow_image_keeps_a_pixel() -> None:
    assert preview(picture("PNG", (1, 9000))).size == (1, SIDE)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_taken_sideways_stands_upright_and_tells_nothing(kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = SIDEWAYS
    exif[0x010F] = "Camera of Alice"
    exif.get_ifd(0x8825)[1] = "N"
    content = picture(kind, exif=exif)
    assert b"Camera of Alice" in content

    made = make_preview(io.BytesIO(content), f"image/{kind.lower()}")

    assert made is not None
    assert b"Alice" not in made
    assert b"EXIF" not in made
    image = decoded(made)
    assert image.size == (20, 40)
    assert [colour(image, 10, 4), colour(image, 10, 36)] == [RED, BLUE]
    assert dict(image.getexif()) == {}


def test_of_an_animation_the_first_picture_is_shown() -> None:
    first, second = (Image.new("RGB", (10, 10), each) for each in (GREEN, RED))
    content = encoded(first, "GIF", save_all=True, append_images=[second], duration=100)

    image = preview(content, "image/gif")

    assert colour(image, 5, 5) == GREEN
    assert getattr(image, "n_frames", 1) == 1


@pytest.mark.parametrize("as_palette", [False, True])
def test_what_was_transparent_stays_so(as_palette: bool) -> None:
    image = Image.new("RGBA", (20, 20), (255, 0, 0, 0))
    image.paste((0, 0, 255, 255), (10, 0, 20, 20))
    content = encoded(image, "GIF" if as_palette else "PNG")

    shown = preview(content, "image/gif" if as_palette else "image/png")

    assert shown.mode == "RGBA"
    assert [shown.getpixel((3, 10))[3], shown.getpixel((16, 10))[3]] == [0, 255]  # type: ignore[index]


def test_sixteen_bits_of_grey_are_as_light_as_before() -> None:
    content = encoded(Image.new("I;16", (10, 10), 128 * 256), "PNG")

    pixel: Any = preview(content).getpixel((5, 5))

    assert all(abs(part - 128) < 4 for part in pixel)


@pytest.mark.parametrize(
    "content",
    [
        bomb(50_000, 50_000),
        bomb(MAX_PIXELS // 1000 + 1, 1000),
        bomb(2**31 - 1, 2**31 - 1),
        bomb(10_000, 9_500),
    ],
    ids=["2.5 gigapixels", "one row more", "the most there is", "Pillow warns"],
)
def test_a_bomb_is_refused_before_it_is_decoded(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: Any) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr(previews, "_draw", never)

    with pytest.raises(InvalidRequest) as refused:
        make_preview(io.BytesIO(content), "image/png")

    assert refused.value.code == "image_too_large"
    assert str(refused.value) == ("The image has too many pixels; at most 50 megapixels are taken.")


@pytest.mark.parametrize(
    ("content", "mime_type"),
    [
        (bomb(5000, 5000), "image/png"),
        (picture("JPEG", (6000, 4500), progressive=True), "image/jpeg"),
    ],
    ids=["PNG", "progressive JPEG"],
)
def test_a_large_image_that_would_be_decoded_whole_is_not(content: bytes, mime_type: str) -> None:
    assert make_preview(io.BytesIO(content), mime_type) is None


def test_a_large_photo_is_decoded_small() -> None:
    assert preview(picture("JPEG", (6000, 4500)), "image/jpeg").size == (SIDE, 960)


@pytest.mark.parametrize(
    ("content", "mime_type"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png"),
        (picture()[:60], "image/png"),
        (bomb(100, 100), "image/png"),
        (picture("JPEG")[:200], "image/jpeg"),
        (picture("GIF"), "image/png"),
        (b"GIF89a/*" + bytes(64) + b"*/=1;alert(1)//", "image/gif"),
        (b"", "image/webp"),
    ],
    ids=["only a head", "cut", "no pixels", "cut JPEG", "other type", "script", "empty"],
)
def test_what_cannot_be_decoded_is_no_image(content: bytes, mime_type: str) -> None:
    with pytest.raises(BrokenImageError):
        make_preview(io.BytesIO(content), mime_type)


def test_other_files_have_no_preview() -> None:
    assert make_preview(io.BytesIO(b"%PDF-"), "application/pdf") is None


def test_without_pillow_there_is_no_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previews, "find_spec", lambda _name: None)

    assert make_preview(io.BytesIO(picture()), "image/png") is None


def test_without_webp_there_is_no_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda _name: False)

    assert make_preview(io.BytesIO(picture()), "image/png") is None
