package io.salestwin.validation;

import io.salestwin.document.Problem;
import io.salestwin.metrics.KpiLayout;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A case with all that it takes to play and to measure it. Put together once, then only read.
 *
 * @param <W> what watches the replications
 */
final class Trial<W extends Watcher> {

  private static final String FILE = "case.yaml";

  /**
   * One figure. Theory says that the mean of {@code of} is {@code theory} times the mean of {@code
   * per}; so of - theory x per has the mean 0, and no ratio of random sums is formed.
   */
  record Figure<W>(
      String name,
      double theory,
      boolean exact,
      ToDoubleFunction<Play<W>> of,
      ToDoubleFunction<Play<W>> per) {}

  private final String name;
  private final String title;
  private final Function<SalesModel, W> watcher;
  private final List<Figure<W>> figures = new ArrayList<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private String formula = "";
  private String source = "";
  private String remainder = "exact";
  private int replications;

  private Trial(String name, String title, Function<SalesModel, W> watcher) {
    this.name = name;
    this.title = title;
    this.watcher = watcher;
  }

  /** A trial that the ledger tells everything about. */
  static Trial<Watcher.Nobody> of(String name, String title) {
    return new Trial<>(name, title, model -> new Watcher.Nobody());
  }

  /** A trial that is watched. */
  static <W extends Watcher> Trial<W> watched(
      String name, String title, Function<SalesModel, W> watcher) {
    return new Trial<>(name, title, watcher);
  }

  /** What theory says, and where that stands. */
  Trial<W> theory(String says, String stands) {
    formula = says;
    source = stands;
    return this;
  }

  /** Why the theory holds for a run of this length, when it does so only nearly. */
  Trial<W> remainder(String why) {
    remainder = why;
    return this;
  }

  /** What is played, and how often for a full validation. */
  Trial<W> plays(int times, Scene scene) {
    replications = times;
    return file(FILE, scene.text());
  }

  /** A file beside the scenario. */
  Trial<W> file(String path, String text) {
    files.put(path, text);
    return this;
  }

  /** A figure whose mean is known. */
  Trial<W> figure(String what, double theory, ToDoubleFunction<Play<W>> of) {
    return figure(what, theory, of, play -> 1);
  }

  /** A figure whose mean is known in proportion to another's. */
  Trial<W> figure(
      String what, double theory, ToDoubleFunction<Play<W>> of, ToDoubleFunction<Play<W>> per) {
    if (!Double.isFinite(theory)) {
      throw new IllegalArgumentException(name + ": theory of " + what + " is " + theory);
    }
    figures.add(new Figure<>(what, theory, false, of, per));
    return this;
  }

  /** A figure that must equal another in every replication, without any chance. */
  Trial<W> equal(String what, ToDoubleFunction<Play<W>> of, ToDoubleFunction<Play<W>> other) {
    figures.add(new Figure<>(what, Double.NaN, true, of, other));
    return this;
  }

  Case about() {
    List<String> names = figures.stream().map(Figure::name).toList();
    return new Case(name, title, formula, source, remainder, files.get(FILE), names);
  }

  String name() {
    return name;
  }

  List<Figure<W>> figures() {
    return List.copyOf(figures);
  }

  int replications() {
    return replications;
  }

  /** The model, by the way that every scenario goes. */
  SalesModel model() {
    ScenarioFile read = ScenarioFile.read(FILE, Attachments.ofTexts(files), List.of());
    Scenario scenario =
        read.scenario()
            .orElseThrow(
                () -> new IllegalStateException(name + ": " + errors(read) + files.get(FILE)));
    return SalesModel.of(scenario);
  }

  private static String errors(ScenarioFile read) {
    StringBuilder all = new StringBuilder();
    read.problems().stream()
        .filter(Problem::isError)
        .forEach(problem -> all.append(problem).append('\n'));
    return all.toString();
  }

  /**
   * Plays some replications.
   *
   * @param model the model
   * @param seed the seed
   * @param from number of the first replication
   * @param to number of the first after
   * @return for each replication its two numbers per figure
   */
  double[][] play(SalesModel model, long seed, int from, int to) {
    KpiLayout layout = new KpiLayout(model);
    Replication replication = new Replication(model, seed);
    W seen = watcher.apply(model);
    replication.observe(seen instanceof Watcher.Nobody ? null : seen);
    double[][] rows = new double[to - from][];
    for (int r = from; r < to; r++) {
      seen.begin();
      replication.play(r);
      rows[r - from] = measured(new Play<>(layout, replication.ledger(), seen));
    }
    return rows;
  }

  private double[] measured(Play<W> play) {
    double[] row = new double[2 * figures.size()];
    for (int i = 0; i < figures.size(); i++) {
      row[2 * i] = figures.get(i).of().applyAsDouble(play);
      row[2 * i + 1] = figures.get(i).per().applyAsDouble(play);
    }
    return row;
  }
}
