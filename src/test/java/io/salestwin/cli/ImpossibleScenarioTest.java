package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario that reads well but cannot be played ends with words, not with a stack trace. */
class ImpossibleScenarioTest {

  private static final String HEAD =
      """
      name: t
      start: 2027-01-01
      horizon: 1 quarter
      begin: {empty: true}
      products: {core: {value: 1000}}
      sources: {web: {arrivals: {perMonth: 20}}}
      """;

  @TempDir private Path folder;

  @Test
  void aLeadThatGoesInCirclesWithoutEndIsTold() throws IOException {
    String told =
        told(
            HEAD
                + """
                stages:
                  - {name: A, advance: 100%}
                  - {name: B, advance: 0%, regress: {to: A, probability: 100%}}
                """);
    assertThat(told).contains("circles without end").contains("stages.").doesNotContain("\tat ");
  }

  @Test
  void anUncertainInputThatIsDrawnOutOfItsRangeIsTold() throws IOException {
    String told =
        told(
            HEAD
                + """
                stages: [{name: A, advance: 30%, delay: {advance: {exponential: {mean: 9 days}}}}]
                uncertainty: {"stages.A.advance": {discrete: {0%: 50%, 30%: 50%}}}
                """);
    assertThat(told).contains("uncertainty.stages.A.advance").doesNotContain("\tat ");
  }

  private String told(String scenario) throws IOException {
    Path file = Files.writeString(folder.resolve("t.yaml"), scenario);
    StringWriter err = new StringWriter();
    int exit =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "forecast",
            file.toString(),
            "--out",
            folder.resolve("out").toString(),
            "--replications",
            "8");
    assertThat(exit).as(err.toString()).isEqualTo(2);
    return err.toString();
  }
}
