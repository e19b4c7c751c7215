package io.salestwin.report;

import io.salestwin.calibration.backtest.Backtest;
import io.salestwin.calibration.backtest.Backtest.Contender;
import io.salestwin.calibration.backtest.Backtest.GroupScores;
import io.salestwin.calibration.backtest.Backtest.Target;
import io.salestwin.forecast.Score;
import io.salestwin.report.LineChart.Line;
import java.util.ArrayList;
import java.util.List;

/** A backtest as a page: the sentence, each window, everyone's scores, the groups. */
record BacktestPage(BacktestReport report) {

  /** The page, but for its end. */
  Page drawn() {
    Backtest backtest = report.backtest();
    Page page =
        new Page(
            "Backtest",
            "Backtest of " + report.name(),
            List.of(report.size()),
            List.of("Windows", "Scores", "Groups", "Model"));
    boolean good = backtest.wins().skill() > 0;
    page.verdict(
        good ? Page.Mood.GOOD : Page.Mood.BAD,
        good ? "Better than every simple rule" : "A simple rule did better",
        HtmlFrame.sentence(report.sentence(backtest.wins())));
    page.list(report.targets().stream().flatMap(t -> report.verdicts(t).stream()).toList());
    page.open("Windows", "Each window was forecast with what was known on the day before it.");
    report.targets().forEach(target -> windows(page, target));
    page.close();
    page.open("Scores", "Smaller is better; CRPS is in the unit of what is forecast.");
    report.targets().forEach(target -> scores(page, target));
    page.close();
    page.open(
        "Groups", "The company's forecast, divided by shares that are shrunk by partial pooling.");
    page.list(backtest.groups().stream().map(BacktestReport::groupLine).toList());
    backtest.groups().forEach(group -> pit(page, group));
    page.close();
    page.open("Model", HtmlFrame.sentence(backtest.choice()));
    page.list(backtest.tried().stream().map(BacktestReport::triedLine).toList());
    page.close();
    return page;
  }

  private void windows(Page page, Target target) {
    int n = target.model().scores().size();
    double[] x = new double[n];
    double[][] y = new double[4][n];
    List<List<String>> rows = new ArrayList<>();
    for (int w = 0; w < n; w++) {
      Score s = target.model().scores().get(w).orElseThrow();
      x[w] = w + 1;
      y[0][w] = s.actual();
      y[1][w] = s.median();
      y[2][w] = s.quantiles().get(0);
      y[3][w] = s.quantiles().get(6);
      rows.add(
          List.of(
              report.backtest().windows().get(w).from().toString(),
              Figures.count(s.median()),
              Figures.count(s.quantiles().get(0)) + " to " + Figures.count(s.quantiles().get(6)),
              Figures.count(s.actual()),
              Figures.share(s.ape()),
              Figures.share(target.floors().get(w)),
              s.in90() ? "✔ inside" : "✘ outside"));
    }
    if (n > 1) {
      page.figure(
          new LineChart(target.name().replace(' ', '-'), title(target), report.sentence(target))
              .of(
                  List.of(
                      new Line("what happened", x, y[0]),
                      new Line("forecast", x, y[1]),
                      new Line("P5", x, y[2]),
                      new Line("P95", x, y[3])),
                  List.of(),
                  false,
                  Figures::brief,
                  Figures::brief));
    }
    page.table(
        title(target) + ".",
        List.of("From", "Forecast", "P5 to P95", "Happened", "Off by", "Noise", "90 %"),
        rows);
  }

  private static String title(Target target) {
    return target.name().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
        + target.name().substring(1)
        + ", by window";
  }

  private static void scores(Page page, Target target) {
    List<List<String>> rows = new ArrayList<>();
    for (Contender c : target.contenders()) {
      long n = c.scores().stream().flatMap(java.util.Optional::stream).count();
      rows.add(
          List.of(
              c.name(),
              Figures.share(c.mape()),
              Figures.share(1 - c.mape()),
              Figures.brief(c.crps()),
              Figures.brief(c.mean(s -> s.pinball().stream().mapToDouble(p -> p).sum() / 7)),
              c.in80() + " of " + n,
              c.in90() + " of " + n));
    }
    page.table(
        title(target).replace(", by window", "") + ".",
        List.of("Who", "Mean error", "Accuracy", "CRPS", "Pinball", "In 80 %", "In 90 %"),
        rows);
  }

  private static void pit(Page page, GroupScores group) {
    List<String> row = new ArrayList<>(List.of(group.dimension()));
    List<String> head = new ArrayList<>(List.of("By"));
    for (int i = 0; i < 10; i++) {
      head.add(i * 10 + "-" + (i * 10 + 10) + " %");
      row.add(Integer.toString(group.pit().get(i)));
    }
    page.table(
        "Where in the forecast the truth lay: even when forecasts are honest.", head, List.of(row));
  }
}
