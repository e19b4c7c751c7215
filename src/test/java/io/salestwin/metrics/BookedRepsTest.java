package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What reps have booked before the start counts for their attainment and pay; known by hand. */
class BookedRepsTest {

  private static final double EXACT = 1e-9;

  /** The 45 days of the quarter from 15 February on, in quarters. */
  private static final double REST = 45 / (365.25 / 4);

  private static ScenarioFile read(String start, String booked, String csv) {
    String text =
        """
        name: Hand
        start: %s
        horizon: until 2027-06-30
        begin: {empty: true}
        calendar: always
        targets: {2027-Q1: 200k, 2027-Q2: 200k}
        booked: %s
        products: {core: {value: 12000}}
        sources: {in: {arrivals: {on: {2027-03-01: 4}}}}
        roles: {AE: {reps: [Ana, Ben], take: onArrival, quota: 100k/quarter, payPlan: plan}}
        payPlans: {plan: {rate: 10%%, tiers: [{from: 0%%, pays: x1}, {from: 100%%, pays: x2}]}}
        stages: [{name: Talk, owner: AE, advance: 100%%}]
        """
            .formatted(start, booked);
    return ScenarioFile.read(
        "s.yaml", Attachments.ofTexts(Map.of("s.yaml", text, "booked.csv", csv)), List.of());
  }

  private KpiLayout layout;

  private double[] row(ScenarioFile file) {
    assertThat(file.problems()).isEmpty();
    Scenario scenario = file.scenario().orElseThrow();
    SalesModel model = SalesModel.of(scenario);
    layout = new KpiLayout(model);
    Replication replication = new Replication(model, 1);
    replication.play(0);
    return layout.row(replication.ledger());
  }

  private void is(double[] row, String name, double expected) {
    assertThat(row[layout.index(name)])
        .as(name)
        .isCloseTo(expected, within(EXACT * Math.max(1, Math.abs(expected))));
  }

  @Test
  void attainmentAndPayIncludeWhatWasBookedBeforeTheStart() {
    double[] row = row(read("2027-02-15", "{reps: booked.csv}", "name,booked\nAna,90k\n"));
    // two deals each; Ana carries the whole quarter's quota, Ben only that of its rest
    is(row, "quota_attainment.2027-Q1", (90 + 24 + 24) / (100 + 100 * REST));
    is(row, "quota_attainment.AE", (90 + 24 + 24) / (300 + 100 * REST));
    is(row, "quota_attainment_by_rep.Ana", (90 + 24) / 200.0);
    is(row, "quota_attainment_by_rep.Ben", 24 / (100 + 100 * REST));
    is(row, "quota_attainment.2027-Q2", 0);
    is(row, "reps_at_100.2027-Q1", 0.5);
    // 10,000 and 20 % of 14,000, of which 9,000 had been earned by the start
    is(row, "pay_by_rep.Ana", 3_800);
    is(row, "pay_by_rep.Ben", 2_400);
    is(row, "accelerator_share", 1_400 / 6_200.0);
    // without a total of the company it is what its reps have booked
    is(row, "target_bookings.2027-Q1", 90_000 + 48_000);
    is(row, "bookings", 48_000);
  }

  @Test
  void theCompanyMayHaveBookedMoreThanItsReps() {
    double[] row =
        row(read("2027-02-15", "{reps: booked.csv, 2027-Q1: 100k}", "name,booked\nAna,90k\n"));
    is(row, "target_bookings.2027-Q1", 100_000 + 48_000);
    is(row, "quota_attainment_by_rep.Ana", (90 + 24) / 200.0);
  }

  @Test
  void nothingBookedOnTheFirstDayOfAPeriodChangesNoFigure() {
    double[] without = row(read("2027-01-01", "{}", ""));
    double[] with = row(read("2027-01-01", "{reps: booked.csv}", "name,booked\nAna,0\nBen,0\n"));
    assertThat(with).isEqualTo(without);
  }

  @Test
  void aFileThatCannotBeMeantIsTold() {
    told(
        "{reps: booked.csv}", "name,booked\nAnna,9k\n", "booked.csv:2", "there is no rep \"Anna\"");
    told("{reps: booked.csv}", "name,booked\nAna,1\nAna,2\n", "booked.csv:3", "two lines of");
    told("{reps: booked.csv}", "name,won\nAna,1\n", "booked.csv:1", "unknown column \"won\"");
    told("{reps: booked.csv}", "name,booked\nAna,much\n", "booked.csv:2", "much");
    told("{reps: none.csv}", "name,booked\n", "s.yaml:7", "none.csv");
    told(
        "{reps: booked.csv, 2027-Q1: 50k}",
        "name,booked\nAna,30k\nBen,30k\n",
        "s.yaml:7",
        "more than the");
  }

  private static void told(String booked, String csv, String where, String what) {
    assertThat(read("2027-02-15", booked, csv).problems())
        .anySatisfy(p -> assertThat(p.toString()).contains(where).contains(what));
  }
}
