package io.salestwin.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Problem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InitiativesTest {

  @Test
  void aFileIsReadWithAllItsKeys() {
    Initiatives read =
        Initiatives.read(
            """
            worth: bookings
            discount: 12%/year
            thresholds: ["return(all) >= 100%", "net(better leads) >= 1.2M"]
            initiatives:
              better leads:
                set: {stages.Qualification.advance: 32%, sources.web.cost: x0.9}
                start: 2027-02-01
                once: 1.5M
                yearly: 600k
                saves: 200k
                claim: 8M
              cheaper tools: {set: {costs.crm.cost: x0.5}}
            """,
            "i.yaml");
    assertThat(read.problems()).isEmpty();
    assertThat(read.worth()).contains("bookings");
    assertThat(read.discountPerYear()).hasValue(0.12);
    assertThat(read.rules()).extracting(ReturnRule::bound).containsExactly(1.0, 1_200_000.0);
    Initiative first = read.list().get(0);
    assertThat(first.sets()).hasSize(2);
    assertThat(first.start()).contains(LocalDate.of(2027, 2, 1));
    assertThat(first.once()).isEqualTo(1_500_000);
    assertThat(first.yearly()).isEqualTo(400_000);
    assertThat(first.claim()).hasValue(8_000_000);
    assertThat(read.list().get(1).start()).isEmpty();
    assertThat(read.list().get(1).claim()).isEmpty();
  }

  @Test
  void allThatIsWrongIsToldAtOnceWithItsPlace() {
    Initiatives read =
        Initiatives.read(
            """
            discount: 12%
            thresholds: ["retrun(all) >= 1", "net(nobody) >= 1", "much"]
            initiatives:
              better leads: {once: 1.5X, yearly: -600k}
              all: {set: {a: 1}, onse: 3}
            """,
            "i.yaml");
    assertThat(read.problems())
        .extracting(Problem::toString)
        .anySatisfy(p -> assertThat(p).startsWith("i.yaml:1: discount: ").contains("12%/year"))
        .anySatisfy(p -> assertThat(p).startsWith("i.yaml:2").contains("did you mean \"return\"?"))
        .anySatisfy(p -> assertThat(p).contains("no initiative \"nobody\"").contains("advised"))
        .anySatisfy(p -> assertThat(p).contains("\"much\" is not a rule"))
        .anySatisfy(
            p -> assertThat(p).startsWith("i.yaml:4").contains("what \"better leads\" changes"))
        .anySatisfy(p -> assertThat(p).contains("1.5X is not an amount of money"))
        .anySatisfy(p -> assertThat(p).contains("savings go under saves"))
        .anySatisfy(p -> assertThat(p).contains("unknown key \"onse\"").contains("once"))
        .anySatisfy(p -> assertThat(p).contains("\"all\" stands for several initiatives"));
    assertThat(Initiatives.read("{}", "i.yaml").problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).isEqualTo("there are no initiatives"));
  }
}
