"""The guide to ``.widget`` files, done as it is written."""

import asyncio
import json
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from chatkit.actions import Action
from chatkit.types import ThreadMetadata

from django_chatkit.server import RequestContext
from tests.guides import Guide

TEMPLATE = (
    '{"type":"Card","children":[{"type":"Title","value":{{ (title) | tojson }}},'
    '{"type":"Caption","value":{{ (day or "") | tojson }}},{"type":"Button","label":"Cancel",'
    '"disabled":{{ (not open) | tojson }},"onClickAction":{"type":"order.cancel"}}]}'
)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The guide's module, with a file beside it."""
    package = tmp_path / "guide_shop"
    (package / "widgets").mkdir(parents=True)
    (package / "__init__.py").touch()
    blocks = Guide("widget-files").of("python")
    # The second block goes on with the class of the first.
    blocks[1] = blocks[1].replace("class ShopServer(ChatKitServer)", "class ShopServer(ShopServer)")
    (package / "chat.py").write_text("\n".join(blocks))
    definition = {"version": "1.0", "name": "order", "template": TEMPLATE}
    (package / "widgets/order.widget").write_text(json.dumps(definition))
    monkeypatch.syspath_prepend(str(tmp_path))
    module = import_module("guide_shop.chat")
    for name in ("guide_shop", "guide_shop.chat"):
        monkeypatch.delitem(sys.modules, name)
    return module


def test_the_guides_test_passes(shop: ModuleType) -> None:
    shop.test_the_order_is_shown()


def test_the_guides_actions_change_the_widget(shop: ModuleType) -> None:
    thread = ThreadMetadata(id="thr_1", created_at=datetime.now(UTC))
    context = RequestContext(scope="user-1")
    sender = shop.WidgetItem(
        id="msg_1",
        thread_id=thread.id,
        created_at=datetime.now(UTC),
        widget=shop.ORDER.build({"title": "Your order", "day": None, "open": True}),
    )

    async def use() -> tuple[list[Any], Any]:
        server = shop.ShopServer()
        cancel = Action[str, Any](type="order.cancel")
        events = [event async for event in server.action(thread, cancel, sender, context)]
        return events, await server.sync_action(thread, cancel, sender, context)

    [event], answer = asyncio.run(use())

    assert event.type == "thread.item.replaced"
    assert answer.updated_item.widget.model_dump()["children"][0]["value"] == "Noted"
