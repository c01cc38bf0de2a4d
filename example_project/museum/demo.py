"""The users of the demo. Their passwords are public, so only a demo has them."""

from typing import NamedTuple


class DemoUser(NamedTuple):
    """Someone whom everybody may log in as."""

    username: str
    password: str
    is_admin: bool


DEMO_USERS = (
    DemoUser("alice", "alice-demo", is_admin=False),
    DemoUser("bob", "bob-demo", is_admin=False),
    DemoUser("admin", "admin-demo", is_admin=True),
)
