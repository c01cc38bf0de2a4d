"""Markdown as models write it: a long answer in small parts, and short ones for a thread."""

import re

SECTION = """## {number}. Keeping the lamp burning

The **lens** was cleaned on *Tuesday*, and the burner holds `{number}.5` hours of oil. Nothing in \
the log explains the flicker that the [harbour office](https://example.com/harbour/{number}) \
reported: the wick was trimmed, the vents were open, and the wind came from the north-west as it \
had for a week. A draught from the gallery door is the likeliest cause, since its seal is worn.

What to look at first, in this order:

1. **The gallery door.** Close it and watch the flame for a minute.
   - If it steadies, replace the seal.
   - If it does not, go on with the vents.
2. **The vents.** All four must turn freely; `vent --test` says which one sticks.
3. **The oil.** Water in it sputters; draw half a litre from the bottom of the tank and look.

```python
def hours_left(tank, burners, *, reserve=0.1):
    \"\"\"How long the oil lasts, in hours, with a tenth kept for fog.\"\"\"
    usable = tank.litres * (1 - reserve)
    if not burners:
        raise ValueError("A lamp without burners needs no oil.")
    per_hour = sum(burner.litres_per_hour for burner in burners)
    return usable / per_hour  # a full tank: about {number} nights
```

| Part | Checked | Result | Next |
| --- | :---: | --- | ---: |
| Gallery door | yes | seal **worn** | {number} days |
| Vents | yes | turn freely | 30 days |
| Burner | no | `waiting` for the keeper | today |
| Lens | yes | clean | 7 days |

> A lamp that flickers is seen; a lamp that is out is not. Report it either way.

"""

SHORT = [
    "Yes: the lamp burns from **sunset** to sunrise, and in fog at any hour.",
    "Three things may cause it:\n\n- a worn seal,\n- a stuck vent, or\n- water in the `oil`.\n\n"
    "Start with the seal, which is the cheapest of the three.",
    "The table of the last nights:\n\n| Night | Hours | Oil, l |\n| --- | ---: | ---: |\n"
    "| Monday | 11 | 4.2 |\n| Tuesday | 11 | 4.4 |\n\nBoth are within what is *usual*.",
    "Run this at the station:\n\n```python\nfor vent in vents:\n    print(vent.name, vent.test())\n"
    "```\n\nand send me what it prints. Without it I can only guess, and a guess has cost us a lens "
    "before.",
]


def parts(count: int) -> list[str]:
    """A long answer of exactly ``count`` parts, each about a token long."""
    found: list[str] = []
    number = 1
    while len(found) < count:
        found += re.findall(r"\s*\S{1,6}(?:\s+\Z)?", SECTION.format(number=number))
        number += 1
    return found[:count]


def question(number: int) -> str:
    """What the visitor of a long thread asked."""
    return f"Question {number}: why does the lamp flicker when the wind turns?"


def answer(number: int) -> str:
    """What the assistant of a long thread said."""
    return f"Answer {number}. {SHORT[number % len(SHORT)]}"
