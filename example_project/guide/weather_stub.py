"""A weather service on this machine: made-up weather, in Open-Meteo's words and as strict.

It listens on a free port of 127.0.0.1 from the first question on, in a thread of its own.
"""

import json
import math
from datetime import UTC, date, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit
from zlib import crc32

SEARCH_PARAMETERS = {"name", "count", "language", "format"}
FORECAST_PARAMETERS = {
    "latitude",
    "longitude",
    "current",
    "daily",
    "timezone",
    "forecast_days",
}
CURRENT = {
    "temperature_2m": "°C",
    "apparent_temperature": "°C",
    "wind_speed_10m": "km/h",
    "weather_code": "wmo code",
    "is_day": "",
}
DAILY = {"weather_code": "wmo code", "temperature_2m_max": "°C", "temperature_2m_min": "°C"}
CODES = (0, 1, 2, 3, 45, 51, 61, 63, 80, 2, 1, 0)
MOST_DAYS = 16


class Place(NamedTuple):
    """A place that the stub knows."""

    name: str
    country: str
    latitude: float
    longitude: float
    mildness: float
    """Its mean temperature in degrees Celsius."""
    other_names: tuple[str, ...] = ()


PLACES = (
    Place("Skerry", "Scotland", 58.83, -3.1, 9.0),
    Place("Amsterdam", "Netherlands", 52.37, 4.9, 10.5),
    Place("Berlin", "Germany", 52.52, 13.41, 10.0),
    Place("Cairo", "Egypt", 30.06, 31.25, 22.0, ("kairo", "el cairo", "le caire", "القاهرة")),
    Place("Lisbon", "Portugal", 38.72, -9.13, 17.0, ("lissabon", "lisboa", "lisbonne", "لشبونة")),
    Place("London", "United Kingdom", 51.51, -0.13, 11.0, ("londres", "لندن")),
    Place("Madrid", "Spain", 40.42, -3.7, 15.0, ("مدريد",)),
    Place("New York", "United States", 40.71, -74.01, 13.0, ("nueva york", "نيويورك")),
    Place("Oslo", "Norway", 59.91, 10.75, 6.5),
    Place("Paris", "France", 48.85, 2.35, 12.0, ("parís", "باريس")),
    Place("Reykjavík", "Iceland", 64.14, -21.9, 5.0, ("reykjavik",)),
    Place("Sydney", "Australia", -33.87, 151.21, 18.0),
    Place("Tokyo", "Japan", 35.69, 139.69, 16.0, ("tokio", "طوكيو")),
)


class Refused(Exception):
    """A question that Open-Meteo would not answer either."""


def answer(target: str) -> dict[str, Any]:
    """What the service says.

    Parameters:
        target: Path and query.

    Raises:
        Refused: a parameter is missing, unknown, repeated or wrong.
        LookupError: there is no such path.
    """
    parts = urlsplit(target)
    pairs = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    query = dict(pairs)
    if len(query) != len(pairs):
        raise Refused("A parameter was given twice.")
    if parts.path == "/v1/search":
        return _search(query)
    if parts.path == "/v1/forecast":
        return _forecast(query)
    raise LookupError(parts.path)


def _search(query: dict[str, str]) -> dict[str, Any]:
    _check(query, SEARCH_PARAMETERS, {"name"})
    if query.get("format", "json") != "json":
        raise Refused("This stub speaks JSON alone.")
    _number(query, "count", 1, 100)
    wanted = query["name"].strip().casefold()
    found = [
        {
            "id": crc32(place.name.encode()),
            "name": place.name,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "country": place.country,
        }
        for place in PLACES
        if wanted in {place.name.casefold(), *place.other_names}
    ]
    # Open-Meteo leaves the list out where it found nothing.
    return {"results": found, "generationtime_ms": 0.5} if found else {"generationtime_ms": 0.5}


def _forecast(query: dict[str, str]) -> dict[str, Any]:
    _check(query, FORECAST_PARAMETERS, {"latitude", "longitude"})
    latitude = _number(query, "latitude", -90, 90)
    longitude = _number(query, "longitude", -180, 180)
    days = int(_number(query, "forecast_days", 0, MOST_DAYS, 7))
    current = _variables(query, "current", CURRENT)
    daily = _variables(query, "daily", DAILY)
    if daily and "timezone" not in query:
        raise Refused("Timezone is required")
    now = datetime.now(UTC)
    weather = [_day(latitude, longitude, now.date() + timedelta(days=n)) for n in range(days)]
    today = _day(latitude, longitude, now.date())
    temperature = round((today["temperature_2m_max"] * 2 + today["temperature_2m_min"]) / 3, 1)
    values: dict[str, Any] = {
        "temperature_2m": temperature,
        "apparent_temperature": round(temperature - 1.8, 1),
        "wind_speed_10m": round(8 + today["seed"] % 23 + 0.4, 1),
        "weather_code": today["weather_code"],
        "is_day": int(6 <= (now.hour + longitude / 15) % 24 < 20),
    }
    return {
        "latitude": latitude,
        "longitude": longitude,
        "timezone": query.get("timezone", "GMT"),
        "current_units": {"time": "iso8601", **{name: CURRENT[name] for name in current}},
        "current": {
            "time": now.strftime("%Y-%m-%dT%H:%M"),
            "interval": 900,
            **{name: values[name] for name in current},
        },
        "daily_units": {"time": "iso8601", **{name: DAILY[name] for name in daily}},
        "daily": {
            "time": [day["time"] for day in weather],
            **{name: [day[name] for day in weather] for name in daily},
        },
    }


def _day(latitude: float, longitude: float, day: date) -> dict[str, Any]:
    """The weather of a day: the same whenever it is asked for."""
    seed = crc32(f"{latitude:.2f} {longitude:.2f} {day}".encode())
    near = min(PLACES, key=lambda place: math.dist(place[2:4], (latitude, longitude)))
    season = -math.cos((day.timetuple().tm_yday - 20) / 365 * 2 * math.pi)
    mean = near.mildness + 8 * season * math.copysign(1, latitude) + seed % 7 - 3
    return {
        "seed": seed,
        "time": day.isoformat(),
        "weather_code": CODES[seed // 7 % len(CODES)],
        "temperature_2m_max": round(mean + 3 + seed % 3 + 0.3, 1),
        "temperature_2m_min": round(mean - 3 - seed % 2 + 0.1, 1),
    }


def _check(query: dict[str, str], known: set[str], required: set[str]) -> None:
    for name in sorted(required - set(query)):
        raise Refused(f"Parameter '{name}' is required.")
    for name in sorted(set(query) - known):
        raise Refused(f"Unknown parameter '{name}'.")


def _number(
    query: dict[str, str], name: str, least: float, most: float, default: float = 1
) -> float:
    try:
        value = float(query.get(name, default))
    except ValueError:
        raise Refused(f"Value of '{name}' is not a number.") from None
    if not least <= value <= most:
        raise Refused(f"Value of '{name}' must be in range of {least} to {most}.")
    return value


def _variables(query: dict[str, str], name: str, known: dict[str, str]) -> list[str]:
    asked = [each for each in query.get(name, "").split(",") if each]
    for each in asked:
        if each not in known:
            raise Refused(f"Cannot initialize variable '{each}' of '{name}'.")
    return asked


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        try:
            status, body = 200, answer(self.path)
        except (Refused, ValueError) as error:
            status, body = 400, {"error": True, "reason": str(error)}
        except LookupError:
            status, body = 404, {"error": True, "reason": "Not Found"}
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""


@cache
def stub_address() -> str:
    """Where the stub listens, which it begins to do when first asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, name="weather-stub", daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"
