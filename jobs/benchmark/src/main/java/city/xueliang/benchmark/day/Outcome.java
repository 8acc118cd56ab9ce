package city.xueliang.benchmark.day;

/** What became of an incident. */
enum Outcome {
  RIGHT,
  /** The right rule and colour were told in time, in the same district and for nothing else. */
  WRONG_PLACE,
  /** The right rule was told there, with another colour. */
  WRONG_COLOUR,
  /** Only other rules were told there that such an incident may set off. */
  WRONG_RULE,
  MISSED,
  /** The run ended too soon to tell. */
  CUT_OFF
}
