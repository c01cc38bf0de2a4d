"""The weather, from any service that speaks as Open-Meteo does.

Without an address in the settings, :mod:`guide.weather_stub` answers on this machine.

Source: https://open-meteo.com/en/docs and https://open-meteo.com/en/docs/geocoding-api
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import httpx
from django.conf import settings

DAYS = 5
SECONDS = 5.0
"""How long the service may take."""

CURRENT = ("temperature_2m", "apparent_temperature", "wind_speed_10m", "weather_code", "is_day")
DAILY = ("weather_code", "temperature_2m_max", "temperature_2m_min")


class WeatherError(Exception):
    """There is no weather to show; the message says why, for the model to tell."""


@dataclass(frozen=True)
class Day:
    """One day of the forecast, in degrees Celsius."""

    day: date
    code: int
    highest: float
    lowest: float


@dataclass(frozen=True)
class Weather:
    """How it is at a place now, and will be. Degrees Celsius, km/h, and WMO's weather codes."""

    place: str
    country: str
    temperature: float
    feels_like: float
    wind: float
    code: int
    is_day: bool
    days: tuple[Day, ...]


async def weather_at(place: str, language: str = "en") -> Weather:
    """Ask the service.

    Parameters:
        place: What the visitor calls it.
        language: In which the service names it.

    Raises:
        WeatherError: no such place, or the service does not answer as it should.
    """
    search, forecast = _addresses()
    try:
        async with httpx.AsyncClient(timeout=SECONDS) as client:
            found = await _get(
                client, search, name=place, count=1, language=language, format="json"
            )
            if not found.get("results"):
                raise WeatherError(f"No place called {place!r} is known.")
            where = found["results"][0]
            answer = await _get(
                client,
                forecast,
                latitude=where["latitude"],
                longitude=where["longitude"],
                current=",".join(CURRENT),
                daily=",".join(DAILY),
                timezone="auto",
                forecast_days=DAYS,
            )
        return _weather(where, answer)
    except httpx.HTTPError as error:
        raise WeatherError("The weather service does not answer.") from error
    except (LookupError, TypeError, ValueError) as error:
        raise WeatherError("The weather service said something unexpected.") from error


def _addresses() -> tuple[str, str]:
    search = getattr(settings, "WEATHER_SEARCH_URL", "")
    forecast = getattr(settings, "WEATHER_FORECAST_URL", "")
    if search and forecast:
        return search, forecast
    from guide.weather_stub import stub_address  # noqa: PLC0415 - only where it is needed

    base = stub_address()
    return f"{base}/v1/search", f"{base}/v1/forecast"


async def _get(client: httpx.AsyncClient, url: str, **query: str | float) -> dict[str, Any]:
    response = await client.get(url, params=query)
    response.raise_for_status()
    answer = response.json()
    if not isinstance(answer, dict):
        raise TypeError("not an object")
    return answer


def _weather(where: dict[str, Any], answer: dict[str, Any]) -> Weather:
    now, daily = answer["current"], answer["daily"]
    columns = zip(
        daily["time"],
        daily["weather_code"],
        daily["temperature_2m_max"],
        daily["temperature_2m_min"],
        strict=True,
    )
    return Weather(
        place=str(where["name"]),
        country=str(where.get("country") or ""),
        temperature=float(now["temperature_2m"]),
        feels_like=float(now["apparent_temperature"]),
        wind=float(now["wind_speed_10m"]),
        code=int(now["weather_code"]),
        is_day=bool(now["is_day"]),
        days=tuple(
            Day(date.fromisoformat(day), int(code), float(highest), float(lowest))
            for day, code, highest, lowest in columns
        ),
    )
