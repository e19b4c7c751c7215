package io.salestwin.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who reads a page, or for which meeting it is: each page is short and decides something. */
public enum Audience {
  /** The five blocks of a monthly report. */
  EXECUTIVES(
      "Report for executives",
      "monthly",
      "",
      Blocks.REVENUE,
      Blocks.PIPELINE,
      Blocks.TEAM,
      Blocks.PROCESS),
  /** Whether the pipeline is enough and sound. */
  PIPELINE(
      "Pipeline",
      "weekly",
      "pipeline_open coverage velocity stale_share",
      Blocks.OPEN_PIPELINE,
      Blocks.CREATION,
      Blocks.CLOSE_DATES),
  /** What is promised and what will come. */
  FORECAST("Forecast", "weekly", "", Blocks.CATEGORIES, Blocks.ACCURACY, Blocks.COMMIT),
  /** How the reps do. */
  REPS(
      "Reps",
      "monthly",
      "quota_attainment reps_at_100 win_rate utilisation",
      Blocks.ATTAINMENT,
      Blocks.ACTIVITY,
      Blocks.RAMP),
  /** From a lead to an opportunity. */
  LEADS(
      "Leads and conversion",
      "monthly",
      "leads opportunity_rate response_median lead_cost_per_opportunity",
      Blocks.SOURCES,
      Blocks.CONVERSION,
      Blocks.RESPONSE),
  /** The list of a weekly review: pipeline and forecast. */
  WEEK(
      "Weekly review",
      "weekly",
      "pipeline_open coverage velocity stale_share",
      Blocks.OPEN_PIPELINE,
      Blocks.CREATION,
      Blocks.CLOSE_DATES,
      Blocks.CATEGORIES,
      Blocks.ACCURACY,
      Blocks.COMMIT),
  /** The list of a monthly review: reps, leads and conversion. */
  MONTH(
      "Monthly review",
      "monthly",
      "quota_attainment win_rate leads opportunity_rate",
      Blocks.ATTAINMENT,
      Blocks.ACTIVITY,
      Blocks.RAMP,
      Blocks.SOURCES,
      Blocks.CONVERSION,
      Blocks.RESPONSE),
  /** The list of a quarterly business review: six categories, each with what watches it. */
  QUARTER(
      "Quarterly business review",
      "quarterly",
      "",
      Blocks.REVENUE_ANALYTICS,
      Blocks.OPEN_PIPELINE.called("Pipeline"),
      Blocks.CONVERSION,
      Blocks.ACTIVITY,
      Blocks.TEAM_ANALYTICS,
      Blocks.CUSTOMERS);

  private final String title;
  private final String cadence;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
  private final List<String> keys;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
  private final List<Block> blocks;

  Audience(String title, String cadence, String keys, Block... blocks) {
    this.title = title;
    this.cadence = cadence;
    this.keys = keys.isEmpty() ? List.of() : List.of(keys.split(" ", -1));
    this.blocks = List.of(blocks);
  }

  /**
   * The audience of a name.
   *
   * @param name as {@link #word()}, in any case
   * @return empty when there is none
   */
  public static Optional<Audience> of(String name) {
    return Arrays.stream(values()).filter(a -> a.word().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The names of all.
   *
   * @return in order
   */
  public static List<String> words() {
    return Arrays.stream(values()).map(Audience::word).toList();
  }

  /**
   * How people ask for it.
   *
   * @return such as {@code executives}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The name of its page in the folder of a run.
   *
   * @return such as {@code executives.html}
   */
  public String file() {
    return word() + ".html";
  }

  String title() {
    return title;
  }

  /** How often the page is looked at. */
  String cadence() {
    return cadence;
  }

  /** The KPIs of the cards at its top; empty where these are the periods with their odds. */
  List<String> keys() {
    return keys;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Every KPI on it, each once. */
  Stream<String> kpis() {
    return Stream.concat(keys.stream(), blocks.stream().flatMap(Block::kpis)).distinct();
  }
}
