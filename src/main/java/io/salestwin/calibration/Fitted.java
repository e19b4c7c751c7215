package io.salestwin.calibration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All that was fitted to a history.
 *
 * @param name what the scenario is called
 * @param openDealsFile what it calls the file of open deals
 * @param history what is gone on from
 * @param arrivals how many deals come
 * @param winning which closes are wins
 * @param values what deals bring
 * @param stages the stays in each stage and the ways out
 * @param throughput whether closes are limited; null where they were not set against the deals
 * @param decides whether the delay until the close is one and the decision another
 */
record Fitted(
    String name,
    String openDealsFile,
    CrmHistory history,
    ArrivalFit arrivals,
    Winning winning,
    ValueFit values,
    List<StageFit> stages,
    Throughput throughput,
    boolean decides) {

  /** Fits every part. */
  static Fitted of(
      CrmHistory history, Map<String, Long> prices, String name, String openDealsFile) {
    long recordedFromMs = Censoring.of(history).recordedFromMs();
    Winning winning = Winning.of(history, recordedFromMs);
    if (winning.won() < 1 || winning.lost() < 1) {
      throw new ImportProblem(
          "the history has "
              + (long) winning.won()
              + " deals won and "
              + (long) winning.lost()
              + " lost since recording began: at least one of each is needed to learn from");
    }
    boolean decides = !history.hasPaths() && winning.age().p() >= ArrivalFit.LEVEL;
    List<StageFit> stages =
        decides
            ? List.of(StageFit.untilTheClose(history, recordedFromMs))
            : StageFit.all(history, recordedFromMs);
    return new Fitted(
        name,
        openDealsFile,
        history,
        ArrivalFit.of(history, recordedFromMs),
        winning,
        ValueFit.of(history, prices),
        stages,
        decides ? limit(history, recordedFromMs, stages.get(0)) : null,
        decides);
  }

  private static Throughput limit(CrmHistory history, long recordedFromMs, StageFit stage) {
    return Throughput.of(
        history, recordedFromMs, stage.law(Stays.ADVANCE).law(), stage.fit().never());
  }

  /** The same, with another history to be gone on from. */
  Fitted on(CrmHistory other) {
    return new Fitted(
        name, openDealsFile, other, arrivals, winning, values, stages, throughput, decides);
  }

  LocalDate start() {
    return LocalDate.ofEpochDay(Math.floorDiv(history.knownUntilMs(), CrmHistory.DAY_MS) + 1);
  }

  boolean isLimited() {
    return throughput != null && throughput.isLimit();
  }

  boolean hasOwners() {
    return !history.names().owners().isEmpty() && history.names().owners().size() <= 2000;
  }
}
