package io.salestwin.scenario;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Problems;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What came of reading a scenario file: the scenario, or everything that is wrong with it.
 *
 * @param scenario the scenario; empty if there is an error among the problems
 * @param problems all that was found, in the order of finding
 * @param tree the scenario as a tree, after {@code extends} and overrides
 * @param stated for each key of the uncertainty the tree of the file that last wrote it: what is
 *     drawn is meant around the value of the lever there
 * @param files the text of every file that was read, by its path from the scenario's folder
 */
public record ScenarioFile(
    Optional<Scenario> scenario,
    List<Problem> problems,
    Node tree,
    Map<String, Node> stated,
    Map<String, String> files) {

  /** Copies. */
  public ScenarioFile {
    problems = List.copyOf(problems);
    stated = Collections.unmodifiableMap(new LinkedHashMap<>(stated));
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /**
   * Reads a scenario from a file. Files that it names are looked for in its folder only.
   *
   * @param file YAML, or JSON if its name ends in {@code .json}
   * @param sets overrides, applied in their order
   * @return what came of it
   */
  public static ScenarioFile read(Path file, List<LeverOverride> sets) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Document document = Document.read(file);
    if (!document.isSound() || folder == null) {
      return new ScenarioFile(
          Optional.empty(), document.problems(), document.root(), Map.of(), Map.of());
    }
    Path name = file.getFileName();
    return read(
        name.toString(), file.toString().replace('\\', '/'), Attachments.ofFolder(folder), sets);
  }

  /**
   * Reads a scenario from texts at hand, such as those of a manifest.
   *
   * @param name path of the scenario's file
   * @param attachments the files, that of the scenario included
   * @param sets overrides, applied in their order
   * @return what came of it
   */
  public static ScenarioFile read(String name, Attachments attachments, List<LeverOverride> sets) {
    return read(name, name, attachments, sets);
  }

  private static ScenarioFile read(
      String name, String shown, Attachments attachments, List<LeverOverride> sets) {
    Map<String, String> used = new LinkedHashMap<>();
    Attachments recorded =
        path -> {
          Parsed<String> text = attachments.text(path);
          if (!text.isBad()) {
            used.put(path, text.value());
          }
          return text;
        };
    Problems problems = new Problems();
    Extends.Laid laid = new Extends(recorded, problems).laid(name, shown);
    Node root = laid.tree();
    Node tree = root;
    for (LeverOverride set : sets) {
      Parsed<Node> changed = set.applyTo(tree);
      if (changed.isBad()) {
        problems.add(
            new Problem(
                Problem.Severity.ERROR,
                set.value().file(),
                set.value().line(),
                set.path(),
                changed.reason(),
                changed.advice()));
      } else {
        tree = Redrawn.after(set, tree, changed.value(), Set.of(), problems);
      }
    }
    return read(tree, laid.stated(), perMonth(root), recorded, used, problems);
  }

  /**
   * Reads a tree that lies between two scenarios: where they differ it is as the one or as the
   * other is, part by part.
   *
   * @param first a scenario
   * @param second another
   * @param tree the tree
   * @param files the files of data of both
   * @return what came of it; what is drawn of a lever is meant as in the scenario whose value it
   *     has
   */
  public static ScenarioFile between(
      ScenarioFile first, ScenarioFile second, Node tree, Map<String, String> files) {
    Map<String, Node> stated = new LinkedHashMap<>(first.stated());
    Set<String> levers = new LinkedHashSet<>(first.uncertainLevers());
    levers.addAll(second.uncertainLevers());
    for (String lever : levers) {
      ScenarioFile as = valueAt(tree, lever).equals(valueAt(second.tree(), lever)) ? second : first;
      Node file = as.stated().getOrDefault(lever, as.stated().get(UncertaintyReader.JOINT));
      if (file != null) {
        stated.put(lever, file);
      }
    }
    return read(tree, stated, perMonth(tree), Attachments.ofTexts(files), files, new Problems());
  }

  private static Optional<Node> valueAt(Node tree, String lever) {
    Parsed<Node> value = Node.steps(lever).flatMap(tree::find);
    return value.isBad() ? Optional.empty() : Optional.of(value.value());
  }

  private Set<String> uncertainLevers() {
    Set<String> levers = new LinkedHashSet<>();
    scenario.ifPresent(
        s -> {
          s.uncertainty().parameters().forEach(p -> levers.add(p.lever()));
          s.uncertainty().joint().ifPresent(joint -> levers.addAll(joint.levers()));
        });
    return levers;
  }

  private static ScenarioFile read(
      Node tree,
      Map<String, Node> stated,
      Map<String, Double> rootPerMonth,
      Attachments attachments,
      Map<String, String> used,
      Problems problems) {
    if (!tree.isMap() || tree.keys().isEmpty() && problems.hasErrors()) {
      if (!problems.hasErrors()) {
        problems.error(tree, "this is no scenario", "write key: value, one to a line");
      }
      return new ScenarioFile(Optional.empty(), problems.list(), tree, stated, used);
    }
    Reading reading = new Reading(tree, problems);
    Optional<Scenario> scenario =
        new ScenarioReader(reading, attachments, stated, rootPerMonth).read(tree);
    return new ScenarioFile(
        scenario.filter(s -> !problems.hasErrors()), problems.list(), tree, stated, used);
  }

  /** The arrivals per month by source, before any override. */
  private static Map<String, Double> perMonth(Node root) {
    Map<String, Double> rates = new LinkedHashMap<>();
    Node sources = root.get("sources");
    if (sources != null) {
      for (String source : sources.keys()) {
        Node arrivals = sources.get(source).get("arrivals");
        Node rate = arrivals == null ? null : arrivals.get("perMonth");
        if (rate != null && rate.isScalar()) {
          Parsed<Double> number = Kind.NUMBER.number(rate.text(), "");
          if (!number.isBad()) {
            rates.put(source, number.value());
          }
        }
      }
    }
    return rates;
  }

  /**
   * The tree in its one canonical spelling, which reads to the same scenario: what a manifest keeps
   * and hashes.
   *
   * @return YAML
   */
  public String canonicalText() {
    return tree.toYaml();
  }
}
