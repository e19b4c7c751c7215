package io.salestwin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds that a build that was green is green again: no property of it draws a new seed. */
class ReproducibleTest {

  @Test
  void everyPropertyOfTheBuildFixesItsSeed() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      List<String> sources = files.filter(Files::isRegularFile).map(this::read).toList();
      assertThat(sources)
          .filteredOn(source -> !source.contains("@Tag(\"validation\")"))
          .noneMatch(source -> source.matches("(?s).*\\n *@Property(?!\\(seed = ).*"))
          .hasSizeGreaterThan(200);
    }
  }

  private String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
