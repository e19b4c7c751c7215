package io.salestwin.calibration;

import java.util.List;

/**
 * What a CRM remembers, whatever it is called: deals, and for each the stages that it entered and
 * how it ended, as columns. Deals are numbered from 0 in the order of their creation; the events of
 * deal {@code d} are those from {@link #firstEvent firstEvent(d)} up to but without {@code
 * firstEvent(d + 1)}, in the order of time.
 *
 * <p>Times are milliseconds since 1970 on the clock on the export's wall; a date alone is its
 * midnight. Money is in cents. An event enters a stage (0 and up) or ends the deal ({@link #WON},
 * {@link #LOST}); a deal that was reopened has events after an end. So the state of a deal is that
 * of its last event, and the past is had by cutting events off: {@link #asOf}.
 */
public final class CrmHistory {

  /** Stage of an event that wins the deal. */
  public static final int WON = -1;

  /** Stage of an event that loses the deal. */
  public static final int LOST = -2;

  /** Number of an owner, source, product, segment or reason that is not known. */
  public static final int UNKNOWN = -1;

  /** A time that is not known, or not yet. */
  public static final long NEVER = Long.MAX_VALUE;

  /** An amount that is not known. */
  public static final long NO_AMOUNT = Long.MIN_VALUE;

  /** Milliseconds of a day. */
  public static final long DAY_MS = 86_400_000;

  /**
   * The names behind the numbers.
   *
   * @param stages stages of the paths, in the order in which deals pass them
   * @param presentStages stages by the column of the deals alone, where there are no paths
   * @param owners owners of deals
   * @param actors who made events
   * @param sources where deals come from
   * @param products what is bought
   * @param segments kinds of buyers
   * @param reasons why deals are lost
   * @param categories categories of the CRM's own forecast
   */
  public record Names(
      List<String> stages,
      List<String> presentStages,
      List<String> owners,
      List<String> actors,
      List<String> sources,
      List<String> products,
      List<String> segments,
      List<String> reasons,
      List<String> categories) {

    /** Copies the lists. */
    public Names {
      stages = List.copyOf(stages);
      presentStages = List.copyOf(presentStages);
      owners = List.copyOf(owners);
      actors = List.copyOf(actors);
      sources = List.copyOf(sources);
      products = List.copyOf(products);
      segments = List.copyOf(segments);
      reasons = List.copyOf(reasons);
      categories = List.copyOf(categories);
    }
  }

  private final HistoryColumns columns;
  private final Facts facts;

  /**
   * What holds for the whole history.
   *
   * @param currency ISO code of the amounts; empty when the export does not say
   * @param dayOnly whether dates have no time of day
   * @param hasPaths whether the export says when stages were entered
   * @param knownUntilMs the last moment that the export knows of
   */
  record Facts(String currency, boolean dayOnly, boolean hasPaths, long knownUntilMs) {}

  CrmHistory(HistoryColumns columns, Facts facts) {
    this.columns = columns;
    this.facts = facts;
  }

  /**
   * The history as it was known at a moment: deals created later are not there, events that
   * happened later have not happened, and what stands in a deal's row but cannot be dated (the
   * amount of an open deal, its present stage, its promised close, its next step and category, the
   * last activity, why it was lost) is not known unless an event or a revision up to that moment
   * says it. What does not change in a deal's life (owner, source, product, segment) is taken as
   * known from the start. Nothing that fits or forecasts may look at anything but the result.
   *
   * @param ms the moment; what happened at it is seen
   * @return the past; this history itself when the moment is not before {@link #knownUntilMs}
   */
  public CrmHistory asOf(long ms) {
    if (ms >= facts.knownUntilMs) {
      return this;
    }
    return Mask.of(columns, facts, ms);
  }

  /**
   * How many deals there are.
   *
   * @return 0 or more
   */
  public int deals() {
    return columns.createdMs().length;
  }

  /**
   * How many events there are, of all deals.
   *
   * @return 0 or more
   */
  public int events() {
    return columns.eventMs().length;
  }

  /**
   * The names behind the numbers.
   *
   * @return the names
   */
  public Names names() {
    return columns.names();
  }

  /**
   * What the CRM calls a deal.
   *
   * @param deal its number
   * @return its id
   */
  public String id(int deal) {
    return columns.id()[deal];
  }

  /**
   * When a deal was created.
   *
   * @param deal its number
   * @return the moment
   */
  public long createdMs(int deal) {
    return columns.createdMs()[deal];
  }

  /**
   * Whether a deal is won, lost or open.
   *
   * @param deal its number
   * @return {@link #WON}, {@link #LOST}, or 0 for an open one
   */
  public int outcome(int deal) {
    int last = firstEvent(deal + 1) - 1;
    return last < firstEvent(deal) ? 0 : Math.min(0, columns.eventStage()[last]);
  }

  /**
   * When a deal was won or lost.
   *
   * @param deal its number
   * @return the moment; {@link #NEVER} for an open one
   */
  public long closedMs(int deal) {
    return outcome(deal) == 0 ? NEVER : columns.eventMs()[firstEvent(deal + 1) - 1];
  }

  /**
   * The stage that an open deal is in.
   *
   * @param deal its number
   * @return number of the stage; {@link #UNKNOWN} for one without a path, or closed
   */
  public int stage(int deal) {
    int last = firstEvent(deal + 1) - 1;
    return last < firstEvent(deal) || columns.eventStage()[last] < 0
        ? UNKNOWN
        : columns.eventStage()[last];
  }

  /**
   * The stage by the deal's own row, where there are no paths.
   *
   * @param deal its number
   * @return place in {@link Names#presentStages}, or {@link #UNKNOWN}
   */
  public int presentStage(int deal) {
    return columns.presentStage()[deal];
  }

  /**
   * Whose a deal is.
   *
   * @param deal its number
   * @return place in {@link Names#owners}, or {@link #UNKNOWN}
   */
  public int owner(int deal) {
    return columns.owner()[deal];
  }

  /**
   * Where a deal came from.
   *
   * @param deal its number
   * @return place in {@link Names#sources}, or {@link #UNKNOWN}
   */
  public int source(int deal) {
    return columns.source()[deal];
  }

  /**
   * What is bought.
   *
   * @param deal its number
   * @return place in {@link Names#products}, or {@link #UNKNOWN}
   */
  public int product(int deal) {
    return columns.product()[deal];
  }

  /**
   * Which kind of buyer.
   *
   * @param deal its number
   * @return place in {@link Names#segments}, or {@link #UNKNOWN}
   */
  public int segment(int deal) {
    return columns.segment()[deal];
  }

  /**
   * Why a deal was lost.
   *
   * @param deal its number
   * @return place in {@link Names#reasons}, or {@link #UNKNOWN}
   */
  public int reason(int deal) {
    return columns.reason()[deal];
  }

  /**
   * What a deal brings, or is said to bring while it is open.
   *
   * @param deal its number
   * @return cents, or {@link #NO_AMOUNT}
   */
  public long amountCents(int deal) {
    return columns.amountCents()[deal];
  }

  /**
   * For when the close of an open deal is promised.
   *
   * @param deal its number
   * @return the moment, or {@link #NEVER}
   */
  public long promisedMs(int deal) {
    return columns.promisedMs()[deal];
  }

  /**
   * When somebody last did something about a deal.
   *
   * @param deal its number
   * @return the moment, or {@link #NEVER} when not known
   */
  public long lastActivityMs(int deal) {
    return columns.lastActivityMs()[deal];
  }

  /**
   * Where the events of a deal begin.
   *
   * @param deal its number, or the number of deals for the end of all
   * @return number of its first event
   */
  public int firstEvent(int deal) {
    return columns.firstEvent()[deal];
  }

  /**
   * What an event enters.
   *
   * @param event its number
   * @return number of the stage, {@link #WON} or {@link #LOST}
   */
  public int eventStage(int event) {
    return columns.eventStage()[event];
  }

  /**
   * When an event happened.
   *
   * @param event its number
   * @return the moment
   */
  public long eventMs(int event) {
    return columns.eventMs()[event];
  }

  /**
   * Who made an event.
   *
   * @param event its number
   * @return place in {@link Names#actors}, or {@link #UNKNOWN}
   */
  public int eventActor(int event) {
    return columns.eventActor()[event];
  }

  /**
   * Whether it is known when amounts, promised closes or categories were changed.
   *
   * @return false when only the present ones are known
   */
  public boolean hasRevisions() {
    return !columns.revisions().isEmpty();
  }

  /**
   * How often the promised close of a deal was moved to a later day.
   *
   * @param deal its number
   * @return 0 or more; 0 too where {@link #hasRevisions} is false
   */
  public int slips(int deal) {
    return columns.revisions().slips(deal);
  }

  /**
   * Whether an open deal has a next step.
   *
   * @param deal its number
   * @return false when it has none, or when the export has no such column
   */
  public boolean hasNextStep(int deal) {
    return columns.nextStep()[deal];
  }

  /**
   * The category that the CRM forecasts an open deal in.
   *
   * @param deal its number
   * @return place in {@link Names#categories}, or {@link #UNKNOWN}
   */
  public int category(int deal) {
    return columns.category()[deal];
  }

  /**
   * The currency of the amounts.
   *
   * @return ISO code; empty when the export does not say
   */
  public String currency() {
    return facts.currency;
  }

  /**
   * Whether times are whole days.
   *
   * @return true when the export has dates without a time of day
   */
  public boolean dayOnly() {
    return facts.dayOnly;
  }

  /**
   * Whether it is known when stages were entered.
   *
   * @return false when only creation and close are known
   */
  public boolean hasPaths() {
    return facts.hasPaths;
  }

  /**
   * The last moment that this history knows of.
   *
   * @return the moment of {@link #asOf}, or the last event of the export
   */
  public long knownUntilMs() {
    return facts.knownUntilMs;
  }
}
