package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.scenario.Product.Recognition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be written about customers, and what is said about the rest. */
class CustomersFileTest {

  private static final String WITH = Texts.SMALL + "customers: ";

  private static Scenario scenario(String text, String... sets) {
    ScenarioFile file = Texts.read(text, sets);
    return file.scenario().orElseThrow(() -> new AssertionError(Texts.messages(file).toString()));
  }

  private static void refuses(String text, String message) {
    assertThat(Texts.messages(Texts.read(text))).anySatisfy(m -> assertThat(m).contains(message));
  }

  @Test
  void withoutTheSectionThereAreNone() {
    assertThat(scenario(Texts.SMALL).customers()).isEmpty();
  }

  @Test
  void everyDefaultIsNeutral() {
    Customers customers = scenario(WITH + "{}").customers().orElseThrow();
    assertThat(customers.opening()).isEmpty();
    assertThat(customers.onboarding()).isEmpty();
    assertThat(customers.leaving()).isEqualTo(Customers.Leaving.AT_RENEWAL);
    assertThat(customers.health()).isEqualTo(new Customers.Health(0.7, 0, 0.5, 0.7, 0, 0));
    assertThat(customers.expansion()).isEqualTo(new Customers.Expansion(0.7, 0.25, 1));
    assertThat(customers.renewal().price()).isEqualTo(0);
    Segment segment = scenario(WITH + "{}").segments().get(0);
    assertThat(segment.churn()).isEqualTo(0);
    assertThat(segment.expansion()).isEqualTo(0);
  }

  @Test
  void churnIsALever() {
    String text = Texts.SMALL + "segments: {smb: {churn: 24%/year}}\n";
    assertThat(scenario(text).segments().get(0).churn()).isEqualTo(0.24);
    assertThat(scenario(text, "segments.smb.churn=10%/year").segments().get(0).churn())
        .isEqualTo(0.1);
    assertThat(scenario(text, "segments.smb.churn=x0.5").segments().get(0).churn()).isEqualTo(0.12);
    assertThat(scenario(text + "customers: {}\n", "customers.expansion.threshold=0.8").customers())
        .hasValueSatisfying(c -> assertThat(c.expansion().threshold()).isEqualTo(0.8));
    refuses(text.replace("24%", "124%"), "segments.smb.churn");
  }

  private static String core(String about) {
    return Texts.SMALL.replace("core: {value: 24000", "core: {value: 24000, " + about);
  }

  @Test
  void milestonesBelongToTheirSchedule() {
    Product product =
        scenario(core("recognition: milestones, milestones: {60 days: 70%, 0 days: 30%}"))
            .products()
            .get(0);
    assertThat(product.recognition()).isEqualTo(Recognition.MILESTONES);
    assertThat(product.milestones())
        .isEqualTo(
            List.of(new Product.Milestone(0, 0.3), new Product.Milestone(60 * 86_400_000L, 0.7)));
    refuses(core("recognition: milestones"), "the milestones are missing");
    refuses(core("milestones: {0 days: 100%}"), "milestones belong to recognition");
    refuses(
        core("recognition: milestones, milestones: {0 days: 30%}"),
        "the shares of the milestones sum to 30%");
    refuses(core("recognition: milestones, milestones: {soon: 100%}"), "milestones.soon");
  }

  @Test
  void whatDoesNotFitIsToldWithItsPlace() {
    refuses(WITH + "{opening: {smb: {count: 1, arr: 5}}}", "there is no segment \"smb\"");
    refuses(WITH + "{opening: {}}", "no customers are given");
    refuses(WITH + "{opening: {all: {count: 1}}}", "\"arr\" is missing");
    refuses(
        WITH + "{opening: {all: {count: 1, arr: 5, renewals: [50%, 40%]}}}",
        "the renewals sum to 90%");
    refuses(
        WITH + "{onboarding: {duration: 3 days, backlogEffect: -0.1}}",
        "nobody waits to be taken in, because there is no capacity");
    refuses(WITH + "{onboarding: {capacity: 3}}", "\"duration\" is missing");
    refuses(WITH + "{onboarding: {duration: 3 days, capacity: 1, role: XY}}", "no role \"XY\"");
    refuses(
        Texts.SMALL
            + "segments: {a: {mix: 50%}, b: {mix: 50%}}\n"
            + "customers: {opening: {a: {count: 900000, arr: 1}, b: {count: 900000, arr: 1}}}",
        "1800000 customers are too many");
    refuses(WITH + "{leaving: sometimes}", "allowed are atRenewal, anytime");
    refuses(WITH + "{helth: {}}", "did you mean");
  }
}
