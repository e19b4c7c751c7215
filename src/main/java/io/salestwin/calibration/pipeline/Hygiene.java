package io.salestwin.calibration.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * What is not in order among the open deals, by rule.
 *
 * @param cycleDays median days from creation to being won, which "stale" is measured by; NaN
 *     without any won
 * @param findings one for each rule, those that the export cannot tell included
 * @param violating open deals that break at least one rule
 */
public record Hygiene(double cycleDays, List<Finding> findings, int violating) {

  /** How many examples a finding has. */
  public static final int EXAMPLES = 5;

  /** Copies the list. */
  public Hygiene {
    findings = List.copyOf(findings);
  }

  /** A rule. */
  public enum Rule {
    /** Open for more than two won cycles without a movement. */
    STALE("no movement for more than twice the cycle", "stale"),
    /** The close date moved later twice or more. */
    SLIPPED("close date slipped twice or more", "slipped"),
    /** Nothing is agreed with the buyer. */
    NO_NEXT_STEP("no next step", "no next step"),
    /** The close date has passed and the deal is open. */
    CLOSE_DATE_PASSED("close date has passed", "overdue"),
    /** Nobody says when it will close. */
    NO_CLOSE_DATE("no close date", "no close date"),
    /** Nobody says what it brings. */
    NO_AMOUNT("no amount", "no amount"),
    /** Nobody's. */
    NO_OWNER("no owner", "no owner"),
    /** A commit that nobody has spoken to within ten working days. */
    COMMIT_WITHOUT_CONTACT("commit without contact in ten working days", "no contact"),
    /** A lost deal of the last 90 days without a reason. */
    LOST_WITHOUT_REASON("lost in the last 90 days without a reason", "no reason");

    private final String words;
    private final String brief;

    Rule(String words, String brief) {
      this.words = words;
      this.brief = brief;
    }

    /**
     * What is wrong.
     *
     * @return a few words
     */
    public String words() {
      return words;
    }

    /**
     * The same beside a deal.
     *
     * @return a word or two
     */
    public String brief() {
      return brief;
    }
  }

  /**
   * A rule and the deals that break it.
   *
   * @param rule the rule
   * @param deals how many break it
   * @param of how many it was asked of
   * @param cents their worth in cents
   * @param examples ids, the ones of most worth first
   * @param unknown why the export cannot tell; empty when it can
   * @param remark what it was told by, where that is less than the rule asks; may be empty
   */
  public record Finding(
      Rule rule,
      int deals,
      int of,
      long cents,
      List<String> examples,
      Optional<String> unknown,
      String remark) {

    /** Copies the list. */
    public Finding {
      examples = List.copyOf(examples);
    }
  }
}
