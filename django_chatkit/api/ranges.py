"""Parts of a file: the ``Range`` header, of which one range is answered.

Source: https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
"""

import re

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class Unsatisfiable(Exception):
    """The range begins behind the file's end."""


def requested_range(header: str | None, size: int) -> tuple[int, int] | None:
    """The first byte of a requested range and the one after its last.

    Parameters:
        header: ``Range`` as it came.
        size: The file's, in bytes.

    Returns:
        ``None`` where the whole file is to be sent: without the header, and for one that is not
        understood or asks for several ranges, as the RFC allows.

    Raises:
        Unsatisfiable: nothing of the file is in it.
    """
    found = _RANGE.fullmatch((header or "").strip())
    if found is None or found[1] == found[2] == "":
        return None
    if found[1] == "":
        length = int(found[2])
        if length == 0 or size == 0:
            raise Unsatisfiable
        return max(size - length, 0), size
    start = int(found[1])
    end = size if found[2] == "" else min(int(found[2]) + 1, size)
    if found[2] != "" and int(found[2]) < start:
        return None
    if start >= size:
        raise Unsatisfiable
    return start, end
