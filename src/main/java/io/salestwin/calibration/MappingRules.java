package io.salestwin.calibration;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.document.Problem;
import io.salestwin.document.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person says about an export where it cannot be told by its headers. Whatever is left out
 * is recognised.
 *
 * @param columns which column means what
 * @param dates how the dates of a column are written, as {@code %d/%m/%Y}, or {@code iso}
 * @param stages the stages in their order
 * @param won stages, states or events that win a deal
 * @param lost stages, states or events that lose a deal
 * @param currency ISO code of the amounts; empty if not said
 * @param spanOfStages whether a deal of an event log lasts from its first stage to its last: what
 *     was before is not read, what has no stage is no deal, and a close counts once the last stage
 *     is complete
 */
public record MappingRules(
    Map<Field, String> columns,
    Map<String, String> dates,
    List<String> stages,
    List<String> won,
    List<String> lost,
    String currency,
    boolean spanOfStages) {

  private static final List<String> KEYS =
      List.of("columns", "dates", "stages", "won", "lost", "currency", "span");

  private static final String STAGES = "stages";

  /** Nothing said. */
  public static final MappingRules NONE =
      new MappingRules(Map.of(), Map.of(), List.of(), List.of(), List.of(), "", false);

  /** Copies. */
  public MappingRules {
    columns = Map.copyOf(columns);
    dates = Map.copyOf(dates);
    stages = List.copyOf(stages);
    won = List.copyOf(won);
    lost = List.copyOf(lost);
  }

  /**
   * Rules under which a deal lasts from its first event to its last.
   *
   * @param columns which column means what
   * @param dates how the dates of a column are written
   * @param stages the stages in their order
   * @param won stages, states or events that win a deal
   * @param lost stages, states or events that lose a deal
   * @param currency ISO code of the amounts; empty if not said
   */
  public MappingRules(
      Map<Field, String> columns,
      Map<String, String> dates,
      List<String> stages,
      List<String> won,
      List<String> lost,
      String currency) {
    this(columns, dates, stages, won, lost, currency, false);
  }

  /**
   * Reads a mapping file.
   *
   * @param file YAML with {@code columns}, {@code dates}, {@code stages}, {@code won}, {@code
   *     lost}, {@code currency} and {@code span}, all of them optional
   * @return what it says
   * @throws ImportProblem when it cannot be read or says something unknown
   */
  public static MappingRules read(Path file) {
    return of(Document.read(file));
  }

  /**
   * Reads the text of a mapping file.
   *
   * @param text its content
   * @param file what messages call it
   * @return what it says
   * @throws ImportProblem when it says something unknown
   */
  public static MappingRules parse(String text, String file) {
    return of(Document.parse(text, file));
  }

  private static MappingRules of(Document document) {
    List<Problem> problems = new ArrayList<>(document.problems());
    Node root = document.root();
    for (String key : root.isMap() ? root.keys() : List.<String>of()) {
      if (!KEYS.contains(key)) {
        problems.add(Problem.error(root.get(key), "unknown key", allowed(key, KEYS)));
      }
    }
    Map<Field, String> columns = new LinkedHashMap<>();
    for (Map.Entry<String, Node> each : entries(root.get("columns"), problems).entrySet()) {
      Optional<Field> field = Field.of(each.getKey());
      if (field.isEmpty()) {
        problems.add(
            Problem.error(
                each.getValue(), "this is no field", allowed(each.getKey(), Field.words())));
      } else {
        columns.put(field.get(), text(each.getValue(), problems));
      }
    }
    Map<String, String> dates = new LinkedHashMap<>();
    entries(root.get("dates"), problems).forEach((k, v) -> dates.put(k, text(v, problems)));
    Node currency = root.get("currency");
    Node span = root.get("span");
    boolean spanOfStages = span != null && text(span, problems).equals(STAGES);
    if (span != null && !spanOfStages) {
      problems.add(
          Problem.error(
              span, "deals last from their first event to their last", "or write span: " + STAGES));
    } else if (spanOfStages && root.get("stages") == null) {
      problems.add(Problem.error(span, "no stages are said", "write stages: [first, second]"));
    }
    MappingRules rules =
        new MappingRules(
            columns,
            dates,
            texts(root.get("stages"), problems),
            texts(root.get("won"), problems),
            texts(root.get("lost"), problems),
            currency == null ? "" : text(currency, problems),
            spanOfStages);
    if (problems.stream().anyMatch(Problem::isError)) {
      List<String> lines = problems.stream().map(Problem::toString).toList();
      throw new ImportProblem(String.join("\n", lines));
    }
    return rules;
  }

  /**
   * The rules with columns named one by one.
   *
   * @param maps each as {@code field=column}
   * @return the rules, where these go before those of a file
   * @throws ImportProblem when one is not of that form or names no field
   */
  public MappingRules withColumns(List<String> maps) {
    Map<Field, String> all = new LinkedHashMap<>(columns);
    for (String map : maps) {
      int equal = map.indexOf('=');
      if (equal < 1) {
        throw new ImportProblem("--map " + map + ": write field=column, as --map amount=Net value");
      }
      String word = map.substring(0, equal).strip();
      Field field =
          Field.of(word)
              .orElseThrow(
                  () ->
                      new ImportProblem(
                          "--map " + map + ": this is no field; " + allowed(word, Field.words())));
      all.put(field, map.substring(equal + 1).strip());
    }
    return new MappingRules(all, dates, stages, won, lost, currency, spanOfStages);
  }

  private static String allowed(String written, List<String> words) {
    String hint = Suggestion.didYouMean(written, words);
    return hint.isEmpty() ? "there are " + String.join(", ", words) : hint;
  }

  private static Map<String, Node> entries(Node node, List<Problem> problems) {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (node != null && !node.isMap()) {
      problems.add(Problem.error(node, "this is no mapping", "write key: value"));
    } else if (node != null) {
      node.keys().forEach(key -> entries.put(key, node.get(key)));
    }
    return entries;
  }

  private static String text(Node node, List<Problem> problems) {
    if (node.isScalar() && !node.isNull()) {
      return node.text();
    }
    problems.add(Problem.error(node, "this is no text", "write one word or text"));
    return "";
  }

  private static List<String> texts(Node node, List<Problem> problems) {
    if (node == null) {
      return List.of();
    } else if (node.isScalar()) {
      return List.of(text(node, problems));
    } else if (node.isList()) {
      return node.items().stream().map(item -> text(item, problems)).toList();
    }
    problems.add(Problem.error(node, "this is no list", "write [first, second]"));
    return List.of();
  }
}
