package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.validation.Case;
import io.salestwin.validation.Validation;
import io.salestwin.validation.Validation.Effort;
import io.salestwin.validation.Validation.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationReportTest {

  private static final Case QUEUE =
      new Case(
          "mm1",
          "one rep",
          "rho^2 / (1 - rho)",
          "Kleinrock (1975)",
          "below 1e-8",
          "name: M/M/1\n",
          List.of("leads waiting", "share of time at work"));

  private static final Case LAW =
      new Case(
          "little",
          "all at once",
          "L = lambda W",
          "Little (1961)",
          "exact",
          "name: L\n",
          List.of("days"));

  private static Validation found(double z, double counted) {
    double off = counted == 720.92 ? 0 : Double.POSITIVE_INFINITY;
    return new Validation(
        7,
        Effort.QUICK,
        List.of(
            new Row(QUEUE, "leads waiting", 1.66027, 0.03, 1.63333, 0.9, false, 40),
            new Row(QUEUE, "share of time at work", 0.701964, 0.002, 0.7, z, false, 40),
            new Row(LAW, "days", counted, 0, 720.92, off, true, 20)));
  }

  @Test
  void theTableEndsWithWhatItMeans() {
    assertThat(new ValidationReport(found(0.96, 720.92)).text(TextStyle.PLAIN))
        .isEqualTo(
            """
            Simulated against theory  quick, seed 7
            case              figure                         simulated    theory      z
            mm1               leads waiting                     1.6603    1.6333   0.90  ok
                              share of time at work             0.7020    0.7000   0.96  ok
            little            days                              720.92    720.92  exact  ok

            No alarm: 3 figures agree with theory.
            An alarm is a |z| above 2.81; of 100 runs of a right program at most 1 has any.
            Beyond |z| 1.96 chance alone takes 0.1 of 2 figures; here it is 0.
            """);
  }

  @Test
  void alarmsStandInTheirRowsAndInTheVerdict() {
    assertThat(new ValidationReport(found(-4.2, 721)).text(TextStyle.PLAIN))
        .contains("0.7020    0.7000  -4.20  ALARM\n")
        .contains("721.00    720.92  exact  ALARM\n")
        .contains("2 of 3 figures do not agree with theory.\n")
        .contains("here it is 1.");
  }

  @Test
  void thePageHasFormulaSourceAndTolerance() {
    assertThat(new ValidationReport(found(0.96, 720.92)).markdown())
        .isEqualTo(
            """
            ### mm1

            One rep. Theory: `rho^2 / (1 - rho)`. Source: Kleinrock (1975). Remainder: below 1e-8.

            | figure | simulated | theory | tolerance | z |
            | --- | ---: | ---: | ---: | ---: |
            | leads waiting | 1.6603 | 1.6333 | 5.16 % | 0.90 |
            | share of time at work | 0.7020 | 0.7000 | 0.80 % | 0.96 |

            ### little

            All at once. Theory: `L = lambda W`. Source: Little (1961). Remainder: exact.

            | figure | simulated | theory | tolerance | z |
            | --- | ---: | ---: | ---: | ---: |
            | days | 720.92 | 720.92 | none | exact |
            """);
  }

  @Test
  void programsGetEveryFigureWithItsCase() {
    Document document =
        Document.parse(new ValidationReport(found(-4.2, 721)).json(), "validation.json");
    assertThat(document.problems()).isEmpty();
    Node root = document.root();
    assertThat(root.get("alarms").text()).isEqualTo("2");
    assertThat(root.get("figures").items()).hasSize(3);
    assertThat(root.get("figures").items().get(1).get("agrees").text()).isEqualTo("false");
    assertThat(root.get("figures").items().get(1).get("z").text()).isEqualTo("-4.2");
    assertThat(root.get("cases").items().get(1).get("source").text()).isEqualTo("Little (1961)");
  }
}
