package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.experiment.ExperimentFile;
import io.salestwin.experiment.analysis.Analysis;
import io.salestwin.experiment.analysis.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What the command answers for programs, beside plain formulas by which it is checked. The formulas
 * use nothing of the program's statistics.
 *
 * @param folder for the files of a question
 */
record PlainFormulas(Path folder) {

  private static final String SCENARIO =
      """
      name: One stage
      start: 2027-01-01
      horizon: 4 quarters
      begin: {empty: true}
      products: {core: {value: 10k}}
      sources: {inbound: {arrivals: {perMonth: 100}}}
      roles: {AE: {headcount: 8, hoursPerWeek: 38}}
      stages: [{name: Sell, owner: AE, work: [{effort: 30 min}], delay: 10 days, advance: 30%}]
      """;

  static final double EXACT = 1e-9;
  static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

  Node answer(String unit, String metric, String more, String csv) throws IOException {
    Files.writeString(folder.resolve("s.yaml"), SCENARIO);
    Path path = folder.resolve("e.yaml");
    String effect = metric.contains("cycle") ? "-20%" : metric.contains("lower") ? "-5%" : "+5%";
    Files.writeString(
        path,
        "name: T\nscenario: s.yaml\nhypothesis: H\ntreatment: {stages.Sell.advance: +5pp}\nunit: "
            + unit
            + "\nmetric: "
            + metric
            + "\neffect: "
            + effect
            + "\nvolume: 100\natMost: 12 months\n"
            + more);
    ExperimentFile read = ExperimentFile.read(path, List.of());
    assertThat(read.problems()).isEmpty();
    Results results = Results.parse(csv, "r.csv", read.plan().orElseThrow(), Optional.empty());
    String json = new AnalysisReport(Analysis.of(read, results, List.of(), 1, 2)).json();
    return Document.parse(json, "answer.json").root();
  }

  static Node at(Node root, String path) {
    Node at = root;
    for (String key : path.split("\\.")) {
      at = at.get(key);
    }
    return at;
  }

  static String text(Node root, String path) {
    return at(root, path).text();
  }

  static double figure(Node root, String path) {
    return Double.parseDouble(text(root, path));
  }

  static void assertFigure(Node root, String path, double expected) {
    assertThat(figure(root, path))
        .as(path)
        .isCloseTo(expected, within(EXACT * Math.max(1, Math.abs(expected))));
  }

  static Node beside(Node answer, String name) {
    return answer.get("primary").get("beside").items().stream()
        .filter(b -> b.get("name").text().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  static void assertWelch(Node answer, double[] x, double[] y) {
    double a = variance(x) / x.length;
    double b = variance(y) / y.length;
    double df = (a + b) * (a + b) / (a * a / (x.length - 1) + b * b / (y.length - 1));
    double effect = mean(y) - mean(x);
    assertFigure(answer, "primary.effect", effect);
    assertFigure(answer, "primary.se", Math.sqrt(a + b));
    assertFigure(answer, "primary.p", 2 * above(Math.abs(effect) / Math.sqrt(a + b), df));
  }

  // ---- plain formulas

  static double above(double z) {
    return NORMAL.cumulativeProbability(-z);
  }

  static double above(double t, double df) {
    return new TDistribution(null, df).cumulativeProbability(-t);
  }

  static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  static double variance(double[] values) {
    return covariance(values, values) / (values.length - 1);
  }

  /** The sum of products of deviations. */
  static double covariance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - mean(x)) * (y[i] - mean(y));
    }
    return sum;
  }

  static double slope(double[] y, double[] x) {
    return covariance(x, y) / covariance(x, x);
  }

  static double[] rest(double[] y, double[] x, double slope) {
    double[] rest = new double[y.length];
    Arrays.setAll(rest, i -> y[i] - slope * x[i]);
    return rest;
  }

  static double[] join(double[] x, double[] y) {
    double[] all = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, all, x.length, y.length);
    return all;
  }

  static double[] map(double[] values, ToDoubleFunction<Double> function) {
    return Arrays.stream(values).map(function::applyAsDouble).toArray();
  }
}
