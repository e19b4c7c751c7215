package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.metrics.Recorder.Lead;
import io.salestwin.model.Dimension;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What territories bring, recounted from the deals that an observer saw. */
class TerritoryKpisTest {

  private static final int[] AES = {4, 1, 1};
  private static final double[] POTENTIAL = {10e6, 6e6, 1e6};
  private static final String[] NAMES = {"east", "west", "south"};

  @Test
  void penetrationAndGiniAreThoseOfTheDealsThatWereWon() {
    // strict, so that a deal is closed by a rep of its own territory
    Scenario scenario =
        Rich.with(
            "territories={east: {share: 50%, potential: 10M}, west: {share: 30%, potential: 6M},"
                + " south: {share: 20%, potential: 1M}}",
            "roles.AE.territories={east: 4, west: 1, south: 1}");
    SalesModel model = SalesModel.of(scenario);
    Replication replication = new Replication(model, 7);
    Recorder seen = new Recorder(scenario.opportunityFrom(), model.members(Dimension.REASON));
    replication.observe(seen);
    replication.play(0);
    KpiLayout layout = new KpiLayout(model);
    double[] row = layout.row(replication.ledger());

    double[] bookings = new double[3];
    for (Lead lead : seen.leads.values()) {
      if (lead.won && lead.ended >= 0) {
        bookings[scenario.roles().get(1).reps().get(lead.closer - 5).territory()] +=
            lead.valueCents / 100.0;
      }
    }
    double[] perRep = new double[3];
    for (int t = 0; t < 3; t++) {
      assertThat(bookings[t]).isPositive();
      perRep[t] = bookings[t] / AES[t];
      // two quarters are half a year
      assertThat(row[layout.index("penetration." + NAMES[t])])
          .isCloseTo(2 * bookings[t] / POTENTIAL[t], within(1e-9));
    }
    assertThat(row[layout.index("penetration")])
        .isCloseTo(2 * Arrays.stream(bookings).sum() / 17e6, within(1e-9));
    // the other formula: sum (2 i - n - 1) x_i / (n sum x) over the values in ascending order
    Arrays.sort(perRep);
    double gini = (-2 * perRep[0] + 2 * perRep[2]) / (3 * Arrays.stream(perRep).sum());
    assertThat(row[layout.index("territory_gini")]).isCloseTo(gini, within(1e-9));
  }
}
