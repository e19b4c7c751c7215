package io.salestwin.calibration;

import java.util.List;

/**
 * What is odd about an export, with counts and examples. Nothing is mended in silence: each finding
 * says what was done about it.
 *
 * @param findings what was found, the gravest first; empty when nothing was
 * @param recordedFromMs the moment from which on closes are recorded, when earlier ones are
 *     missing; {@link CrmHistory#NEVER} when none are
 */
public record DataQuality(List<Finding> findings, long recordedFromMs) {

  /** How many examples a finding gives. */
  public static final int EXAMPLES = 5;

  /** Copies the list. */
  public DataQuality {
    findings = List.copyOf(findings);
  }

  /** Kinds of findings, the gravest first. */
  public enum Kind {
    /** Rows that could not be used. */
    BAD_ROWS("rows that cannot be used"),
    /** Closes from before some day are missing. */
    LEFT_TRUNCATION("closes before recording began are missing"),
    /** Open deals older than any that ever closed. */
    ZOMBIES("open deals older than any deal that ever closed"),
    /** The same deal in several rows. */
    DUPLICATES("rows that repeat a deal"),
    /** A deal is closed before it is created, or an event is before its creation. */
    NEGATIVE_DURATIONS("deals with an event before they were created"),
    /** A deal that was closed goes on. */
    REOPENED("deals that were reopened"),
    /** Many deals changed in the same second. */
    BULK_EDITS("events in seconds in which 20 or more deals changed"),
    /** Deals closed in the moment of their creation. */
    CLOSED_AT_CREATION("deals closed in the moment of their creation"),
    /** Closed deals whose stages are not known. */
    NO_PATH("closed deals without any stage before the close"),
    /** Deals without an owner. */
    NO_OWNER("deals without an owner"),
    /** Won deals without an amount. */
    NO_AMOUNT("won deals without an amount"),
    /** Amounts that are no numbers. */
    ODD_AMOUNT("amounts that are no numbers or below zero"),
    /** Amounts in another currency than most. */
    OTHER_CURRENCY("deals in another currency, whose amounts are left out"),
    /** Events of deals that are not in the table of deals. */
    UNKNOWN_DEAL("events of deals that are not among the deals"),
    /** Owners who changed. */
    OWNER_CHANGES("deals whose owner changed"),
    /** Lines below a report. */
    FOOTER("lines below the table"),
    /** A date that may be read in two ways. */
    AMBIGUOUS_DATES("columns of dates that may be read in two ways");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /**
     * The kind in words.
     *
     * @return such as {@code deals without an owner}
     */
    public String words() {
      return words;
    }
  }

  /**
   * One finding.
   *
   * @param kind what is odd
   * @param count how often
   * @param of among how many
   * @param examples ids of deals or lines, at most {@value #EXAMPLES}
   * @param done what was done about it
   */
  public record Finding(Kind kind, long count, long of, List<String> examples, String done) {

    /** Copies the list. */
    public Finding {
      examples = List.copyOf(examples);
    }
  }
}
