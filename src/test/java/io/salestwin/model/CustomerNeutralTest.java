package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever becomes of customers leaves the way to the win as it is, unless the backlog acts. */
class CustomerNeutralTest {

  /** All that there is to count of customers. */
  private static final Set<Fact> OF_CUSTOMERS =
      EnumSet.range(Fact.SIGNED, Fact.OVERHEAD_COST_BY_PRODUCT);

  private static final String EVENTFUL =
      "{leaving: anytime, onboarding: {duration: {exponential: {mean: 9 days}}, capacity: 2,"
          + " failure: 20%}, health: {mean: 0.6, sd: 0.2, renewal: 0.3, expansion: 0.2},"
          + " renewal: {price: 5%, contract: 1 months, contraction: 10%},"
          + " expansion: {threshold: 0.6, size: 10%, win: 50%}}";

  @Property(seed = "1", tries = 40, shrinking = ShrinkingMode.OFF)
  void customersLeaveEverythingBeforeTheWinAsItIs(@ForAll long seed) {
    // nobody can be paid for expansion where there are no customers
    Story story = AnyScenario.of(seed).without("customers").change("of: expansion", "of: margin");
    Ledger before = played(story, seed);
    String[] moving = {"segments.g0.churn=30%/year", "segments.g0.expansion=40%/year"};
    same(before, played(story, seed, moving), false);
    same(before, played(story.with("customers", EVENTFUL), seed, moving), true);
  }

  @Example
  void somethingHappensToThem() {
    long renewed = 0;
    for (long seed = 0; seed < 30; seed++) {
      Story story = AnyScenario.of(seed).with("customers", EVENTFUL);
      Ledger ledger =
          played(story, seed, "products.p0.contract=2 weeks", "segments.g0.churn=30%/year");
      for (int period = 0; period < ledger.periods(); period++) {
        renewed += ledger.get(Fact.RENEWED, period, 0);
      }
    }
    assertThat(renewed).isGreaterThan(50);
  }

  private static Ledger played(Story story, long seed, String... sets) {
    Replication replication = new Replication(story.model(sets), seed);
    replication.play(0);
    return replication.ledger();
  }

  private static void same(Ledger before, Ledger after, boolean customers) {
    for (Fact fact : Fact.values()) {
      boolean ofCustomers = customers && OF_CUSTOMERS.contains(fact);
      boolean lifetime = fact == Fact.LIFETIME_VALUE;
      int periods = fact.dimension() == Dimension.WEEK ? 1 : before.periods();
      for (int period = 0; period < periods && !ofCustomers && !lifetime; period++) {
        for (int member = 0; member < before.members(fact); member++) {
          assertThat(after.get(fact, period, member))
              .as(fact + " of " + member)
              .isEqualTo(before.get(fact, period, member));
        }
      }
    }
  }

  /** The luck of a customer's renewal does not depend on how often he is offered more. */
  @Example
  void whoLeavesDoesNotDependOnExpansionOrPrices() {
    Story story =
        new Story()
            .with("horizon", "3 years")
            .with("segments", "{all: {churn: 24%/year, expansion: 5%/year}}")
            .stage("name: Talk, advance: 100%")
            .with(
                "customers",
                "{opening: {all: {count: 500, arr: 5M}},"
                    + " health: {mean: 0.65, sd: 0.2, renewal: 0.3}}");
    Ledger plain = played(story, 5);
    long churned = 0;
    story.with("segments", "{all: {churn: 24%/year, expansion: 300%/year}}");
    Ledger eager = played(story, 5);
    for (int period = 0; period < plain.periods(); period++) {
      assertThat(eager.get(Fact.CHURNED, period, 0)).isEqualTo(plain.get(Fact.CHURNED, period, 0));
      assertThat(eager.get(Fact.EXPANSIONS, period, 0))
          .isGreaterThanOrEqualTo(plain.get(Fact.EXPANSIONS, period, 0));
      churned += plain.get(Fact.CHURNED, period, 0);
    }
    assertThat(churned).isGreaterThan(100);
  }
}
