package io.salestwin.bench;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.model.Ledger;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A scenario that is played again and again, as one thread of a run plays it. */
final class Played {

  /** The seed of every benchmark. */
  static final long SEED = 1;

  final KpiLayout layout;
  private final Replication replication;
  private int number;

  Played(SalesModel model) {
    layout = new KpiLayout(model);
    replication = new Replication(model, SEED);
  }

  Played(Scenario scenario) {
    this(SalesModel.of(scenario));
  }

  /** Mean services in a day in {@link #mm1()}. */
  static final double MM1_SERVICES_PER_DAY = 24 * 60 / 5.0;

  /** M/M/1 as a scenario: a year in which about 100,000 leads arrive. */
  static Scenario mm1() {
    return scenario("mm1.yaml", text("/mm1.yaml"));
  }

  /** A scenario that must be without errors. */
  static Scenario scenario(String name, String text) {
    ScenarioFile read = ScenarioFile.read(name, Attachments.ofTexts(Map.of(name, text)), List.of());
    return read.scenario().orElseThrow(() -> new IllegalStateException("" + read.problems()));
  }

  private static String text(String resource) {
    try (InputStream in = Played.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Plays the next replication and gives its facts. */
  Ledger play() {
    replication.play(number++);
    return replication.ledger();
  }

  /** Plays the next replication and gives its KPIs. */
  double[] next() {
    return layout.row(play());
  }
}
