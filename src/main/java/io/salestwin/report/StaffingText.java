package io.salestwin.report;

import io.salestwin.metrics.KpiInfo;
import io.salestwin.planning.staffing.StaffingPlan;
import io.salestwin.planning.staffing.StaffingPlan.Marginal;
import io.salestwin.planning.staffing.StaffingPlan.Point;
import io.salestwin.statistics.Estimate;
import java.util.List;

/** A staffing plan for a terminal. */
final class StaffingText {

  private static final int NAME = 22;
  private static final int COST = 12;

  private final StaffingPlan answer;
  private final StaffingWords words;
  private final StringBuilder out = new StringBuilder();
  private final TextLines lines;

  StaffingText(StaffingPlan answer, TextStyle style) {
    this.answer = answer;
    words = new StaffingWords(answer);
    lines = new TextLines(style, out);
  }

  String text() {
    lines.wrapped("", words.advice(), "");
    lines.blank();
    lines.heading(answer.question().scenario().name(), words.size());
    lines.wrapped(
        answer.isReached() ? "  ✔ " : "  ✘ ", answer.question().goal().text() + today(), "    ");
    lines.wrapped("  ", words.guarantee(), "  ");
    lines.wrapped("  ", words.costs(), "  ");
    frontier();
    changes("One more", "with the same luck, everything else as in the plan", answer.oneMore());
    changes("A month later", "hired a month later, with the same luck", answer.later());
    if (answer.found().isPresent() && !answer.steps().isEmpty()) {
      lines.blank();
      lines.heading("To play it", "add these to any command");
      for (String set : answer.plans().get(answer.best()).plan().sets()) {
        out.append("  --set '").append(lines.plain(set)).append("'\n");
      }
    }
    return out.toString();
  }

  private String today() {
    return answer
        .today()
        .odds()
        .value()
        .map(
            v ->
                "; as the scenario is, in "
                    + Figures.ofHundred(v.estimate())
                    + " of 100 futures for "
                    + words.money(answer.today().costCents()))
        .orElse("");
  }

  private void frontier() {
    if (answer.frontier().isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading("What odds cost", "plans of which none that was played has more for less");
    for (Point point : answer.frontier()) {
      String cost = words.money(answer.plans().get(point.plan()).plan().costCents());
      lines.wrapped(
          (point.plan() == answer.chosen() ? "> " : "  ")
              + TextLines.left(cost, COST)
              + " "
              + TextLines.left(odds(point.odds()), NAME)
              + " ",
          words.plan(point.plan()),
          "      ");
    }
  }

  static String odds(Estimate odds) {
    return odds.value()
        .map(
            v ->
                Figures.share(v.estimate())
                    + " ("
                    + Figures.interval(KpiInfo.Unit.SHARE, v.interval())
                    + ")")
        .orElse(Figures.NONE);
  }

  private void changes(String title, String remark, List<Marginal> changes) {
    if (changes.isEmpty()) {
      return;
    }
    lines.blank();
    lines.heading(title, remark);
    for (Marginal change : changes) {
      lines.wrapped("  " + change.name() + ": ", words.change(change), "      ");
    }
  }
}
