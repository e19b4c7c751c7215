package io.salestwin.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of an export may mean; the name is what a mapping file calls it. */
public enum Field {
  /** What tells one deal from all others. */
  ID("id"),
  /** When the deal came to be known. */
  CREATED("created"),
  /** When it was won or lost; of an open deal a promise. */
  CLOSED("closed"),
  /** For when the close of an open deal is promised, where that has a column of its own. */
  EXPECTED("expectedClose"),
  /** When it was won, where that has a column of its own. */
  WON_AT("wonAt"),
  /** When it was lost, where that has a column of its own. */
  LOST_AT("lostAt"),
  /** Whether it is won, as a yes or no. */
  IS_WON("isWon"),
  /** Whether it is closed, as a yes or no. */
  IS_CLOSED("isClosed"),
  /** Won, lost or open, in words; may be the stage. */
  STATUS("status"),
  /** The stage that it is in, or that an event enters. */
  STAGE("stage"),
  /** What it brings. */
  AMOUNT("amount"),
  /** In which currency. */
  CURRENCY("currency"),
  /** Whose it is. */
  OWNER("owner"),
  /** Who leads the owner. */
  MANAGER("manager"),
  /** Where the owner works. */
  REGION("region"),
  /** Where it came from. */
  SOURCE("source"),
  /** What is bought. */
  PRODUCT("product"),
  /** Which kind of buyer. */
  SEGMENT("segment"),
  /** Why it was lost. */
  REASON("reason"),
  /** When somebody last did something about it. */
  LAST_ACTIVITY("lastActivity"),
  /** What is agreed to come next. */
  NEXT_STEP("nextStep"),
  /** The category in which the CRM forecasts it. */
  CATEGORY("category"),
  /** When the present stage was entered. */
  STAGE_CHANGED("stageChanged"),
  /** When an event happened. */
  TIME("time"),
  /** The stage that an event leaves. */
  FROM_STAGE("fromStage"),
  /** Who did it. */
  ACTOR("actor"),
  /** Whether an event starts or completes something. */
  LIFECYCLE("lifecycle"),
  /** Which field of a deal was changed. */
  CHANGED_FIELD("changedField"),
  /** What stood there before. */
  OLD_VALUE("oldValue"),
  /** What stands there now. */
  NEW_VALUE("newValue"),
  /** The list price of a product. */
  PRICE("price");

  private final String word;

  Field(String word) {
    this.word = word;
  }

  /**
   * The name in mapping files.
   *
   * @return such as {@code stageChanged}
   */
  public String word() {
    return word;
  }

  /**
   * The field of a name.
   *
   * @param word its name, capitals or not
   * @return the field; empty if there is none
   */
  public static Optional<Field> of(String word) {
    return Arrays.stream(values()).filter(f -> f.word.equalsIgnoreCase(word)).findFirst();
  }

  /** All names. */
  static List<String> words() {
    return Arrays.stream(values()).map(Field::word).toList();
  }

  boolean isTime() {
    return this == CREATED
        || this == CLOSED
        || this == EXPECTED
        || this == WON_AT
        || this == LOST_AT
        || this == TIME
        || this == LAST_ACTIVITY
        || this == STAGE_CHANGED;
  }

  @Override
  public String toString() {
    return word.toLowerCase(Locale.ROOT);
  }
}
