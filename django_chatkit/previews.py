"""Small pictures of images, where Pillow is installed: the extra ``images``."""

import io
import threading
from importlib.util import find_spec
from typing import Any

from django.utils.translation import gettext as _

from .exceptions import InvalidRequest

SIDE = 1280
"""The longer side of a preview in pixels, at most."""

TYPE = "image/webp"

MAX_PIXELS = 50_000_000
"""What a camera makes; a few kilobytes may claim a million times as much."""

MAX_DECODED_PIXELS = 16_000_000
"""What is decoded at its full size; of a plain JPEG, a smaller size is decoded."""

FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/gif": "GIF", "image/webp": "WEBP"}
"""The one decoder that each type is given to."""

_one_at_a_time = threading.Lock()
"""Bounds the memory that decoding takes, however many files come at once."""


class BrokenImageError(Exception):
    """The bytes are no image of their type."""


def make_preview(content: Any, mime_type: str) -> bytes | None:
    """A preview of an image, upright, without its metadata; of an animation its first picture.

    Parameters:
        content: The image, open at its beginning, where it is left.
        mime_type: Its type.

    Returns:
        A WebP, or ``None`` where there is none: it is no image of :data:`FORMATS`, it is large and
        could be decoded as a whole only, or Pillow is not installed.

    Raises:
        BrokenImageError: it cannot be decoded.
        InvalidRequest: it has more than :data:`MAX_PIXELS`.
    """
    if mime_type not in FORMATS or find_spec("PIL") is None:
        return None
    from PIL import Image, features  # noqa: PLC0415 - optional

    if not features.check("webp"):
        return None
    try:
        with Image.open(content, formats=(FORMATS[mime_type],)) as image:
            pixels = image.width * image.height
            if pixels > MAX_PIXELS:
                raise _too_large()
            if pixels > MAX_DECODED_PIXELS and not _shrinks(image):
                return None
            with _one_at_a_time:
                return _draw(image)
    except InvalidRequest:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large() from None
    except Exception as error:  # decoders of hostile bytes raise anything
        raise BrokenImageError from error
    finally:
        content.seek(0)


def _shrinks(image: Any) -> bool:
    """Whether it can be decoded at a smaller size, without holding all of it."""
    return image.format == "JPEG" and not image.info.get("progressive")


def _draw(image: Any) -> bytes:
    from PIL import ImageOps  # noqa: PLC0415 - optional

    # Transparent palettes must not be scaled as they are, nor CMYK be shown.
    has_alpha = image.has_transparency_data
    if image.format != "JPEG":
        image = _plain(image, has_alpha)
    image.thumbnail((SIDE, SIDE), reducing_gap=2.0)
    ImageOps.exif_transpose(image, in_place=True)
    drawn = io.BytesIO()
    # What is not named is not written: neither EXIF nor a profile nor a comment.
    _plain(image, has_alpha).save(drawn, "WEBP", quality=80, exif=b"", icc_profile=b"", xmp=b"")
    return drawn.getvalue()


def _plain(image: Any, has_alpha: bool) -> Any:
    if image.mode.startswith("I;16"):
        # Of sixteen bits of grey, Pillow would take the wrong eight.
        image = image.convert("I").point(lambda grey: grey / 256).convert("L")
    mode = "RGBA" if has_alpha else "RGB"
    return image if image.mode == mode else image.convert(mode)


def _too_large() -> InvalidRequest:
    return InvalidRequest(
        _("The image has too many pixels; at most %(limit)d megapixels are taken.")
        % {"limit": MAX_PIXELS // 1_000_000},
        param="file",
        code="image_too_large",
    )
