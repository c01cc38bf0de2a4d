"""FastAPI that mints with the async ``openai`` SDK, and does nothing else: no log-in, no table."""

import os
from typing import Any

from fastapi import FastAPI
from openai import AsyncOpenAI

client = AsyncOpenAI(api_key="sk-test-key", base_url=os.environ["CHATKIT_BENCHMARK_UPSTREAM"])
application = FastAPI()


@application.post("/chatkit/sessions")
async def sessions() -> dict[str, Any]:
    """A client secret, as ChatKit's documentation has it."""
    session = await client.beta.chatkit.sessions.create(user="user-1", workflow={"id": "wf_1"})
    return {"client_secret": session.client_secret}
