package io.salestwin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds that whatever is public is documented, in the judgement of the compiler's doclint. */
class DocumentationTest {

  /**
   * A record's compact constructor: its parameters are the record's components, documented above.
   */
  private static final Pattern COMPACT_CONSTRUCTOR = Pattern.compile("\\s*public [A-Z]\\w* \\{.*");

  @TempDir private Path classes;

  @Test
  void everythingPublicIsDocumented() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      List<String> options =
          List.of(
              "--release",
              "17",
              "-proc:none",
              "-Xdoclint:all/public",
              "-Xmaxwarns",
              "1000",
              "-d",
              classes.toString(),
              "-classpath",
              System.getProperty("java.class.path"));
      compiler
          .getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources()))
          .call();
    }
    List<String> undocumented = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : found.getDiagnostics()) {
      if (each.getSource() != null && !COMPACT_CONSTRUCTOR.matcher(line(each)).matches()) {
        undocumented.add(
            "%s:%d: %s"
                .formatted(
                    each.getSource().getName(),
                    each.getLineNumber(),
                    each.getMessage(Locale.ROOT)));
      }
    }
    assertThat(undocumented).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static String line(Diagnostic<? extends JavaFileObject> found) throws IOException {
    return found
        .getSource()
        .getCharContent(true)
        .toString()
        .lines()
        .skip(Math.max(0, found.getLineNumber() - 1))
        .findFirst()
        .orElse("");
  }
}
