"""OpenAI's ChatKit REST API, served by the site itself, with Django REST framework.

Its views are imported when the first request comes: DRF takes a tenth of a second.
"""
