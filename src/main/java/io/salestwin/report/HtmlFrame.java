package io.salestwin.report;

import io.salestwin.document.Problem;
import io.salestwin.run.ThresholdResult;
import io.salestwin.statistics.Estimate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the pages of all answers have in common: beginning and end, thresholds, charts, origins. */
final class HtmlFrame {

  private static final String DOCTYPE = "<!DOCTYPE html>\n";

  private HtmlFrame() {}

  /** Begins a page: what follows stands in its body. */
  static void begin(Html html, String title) {
    html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").markup("\n");
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title).markup("\n");
    html.open("style").markup(Ink.css() + style()).closeLine();
    html.closeLine();
    html.open("body").open("div", "class", "page").markup("\n");
  }

  /** Ends a page that {@link #begin} began. */
  static String end(Html html) {
    html.closeLine().closeLine().closeLine();
    return DOCTYPE + html.page();
  }

  private static String style() {
    try (InputStream css = HtmlFrame.class.getResourceAsStream("page.css")) {
      if (css == null) {
        throw new IllegalStateException("page.css is missing in this build");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the rules stand, in one line. */
  static void verdict(Html html, List<ThresholdResult> rules) {
    int failed = (int) rules.stream().filter(t -> !met(t)).count();
    int all = rules.size();
    if (all == 0) {
      html.element("p", "The scenario sets no thresholds", "class", "verdict plain");
    } else if (failed == 0) {
      String text = all == 1 ? "The threshold is met" : "All " + all + " thresholds are met";
      html.element("p", text, "class", "verdict good");
    } else {
      String text = failed + " of " + counted(all, "threshold") + " not met";
      html.element("p", text, "class", "verdict bad");
    }
  }

  /** Every rule with its actual value; nothing without rules. */
  static void thresholds(Html html, List<ThresholdResult> rules, String currency) {
    if (rules.isEmpty()) {
      return;
    }
    html.open("section", "id", "thresholds").element("h2", "Thresholds");
    html.open("div", "class", "scroll").open("table");
    HtmlTables.caption(html, "Every rule of the scenario with its actual value.");
    HtmlTables.header(html, "Rule", "Actual", "Error (95 %)", "Outcome");
    html.open("tbody");
    for (ThresholdResult rule : rules) {
      html.open("tr").open("th", "scope", "row").element("code", rule.rule()).close();
      if (rule.actual() instanceof Estimate.NotComputable no) {
        html.element("td", sentence(no.toString()), "colspan", "2", "class", "words");
      } else {
        html.element("td", Figures.withUnit(rule.unit(), currency, rule.actual()));
        html.element("td", HtmlTables.error(rule.unit(), rule.actual()));
      }
      html.element("td", met(rule) ? "✔ met" : "✘ not met", "class", met(rule) ? "good" : "bad");
      html.closeLine();
    }
    html.close().close().close().closeLine();
  }

  private static boolean met(ThresholdResult rule) {
    return rule.outcome() == ThresholdResult.Outcome.MET;
  }

  /** All charts, wide ones first. */
  static void charts(Html html, List<Chart> charts) {
    html.open("section", "id", "charts").element("h2", "Charts");
    charts.stream().filter(Charts::isWide).forEach(chart -> figure(html, chart, "wide scroll"));
    html.open("div", "class", "charts");
    charts.stream()
        .filter(chart -> !Charts.isWide(chart))
        .forEach(chart -> figure(html, chart, ""));
    html.close().closeLine();
  }

  static void figure(Html html, Chart chart, String classes) {
    html.open("figure", "class", classes);
    html.element("figcaption", chart.title());
    html.markup(chart.inline()).closeLine();
  }

  /** What the check found; nothing without warnings. */
  static void warnings(Html html, List<Problem> warnings) {
    if (warnings.isEmpty()) {
      return;
    }
    html.open("section", "id", "warnings").element("h2", "Warnings");
    html.element("p", "What the check of the scenario found before the run.", "class", "note");
    html.open("ul", "class", "warnings");
    for (Problem warning : warnings) {
      html.element("li", warning.toString());
    }
    html.close().closeLine();
  }

  /** The odds of a card, in large figures and as a bar. */
  static void odds(Html html, double odds) {
    html.open("div", "class", "big").text(Figures.ofHundred(odds));
    html.element("small", " in 100").close();
    meter(html, odds);
  }

  /** A bar as long as a share. */
  static void meter(Html html, double share) {
    html.open("div", "class", "meter", "aria-hidden", "true");
    html.element("span", "", "style", "width:" + Figures.fixed(share * 100, 1) + "%").close();
  }

  /** Where the figures come from. */
  static void provenance(Html html, Map<String, String> provenance) {
    html.open("section", "id", "provenance").element("h2", "Provenance");
    html.element(
        "p",
        "The same version with the same scenario and seed gives this page again, to the byte.");
    html.open("dl");
    provenance.forEach(
        (name, text) -> {
          html.element("dt", name);
          html.open("dd").element("code", text).close();
        });
    html.close().closeLine();
  }

  static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A text as a sentence: a capital at its start, a full stop at its end. */
  static String sentence(String text) {
    if (text.isEmpty()) {
      return text;
    }
    return capital(text.endsWith(".") ? text : text + ".");
  }

  /** A text with a capital at its start, as headings have. */
  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
