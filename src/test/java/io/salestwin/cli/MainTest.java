package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void versionGoesToStandardOutput() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("salestwin ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpNamesTheExitCodes() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("Usage: salestwin", "a threshold was not met");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void withoutACommandTheHelpIsShownAndTheExitCodeIsTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("salestwin: Which command?").contains("Usage: salestwin");
  }

  /** A command that comes first is made without the others. */
  @Test
  void aCommandOnItsOwnSaysWhatItSaysAmongTheOthers() {
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), "check", "--help")).isZero();
    String alone = out.toString();
    assertThat(alone).startsWith("Usage: salestwin check");
    out.getBuffer().setLength(0);
    Main.run(new PrintWriter(out), new PrintWriter(err), "--debug", "check", "--help");
    assertThat(out).hasToString(alone);
    Main.run(new PrintWriter(out), new PrintWriter(err), "chekc");
    assertThat(err.toString()).contains("chekc", "check");
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    assertThat(run("--no-such-option")).isEqualTo(2);
    assertThat(err.toString()).contains("--no-such-option").doesNotContain("\tat ");
  }

  @Test
  void anUnknownOptionOfACommandPointsToItsHelp() {
    assertThat(run("fail", "input", "surplus")).isEqualTo(2);
    assertThat(err.toString()).contains("surplus", "Try: salestwin fail --help");
  }

  @Test
  void badInputIsToldInItsOwnWordsWithExitCodeTwo() {
    assertThat(run("fail", "input")).isEqualTo(2);
    assertThat(err.toString()).isEqualToNormalizingNewlines("salestwin: a.yaml:3: not a number\n");
  }

  @Test
  void anUnexpectedErrorIsOneLineWithExitCodeOne() {
    assertThat(run("fail", "program")).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("internal error (IllegalStateException: first line)", "--debug");
  }

  @Test
  void debugAddsTheStackTrace() {
    assertThat(run("--debug", "fail", "program")).isEqualTo(1);
    assertThat(err.toString()).contains("\tat " + Fail.class.getName());
    assertThat(run("fail", "--debug", "input")).isEqualTo(2);
    assertThat(err.toString()).contains("BadInput");
  }

  @Test
  void lackOfMemoryAndEndlessRecursionAreToldInOneLine() {
    assertThat(run("fail", "memory")).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("out of memory");
    err.getBuffer().setLength(0);
    assertThat(run("fail", "stack")).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("StackOverflowError");
  }

  private int run(String... arguments) {
    return Main.run(
        Main.commandLine(List.of(Fail.class)),
        new PrintWriter(out),
        new PrintWriter(err),
        arguments);
  }

  @Command(name = "fail", description = "Fails as told.")
  static final class Fail implements Callable<Integer> {
    @Parameters private String how;

    @Override
    public Integer call() {
      switch (how) {
        case "input" -> throw new BadInput("a.yaml:3: not a number");
        case "program" -> throw new IllegalStateException("first line\nsecond line");
        case "memory" -> throw new OutOfMemoryError();
        case "stack" -> throw new StackOverflowError();
        default -> throw new AssertionError(how);
      }
    }
  }
}
