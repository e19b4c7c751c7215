package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.metrics.KpiLayout;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for every scenario that can be written, however odd. */
class ConservationPropertiesTest {

  @Property(seed = "1", tries = 80, shrinking = ShrinkingMode.OFF)
  void everyValidScenarioRunsToItsEndAndConservesLeadsAndTime(@ForAll long seed) {
    Story story = AnyScenario.of(seed);
    SalesModel model = story.model();
    Replication replication = new Replication(model, seed);
    boolean limited = model.scenario().begin().pipeline().isEmpty();
    KpiLayout layout = new KpiLayout(model);
    for (int r = 0; r < 2; r++) {
      Witness witness = new Witness(model, limited);
      replication.observe(witness);
      replication.play(r);
      Ledger ledger = replication.ledger();
      witness.holdsTheAreasOf(ledger);
      conservesLeads(ledger);
      keepsCommits(model, ledger);
      conservesCustomers(model, ledger);
      keepsTimes(model, ledger);
      computes(layout, ledger);
    }
  }

  /**
   * Each on a replication of its own, as {@link EngineState} finds leads by what was never used.
   */
  @Property(seed = "1", tries = 60, shrinking = ShrinkingMode.OFF)
  void afterEveryStepTheEngineIsWhatPlainBooksSay(@ForAll long seed) {
    SalesModel model = AnyScenario.of(seed).model();
    Replication replication = new Replication(model, seed);
    Audit audit = new Audit(model, replication);
    replication.observe(audit);
    replication.play(0);
    audit.holdsTo(replication.ledger());
  }

  @Example
  void theBooksAreKeptOfBusyOrganisations() {
    long steps = 0;
    for (long seed = 0; seed < 20; seed++) {
      SalesModel model = AnyScenario.of(seed).model();
      Replication replication = new Replication(model, seed);
      Audit audit = new Audit(model, replication);
      replication.observe(audit);
      replication.play(1);
      audit.holdsTo(replication.ledger());
      steps += audit.steps();
    }
    assertThat(steps).isGreaterThan(8_000);
  }

  @Example
  void theScenariosAreNotAllIdle() {
    long steps = 0;
    int wins = 0;
    for (long seed = 0; seed < 50; seed++) {
      SalesModel model = AnyScenario.of(seed).model();
      Replication replication = new Replication(model, seed);
      Witness witness = new Witness(model, false);
      replication.observe(witness);
      replication.play(0);
      steps += witness.steps();
      wins += all(replication.ledger(), Fact.WON) > 0 ? 1 : 0;
    }
    assertThat(steps).isGreaterThan(20_000);
    assertThat(wins).isGreaterThan(10);
  }

  private static void conservesLeads(Ledger ledger) {
    for (int period = 0; period < ledger.periods(); period++) {
      long came = ledger.get(Fact.ALIVE_AT_START, period, 0) + in(ledger, Fact.LEADS, period);
      long went = in(ledger, Fact.WON, period) + in(ledger, Fact.LOST, period);
      assertThat(went + ledger.get(Fact.ALIVE_AT_END, period, 0)).isEqualTo(came);
      for (int stage = 0; stage < ledger.members(Fact.ENTERED); stage++) {
        long ended = 0;
        for (Fact end :
            List.of(
                Fact.ADVANCED,
                Fact.REGRESSED,
                Fact.STAGE_LOST,
                Fact.TIMED_OUT,
                Fact.WENT_COLD,
                Fact.STALE_LOST,
                Fact.REQUALIFIED)) {
          ended += ledger.get(end, period, stage);
        }
        assertThat(ended + ledger.get(Fact.OPEN_AT_END, period, stage))
            .isEqualTo(
                ledger.get(Fact.OPEN_AT_START, period, stage)
                    + ledger.get(Fact.ENTERED, period, stage));
        if (period > 0) {
          assertThat(ledger.get(Fact.OPEN_AT_START, period, stage))
              .isEqualTo(ledger.get(Fact.OPEN_AT_END, period - 1, stage));
          assertThat(ledger.get(Fact.OPEN_VALUE_AT_START, period, stage))
              .isEqualTo(ledger.get(Fact.OPEN_VALUE_AT_END, period - 1, stage));
        }
      }
      agree(ledger, period, Fact.WON, Fact.WON_BY_SOURCE, Fact.WON_BY_SEGMENT, Fact.WON_BY_PRODUCT);
      agree(
          ledger,
          period,
          Fact.BOOKINGS,
          Fact.BOOKINGS_BY_SOURCE,
          Fact.BOOKINGS_BY_SEGMENT,
          Fact.BOOKINGS_BY_PRODUCT);
      agree(ledger, period, Fact.LEADS, Fact.LEADS_BY_SEGMENT, Fact.LEADS_BY_TERRITORY);
      agree(
          ledger,
          period,
          Fact.OPPORTUNITIES,
          Fact.OPPORTUNITIES_BY_SEGMENT,
          Fact.OPPORTUNITIES_BY_TERRITORY,
          Fact.OPPORTUNITIES_BY_PRODUCT);
      agree(
          ledger,
          period,
          Fact.LOST_OPPORTUNITIES,
          Fact.LOST_OPPORTUNITIES_BY_SOURCE,
          Fact.LOST_OPPORTUNITIES_BY_SEGMENT,
          Fact.LOST_OPPORTUNITIES_BY_PRODUCT,
          Fact.LOST_CYCLES);
      agree(ledger, period, Fact.TARGET_AMOUNT, Fact.TARGET_AMOUNT_BY_QUARTER_MONTH);
      agree(ledger, period, Fact.WON, Fact.WON_CYCLES);
      partOf(ledger, period, Fact.WON, Fact.WON_BY_REP);
      partOf(ledger, period, Fact.BOOKINGS, Fact.BOOKINGS_BY_REP);
      partOf(ledger, period, Fact.LOST_OPPORTUNITIES, Fact.LOST_OPPORTUNITIES_BY_REP);
      partOf(ledger, period, Fact.LOST, Fact.LOST_OPPORTUNITIES);
      partOf(ledger, period, Fact.FIRST_TOUCHES, Fact.RESPONSES);
      keepsForecasts(ledger, period);
      long endedInLoss =
          in(ledger, Fact.STAGE_LOST, period)
              + in(ledger, Fact.TIMED_OUT, period)
              + in(ledger, Fact.WENT_COLD, period)
              + in(ledger, Fact.STALE_LOST, period);
      assertThat(in(ledger, Fact.LOST, period) + in(ledger, Fact.RECYCLED, period))
          .isEqualTo(endedInLoss);
      assertThat(
              in(ledger, Fact.CREATED_AND_WON, period) + in(ledger, Fact.CREATED_AND_LOST, period))
          .isLessThanOrEqualTo(in(ledger, Fact.OPPORTUNITIES, period));
    }
    assertThat(in(ledger, Fact.LEADS_BY_WEEK, 0)).isEqualTo(all(ledger, Fact.LEADS));
    assertThat(in(ledger, Fact.TARGET_AMOUNT_BY_WEEK, 0))
        .isEqualTo(all(ledger, Fact.TARGET_AMOUNT));
  }

  private static void conservesCustomers(SalesModel model, Ledger ledger) {
    boolean some = model.scenario().customers().isPresent();
    int turned = 0; // those of the beginning are those of the reporting period
    for (int period = 0; period < ledger.periods(); period++) {
      turned = model.turnsAt(model.boundary(period - 1)) ? period : turned;
      for (int s = 0; s < ledger.members(Fact.SIGNED); s++) {
        long signed = ledger.get(Fact.SIGNED, period, s);
        long live = ledger.get(Fact.WENT_LIVE, period, s);
        long gone = ledger.get(Fact.CHURNED, period, s);
        assertThat(signed).isEqualTo(some ? ledger.get(Fact.WON_BY_SEGMENT, period, s) : 0);
        assertThat(ledger.get(Fact.PENDING_AT_END, period, s))
            .isEqualTo(ledger.get(Fact.PENDING_AT_START, period, s) + signed - live);
        assertThat(ledger.get(Fact.CUSTOMERS_AT_END, period, s))
            .isEqualTo(ledger.get(Fact.CUSTOMERS_AT_START, period, s) + live - gone);
        assertThat(ledger.get(Fact.ARR_AT_END, period, s))
            .isEqualTo(
                ledger.get(Fact.ARR_AT_START, period, s)
                    + ledger.get(Fact.NEW_ARR, period, s)
                    + ledger.get(Fact.EXPANSION_ARR, period, s)
                    - ledger.get(Fact.CONTRACTION_ARR, period, s)
                    - ledger.get(Fact.CHURNED_ARR, period, s));
        assertThat(ledger.get(Fact.COHORT_ARR_KEPT, period, s))
            .isBetween(0L, ledger.get(Fact.ARR_AT_START, turned, s));
        assertThat(ledger.get(Fact.COHORT_ARR, period, s))
            .isBetween(
                ledger.get(Fact.COHORT_ARR_KEPT, period, s),
                ledger.get(Fact.ARR_AT_END, period, s));
        if (period > 0) {
          assertThat(ledger.get(Fact.ARR_AT_START, period, s))
              .isEqualTo(ledger.get(Fact.ARR_AT_END, period - 1, s));
        }
      }
      agree(ledger, period, Fact.REVENUE, Fact.REVENUE_BY_PRODUCT);
      agree(ledger, period, Fact.SUCCESS_COST, Fact.SUCCESS_COST_BY_PRODUCT);
      agree(ledger, period, Fact.OVERHEAD_COST, Fact.OVERHEAD_COST_BY_PRODUCT);
      agree(ledger, period, Fact.DELIVERY_COST, Fact.DELIVERY_COST_BY_PRODUCT);
      partOf(ledger, period, Fact.RENEWALS_DUE, Fact.RENEWED);
      partOf(ledger, period, Fact.EXPANSION_OFFERS, Fact.EXPANSIONS);
    }
  }

  private static void keepsForecasts(Ledger ledger, int period) {
    agree(ledger, period, Fact.WON_FROM_PIPELINE, Fact.CATEGORY_WON_VALUE);
    partOf(ledger, period, Fact.BOOKINGS, Fact.WON_FROM_PIPELINE);
    partOf(ledger, period, Fact.SLIPS, Fact.FIRST_SLIPS);
    partOf(ledger, period, Fact.GONE_STALE, Fact.STALE_LOST);
    partOf(ledger, period, Fact.STEPS_DUE, Fact.STEPS_AGREED);
    partOf(ledger, period, Fact.BUSY_MS, Fact.STALE_WORK_MS);
    partOf(ledger, period, Fact.TOUCHES, Fact.STALE_TOUCHES);
    partOf(ledger, period, Fact.INSPECTED, Fact.INSPECTED_DOWN);
    for (int c = 0; c < ledger.members(Fact.CATEGORY_DEALS); c++) {
      long closed =
          ledger.get(Fact.CATEGORY_WON, period, c) + ledger.get(Fact.CATEGORY_LOST, period, c);
      assertThat(closed).isBetween(0L, ledger.get(Fact.CATEGORY_DEALS, period, c));
    }
  }

  /**
   * Begin + created + moved up - moved down - pushed - won - lost = end, of each reporting period.
   */
  private static void keepsCommits(SalesModel model, Ledger ledger) {
    for (int period = 0; period < model.periods().size(); period++) {
      long[] moves =
          ledger.sums(
              Fact.COMMIT_MOVES,
              model.ledgerPeriodFrom(model.periodBegin(period)),
              model.ledgerPeriodFrom(model.periodEnd(period)));
      long commit = 0;
      for (int move = 0; move < 7; move++) {
        commit += move < 3 ? moves[move] : -moves[move];
      }
      assertThat(moves[7]).isEqualTo(commit);
    }
  }

  private static void partOf(Ledger ledger, int period, Fact whole, Fact part) {
    assertThat(in(ledger, part, period)).as(part.name()).isBetween(0L, in(ledger, whole, period));
  }

  private static void agree(Ledger ledger, int period, Fact whole, Fact... parts) {
    for (Fact part : parts) {
      assertThat(in(ledger, part, period)).as(part.name()).isEqualTo(in(ledger, whole, period));
    }
  }

  private static void keepsTimes(SalesModel model, Ledger ledger) {
    for (int period = 0; period < ledger.periods(); period++) {
      for (int role = 0; role < model.roleCount(); role++) {
        assertThat(ledger.get(Fact.BUSY_MS, period, role))
            .isBetween(0L, ledger.get(Fact.AVAILABLE_MS, period, role));
      }
      for (int stage = 0; stage < model.stageCount(); stage++) {
        for (Fact time : List.of(Fact.QUEUE_MS, Fact.WORK_MS, Fact.BUYER_MS, Fact.STAGE_AREA)) {
          assertThat(ledger.get(time, period, stage)).as(time.name()).isNotNegative();
        }
      }
    }
  }

  private static void computes(KpiLayout layout, Ledger ledger) {
    double[] row = layout.row(ledger);
    for (int i = 0; i < row.length; i++) {
      String name = layout.columns().get(i).name();
      assertThat(row[i]).as(name).isNotInfinite();
      if (name.startsWith("utilisation") && !Double.isNaN(row[i])) {
        assertThat(row[i]).as(name).isBetween(0.0, 1.0);
      }
    }
  }

  static long in(Ledger ledger, Fact fact, int period) {
    long sum = 0;
    for (int member = 0; member < ledger.members(fact); member++) {
      sum += ledger.get(fact, period, member);
    }
    return sum;
  }

  private static long all(Ledger ledger, Fact fact) {
    long sum = 0;
    for (int period = 0; period < ledger.periods(); period++) {
      sum += in(ledger, fact, period);
    }
    return sum;
  }
}
