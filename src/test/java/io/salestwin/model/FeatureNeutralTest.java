package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.model.Story.Play;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A feature that is there and does nothing leaves every step, and every figure that there was, as
 * it was to the last bit. Other tests of this are named with their features in the capabilities.
 */
class FeatureNeutralTest {

  private static Story story() {
    return new Story()
        .with("horizon", "2 quarters")
        .with("calendar", "{hoursPerDay: 8}")
        .with("begin", "{warmUp: 40 days}")
        .with("products", "{core: {value: {lognormal: {mean: 9000, cv: 1}}, margin: 70%}}")
        .with("segments", "{small: {mix: 70%}, large: {mix: 30%, delay: x1.5, value: x3}}")
        .with("sources", "{in: {arrivals: {perMonth: 90}, quality: {beta: {mean: 0.6, sd: 0.2}}}}")
        .role("AE", "headcount: 4, openLeads: 20, quota: 90k/quarter, skill: {sd: 0.3}")
        .stage(
            "name: Talk, owner: AE, advance: 50%, quality: 0.2, delay: {lognormal: {median: 5 days,"
                + " p90: 20 days}}, work: [{effort: 2 hours, times: 2, every: 1 day, stop: 20%}]")
        .stage(
            "name: Deal, owner: AE, advance: 40%, delay: {exponential: {mean: 9 days}}, work:"
                + " [{effort: 3 hours}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roles.AE.adminShare=0%",
        "roles.AE.leave={daysPerYear: 0, cover: true}",
        "roles.AE.attrition=0%/year",
        "roles.AE.backfill=30 days",
        "roles.AE.ramp={months: 5, from: 100%, skill: -1}",
        "roles.AE.handOver=-2",
        "roles.AE.expertise=0",
        "roles.AE.hires=[]",
        "roles.AE.leavers=[]",
        "roles.AE.quotaRamp=[100%]",
        "roles.AE.timing={hold: 0%, pull: 0%}",
        "stages.Talk.recycle={share: 0%, after: 9 days}",
        "stages.Deal.regress={to: Talk, probability: 0%}",
        "stages.Talk.respondWithin={halfLife: 5 hours, floor: 0}",
        "stages.Talk.timeOut=7000 days",
        "stages.Talk.patience=7000 days",
        "stages.Talk.leak=0%",
        "stages.Talk.accept={score: -10}",
        "territories={all: {share: 100%, opens: 2020-01-01, startUp: 1 months}}",
        "accounts={tiers: {all: {time: 100%}}}",
        "customers={onboarding: {duration: 9 days, capacity: 1, backlogEffect: 0}}",
        "hygiene={slips: {limit: 1, effect: 0}, nextStep: {compliance: 100%, delay: x9}}",
        "push={last: 9 days}",
        "shocks=[]",
        "training=[]",
        "segments.small.season={arrivals: {nov: 1}, winning: {nov: 0}}",
        "sources.in.assists=0%",
        "sources.in.share=0%",
        "products.core.discount=0%",
        "season={arrivals: {mar: 1}, buying: {mar: 1}, winning: {mar: 0}}",
        "sizeBands=[10k]",
        "competitors={Acme: {share: 40%, effects: {Deal: 0}}, Globex: {share: {bySegment: {small:"
            + " 60%, large: 0%}}}}",
        "competitors={Acme: {share: 0%, effects: {Deal: -2}, lostTo: 90%}}",
        "uncertainty={stages.Talk.quality: 0.2}",
      })
  void changesNoStepAndNoFigureThatThereWas(String set) {
    Map<String, Double> plain = figures(story().play());
    Play neutral = story().play(set);
    assertThat(neutral.seen()).isEqualTo(story().play().seen()).hasSizeGreaterThan(3000);
    assertThat(figures(neutral)).containsAllEntriesOf(plain);
  }

  /** They count; what they count moves no lead. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "roles.AE.salary=52k",
        "roles.AE.variable=20k",
        "payPlans={ae: {rate: 10%}}",
        "costs={crm: 60k/year}",
        "budget={2027-Q1: 50k}",
        "plan={dealSize: 5000}",
        "targets={2027-Q1: 90k}",
        "health=standard",
        "alerts=[coverage < 3]",
        "booked={2027-Q1: 10k}",
        "hygiene={stale: {then: keep}, categories: {}, belief: {bias: +1}, inspection: {miss: 9%}}",
        "products.core.recognition=upfront",
        "products.core.costs={success: 8%}",
        "segments.small.churn=30%/year",
        "sources.in.cost=95",
        "sources.in.share=20%",
      })
  void changesNoStep(String set) {
    assertThat(story().play(set).seen()).isEqualTo(story().play().seen());
  }

  private static Map<String, Double> figures(Play play) {
    KpiLayout layout = new KpiLayout(play.model());
    double[] row = layout.row(play.ledger());
    Map<String, Double> figures = new HashMap<>();
    for (int i = 0; i < row.length; i++) {
      figures.put(layout.columns().get(i).name(), row[i]);
    }
    return figures;
  }
}
