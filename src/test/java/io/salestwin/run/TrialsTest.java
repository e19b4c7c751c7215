package io.salestwin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salestwin.metrics.UnitTable;
import io.salestwin.metrics.UnitTable.Outcome;
import io.salestwin.run.TrialPlan.World;
import io.salestwin.scenario.Arm;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Lever.Unit;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Randomisation;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialsTest {

  private static final long DAY = 86_400_000L;

  private static final String TEXT =
      """
      name: Trials
      start: 2027-01-04
      horizon: 26 weeks
      begin: {warmUp: 30 days}
      calendar: always
      products: {core: {value: 12000}}
      sources: {in: {arrivals: {perMonth: 120}}}
      roles: {AE: {headcount: 4, take: onArrival, openLeads: 60}}
      stages:
        - {name: Call, advance: 50%, delay: {exponential: {mean: 3 days}}}
        - {name: Talk, owner: AE, advance: 30%, work: [{effort: 1 hour}], delay: 6 days}
      """;

  /** What each lead gave, to be looked at one by one. */
  private record Everything() implements TrialPlan.UnitReducer {
    @Override
    public double[] reduce(UnitTable units, World world, int trial) {
      double[] rows = new double[units.count() * 7];
      for (int i = 0; i < units.count(); i++) {
        rows[7 * i] = units.arm(i);
        rows[7 * i + 1] = units.enrolledAt(i);
        rows[7 * i + 2] = units.goalAt(0, i) == UnitTable.NEVER ? -1 : units.goalAt(0, i);
        rows[7 * i + 3] = units.outcome(i).ordinal();
        rows[7 * i + 4] = units.closedAt(i) == UnitTable.NEVER ? -1 : units.closedAt(i);
        rows[7 * i + 5] = units.valueCents(i);
        rows[7 * i + 6] = units.owner(i);
      }
      return rows;
    }
  }

  @Test
  void eachLeadHasOneRowWithWhatBecameOfIt() {
    TrialResult result = new Trials(1).play(plan(Unit.LEAD, 20), Trials.Heard.SILENT);
    int won = 0;
    int lost = 0;
    for (Map<World, double[]> trial : result.trials()) {
      double[] rows = trial.get(World.DEALT);
      assertThat(rows.length / 7).isBetween(120, 360);
      for (int i = 0; i < rows.length; i += 7) {
        double enrolled = rows[i + 1];
        assertThat(enrolled).isBetween(0.0, 60.0 * DAY - 1);
        Outcome outcome = Outcome.values()[(int) rows[i + 3]];
        double closed = rows[i + 4];
        assertThat(closed < 0).isEqualTo(outcome == Outcome.OPEN);
        assertThat(rows[i + 5]).isEqualTo(outcome == Outcome.WON ? 1_200_000 : 0);
        if (rows[i + 2] >= 0) {
          assertThat(rows[i + 2]).isBetween(enrolled, 90.0 * DAY);
          assertThat(rows[i + 6]).isBetween(0.0, 3.0);
        } else {
          // who has not reached Talk has no owner, and cannot be won
          assertThat(rows[i + 6]).isEqualTo(-1);
          assertThat(outcome).isNotEqualTo(Outcome.WON);
        }
        if (outcome == Outcome.WON) {
          assertThat(closed).isGreaterThanOrEqualTo(rows[i + 2] + 6 * DAY);
          won++;
        } else if (outcome == Outcome.LOST) {
          lost++;
        }
      }
    }
    assertThat(won).isGreaterThan(500);
    assertThat(lost).isGreaterThan(500);
  }

  @Test
  void worldsShareTheirKeysAndLabels() {
    TrialResult result = new Trials(2).play(plan(Unit.LEAD, 8), Trials.Heard.SILENT);
    for (Map<World, double[]> trial : result.trials()) {
      double[] dealt = trial.get(World.DEALT);
      double[] control = trial.get(World.CONTROL);
      double[] treatment = trial.get(World.TREATMENT);
      assertThat(control).hasSameSizeAs(dealt);
      assertThat(treatment).hasSameSizeAs(dealt);
      int moreWon = 0;
      for (int i = 0; i < dealt.length; i += 7) {
        assertThat(control[i]).isEqualTo(dealt[i]).isEqualTo(treatment[i]);
        assertThat(control[i + 1]).isEqualTo(dealt[i + 1]).isEqualTo(treatment[i + 1]);
        moreWon += treatment[i + 3] == 1 ? 1 : 0;
        moreWon -= control[i + 3] == 1 ? 1 : 0;
      }
      assertThat(moreWon).isPositive();
    }
  }

  @Test
  void theSameBytesOnAnyNumberOfThreads() {
    TrialResult one = new Trials(1).play(plan(Unit.REP, 30), Trials.Heard.SILENT);
    TrialResult many = new Trials(5).play(plan(Unit.REP, 30), Trials.Heard.SILENT);
    assertThat(one.trials()).hasSize(30);
    for (int t = 0; t < 30; t++) {
      for (World world : World.values()) {
        assertThat(many.trials().get(t).get(world)).isEqualTo(one.trials().get(t).get(world));
      }
    }
  }

  @Test
  void aTableThatIsFullIsToldInsteadOfCut() {
    TrialPlan plan = plan(Unit.LEAD, 1);
    TrialPlan small =
        new TrialPlan(
            plan.scenario(),
            plan.randomisation(),
            new UnitTable.Columns(0, 0, 60 * DAY, List.of(1), 50),
            plan.endMs(),
            1,
            0,
            1,
            new Everything());
    assertThatThrownBy(() -> new Trials(1).play(small, Trials.Heard.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 50 leads take part");
  }

  private static TrialPlan plan(Unit unit, int trials) {
    Scenario root = scenario(List.of());
    Scenario other = scenario(List.of(LeverOverride.parse("stages.Talk.advance=60%").value()));
    Randomisation halves =
        Randomisation.of(
            unit, root, List.of(new Arm("control", root, 0.5), new Arm("treatment", other, 0.5)));
    return new TrialPlan(
        root,
        halves,
        new UnitTable.Columns(0, 0, 60 * DAY, List.of(1), UnitTable.Columns.MOST),
        90 * DAY,
        1,
        0,
        trials,
        new Everything());
  }

  private static Scenario scenario(List<LeverOverride> sets) {
    ScenarioFile file =
        ScenarioFile.read("t.yaml", Attachments.ofTexts(Map.of("t.yaml", TEXT)), sets);
    return file.scenario().orElseThrow(() -> new AssertionError(file.problems()));
  }

  /** The time before as the table has it, beside the same leads as somebody else hears of them. */
  private record BeforeAndAfter() implements TrialPlan.UnitReducer {
    @Override
    public double[] reduce(UnitTable units, World world, int trial) {
      UnitTable past = units.past();
      double won = 0;
      double treated = 0;
      double wrong = 0;
      for (int i = 0; i < past.count(); i++) {
        won += past.outcome(i) == Outcome.WON ? 1 : 0;
        treated += past.arm(i);
        wrong += past.enrolledAt(i) >= 0 || past.enrolledAt(i) < -20 * DAY ? 1 : 0;
      }
      for (int i = 0; i < units.count(); i++) {
        wrong += units.enrolledAt(i) < 0 || units.enrolledAt(i) >= 60 * DAY ? 1 : 0;
      }
      return new double[] {past.count(), won, treated, wrong, units.count()};
    }
  }

  @Test
  void leadsFromBeforeStandInATableOfTheirOwnAndChangeNothing() {
    TrialPlan plan = plan(Unit.REP, 20);
    TrialPlan both =
        new TrialPlan(
            plan.scenario(),
            plan.randomisation(),
            new UnitTable.Columns(-20 * DAY, 0, 60 * DAY, List.of(1), UnitTable.Columns.MOST),
            plan.endMs(),
            plan.seed(),
            0,
            20,
            new BeforeAndAfter());
    TrialResult alone = new Trials(1).play(plan, Trials.Heard.SILENT);
    TrialResult found = new Trials(1).play(both, Trials.Heard.SILENT);
    for (World world : World.values()) {
      for (int t = 0; t < 20; t++) {
        assertThat(found.column(world, 4)[t])
            .isEqualTo(alone.trials().get(t).get(world).length / 7.0);
      }
    }
    // 20 days of 120 leads a month over 30.4 days, half of which get to a rep after three days
    double leads = Arrays.stream(found.column(World.CONTROL, 0)).sum();
    assertThat(leads / 20).isBetween(30.0, 50.0);
    assertThat(Arrays.stream(found.column(World.CONTROL, 1)).sum() / leads).isBetween(0.2, 0.4);
    assertThat(found.column(World.DEALT, 2)).containsOnly(0);
    assertThat(found.column(World.TREATMENT, 2)).containsOnly(0);
    assertThat(found.column(World.DEALT, 3)).containsOnly(0);
  }
}
