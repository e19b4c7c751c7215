package io.salestwin.scenario;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.document.Problems;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of reading a scenario file: the scenario, or everything that is wrong with it.
 *
 * @param scenario the scenario; empty if there is an error among the problems
 * @param problems all that was found, in the order of finding
 * @param tree the scenario as a tree, after {@code extends} and overrides
 * @param files the text of every file that was read, by its path from the scenario's folder
 */
public record ScenarioFile(
    Optional<Scenario> scenario, List<Problem> problems, Node tree, Map<String, String> files) {

  /** Copies. */
  public ScenarioFile {
    problems = List.copyOf(problems);
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
      return new ScenarioFile(Optional.empty(), document.problems(), document.root(), Map.of());
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
    Attachments recorded = attachments.keeping(used);
    Problems problems = new Problems();
    Node root = new Extends(recorded, problems).tree(name, shown);
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
        tree = Redrawn.after(set, tree, changed.value(), problems);
      }
    }
    if (!tree.isMap() || tree.keys().isEmpty() && problems.hasErrors()) {
      if (!problems.hasErrors()) {
        problems.error(tree, "this is no scenario", "write key: value, one to a line");
      }
      return new ScenarioFile(Optional.empty(), problems.list(), tree, used);
    }
    Reading reading = new Reading(tree, problems);
    Optional<Scenario> scenario = new ScenarioReader(reading, recorded, root).read(tree);
    return new ScenarioFile(
        scenario.filter(s -> !problems.hasErrors()), problems.list(), tree, used);
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
