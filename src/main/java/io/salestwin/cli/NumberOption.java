package io.salestwin.cli;

/** What numbers an option takes. */
final class NumberOption {

  static final int MOST_REPLICATIONS = 10_000_000;

  private NumberOption() {}

  /** The number, if it is in the range. */
  static int within(String option, int number, int least, int most) {
    return within(option, number, least, most, "");
  }

  /** The same, and what is usual. */
  static int within(String option, int number, int least, int most, String usual) {
    if (number < least || number > most) {
      throw new BadInput(
          option + " " + number + ": give a number from " + least + " to " + most + usual);
    }
    return number;
  }

  /** A number of replications, if it is at least so many. */
  static int replications(String option, int number, int least, String usual) {
    return within(option, number, least, MOST_REPLICATIONS, usual);
  }
}
