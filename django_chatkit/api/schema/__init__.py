"""An OpenAPI schema of the API, through drf-spectacular: ``pip install "…[schema]"``.

A site that makes a schema of its own adds this one to it::

    SPECTACULAR_SETTINGS = {"PREPROCESSING_HOOKS": ["django_chatkit.api.schema.hooks.add_endpoints"]}

Any other serves it by itself, with ``django_chatkit.api.schema.urls``. Nothing else imports
this package, so a site without drf-spectacular does not miss it.

What is said here about the API is held to it by tests: routes and methods to the URLconf,
error codes to the code that raises them, shapes to the answers of the whole test suite.
"""
