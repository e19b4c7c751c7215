package io.salestwin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BenchCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void itTellsInWordsWhatThisMachineDoes() {
    assertThat(bench("--seconds", "0.001")).isZero();
    assertThat(out.toString())
        .containsPattern("This machine: \\d+ cores?, Java ")
        .containsPattern("reference funnel: 7,\\d{3} leads and 25,\\d{3} events in a replication")
        .containsPattern(
            "on 1 thread +[0-9.]+ ms per replication, [0-9.]+ [kM] leads/s, [0-9.]+ [kM] ev")
        .containsPattern("b2b-saas: [0-9,]+ leads and [0-9,]+ events in a replication")
        .containsPattern("So 1,000 replications of a scenario like b2b-saas take about [0-9.]+ ");
    assertThat(err.toString()).contains("measuring b2b-saas on 1 thread");
  }

  @Test
  void withJsonStandardOutputHoldsOnlyTheFigures() {
    assertThat(bench("--seconds", "0.001", "--json")).isZero();
    Document document = Document.parse(out.toString(), "bench.json");
    assertThat(document.problems()).isEmpty();
    assertThat(document.root().keys()).containsExactly("cores", "java", "measured");
    for (Node row : document.root().get("measured").items()) {
      assertThat(Double.parseDouble(row.get("msPerReplication").text())).isPositive();
      assertThat(Double.parseDouble(row.get("eventsPerSecond").text())).isPositive();
    }
  }

  @Test
  void aSpanThatIsNoneIsBadInput() {
    for (String seconds : new String[] {"0", "-1", "NaN", "4000"}) {
      err.getBuffer().setLength(0);
      assertThat(bench("--seconds", seconds)).isEqualTo(2);
      assertThat(err.toString()).contains("--seconds", "give a number above 0, at most 3600");
    }
    assertThat(bench("--seconds", "soon")).isEqualTo(2);
  }

  private int bench(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "bench";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
