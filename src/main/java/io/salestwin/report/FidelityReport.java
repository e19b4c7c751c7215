package io.salestwin.report;

import io.salestwin.calibration.fidelity.Fidelity;
import io.salestwin.calibration.fidelity.Fidelity.Distance;
import io.salestwin.document.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How like the past a simulated past looks, for people and for programs.
 *
 * @param name what the export is called
 * @param fidelity the distances
 */
public record FidelityReport(String name, Fidelity fidelity) implements Answer {

  @Override
  public boolean thresholdsMet() {
    return true;
  }

  @Override
  public Map<String, String> tables() {
    return Map.of();
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public String text(TextStyle style) {
    StringBuilder out = new StringBuilder();
    TextLines lines = new TextLines(style, out);
    lines.heading("Fidelity of " + name, halves());
    lines.wrapped("  ", sentence(), "    ");
    lines.wrapped("  ", cases(), "    ");
    lines.blank();
    lines.heading("Distances to the observed log", "0 is alike");
    lines.raw("  " + TextLines.left("", 24) + line("simulated", "naive replay", "luck alone"));
    for (Distance d : fidelity.distances()) {
      lines.raw(
          "  "
              + TextLines.left(d.measure().words(), 24)
              + line(figure(d, d.simulated()), figure(d, d.replay()), figure(d, d.floor())));
    }
    return out.toString();
  }

  private static String line(String simulated, String replay, String floor) {
    return TextLines.right(simulated, 12)
        + TextLines.right(replay, 15)
        + TextLines.right(floor, 13);
  }

  private String halves() {
    return "learned before "
        + fidelity.split()
        + ", held against the time to "
        + fidelity.until().minusDays(1)
        + ", "
        + fidelity.plays()
        + (fidelity.plays() == 1 ? " play" : " plays");
  }

  private String sentence() {
    List<String> nearer =
        fidelity.distances().stream()
            .filter(Distance::isNearer)
            .map(d -> d.measure().words())
            .toList();
    int all = fidelity.distances().size();
    return nearer.isEmpty()
        ? "naive replay of the half before is nearer to what was observed in all "
            + all
            + " measures"
        : "the simulated log is nearer to the observed one than naive replay of the half before in "
            + nearer.size()
            + " of "
            + all
            + " measures: "
            + String.join("; ", nearer);
  }

  private String cases() {
    return "deals that were created and closed within their half: "
        + Figures.count(fidelity.observed())
        + " observed, "
        + Figures.count(fidelity.simulated())
        + " simulated, "
        + Figures.count(fidelity.replayed())
        + " replayed";
  }

  private static String figure(Distance d, double value) {
    boolean share = d.measure().unit().equals("share");
    return Double.isNaN(value)
        ? "nothing"
        : share ? Figures.share(value) : Figures.fixed(value, 1) + " h";
  }

  @Override
  public String html() {
    Page page =
        new Page("Fidelity", name, List.of("backtest", halves()), List.of("Distances", "Measures"));
    boolean good = fidelity.distances().stream().anyMatch(Distance::isNearer);
    page.verdict(
        good ? Page.Mood.GOOD : Page.Mood.BAD,
        good ? "Nearer than naive replay, in part" : "Naive replay is nearer",
        HtmlFrame.sentence(sentence()));
    page.list(List.of(cases()));
    page.open(
        "Distances",
        "To the observed log; 0 is alike. Naive replay is the half before once more; luck alone is"
            + " between two random halves of what was observed.");
    List<List<String>> rows = new ArrayList<>();
    for (Distance d : fidelity.distances()) {
      rows.add(
          List.of(
              d.measure().words(),
              figure(d, d.simulated()),
              figure(d, d.replay()),
              figure(d, d.floor()),
              d.isNearer() ? "✔ nearer than replay" : "✘ not nearer"));
    }
    page.table(
        "Distances to the observed log.",
        List.of("Measure", "Simulated", "Naive replay", "Luck alone", "Verdict"),
        rows);
    page.close();
    page.open("Measures", "Times count in whole hours; distances of times are 1-Wasserstein.");
    page.list(
        fidelity.distances().stream()
            .map(d -> d.measure().words() + ": " + d.measure().meaning())
            .toList());
    page.close();
    return page.end();
  }

  @Override
  public String json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("export", name);
    out.put("from", fidelity.from().toString());
    out.put("split", fidelity.split().toString());
    out.put("until", fidelity.until().toString());
    out.put("plays", fidelity.plays());
    out.put("sentence", sentence());
    out.put("observed", fidelity.observed());
    out.put("simulated", fidelity.simulated());
    out.put("replayed", fidelity.replayed());
    out.put("distances", fidelity.distances().stream().map(FidelityReport::distance).toList());
    return Json.write(out);
  }

  private static Map<String, Object> distance(Distance d) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("measure", d.measure().words());
    out.put("unit", d.measure().unit());
    out.put("meaning", d.measure().meaning());
    out.put("simulated", Summary.finite(d.simulated()));
    out.put("replay", Summary.finite(d.replay()));
    out.put("luck", Summary.finite(d.floor()));
    return out;
  }
}
