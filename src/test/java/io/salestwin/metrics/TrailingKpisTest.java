package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Dimension;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** Attainment over four quarters, from bookings by rep and quarter that an observer saw. */
class TrailingKpisTest {

  private static final int AE = 1;

  @Test
  void attainmentOfFourQuartersIsKnownFromTheFourthQuarterOn() {
    Scenario scenario = Rich.with("horizon=6 quarters");
    SalesModel model = SalesModel.of(scenario);
    Replication replication = new Replication(model, 11);
    Recorder seen = new Recorder(scenario.opportunityFrom(), model.members(Dimension.REASON));
    replication.observe(seen);
    replication.play(0);
    KpiLayout layout = new KpiLayout(model);
    double[] row = layout.row(replication.ledger());
    for (String early : new String[] {"2027-Q1", "2027-Q2", "2027-Q3"}) {
      assertThat(row[layout.index("quota_attainment_4q." + early)]).isNaN();
      assertThat(row[layout.index("reps_4q_at_80." + early)]).isNaN();
    }
    for (int last = 3; last < 6; last++) {
      String period = model.periods().get(last).name();
      long from = model.periods().get(last - 3).firstMs(scenario.start());
      long to = model.periods().get(last).endMs(scenario.start());
      double team = 0;
      int atEighty = 0;
      for (int rep = 0; rep < model.members(Dimension.REP).size(); rep++) {
        if (model.roleOf(rep) == AE) {
          double attainment = won(seen, rep, from, to) / (4 * 8_000_000);
          team += attainment / 6;
          atEighty += attainment >= 0.8 ? 1 : 0;
          if (last == 5) {
            String name = model.members(Dimension.REP).get(rep);
            assertThat(row[layout.index("quota_attainment_4q_by_rep." + name)])
                .isCloseTo(attainment, within(1e-12));
          }
        }
      }
      assertThat(row[layout.index("quota_attainment_4q." + period)]).isCloseTo(team, within(1e-12));
      assertThat(row[layout.index("reps_4q_at_80." + period)])
          .isCloseTo(atEighty / 6.0, within(1e-12));
    }
    assertThat(row[layout.index("quota_attainment_4q")])
        .isEqualTo(row[layout.index("quota_attainment_4q.2028-Q2")]);
    assertThat(row[layout.index("quota_attainment_4q.SDR")]).isNaN();
  }

  private static double won(Recorder seen, int rep, long from, long to) {
    return seen.leads.values().stream()
        .filter(l -> l.won && l.closer == rep && l.ended >= from && l.ended < to)
        .mapToLong(l -> l.valueCents)
        .sum();
  }

  @Test
  void aShortHorizonHasNoColumnsForIt() {
    assertThat(KpiLayout.of(Rich.fromWarmUp()).index("quota_attainment_4q")).isNegative();
  }
}
