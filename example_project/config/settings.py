"""Settings of the Skerry Light Museum, the example site of django-openai-chatkit.

Everything that differs between machines comes from the environment (or a ``.env`` file beside
``manage.py``). The defaults are safe in production; ``EXAMPLE_DEMO=true``, which ``make demo``
sets, trades that for a site that runs at once on this machine.
"""

from pathlib import Path
from typing import Any

import environ
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(BASE_DIR / ".env")

DEMO = env.bool("EXAMPLE_DEMO", False)
"""Seeded users whose passwords stand on the log-in page. Never on a public address."""

DEBUG = env.bool("DEBUG", False)
if DEMO:
    SECRET_KEY = env(
        "SECRET_KEY", default="the demo's key: public, and worth nothing anywhere else"
    )
else:
    SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if DEMO else []
)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_chatkit",
    "guide",
    "museum",
]
if DEMO or DEBUG:
    # The element's workshop at /gallery/ is for developers.
    INSTALLED_APPS.append("gallery")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "museum.middleware.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Database and cache

DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}")
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers go on while an answer is saved, and writers wait for each other instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Memory is enough for one process; several count requests together in rediscache://…
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}

# People

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Languages

USE_TZ = True
TIME_ZONE = env("TIME_ZONE", default="UTC")
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fr", "Français"),
    ("ar", "العربية"),
]
LOCALE_PATHS = [BASE_DIR / "locale"]

# Static files: hashed and compressed by collectstatic; the demo serves them where they lie.

STATIC_URL = env("STATIC_URL", default="/static/")
STATIC_ROOT = None if DEMO else BASE_DIR / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEMO or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEMO or DEBUG
MEDIA_ROOT = BASE_DIR / "media"

# Transport security: on, unless this is a demo or a developer's machine.

HTTPS = env.bool("HTTPS", not (DEMO or DEBUG))
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 30 * 24 * 3600 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.bool("HSTS_EVERYWHERE", HTTPS)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if env.bool("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# The chat. Without OPTIONS the keeper is answered by the demo agent, which needs no key and no network.

CHATKIT_ASSISTANTS: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "ELEMENT": {
            "header": {"title": {"text": _("Ask the keeper")}},
            "startScreen": {
                "greeting": _("What would you like to know?"),
                "prompts": [
                    {
                        "label": _("What can you do?"),
                        "prompt": _("What can you do?"),
                        "icon": "sparkle",
                    },
                    {
                        "label": _("Show me a table"),
                        "prompt": _("Show me a table"),
                        "icon": "analytics",
                    },
                    {
                        "label": _("Switch to dark mode"),
                        "prompt": _("Switch to dark mode"),
                        "icon": "lightbulb",
                    },
                ],
            },
            "disclaimer": {
                "text": _("This is the demo agent: it follows a script and calls no model."),
            },
        },
    },
}

# The guide, at /guide/: an agent with tools. It runs on OpenAI's models with a key, on those of any
# other endpoint that speaks OpenAI's API with an address (Ollama: http://localhost:11434/v1), and
# follows a script without either.

OPENAI_API_KEY = env("OPENAI_API_KEY", default="")
OPENAI_BASE_URL = env("OPENAI_BASE_URL", default="")
HAS_MODEL = bool(OPENAI_API_KEY or OPENAI_BASE_URL)
GUIDE_OPTIONS: dict[str, Any] = {"AGENT": "guide.agent.scripted_guide_for"}
if HAS_MODEL:
    GUIDE_OPTIONS = {
        "AGENT": "guide.agent.guide_for",
        "MODEL": {
            "NAME": env("GUIDE_MODEL", default="gpt-5-mini"),
            "API_KEY": OPENAI_API_KEY,
            "BASE_URL": OPENAI_BASE_URL,
        },
    }

CHATKIT_ASSISTANTS["guide"] = {
    "BACKEND": "django_chatkit.backends.SelfHostedBackend",
    "OPTIONS": GUIDE_OPTIONS,
    "ELEMENT": {
        "header": {"title": {"text": _("Your guide")}},
        "composer": {
            "placeholder": _("Ask your guide"),
            "attachments": {"enabled": True, "maxCount": 3},
        },
        "startScreen": {
            "greeting": _("Where shall I take you?"),
            "prompts": [
                {
                    "label": _("Remember that I like tea"),
                    "prompt": _("Remember that I like tea"),
                    "icon": "notebook-pencil",
                },
                {
                    "label": _("What is the weather in Paris?"),
                    "prompt": _("What is the weather in Paris?"),
                    "icon": "globe",
                },
                {
                    "label": _("Switch the page to dark mode"),
                    "prompt": _("Switch the page to dark mode"),
                    "icon": "lightbulb",
                },
                {
                    "label": _("Can you read a file of mine?"),
                    "prompt": _("Can you read a file of mine?"),
                    "icon": "document",
                },
            ],
        },
        "disclaimer": {
            "text": _("A model answers, and can be wrong.")
            if HAS_MODEL
            else _("No key is set, so this guide follows a script."),
        },
    },
}

# Where the guide asks for the weather: a service that speaks as Open-Meteo does, such as
# https://geocoding-api.open-meteo.com/v1/search and https://api.open-meteo.com/v1/forecast.
# Without addresses, a stub on this machine makes the weather up.
WEATHER_SEARCH_URL = env("WEATHER_SEARCH_URL", default="")
WEATHER_FORECAST_URL = env("WEATHER_FORECAST_URL", default="")

CHATKIT_ALLOW_ANONYMOUS = env.bool("CHATKIT_ALLOW_ANONYMOUS", False)

# Keeps this site's users apart from those of others in the same OpenAI project. It stays when the
# workflow is gone: it is part of who owns a conversation.
CHATKIT_SCOPE_PREFIX = env("CHATKIT_SCOPE_PREFIX", default="museum-")

# With a key and a workflow, an Agent Builder workflow that OpenAI runs. It takes the place of the
# assistant above, or stands beside it as HOSTED_ALIAS=legacy while its history is brought home:
# docs/how-to/leave-agent-builder.md.

HOSTED_ALIAS = env("HOSTED_ALIAS", default="default")
WORKFLOW_ID = env("CHATKIT_WORKFLOW_ID", default="")
HAS_WORKFLOW = bool(OPENAI_API_KEY and WORKFLOW_ID)
if HAS_WORKFLOW:
    CHATKIT_ASSISTANTS[HOSTED_ALIAS] = {
        "BACKEND": "django_chatkit.backends.HostedBackend",
        "OPTIONS": {
            "API_KEY": OPENAI_API_KEY,
            "WORKFLOW_ID": WORKFLOW_ID,
            "BASE_URL": OPENAI_BASE_URL or "https://api.openai.com/v1",
        },
        "ELEMENT": {"startScreen": {"greeting": _("What would you like to know?")}},
    }

CONTENT_SECURITY_POLICY = {
    "default-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
"""Nothing from elsewhere and nothing inline. Django 6.0 can send it by itself (SECURE_CSP)."""
if HAS_WORKFLOW and HOSTED_ALIAS == "default":
    CONTENT_SECURITY_POLICY |= {
        "script-src": "'self' https://cdn.platform.openai.com",
        "frame-src": "https://cdn.platform.openai.com",
        "connect-src": "'self' https://api.openai.com",
    }

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}
