"""The applications that are compared, each an ASGI callable for :mod:`benchmarks.serve`."""

APPLICATIONS = {
    "bare ASGI": "benchmarks.applications.bare_asgi:application",
    "bare Django view": "benchmarks.applications.bare_django:application",
    "FastAPI + ChatKit": "benchmarks.applications.fastapi_site:application",
    "django-chatkit": "benchmarks.applications.django_site:application",
}
"""By name, in the order of the report."""

BARE_ASGI, BARE_DJANGO, FASTAPI, OURS = APPLICATIONS
