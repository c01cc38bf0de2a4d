"""The official SDKs' own tests, run against this app.

``make .venv/.sources`` downloads the source distributions of the installed versions, which hold
them; ``.ci/run`` does.
"""
