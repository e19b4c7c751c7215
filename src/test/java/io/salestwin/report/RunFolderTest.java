package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir private Path parent;

  @Test
  void theFolderHoldsAllFiles() throws IOException {
    Path folder =
        RunFolder.write(
            parent.resolve("output"),
            "a",
            Map.of(
                "summary.json", RunFolder.Content.of("{}"),
                "charts/fan.svg", RunFolder.Content.of("<svg/>")));
    assertThat(folder).isEqualTo(parent.resolve("output/a"));
    assertThat(folder.resolve("summary.json")).hasContent("{}");
    assertThat(folder.resolve("charts/fan.svg")).hasContent("<svg/>");
    assertThat(children(parent.resolve("output"))).isEqualTo(1);
  }

  @Test
  void anExistingFolderIsNeverTouched() throws IOException {
    Path first = RunFolder.write(parent, "a", Map.of("x", RunFolder.Content.of("1")));
    Path second = RunFolder.write(parent, "a", Map.of("x", RunFolder.Content.of("2")));
    assertThat(first.resolve("x")).hasContent("1");
    assertThat(second).isEqualTo(parent.resolve("a-2"));
    assertThat(second.resolve("x")).hasContent("2");
  }

  @Test
  void nothingIsLeftWhenAFileCannotBeWritten() throws IOException {
    Map<String, RunFolder.Content> files = new LinkedHashMap<>();
    files.put("good", RunFolder.Content.of("1"));
    files.put(
        "bad",
        file -> {
          throw new IOException("disk full");
        });
    assertThatThrownBy(() -> RunFolder.write(parent, "a", files)).hasMessage("disk full");
    assertThat(children(parent)).isZero();
  }

  @Test
  void namesAreSafeOnEveryFileSystem() {
    assertThat(RunFolder.safe("Mid-market SaaS, FY2027")).isEqualTo("mid-market-saas-fy2027");
    assertThat(RunFolder.safe("../../etc/passwd")).isEqualTo("etc-passwd");
    assertThat(RunFolder.safe("Продажи 2027")).isEqualTo("продажи-2027");
    assertThat(RunFolder.safe("///")).isEqualTo("run");
    assertThat(RunFolder.safe("x".repeat(500))).hasSize(60);
  }

  private static long children(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.count();
    }
  }
}
