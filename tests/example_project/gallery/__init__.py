"""The gallery's tests, and what photographs its scenes."""
