"""The weather, asked for over a socket, and the stub that answers."""

import warnings
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from django.utils import timezone

from django_chatkit.testing import FakeOpenAIServer
from guide.weather import DAYS, WeatherError, weather_at
from guide.weather_card import sky_of, summary, weather_card
from guide.weather_stub import stub_address

FORECAST = {"latitude": 48.85, "longitude": 2.35, "timezone": "auto"}


async def test_the_stub_tells_the_weather_of_a_place_it_knows() -> None:
    weather = await weather_at("paris", "fr")

    today = timezone.now().date()
    assert (weather.place, weather.country) == ("Paris", "France")
    assert [day.day for day in weather.days] == [today + timedelta(days=n) for n in range(DAYS)]
    assert all(day.lowest < day.highest for day in weather.days)
    assert weather.days[0].lowest <= weather.temperature <= weather.days[0].highest
    assert weather.code == weather.days[0].code


async def test_the_weather_of_a_day_stays_the_same() -> None:
    assert (await weather_at("Oslo")).days == (await weather_at("oslo")).days


async def test_a_place_that_nobody_knows_has_no_weather() -> None:
    with pytest.raises(WeatherError, match="No place called 'Atlantis'"):
        await weather_at("Atlantis")


@pytest.mark.parametrize(
    ("path", "query", "status", "reason"),
    [
        ("search", {}, 400, "Parameter 'name' is required."),
        ("search", {"name": "Oslo", "city": 1}, 400, "Unknown parameter 'city'."),
        ("search", {"name": "Oslo", "count": 0}, 400, "Value of 'count' must be in range"),
        ("search", {"name": "Oslo", "format": "protobuf"}, 400, "This stub speaks JSON alone."),
        ("forecast", {"latitude": 1}, 400, "Parameter 'longitude' is required."),
        ("forecast", {**FORECAST, "latitude": "north"}, 400, "Value of 'latitude' is not a number"),
        ("forecast", {**FORECAST, "latitude": 91}, 400, "Value of 'latitude' must be in range"),
        ("forecast", {**FORECAST, "current": "mood"}, 400, "Cannot initialize variable 'mood'"),
        (
            "forecast",
            {"latitude": 1, "longitude": 1, "daily": "weather_code"},
            400,
            "Timezone is required",
        ),
        ("forecast", [("latitude", 1), ("latitude", 2)], 400, "A parameter was given twice."),
        ("tides", {}, 404, "Not Found"),
    ],
)
def test_the_stub_is_as_strict_as_the_service(
    path: str, query: dict[str, object], status: int, reason: str
) -> None:
    answer = httpx.get(f"{stub_address()}/v1/{path}?{urlencode(query)}")

    assert answer.status_code == status
    assert answer.json()["reason"].startswith(reason)


async def test_a_service_that_is_down_or_says_nonsense_is_told_apart_from_no_weather(
    settings: Any,
) -> None:
    with FakeOpenAIServer() as other:  # any server that knows nothing of the weather
        settings.WEATHER_SEARCH_URL = f"{other.base_url}/search"
        settings.WEATHER_FORECAST_URL = f"{other.base_url}/forecast"
        with pytest.raises(WeatherError, match="does not answer"):
            await weather_at("Paris")
    with pytest.raises(WeatherError, match="does not answer"):
        await weather_at("Paris")


async def test_the_card_shows_every_day_and_its_words_say_the_same() -> None:
    weather = await weather_at("Lisbon")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        card = weather_card(weather).model_dump(exclude_none=True)

    assert card["type"] == "Card"
    days = card["children"][-1]["children"]
    assert [day["key"] for day in days] == [day.day.isoformat() for day in weather.days]
    assert summary(weather) == (
        f"Lisbon: {sky_of(weather.code).name}, {round(weather.temperature)} °C, "
        f"wind {round(weather.wind)} km/h."
    )


@pytest.mark.parametrize(
    ("code", "name"),
    [(0, "Clear sky"), (48, "Fog"), (57, "Drizzle"), (67, "Rain"), (99, "Thunderstorm")],
)
def test_every_weather_code_has_a_sky(code: int, name: str) -> None:
    assert sky_of(code).name == name
