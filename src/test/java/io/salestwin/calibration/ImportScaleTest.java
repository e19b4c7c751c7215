package io.salestwin.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long and how much memory a big export takes: it is made up in a temporary folder and read in
 * a process of its own, started as {@code salestwin} starts it. What was measured is written to
 * {@code target/import-scale.txt}; {@code -Dimport.deals=100000} makes a smaller one.
 */
class ImportScaleTest {

  private static final long SEED = 1;
  private static final int EVENTS = 10;

  /** 2 GB, in units of 1,024 bytes. */
  private static final long LARGEST_KB = 2_000_000_000 / 1024;

  private static final String[] STAGES = {
    "Prospecting",
    "Qualification",
    "Needs Analysis",
    "Value Proposition",
    "Decision Makers",
    "Perception Analysis",
    "Proposal",
    "Negotiation"
  };
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  @TempDir private Path folder;

  /** A million deals with ten million events stay below 2 GB; how long that takes is only told. */
  @Test
  @Tag("validation")
  void aMillionDealsFitIntoTwoGigabytes() throws Exception {
    int deals = Integer.getInteger("import.deals", 1_000_000);
    write(deals);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options().split(" ", -1)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Child.class.getName(), folder.toString()));
    Path said = folder.resolve("said.log");
    Process child =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(said.toFile())
            .start();
    assertThat(child.waitFor()).as("exit code of the reading process").isZero();
    Map<String, Long> measured = new TreeMap<>();
    for (String line : Files.readAllLines(said)) {
      String[] pair = line.split(" ", -1);
      measured.put(pair[0], Long.parseLong(pair[1]));
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/import-scale.txt"), measured + "\n");
    assertThat(measured.get("deals")).isEqualTo(deals);
    assertThat(measured.get("rows")).isEqualTo((long) deals * (EVENTS + 1));
    assertThat(measured.get("peakKb")).isLessThan(LARGEST_KB);
  }

  /** The options of the script that starts the program. */
  private static String options() throws IOException {
    return Files.readString(Path.of("salestwin"))
        .lines()
        .filter(line -> line.startsWith("usual="))
        .map(line -> line.substring("usual='".length(), line.length() - 1))
        .findFirst()
        .orElseThrow();
  }

  private void write(int deals) throws IOException {
    RandomStream luck = new RandomStream(SEED, 0, Purpose.SYNTHETIC);
    long begin = LocalDateTime.of(2020, 1, 1, 8, 0).toEpochSecond(ZoneOffset.UTC);
    try (BufferedWriter table = file("Opportunity.csv");
        BufferedWriter history = file("OpportunityHistory.csv")) {
      table.write(
          "\"Id\",\"Name\",\"StageName\",\"Amount\",\"CloseDate\",\"LeadSource\",\"IsClosed\","
              + "\"IsWon\",\"OwnerId\",\"CreatedDate\"\n");
      history.write(
          "\"Id\",\"OpportunityId\",\"CreatedById\",\"CreatedDate\",\"StageName\",\"Amount\","
              + "\"CloseDate\",\"Probability\"\n");
      for (int d = 0; d < deals; d++) {
        String id = "006%012d".formatted(d);
        String owner = "005%012d".formatted(luck.nextInt(500));
        long at = begin + luck.nextInt(3 * 365 * 86_400);
        String created = TIME.format(LocalDateTime.ofEpochSecond(at, 0, ZoneOffset.UTC));
        String amount = String.valueOf(1000 + luck.nextInt(90_000));
        int end = luck.nextInt(3);
        String last = end == 0 ? "Closed Won" : end == 1 ? "Closed Lost" : STAGES[7];
        for (int e = 0; e < EVENTS; e++) {
          String stage = e == EVENTS - 1 ? last : STAGES[Math.min(7, e * 8 / EVENTS)];
          String time = TIME.format(LocalDateTime.ofEpochSecond(at, 0, ZoneOffset.UTC));
          history.write(
              "\""
                  + d
                  + "-"
                  + e
                  + "\",\""
                  + id
                  + "\",\""
                  + owner
                  + "\",\""
                  + time
                  + "\",\""
                  + stage
                  + "\",\""
                  + amount
                  + "\",\"2023-12-31\",\"50\"\n");
          at += 3600 + luck.nextInt(10 * 86_400);
        }
        String closed = TIME.format(LocalDateTime.ofEpochSecond(at, 0, ZoneOffset.UTC));
        table.write(
            "\""
                + id
                + "\",\"Deal "
                + d
                + "\",\""
                + last
                + "\",\""
                + amount
                + "\",\""
                + closed.substring(0, 10)
                + "\",\"Web\",\""
                + (end < 2 ? 1 : 0)
                + "\",\""
                + (end == 0 ? 1 : 0)
                + "\",\""
                + owner
                + "\",\""
                + created
                + "\"\n");
      }
    }
  }

  private BufferedWriter file(String name) throws IOException {
    Writer out = Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
    return new BufferedWriter(out, 1 << 20);
  }

  /** Reads an export and says what that took. */
  static final class Child {

    private Child() {}

    public static void main(String[] arguments) throws IOException {
      Instant begun = Instant.now();
      CrmImport read = CrmImport.read(Path.of(arguments[0]), MappingRules.NONE, step -> {});
      long wallMs = Duration.between(begun, Instant.now()).toMillis();
      long rows = read.mapping().tables().stream().mapToLong(Mapping.Table::rows).sum();
      say("deals", read.history().deals());
      say("events", read.history().events());
      say("rows", rows);
      say("wallMs", wallMs);
      say(
          "cpuMs",
          ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis());
      say("peakKb", peakKb());
    }

    private static void say(String what, long number) {
      System.out.println(what + " " + number);
    }

    /** The most memory that the process ever had, of whatever kind; 0 where that is not told. */
    private static long peakKb() throws IOException {
      Path status = Path.of("/proc/self/status");
      if (!Files.exists(status)) {
        return 0;
      }
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }
}
