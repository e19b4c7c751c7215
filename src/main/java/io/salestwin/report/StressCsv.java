package io.salestwin.report;

import io.salestwin.document.Json;
import io.salestwin.planning.StressTest;
import io.salestwin.planning.StressTest.Bar;
import io.salestwin.planning.StressTest.Break;
import io.salestwin.planning.StressTest.HeatMap;
import io.salestwin.planning.StressTest.Point;
import io.salestwin.planning.StressTest.ShockCase;
import io.salestwin.planning.StressTest.Without;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * Every point of a stress test in long form. What is not computable is an empty cell; texts that a
 * spreadsheet would take for a formula get an apostrophe before them.
 */
final class StressCsv {

  private static final String HEADER =
      "part,name,value,odds,odds_low,odds_high,odds_change,odds_change_low,odds_change_high,"
          + "bookings_change,bookings_change_low,bookings_change_high,level,replications,reason";
  private static final Estimate NONE = Estimate.notComputable("it is not asked for");

  private final StressTest test;
  private final StringBuilder out = new StringBuilder(HEADER).append('\n');

  private StressCsv(StressTest test) {
    this.test = test;
  }

  static String of(StressTest test) {
    return new StressCsv(test).csv();
  }

  private String csv() {
    int n = test.replications();
    row("base", test.scenario(), "", test.odds(), NONE, NONE, n);
    test.tornado().ifPresent(t -> t.bars().forEach(this::bar));
    test.heatMap().ifPresent(this::heatMap);
    for (ShockCase s : test.shocks()) {
      row("shock", s.name(), "", s.odds(), s.change(), s.bookings(), s.replications());
    }
    for (Break b : test.breaks()) {
      for (Point p : b.path()) {
        row("break", b.name(), p.value(), p.odds(), NONE, NONE, n);
      }
    }
    for (Without w : test.without()) {
      row("without", w.what(), w.how(), w.odds(), w.change(), w.bookings(), n);
    }
    return out.toString();
  }

  private void bar(Bar b) {
    int n = b.replications();
    row("lever low", b.lever(), b.low().value(), NONE, b.low().odds(), b.low().bookings(), n);
    row("lever high", b.lever(), b.high().value(), NONE, b.high().odds(), b.high().bookings(), n);
    row("lever", b.lever(), StressWords.ends(b), NONE, b.odds(), b.bookings(), n);
  }

  private void heatMap(HeatMap map) {
    for (int r = 0; r < map.rows().size(); r++) {
      for (int c = 0; c < map.columns().size(); c++) {
        String value =
            map.across() + "=" + map.columns().get(c) + " " + map.down() + "=" + map.rows().get(r);
        row("heat map", "", value, map.odds().get(r).get(c), NONE, NONE, test.replications());
      }
    }
  }

  private void row(
      String part,
      String name,
      String value,
      Estimate odds,
      Estimate change,
      Estimate bookings,
      int replications) {
    List<String> cells = new ArrayList<>(List.of(part, KpiCsv.text(name), KpiCsv.text(value)));
    double level = Double.NaN;
    String reason = "";
    for (Estimate e : List.of(odds, change, bookings)) {
      Estimate.Value v = e.value().orElse(null);
      cells.add(v == null ? "" : Json.number(v.estimate()));
      cells.add(v == null ? "" : Json.number(v.interval().low()));
      cells.add(v == null ? "" : Json.number(v.interval().high()));
      level = v == null ? level : v.interval().level();
      reason = e instanceof Estimate.NotComputable no && !e.equals(NONE) ? no.reason() : reason;
    }
    cells.add(Double.isNaN(level) ? "" : Json.number(level));
    cells.add(Integer.toString(replications));
    cells.add(KpiCsv.text(reason));
    out.append(String.join(",", cells)).append('\n');
  }
}
