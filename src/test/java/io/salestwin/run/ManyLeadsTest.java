package io.salestwin.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Alone: {@code mvn -Pvalidation test -Dtest=ManyLeadsTest}. */
@Tag("validation")
class ManyLeadsTest {

  private static final long HEAP_BYTES = 256L << 20;

  /** The number of leads is Poisson; it is 4.5 standard deviations off once in 150,000. */
  @Test
  void fiftyMillionLeadsGoThroughOneReplicationInAHeapOf256Megabytes()
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ManyLeads.class.getName())
            .redirectErrorStream(true)
            .start();
    String output;
    try {
      output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    } finally {
      process.destroy();
    }
    Map<String, Long> told =
        output
            .lines()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(words -> words[0], words -> Long.parseLong(words[1])));
    assertThat(told.get("heap")).isLessThanOrEqualTo(HEAP_BYTES);
    double expected = ManyLeads.EXPECTED;
    assertThat(expected).isGreaterThan(50e6);
    assertThat((double) told.get("leads"))
        .isBetween(expected - 4.5 * Math.sqrt(expected), expected + 4.5 * Math.sqrt(expected));
    assertThat(told.get("won") + told.get("lost") + told.get("open_at_end"))
        .isEqualTo(told.get("leads"));
  }
}
