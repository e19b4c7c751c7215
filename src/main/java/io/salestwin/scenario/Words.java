package io.salestwin.scenario;

import java.util.Locale;

/** How the words of the format name the constants of the scenario. */
final class Words {

  private Words() {}

  /** The constant's name of a word: {@code leastLoaded} is LEAST_LOADED. */
  static String constant(String word) {
    return word.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }
}
