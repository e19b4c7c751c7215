package io.salestwin.report;

import io.salestwin.experiment.rehearsal.Rehearsal;
import io.salestwin.experiment.rehearsal.Rehearsal.Judged;
import io.salestwin.statistics.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each method finds an effect where nothing differs, against what was planned. */
final class RateChart {

  private static final int NAMES = 230;
  private static final int ROW = 30;
  private static final int TOP = 26;
  private static final int RIGHT = 60;

  private final Rehearsal found;
  private final Map<String, Estimate> rates = new LinkedHashMap<>();

  RateChart(RehearsalReport report) {
    found = report.found();
    if (found.course().looksMs().size() > 1) {
      rates.put("as planned, with its looks", found.planned().falsePositives());
    }
    for (Judged judged : found.methods()) {
      rates.put(report.name(judged), judged.falsePositives());
    }
    rates.put("leads, looking every week", found.peeking().falsePositives());
    rates.values().removeIf(rate -> rate.value().isEmpty());
  }

  Chart draw() {
    double alpha = found.course().plan().alpha();
    double most =
        rates.values().stream()
            .mapToDouble(rate -> rate.value().orElseThrow().interval().high())
            .max()
            .orElse(alpha);
    double scale = (Charts.WIDE - NAMES - RIGHT) / Math.max(most, 2 * alpha);
    int height = TOP + ROW * rates.size() + 8;
    Html svg = new Html();
    double planned = NAMES + alpha * scale;
    line(svg, "s-target", planned, TOP - 8, planned, height - 4, "4 3");
    text(svg, "f-target", planned + 4, TOP - 10, "planned " + Figures.share(alpha), "start");
    int row = 0;
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, Estimate> each : rates.entrySet()) {
      double y = TOP + ROW * (row++ + 0.5);
      Estimate.Value rate = each.getValue().value().orElseThrow();
      boolean inflated = rate.interval().low() > alpha;
      String ink = inflated ? "target" : "main";
      double at = NAMES + rate.estimate() * scale;
      text(svg, "f-text", NAMES - 12, y + 4, each.getKey(), "end");
      line(
          svg,
          "s-" + ink,
          NAMES + rate.interval().low() * scale,
          y,
          NAMES + rate.interval().high() * scale,
          y,
          "");
      svg.empty("circle", "cx", number(at), "cy", number(y), "r", "5", "class", "f-" + ink);
      text(
          svg,
          "f-muted",
          NAMES + rate.interval().high() * scale + 8,
          y + 4,
          Figures.share(rate.estimate()),
          "start");
      told.add(each.getKey() + " " + Figures.share(rate.estimate()));
    }
    return new Chart(
        "false-positives",
        "False positives",
        "Share of A/A trials with an effect: " + String.join("; ", told),
        Charts.WIDE,
        height,
        svg.page());
  }

  private static void line(
      Html svg, String ink, double x1, double y1, double x2, double y2, String dashes) {
    svg.empty(
        "line",
        "x1",
        number(x1),
        "y1",
        number(y1),
        "x2",
        number(x2),
        "y2",
        number(y2),
        "stroke-width",
        "2",
        "stroke-dasharray",
        dashes.isEmpty() ? "none" : dashes,
        "class",
        ink);
  }

  private static void text(Html svg, String ink, double x, double y, String text, String anchor) {
    svg.element(
        "text",
        text,
        "x",
        number(x),
        "y",
        number(y),
        "font-size",
        "12",
        "text-anchor",
        anchor,
        "class",
        ink);
  }

  private static String number(double value) {
    return Figures.fixed(value, 1);
  }
}
