package io.salestwin.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Parsed;
import io.salestwin.metrics.Rich;
import io.salestwin.metrics.Trace;
import io.salestwin.run.RunPlan;
import io.salestwin.run.Tracer;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One story whose every step is known by hand, and how stories are found. */
class ExplanationTest {

  /**
   * Deals leave stage In 100 hours after they entered it. The first comes to Talk on the first day
   * at 01:00, the second at 02:00; the only rep works 5 hours on each; buyers take 10 hours.
   */
  private static final String TWO_DEALS =
      """
      name: By hand
      start: 2027-01-04
      horizon: 4 weeks
      calendar: always
      products: {core: {value: 12000}}
      segments: {small: {product: core, effects: {Talk: +0.5}}}
      sources: {in: {arrivals: {perMonth: 0}, quality: 0.7}}
      qualityReference: 0.5
      roles: {AE: {headcount: 1, openLeads: 5, skill: {sd: 0.5}}}
      begin: {pipeline: deals.csv}
      stages:
        - {name: In, advance: 100%, delay: 100 hours}
        - {name: Talk, owner: AE, advance: 60%, quality: 0.1, delay: 10 hours, work: [{activity: call, effort: 5 hours}]}
      """;

  private static Trace trace(String scenario, String deals) {
    ScenarioFile file =
        ScenarioFile.read(
            "s.yaml",
            Attachments.ofTexts(Map.of("s.yaml", scenario, "deals.csv", deals)),
            List.of());
    Scenario read =
        file.scenario().orElseThrow(() -> new AssertionError(file.problems().toString()));
    return new Tracer(new RunPlan(read, 1, 1)).trace(0);
  }

  private static Trace twoDeals() {
    return trace(TWO_DEALS, "id,stage,age\nA,In,99 hours\nB,In,98 hours\n");
  }

  @Test
  void theStoryOfADealThatWaitsForARep() {
    LeadStory story = Explanation.lead(twoDeals(), "B").value();
    assertThat(story.name()).isEqualTo("deal-B");
    assertThat(story.value()).isEqualTo(12000);
    List<Step> steps = story.steps();
    assertThat(steps.get(0)).isEqualTo(new Step.Opened(at("2026-12-30T22:00"), "In", 98 / 24.0));
    assertThat(steps.get(1)).isInstanceOf(Step.Decided.class);
    assertThat(((Step.Decided) steps.get(1)).at()).isEqualTo(at("2027-01-04T02:00"));
    assertThat(steps.get(2)).isEqualTo(new Step.Entered(at("2027-01-04T02:00"), "Talk"));
    assertThat(steps.get(3)).isEqualTo(new Step.Owned(at("2027-01-04T02:00"), "AE 1", 2));
    assertThat(steps.get(4))
        .isEqualTo(
            new Step.Waited(
                at("2027-01-04T02:00"), Step.Line.OWNER, "AE 1", 0, 1, 1, 0, 4, 4, Step.End.DONE));
    assertThat(steps.get(5))
        .isEqualTo(
            new Step.Touched(
                at("2027-01-04T06:00"), "AE 1", "call", at("2027-01-04T11:00"), 5, Step.End.DONE));
    Step.Decided exit = (Step.Decided) steps.get(6);
    assertThat(exit.at()).isEqualTo(at("2027-01-04T21:00"));
    assertThat(exit.buyerSince()).isEqualTo(at("2027-01-04T11:00"));
    assertThat(exit.written()).isEqualTo(0.6);
    assertThat(exit.stated()).isBetween(0.6 - 1e-12, 0.6 + 1e-12);
    assertThat(exit.effects())
        .extracting(Step.Effect::name)
        .containsExactly("segment small", "lead quality", "rep skill");
    assertThat(exit.effects().get(0).logOdds()).isEqualTo(0.5);
    assertThat(exit.effects().get(1).logOdds()).isBetween(0.2 - 1e-12, 0.2 + 1e-12);
    assertThat(exit.byAge()).isFalse();
    assertThat(steps.get(7)).isInstanceOfAny(Step.Won.class, Step.Lost.class);
    assertThat(steps).hasSize(8);
  }

  private static LocalDateTime at(String time) {
    return LocalDateTime.parse(time);
  }

  @Test
  void theStoryOfTheRep() {
    RepStory story = Explanation.rep(twoDeals(), " ae 1 ").value();
    assertThat(story.name()).isEqualTo("AE 1");
    assertThat(story.openAtStart()).isZero();
    assertThat(story.skill()).isPresent();
    RepStory.Span week = story.spans().get(0);
    assertThat(story.spans()).hasSize(4);
    assertThat(week.touches()).isEqualTo(Map.of("call", 2));
    assertThat(week.hours()).isEqualTo(10);
    assertThat(week.workingHours()).isEqualTo(168);
    assertThat(week.tookOn()).isEqualTo(2);
    assertThat(week.won() + week.lost()).isEqualTo(2);
    assertThat(story.total().openAtEnd()).isZero();
  }

  @Test
  void aLeadThatIsNotThereIsToldWithWhatThereIs() {
    Trace trace = new Tracer(new RunPlan(Rich.fromWarmUp(), 1, 1)).trace(17);
    int leads = trace.leads().size();
    assertThat(bad(Explanation.lead(trace, "99999")))
        .isEqualTo("replication 17 has %,d leads; name one of 1 to %d".formatted(leads, leads));
    assertThat(bad(Explanation.lead(trace, "0"))).startsWith("replication 17 has");
    assertThat(bad(Explanation.lead(trace, "X1")))
        .startsWith("there is no lead \"X1\": replication 17 has");
    assertThat(Explanation.lead(trace, "lead-5").value().name()).isEqualTo("lead-5");
    assertThat(Explanation.lead(trace, "5").value())
        .isEqualTo(Explanation.lead(trace, "lead-5").value());
  }

  @Test
  void aDealIsFoundByItsIdAndANearMissIsGuessed() {
    Trace trace = new Tracer(new RunPlan(Rich.fromDeals(), 1, 1)).trace(0);
    assertThat(Explanation.lead(trace, "D3").value().name()).isEqualTo("deal-D3");
    assertThat(bad(Explanation.lead(trace, "DD3"))).endsWith("did you mean \"D3\"?");
  }

  @Test
  void anIdThatIsANumberTooIsAsked() {
    Trace trace =
        trace(
            TWO_DEALS.replace("perMonth: 0", "perMonth: 50"),
            "id,stage,age\n1,In,99 hours\n7777777,In,98 hours\n");
    assertThat(bad(Explanation.lead(trace, "1")))
        .isEqualTo(
            "\"1\" is the number of a lead and the id of an open deal; say lead-1 or deal-1");
    assertThat(Explanation.lead(trace, "deal-1").value().name()).isEqualTo("deal-1");
    assertThat(Explanation.lead(trace, "lead-1").value().name()).isEqualTo("lead-1");
    assertThat(Explanation.lead(trace, "7777777").value().name()).isEqualTo("deal-7777777");
  }

  @Test
  void aStaleDealIsToldAsSuch() {
    Trace trace = trace(TWO_DEALS, "id,stage,age\nOLD,In,101 hours\n");
    assertThat(bad(Explanation.lead(trace, "OLD"))).contains("\"OLD\" is stale");
  }

  @Test
  void aRepThatIsNotThereIsGuessed() {
    assertThat(bad(Explanation.rep(twoDeals(), "EA 1")))
        .isEqualTo("there is no rep \"EA 1\"; did you mean \"AE 1\"? The reps are AE 1");
    assertThat(bad(Explanation.rep(twoDeals(), "Sam")))
        .isEqualTo("there is no rep \"Sam\"; the reps are AE 1");
  }

  @Test
  void whoIsSuggestedHasAStory() {
    Trace trace = new Tracer(new RunPlan(Rich.fromWarmUp(), 1, 1)).trace(2);
    Suggestions suggestions = Explanation.suggestions(trace);
    assertThat(suggestions.leads()).hasSizeBetween(3, 5).doesNotHaveDuplicates();
    for (Suggestions.Suggestion each : suggestions.leads()) {
      assertThat(Explanation.lead(trace, each.name()).isBad()).isFalse();
    }
    assertThat(suggestions.reps()).hasSize(2);
    for (Suggestions.Suggestion each : suggestions.reps()) {
      assertThat(Explanation.rep(trace, each.name()).isBad()).isFalse();
    }
    LeadStory largest = Explanation.lead(trace, suggestions.leads().get(0).name()).value();
    double most =
        trace.leads().stream()
            .filter(lead -> lead.outcome() == Trace.Outcome.WON && lead.endMs() >= 0)
            .mapToDouble(lead -> lead.valueCents() / 100.0)
            .max()
            .orElseThrow();
    assertThat(largest.value()).isEqualTo(most);
  }

  @Test
  void nothingHappensAndNothingIsSuggested() {
    Trace trace = trace(TWO_DEALS, "id,stage,age\nOLD,In,101 hours\n");
    assertThat(Explanation.suggestions(trace).leads()).isEmpty();
    assertThat(Explanation.suggestions(trace).reps()).isEmpty();
  }

  private static String bad(Parsed<?> parsed) {
    assertThat(parsed.isBad()).isTrue();
    return parsed.reason() + "; " + parsed.advice();
  }
}
