"""What the app costs, beside what it stands on.

``python -m benchmarks`` measures side by side in one run, in interleaved rounds, prints medians
and their ratios, and holds the ratios to targets. ``docs/reference/performance.md`` says what
each figure means and what was measured last.
"""
