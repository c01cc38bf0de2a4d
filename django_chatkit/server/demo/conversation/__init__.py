"""What the demo agent talks about: greetings, sums, dates, dice, what was said."""
