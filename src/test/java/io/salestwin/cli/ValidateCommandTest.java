package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Document;
import io.salestwin.validation.Case;
import io.salestwin.validation.Validation;
import io.salestwin.validation.Validation.Effort;
import io.salestwin.validation.Validation.Row;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidateCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** At the fixed seed 1 the two figures agree; another seed would fail with a chance of 1 %. */
  @Test
  void aCaseIsPlayedAndCompared() {
    assertThat(run("--case", "recycle", "--quick", "--quiet")).isZero();
    assertThat(out.toString())
        .startsWith("Simulated against theory")
        .contains("quick, seed 1")
        .containsPattern("recycle +visits per lead +1\\.6\\d\\d\\d +1\\.6667 +-?\\d\\.\\d\\d  ok")
        .contains("No alarm: 2 figures agree with theory.")
        .contains("chance alone takes 0.1 of 2 figures");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void withJsonOnlyTheResultStandsOnStandardOutput() {
    assertThat(run("--case", "recycle,touches", "--quick", "--quiet", "--json")).isZero();
    assertThat(Document.parse(out.toString(), "out.json").problems()).isEmpty();
    assertThat(out.toString()).contains("\"case\": \"touches\"").contains("\"tested\": 3");
  }

  @Test
  void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() {
    run("--case", "recycle", "--quick", "--quiet", "--json", "--seed", "3", "--threads", "1");
    String one = out.toString();
    out.getBuffer().setLength(0);
    run("--case", "recycle", "--quick", "--quiet", "--json", "--seed", "3", "--threads", "3");
    assertThat(out.toString()).isEqualTo(one);
    out.getBuffer().setLength(0);
    run("--case", "recycle", "--quick", "--quiet", "--json", "--seed", "4");
    assertThat(out.toString()).isNotEqualTo(one);
  }

  @Test
  void asAPageItHasFormulaAndSource() {
    assertThat(run("--case", "recycle", "--quick", "--quiet", "--markdown")).isZero();
    assertThat(out.toString()).startsWith("### recycle\n").contains("Source: Feller");
  }

  @Test
  void aCaseThatIsNotThereIsBadInput() {
    assertThat(run("--case", "erlang-c")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--case erlang-c: there is no such case; did you mean \"erlang-a\"?");
    assertThat(run("--case", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("there are mm1, mm1-first-day, ");
    assertThat(run("--threads", "0")).isEqualTo(2);
  }

  @Test
  void anAlarmIsExitCodeThree() {
    Case of = new Case("a", "b", "c", "d", "e", "f", List.of("g"));
    assertThat(ValidateCommand.exitCode(found(new Row(of, "g", 1, 0.1, 1, 0.5, false, 40))))
        .isZero();
    assertThat(ValidateCommand.exitCode(found(new Row(of, "g", 2, 0.1, 1, 10, false, 40))))
        .isEqualTo(3);
  }

  private static Validation found(Row row) {
    return new Validation(1, Effort.QUICK, List.of(row));
  }

  private int run(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "validate";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
