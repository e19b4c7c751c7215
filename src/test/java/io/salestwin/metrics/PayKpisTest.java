package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.metrics.Recorder.Lead;
import io.salestwin.model.Dimension;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario;
import java.util.Arrays;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What reps are paid, recounted from the deals that an observer saw. */
class PayKpisTest {

  private static final String TIERS =
      "tiers: [{from: 0%, pays: x1}, {from: 100%, pays: x1.5}, {from: 125%, pays: x2}]";
  private static final int AE = 1;

  /** One play: its deals, and its figures by name. */
  private record Play(SalesModel model, Recorder seen, KpiLayout layout, double[] row) {

    static Play of(Scenario scenario) {
      SalesModel model = SalesModel.of(scenario);
      Replication replication = new Replication(model, 7);
      Recorder seen = new Recorder(scenario.opportunityFrom(), model.members(Dimension.REASON));
      replication.observe(seen);
      replication.play(0);
      KpiLayout layout = new KpiLayout(model);
      return new Play(model, seen, layout, layout.row(replication.ledger()));
    }

    double figure(String name) {
      assertThat(layout.index(name)).as(name).isNotNegative();
      return row[layout.index(name)];
    }

    /** Something of the deals of a rep in a period, added up. */
    double sum(int rep, int period, ToDoubleFunction<Lead> of) {
      long from = model.periods().get(period).firstMs(model.scenario().start());
      long to = model.periods().get(period).endMs(model.scenario().start());
      return seen.leads.values().stream()
          .filter(l -> l.won && l.closer == rep && l.ended >= from && l.ended < to)
          .mapToDouble(of)
          .sum();
    }

    int[] reps() {
      return java.util.stream.IntStream.range(0, model.members(Dimension.REP).size())
          .filter(rep -> model.roleOf(rep) == AE)
          .toArray();
    }
  }

  private static double byHand(double bookings, double quota) {
    return 0.10 * Math.min(bookings, quota)
        + 0.15 * Math.max(0, Math.min(bookings, 1.25 * quota) - quota)
        + 0.20 * Math.max(0, bookings - 1.25 * quota);
  }

  @Test
  void aRateWithAcceleratorsPaysEveryRepByThePeriod() {
    Play play =
        Play.of(
            Rich.with(
                "payPlans={ae: {rate: 10%, " + TIERS + "}}",
                "roles.AE.payPlan=ae",
                "roles.SDR.variable=22k"));
    double[] byPeriod = new double[2];
    for (int rep : play.reps()) {
      double own = 0;
      for (int p = 0; p < 2; p++) {
        double pay = byHand(play.sum(rep, p, l -> l.valueCents) / 100, 80_000);
        byPeriod[p] += pay;
        own += pay;
      }
      String name = play.model().members(Dimension.REP).get(rep);
      assertThat(play.figure("pay_by_rep." + name)).isCloseTo(own, within(1e-6));
    }
    double sdr = 5 * 22_000 / 4.0;
    assertThat(play.figure("pay.2027-Q1")).isCloseTo(byPeriod[0] + sdr, within(1e-6));
    assertThat(play.figure("pay.2027-Q2")).isCloseTo(byPeriod[1] + sdr, within(1e-6));
    assertThat(play.figure("pay.AE")).isCloseTo(byPeriod[0] + byPeriod[1], within(1e-6));
    assertThat(play.figure("pay.SDR")).isCloseTo(2 * sdr, within(1e-6));
    assertThat(play.figure("pay.SE")).isNaN();
    assertThat(play.figure("payout_rate"))
        .isCloseTo(play.figure("pay") / play.figure("bookings"), within(1e-12));
    double target = 2 * 6 * 8_000;
    assertThat(play.figure("pay_to_target.AE"))
        .isCloseTo(play.figure("pay.AE") / target, within(1e-12));
    double salary = 6 * 40_000;
    assertThat(play.figure("ote_attainment.AE"))
        .isCloseTo((salary + play.figure("pay.AE")) / (salary + target), within(1e-12));
    double plain =
        Arrays.stream(play.reps())
            .mapToDouble(
                rep ->
                    0.1
                        * (play.sum(rep, 0, l -> l.valueCents)
                            + play.sum(rep, 1, l -> l.valueCents)))
            .sum();
    assertThat(play.figure("accelerator_share.AE"))
        .isCloseTo(1 - plain / 100 / play.figure("pay.AE"), within(1e-9))
        .isGreaterThan(0);
    // variable pay is part of what it costs to win
    double cost = play.figure("lead_cost") + (5 * 50_000 + 6 * 80_000) / 2.0 + play.figure("pay");
    assertThat(play.figure("cost_per_win")).isCloseTo(cost / play.figure("won"), within(1e-6));
  }

  @Test
  void componentsCountMarginDealsAndTheTeam() {
    Play play =
        Play.of(
            Rich.with(
                "payPlans={ae: {components: {own: {weight: 40%}, profit: {weight: 30%, of: margin,"
                    + " quota: 50k}, wins: {weight: 20%, of: deals, quota: 5}, together: {weight:"
                    + " 10%, of: team}}, cap: 140%, cliff: 30%}}",
                "roles.AE.payPlan=ae", "roles.AE.variable=60k"));
    double sum = 0;
    double lost = 0;
    for (int p = 0; p < 2; p++) {
      int period = p;
      double team =
          Arrays.stream(play.reps()).mapToDouble(r -> play.sum(r, period, l -> l.valueCents)).sum()
              / 6;
      for (int rep : play.reps()) {
        double[] attainments = {
          play.sum(rep, p, l -> l.valueCents) / 8_000_000,
          play.sum(rep, p, l -> Math.round(l.valueCents * margin(play, l))) / 5_000_000,
          play.sum(rep, p, l -> 1) / 5,
          team / 8_000_000
        };
        double[] weights = {0.4, 0.3, 0.2, 0.1};
        for (int i = 0; i < 4; i++) {
          double whole = 15_000 * weights[i];
          double a = attainments[i];
          sum += whole * (a < 0.3 ? 0 : Math.min(1.4, a));
          lost += whole * (a < 0.3 ? a : 0);
        }
      }
    }
    assertThat(play.figure("pay")).isCloseTo(sum, within(1e-6));
    assertThat(play.figure("pay_lost_to_cliff")).isCloseTo(lost, within(1e-6));
    assertThat(play.figure("pay_lost_to_cap")).isGreaterThan(0);
  }

  private static double margin(Play play, Lead lead) {
    return play.model().scenario().products().get(lead.product).margin();
  }

  @Test
  void aNewPlanHoldsFromThePeriodThatBeginsOnItsDayOrLater() {
    Play play =
        Play.of(
            Rich.with(
                "payPlans={old: {rate: 10%}, new: {rate: 5%}}",
                "roles.AE.payPlan={2027-01-01: old, 2027-02-10: new}"));
    assertThat(play.figure("payout_rate.2027-Q1")).isCloseTo(0.10, within(1e-12));
    assertThat(play.figure("payout_rate.2027-Q2")).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void aDrawIsPaidInAdvanceAndKeptBack() {
    Play play =
        Play.of(
            Rich.with(
                "payPlans={ae: {rate: 10%, draw: {amount: 9k/quarter}}}", "roles.AE.payPlan=ae"));
    double paid = 0;
    double owed = 0;
    for (int rep : play.reps()) {
      double balance = 0;
      for (int p = 0; p < 2; p++) {
        double earned = play.sum(rep, p, l -> l.valueCents) / 1000;
        double kept = Math.min(balance, Math.max(0, earned - 9_000));
        balance += Math.max(0, 9_000 - earned) - kept;
        paid += Math.max(9_000, earned) - kept;
      }
      owed += balance;
    }
    assertThat(owed).isGreaterThan(0);
    assertThat(play.figure("pay")).isCloseTo(paid, within(1e-6));
    assertThat(play.figure("draw_owed")).isCloseTo(owed, within(1e-6));
  }

  /** Pay never feeds back: all that is not money spent on reps stays as it was, bit for bit. */
  @Test
  void aPayPlanChangesNoFigureButThoseOfPayAndCost() {
    Play without = Play.of(Rich.fromWarmUp());
    Play with =
        Play.of(Rich.with("payPlans={ae: {rate: 10%, " + TIERS + "}}", "roles.AE.payPlan=ae"));
    for (int i = 0; i < without.row().length; i++) {
      KpiLayout.Column column = without.layout().columns().get(i);
      if (!Set.of("cost_per_win", "payback_months", "spend").contains(column.kpi().id())) {
        assertThat((Double) with.figure(column.name()))
            .as(column.name())
            .isEqualTo((Double) without.row()[i]);
      }
    }
    assertThat(without.layout().index("pay")).isNegative();
  }
}
