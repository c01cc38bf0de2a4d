"""What the desk is told about a request."""

from fastapi import Request
from pydantic import BaseModel, ConfigDict


class DeskContext(BaseModel):
    """Made by the endpoint, and passed to the server, its tools and its stores."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    request: Request
    harbour: str = "North"
