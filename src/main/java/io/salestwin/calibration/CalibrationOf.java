package io.salestwin.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what was fitted together: the scenario, how its parts were found, what is not known. */
final class CalibrationOf {

  private static final long SEED = 1;

  private final Fitted fitted;
  private final CrmHistory history;
  private final List<String> unknown = new ArrayList<>();

  CalibrationOf(CrmHistory history, Map<String, Long> prices, String name, String openDealsFile) {
    this.history = history;
    fitted = Fitted.of(history, prices, name, openDealsFile);
  }

  Calibration calibration(int plays) {
    whatIsNotKnown();
    Diagnoses diagnoses = new Diagnoses(fitted);
    String scenario = new ScenarioText(fitted, unknown).text();
    Optional<PlayedDays> played = plays == 0 ? Optional.empty() : played();
    return new Calibration(
        fitted.start(),
        scenario,
        fitted.openDealsFile(),
        OpenDeals.csv(fitted),
        diagnoses.diagnostics(),
        diagnoses.curves(),
        played,
        played.map(days -> Replays.of(fitted, scenario, days, plays, SEED)).orElse(List.of()),
        tests(),
        unknown);
  }

  private Optional<PlayedDays> played() {
    ArrivalFit arrivals = fitted.arrivals();
    return PlayedDays.of(history, arrivals.firstDay(), arrivals.days(), Calibration.MOST_PLAYED);
  }

  private Map<String, Differences> tests() {
    Winning winning = fitted.winning();
    Map<String, Differences> tests = new LinkedHashMap<>();
    tests.put("months of the quarter", winning.months());
    tests.put("ages at the close, given the month", winning.age());
    tests.put("owners", winning.reps());
    tests.put("sources", winning.sources());
    tests.put("segments", winning.segments());
    tests.put("products", winning.products());
    tests.values().removeIf(d -> d.freedom() == 0);
    return tests;
  }

  private void whatIsNotKnown() {
    if (!history.hasPaths()) {
      unknown.add(
          "No history of stages: a deal is one stage until it closes, and nothing is known of the"
              + " time between.");
    }
    unknown.add(
        "No effort: nobody's hours are recorded, so reps have no limit of their own"
            + (fitted.isLimited()
                ? "; the limit on closes is read off the closes, and its effort is no measured work."
                : "."));
    long days = (history.knownUntilMs() - history.createdMs(0)) / CrmHistory.DAY_MS;
    if (days < 730) {
      unknown.add(
          "Less than two years: a season of the year cannot be told from a trend, so there is none.");
    }
    long last = fitted.arrivals().firstDay() + fitted.arrivals().days();
    if (last * CrmHistory.DAY_MS <= history.knownUntilMs() - CrmHistory.DAY_MS) {
      unknown.add(
          "No deal was created after "
              + LocalDate.ofEpochDay(last - 1)
              + ", too long for chance: arrivals are counted up to that day.");
    }
    if (history.names().owners().isEmpty()) {
      unknown.add("No owners: deals belong to nobody, and no rep can be short of time.");
    }
    if (history.names().sources().isEmpty()) {
      unknown.add("No sources: all deals come from one.");
    }
    if (!fitted.values().isMoney()) {
      unknown.add("No amounts: every deal is worth 1.");
    }
    unknown.add("No plan: the target is what the last whole quarter brought, where one is known.");
  }

  static String p(double p) {
    return p < 0.001 ? "less than 0.001" : Yaml.number(p, 2);
  }
}
