package io.salestwin.calibration;

import io.salestwin.statistics.fitting.LawFit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines of a scenario as it is written, its comments wrapped, and what the data leave open. */
final class ScenarioLines {

  private static final int WRAP = 92;

  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> uncertainty = new LinkedHashMap<>();

  /** All lines, the uncertainty last. */
  String text() {
    if (!uncertainty.isEmpty()) {
      line("");
      line("# What the data leave open, drawn once per pair of replications.");
      line("uncertainty:");
      uncertainty.forEach((lever, law) -> line("  " + Yaml.key(lever) + ": " + law));
    }
    return out.toString();
  }

  /** A lever of which the data say only this law. */
  void uncertain(String lever, String law) {
    uncertainty.put(lever, law);
  }

  void line(String text) {
    out.append(text).append('\n');
  }

  /** A comment, wrapped. */
  void comment(String indent, String text) {
    StringBuilder line = new StringBuilder(indent + "#");
    for (String word : text.replaceAll("[\\p{Cntrl}]", " ").split(" ", -1)) {
      if (line.length() + 1 + word.length() > WRAP) {
        line(line.toString());
        line = new StringBuilder(indent + "#");
      }
      line.append(' ').append(word);
    }
    line(line.toString());
  }

  void wrapped(String start, Set<String> names, String close) {
    StringBuilder line = new StringBuilder(start);
    int left = names.size();
    for (String name : names) {
      String item = name + (--left > 0 ? ", " : close);
      if (line.length() + item.length() > WRAP) {
        line(line.toString().stripTrailing());
        line = new StringBuilder("      ");
      }
      line.append(item);
    }
    line(line.toString());
  }

  void beta(String lever, double p, double logOddsError) {
    double sd = p * (1 - p) * logOddsError;
    // a beta law needs a spread below that of a coin
    if (sd > 1e-7 && sd < 0.9 * Math.sqrt(p * (1 - p))) {
      uncertain(lever, "{beta: {mean: " + Yaml.number(p, 4) + ", sd: " + Yaml.number(sd, 3) + "}}");
    }
  }

  static String normal(double mean, double sd, String unit) {
    return "{normal: {mean: "
        + Yaml.number(mean, 5)
        + unit
        + ", sd: "
        + Yaml.number(Math.max(sd, 1e-9), 4)
        + unit
        + "}}";
  }

  static String chosen(List<LawFit> fits) {
    LawFit best = fits.get(0);
    return "; "
        + best.family().words()
        + ", distance "
        + Yaml.number(best.distance(), 2)
        + (fits.size() > 1
            ? "; next "
                + fits.get(1).family().words()
                + " +"
                + Yaml.number(Math.max(0, Math.rint(fits.get(1).aic() - best.aic())), 6)
                + " AIC"
            : "");
  }

  static String tested(String what, Differences differences) {
    if (differences.freedom() == 0) {
      return "there is nothing to compare.";
    }
    return "differences in the odds between "
        + what
        + ": chi-squared "
        + Yaml.number(differences.chiSquared(), 4)
        + " on "
        + differences.freedom()
        + " degrees of freedom, p "
        + CalibrationOf.p(differences.p())
        + ", true spread "
        + Yaml.number(differences.spread(), 2)
        + " log-odds.";
  }
}
