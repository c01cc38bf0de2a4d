"""OpenAI's advanced samples on this package: their back ends, with few lines changed.

They are read from the folder that ``CHATKIT_SAMPLES`` names, a clone of
``openai/openai-chatkit-advanced-samples``; without it nothing of this is collected.
"""
