package io.salestwin.report;

import static io.salestwin.report.PlainFormulas.above;
import static io.salestwin.report.PlainFormulas.assertFigure;
import static io.salestwin.report.PlainFormulas.beside;
import static io.salestwin.report.PlainFormulas.figure;
import static io.salestwin.report.PlainFormulas.text;
import static io.salestwin.report.PlainFormulas.variance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.document.Node;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every analysis of times a second time: sums over all pairs on small data. */
class TimeFiguresTest {

  @TempDir private Path folder;

  private static final double[] DAYS = {4, 9, 9, 15, 22, 28, 3, 5, 9, 11, 17, 30, 13};
  private static final String[] END = {
    "won", "lost", "won", "open", "won", "open", "won", "won", "lost", "won", "open", "won", "won"
  };
  private static final int TREATED_FROM = 6;

  private static String times(String[] reps) {
    StringBuilder csv = new StringBuilder("rep,arm,days,outcome\n");
    for (int i = 0; i < DAYS.length; i++) {
      csv.append(
          "%s,%s,%s,%s\n"
              .formatted(reps[i], i < TREATED_FROM ? "control" : "treatment", DAYS[i], END[i]));
    }
    return csv.toString();
  }

  private static final String[] ALONE = {
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"
  };
  private static final String[] TEAMS = {
    "A", "A", "B", "B", "C", "C", "D", "D", "E", "E", "F", "F", "F"
  };
  private static final String CYCLE = "{measure: cycle, within: 40 days%s}";

  @Test
  void timesByTheLogRankTestOverAllPairs() throws IOException {
    double score = 0;
    double variance = 0;
    for (int i = 0; i < DAYS.length; i++) {
      if (END[i].equals("won") && first(i)) {
        double t = DAYS[i];
        double n = count(j -> DAYS[j] >= t);
        double treated = count(j -> DAYS[j] >= t && j >= TREATED_FROM);
        double d = count(j -> DAYS[j] == t && END[j].equals("won"));
        double own = count(j -> DAYS[j] == t && END[j].equals("won") && j >= TREATED_FROM);
        score += own - d * treated / n;
        variance += n > 1 ? d * (n - d) / (n - 1) * treated / n * (1 - treated / n) : 0;
      }
    }
    Node answer = new PlainFormulas(folder).answer("lead", CYCLE.formatted(""), "", times(ALONE));
    double ratio = hazardRatio();
    assertThat(figure(answer, "primary.effect")).isCloseTo(ratio, within(1e-9));
    assertThat(figure(answer, "primary.se")).isCloseTo(1 / Math.sqrt(cox(ratio)[1]), within(1e-9));
    assertFigure(answer, "primary.p", 2 * above(Math.abs(score) / Math.sqrt(variance)));
    Node one =
        new PlainFormulas(folder).answer("lead", CYCLE.formatted(""), "sides: one\n", times(ALONE));
    // sooner is better: the treated close at a higher pace
    assertFigure(one, "primary.p", above(score / Math.sqrt(variance)));
    assertFigure(answer, "primary.control", incidence(0));
    assertFigure(answer, "primary.treatment", incidence(1));
    assertFigure(beside(answer, "mean days open"), "effect", restrictedMean(1) - restrictedMean(0));
  }

  @Test
  void timesOfRepsWithTheRepsDealtAnew() throws IOException {
    double[] residual = new double[DAYS.length];
    for (int i = 0; i < DAYS.length; i++) {
      residual[i] = END[i].equals("won") ? 1 : 0;
      for (int k = 0; k < DAYS.length; k++) {
        if (END[k].equals("won") && DAYS[k] <= DAYS[i]) {
          double t = DAYS[k];
          residual[i] -= 1 / count(j -> DAYS[j] >= t);
        }
      }
    }
    int far = 0;
    int ways = 0;
    double seen = teams(residual, 0b111000);
    for (int bits = 0; bits < 64; bits++) {
      if (Integer.bitCount(bits) == 3) {
        ways++;
        far += Math.abs(teams(residual, bits)) >= Math.abs(seen) - 1e-9 ? 1 : 0;
      }
    }
    Node answer =
        new PlainFormulas(folder)
            .answer("rep", CYCLE.formatted(", analysis: permutation"), "", times(TEAMS));
    assertFigure(answer, "primary.p", far / (double) ways);
    Node usual = new PlainFormulas(folder).answer("rep", CYCLE.formatted(""), "", times(TEAMS));
    assertFigure(beside(usual, "log-rank test, clusters permuted"), "p", far / (double) ways);
    assertFigure(beside(usual, "share that gets there"), "effect", incidence(1) - incidence(0));
    assertThat(usual.get("primary").get("beside").items())
        .noneMatch(b -> b.get("name").text().contains("Gray"));
  }

  /** The mean of the treated teams' residuals less that of the others. */
  private static double teams(double[] residual, int treated) {
    double[] sum = new double[2];
    double[] size = new double[2];
    for (int i = 0; i < residual.length; i++) {
      int arm = (treated >> (TEAMS[i].charAt(0) - 'A')) & 1;
      sum[arm] += residual[i];
      size[arm]++;
    }
    return sum[1] / size[1] - sum[0] / size[0];
  }

  /** Where the score of Cox's partial likelihood is 0, by halving; no two are won on one day. */
  private static double hazardRatio() {
    double low = -5;
    double high = 5;
    while (high - low > 1e-13) {
      double middle = (low + high) / 2;
      if (cox(middle)[0] > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Score and information of the partial likelihood at a logarithm of the hazard ratio. */
  private static double[] cox(double log) {
    double score = 0;
    double information = 0;
    for (int i = 0; i < DAYS.length; i++) {
      if (END[i].equals("won")) {
        double t = DAYS[i];
        double treated = Math.exp(log) * count(j -> DAYS[j] >= t && j >= TREATED_FROM);
        double chance = treated / (treated + count(j -> DAYS[j] >= t && j < TREATED_FROM));
        score += (i >= TREATED_FROM ? 1 : 0) - chance;
        information += chance * (1 - chance);
      }
    }
    return new double[] {score, information};
  }

  private static boolean first(int i) {
    return count(j -> j < i && DAYS[j] == DAYS[i] && END[j].equals("won")) == 0;
  }

  private interface Which {
    boolean is(int i);
  }

  private static double count(Which which) {
    double n = 0;
    for (int i = 0; i < DAYS.length; i++) {
      n += which.is(i) ? 1 : 0;
    }
    return n;
  }

  private static boolean of(int arm, int i) {
    return i >= TREATED_FROM == (arm == 1);
  }

  /** The share of an arm that is open after a day: neither won nor lost. */
  private static double open(int arm, double day) {
    double open = 1;
    for (double t = 0; t <= day; t++) {
      double at = t;
      double n = count(i -> of(arm, i) && DAYS[i] >= at);
      double closed = count(i -> of(arm, i) && DAYS[i] == at && !END[i].equals("open"));
      open *= n > 0 ? 1 - closed / n : 1;
    }
    return open;
  }

  private static double incidence(int arm) {
    double share = 0;
    for (double t = 1; t <= 40; t++) {
      double at = t;
      double n = count(i -> of(arm, i) && DAYS[i] >= at);
      double won = count(i -> of(arm, i) && DAYS[i] == at && END[i].equals("won"));
      share += n > 0 ? open(arm, t - 1) * won / n : 0;
    }
    return share;
  }

  private static double restrictedMean(int arm) {
    double area = 0;
    for (double t = 0; t < 40; t++) {
      area += open(arm, t);
    }
    return area;
  }

  /** Early on all are assigned, but few are closed: of times the events are the information. */
  @Test
  void ofTimesTheEventsAreTheInformation() throws IOException {
    StringBuilder csv = new StringBuilder("lead,arm,assigned,won,closed\n");
    for (int i = 0; i < 300; i++) {
      String day = i % 30 == 0 ? "2027-01-10" : "";
      csv.append(
          "%d,%s,2027-01-05,%s,%s\n"
              .formatted(i, i % 2 == 0 ? "control" : "treatment", day.isEmpty() ? 0 : 1, day));
    }
    Node answer =
        new PlainFormulas(folder).answer("lead", CYCLE.formatted(""), "looks: 2\n", csv.toString());
    double share =
        Double.parseDouble(answer.get("looking").get("looks").items().get(0).get("share").text());
    assertThat(share).isLessThan(0.3);
    assertThat(text(answer, "advice")).isEqualTo("run-on");
    assertThat(figure(answer, "primary.young")).isEqualTo(300);
  }

  @Test
  void aZeroInAColumnOfTimesIsNoWin() throws IOException {
    String csv =
        "arm,won,days\ncontrol,1,5\ncontrol,0,20\ncontrol,1,9\ntreatment,1,4\ntreatment,0,30\n";
    Node answer = new PlainFormulas(folder).answer("lead", CYCLE.formatted(""), "", csv);
    // two of three, and one of two of whom the other was open for thirty days
    assertFigure(answer, "primary.control", 2 / 3.0);
    assertFigure(answer, "primary.treatment", 1 / 2.0);
  }
}
