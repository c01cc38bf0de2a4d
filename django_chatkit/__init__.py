"""An AI chat for any Django site: OpenAI's ChatKit protocol on Django models.

Add ``"django_chatkit"`` to ``INSTALLED_APPS``, ``path("chatkit/", include("django_chatkit.urls"))``
to the URLconf and ``{% load chatkit %}{% chatkit %}`` to a template.
"""

__version__ = "0.1.0"
