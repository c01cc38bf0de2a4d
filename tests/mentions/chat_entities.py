"""What people may mention."""

from django_chatkit.entities import register_entity
from tests.mentions.kinds import GroupEntity, PersonEntity

register_entity("group", assistants=["default"])(GroupEntity)
register_entity("person")(PersonEntity)
