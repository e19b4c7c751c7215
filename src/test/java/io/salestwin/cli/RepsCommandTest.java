package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RepsCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void saysWhatIsWrongAndWhatToDo() {
    assertThat(run("reps", "scenarios/maven-crm", "--draws", "3")).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("--draws 3: give a number from 200 to 100000");
    assertThat(run("reps", "scenarios/maven-crm", "--least", "1")).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("--least 1: give a number from 2 to 1000000");
    assertThat(run("reps", "scenarios/maven-crm", "--least", "5000")).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("fewer than two reps have 5000 closed deals");
    assertThat(run("reps", "scenarios/maven-crm", "--as-of", "2017-01-01")).isEqualTo(2);
    assertThat(err.toString()).contains("ask for fewer with --least").doesNotContain("\tat ");
    assertThat(run("reps", "no-such-folder")).isEqualTo(Exit.BAD_INPUT);
    assertThat(err.toString()).contains("there is no such file or folder");
  }
}
