package io.salestwin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The ratios to the peers that were reached once, in a file that is under version control. */
final class StoredRatios {

  /** From the project's folder. */
  static final Path FILE = Path.of("src", "jmh", "resources", "ratios.txt");

  /** What is lost to noise without being told. */
  static final double TOLERATED = 0.10;

  private final Map<String, Double> ratios = new TreeMap<>();

  static StoredRatios read() throws IOException {
    StoredRatios stored = new StoredRatios();
    for (String line : Files.readAllLines(FILE)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split("=", 2);
        stored.ratios.put(words[0].strip(), Double.parseDouble(words[1].strip()));
      }
    }
    return stored;
  }

  /** The ratio of this name, 0 if none is stored. */
  double get(String name) {
    return ratios.getOrDefault(name, 0.0);
  }

  void put(String name, double ratio) {
    ratios.put(name, ratio);
  }

  boolean isWorse(String name, double ratio) {
    return ratio < (1 - TOLERATED) * get(name);
  }

  void write() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # How many times quicker than its peer each work was; "mvn -Pbench" fails when one has become more than 10 % worse.
            # Written by: mvn -Pbench -Djmh.args=store
            """);
    ratios.forEach((name, r) -> text.append(String.format(Locale.ROOT, "%s = %.2f%n", name, r)));
    Files.writeString(FILE, text);
  }
}
