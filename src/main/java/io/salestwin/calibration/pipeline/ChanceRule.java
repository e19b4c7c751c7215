package io.salestwin.calibration.pipeline;

import java.util.Arrays;
import java.util.Optional;

/** How the chance of an open deal to be won in the period is told. */
public enum ChanceRule {
  /** From the history: by stage and time in it, or by age. */
  LEARNED("learned", "what became of deals of the same stage and age"),
  /** The won share of the deal's stage x decay past the expected close x what its rep wins. */
  FORMULA("formula", "won share of the stage x decay past the expected close x the rep's record"),
  /** One fixed chance for each stage. */
  STAGES("stages", "one fixed chance for each stage");

  private final String word;
  private final String words;

  ChanceRule(String word, String words) {
    this.word = word;
    this.words = words;
  }

  /**
   * What it is called on the command line.
   *
   * @return one word
   */
  public String word() {
    return word;
  }

  /**
   * What it rests on.
   *
   * @return a few words
   */
  public String words() {
    return words;
  }

  /**
   * The rule of a word.
   *
   * @param word as on the command line, capitals or not
   * @return the rule; empty if there is none
   */
  public static Optional<ChanceRule> of(String word) {
    return Arrays.stream(values()).filter(r -> r.word.equalsIgnoreCase(word)).findFirst();
  }
}
