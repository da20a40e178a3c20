// Laid out in DESIGN: this room is furnished next.
