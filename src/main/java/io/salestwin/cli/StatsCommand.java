package io.salestwin.cli;

import io.salestwin.document.Document;
import io.salestwin.document.Json;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.experiment.calculator.BadCase;
import io.salestwin.experiment.calculator.Batch;
import io.salestwin.experiment.calculator.Calculators;
import io.salestwin.experiment.calculator.Family;
import io.salestwin.experiment.calculator.Input;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One statistical question, or a file of them. */
@Command(
    name = "stats",
    description = {
      "Answers one statistical question, or a file of them. Without METHOD it lists the methods.",
      "",
      "  salestwin stats two-proportions x1=30 n1=120 x2=45 n2=118",
      "  salestwin stats welch 'x=[19, 25, 41]' 'y=[27, 7, 45]' conf_level=0.9",
      "  salestwin stats welch                    shows what the method answers, with an example",
      "  salestwin stats batch cases.json --json  answers every case of a file:",
      "      {\"cases\": [{\"id\": \"1\", \"family\": \"ZP\", \"input\": {\"x1\": 30, …}}]}",
      "",
      "Control (1, x, c) comes before treatment (2, y, t); effects are treatment minus control."
          + " What is undefined is NaN, with the reason.",
    },
    sortOptions = false)
final class StatsCommand implements Callable<Integer> {

  private static final String BATCH = "batch";
  private static final String ORIGIN = "command line";
  private static final MathContext DIGITS = new MathContext(6);

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "METHOD",
      description = "Name of the method, such as two-proportions, its code (ZP), or batch.")
  private String method;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "NAME=VALUE",
      description = "What the method is given; lists as 'x=[1, 2, 3]'. For batch: one file.")
  private List<String> values = new ArrayList<>();

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "Names and values from a file, YAML or JSON; those of the line come after.")
  private Path file;

  @Option(names = "--json", description = "Every digit, as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      if (method == null) {
        Calculators.all().forEach(family -> out.print(listed(family)));
        return Exit.FINE;
      }
      return method.equals(BATCH) ? batch(out) : one(out);
    } catch (BadCase e) {
      throw new BadInput(e.getMessage(), e);
    } finally {
      out.flush();
    }
  }

  private int one(PrintWriter out) {
    Family family = Calculators.named(method);
    if (values.isEmpty() && file == null) {
      out.print(listed(family));
      out.printf("%nExample: salestwin stats %s %s%n", family.method(), quoted(family.example()));
      return Exit.FINE;
    }
    Map<String, Object> answer;
    try {
      answer = family.answer(Input.of(given())).fields();
    } catch (IllegalArgumentException e) { // says what is wrong with what was given
      throw new BadInput(family.method() + ": " + e.getMessage(), e);
    }
    out.print(json ? Json.write(answer) : text(answer, "  "));
    return Exit.FINE;
  }

  private int batch(PrintWriter out) {
    if (values.size() != 1 || file != null) {
      throw new BadInput(
          "batch takes one file of cases, such as: salestwin stats batch cases.json");
    }
    Batch batch = Batch.of(root(Path.of(values.get(0))));
    if (json) {
      out.print(Json.write(batch.json()));
    } else {
      for (Map<String, Object> each : batch.cases()) {
        out.println(each.get("id"));
        out.print(
            each.containsKey("error")
                ? "  error: " + each.get("error") + "\n"
                : text((Map<?, ?>) each.get("result"), "  "));
      }
    }
    if (batch.failed() == 0) {
      return Exit.FINE;
    }
    out.flush();
    spec.commandLine()
        .getErr()
        .printf(
            "salestwin: %d of %d cases could not be calculated; the answer says why%n",
            batch.failed(), batch.cases().size());
    return Exit.BAD_INPUT;
  }

  private Node given() {
    Node given = file == null ? Node.parse("{}", ORIGIN).value() : root(file);
    for (String value : values) {
      int equals = value.indexOf('=');
      if (equals < 1) {
        throw new BadInput("\"" + value + "\": give a name and a value, such as x1=30");
      }
      Parsed<Node> node = Node.parse(value.substring(equals + 1), value);
      if (node.isBad()) {
        throw new BadInput(value + ": " + node.reason() + "; " + node.advice());
      }
      given = given.with(List.of(value.substring(0, equals)), node.value()).value();
    }
    return given;
  }

  private static Node root(Path file) {
    Document document = Document.read(file);
    if (!document.isSound()) {
      throw new BadInput(
          Inputs.together(
              document.problems().stream()
                  .filter(Problem::isError)
                  .map(Problem::toString)
                  .toList()));
    }
    return document.root();
  }

  private static String listed(Family family) {
    return String.format(
        Locale.ROOT, "%-22s %s  %s%n", family.method(), family.code(), family.about());
  }

  /** The words of an example in quotes where a shell would read more into them. */
  private static String quoted(String example) {
    return List.of(example.split(" ")).stream()
        .map(word -> word.contains("[") ? "'" + word + "'" : word)
        .collect(Collectors.joining(" "));
  }

  private static String text(Map<?, ?> answer, String indent) {
    StringBuilder out = new StringBuilder();
    int width = answer.keySet().stream().mapToInt(key -> key.toString().length()).max().orElse(0);
    answer.forEach(
        (name, value) -> {
          if (value instanceof LinkedHashMap<?, ?> inner) {
            out.append(indent).append(name).append('\n').append(text(inner, indent + "  "));
          } else {
            String padded = name + " ".repeat(width - name.toString().length());
            out.append(indent).append(padded).append("  ").append(shown(value)).append('\n');
          }
        });
    return out.toString();
  }

  /** Six digits, which --json has all of. */
  private static String shown(Object value) {
    if (value instanceof Double number) {
      BigDecimal rounded = BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros();
      boolean plain = number == 0 || Math.abs(number) >= 1e-4 && Math.abs(number) < 1e9;
      return plain ? rounded.toPlainString() : rounded.toString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(StatsCommand::shown).collect(Collectors.joining(", ", "[", "]"));
    }
    return String.valueOf(value);
  }
}
