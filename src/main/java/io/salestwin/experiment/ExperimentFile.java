package io.salestwin.experiment;

import io.salestwin.document.Document;
import io.salestwin.document.Node;
import io.salestwin.document.Problem;
import io.salestwin.document.Problems;
import io.salestwin.document.Suggestion;
import io.salestwin.scenario.Lever;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import io.salestwin.scenario.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What came of reading an experiment file: the plan with its scenario in three forms, or everything
 * that is wrong.
 *
 * @param plan the plan; empty if there is an error among the problems
 * @param scenario the scenario without either arm; empty if there is an error
 * @param control the scenario of the control arm; empty if there is an error
 * @param treatment the scenario of the treatment arm; empty if there is an error
 * @param problems all that was found, in the order of finding
 * @param scenarioPath where the scenario's file was found; empty where it was not looked for
 * @param scenarioFiles the text of every file that the scenario is read from, by its path from the
 *     scenario's folder
 */
public record ExperimentFile(
    Optional<ExperimentPlan> plan,
    Optional<Scenario> scenario,
    Optional<Scenario> control,
    Optional<Scenario> treatment,
    List<Problem> problems,
    Optional<Path> scenarioPath,
    Map<String, String> scenarioFiles) {

  /** Copies. */
  public ExperimentFile {
    problems = List.copyOf(problems);
    scenarioFiles = Map.copyOf(scenarioFiles);
  }

  /** Reads the scenario of an experiment, varied. */
  @FunctionalInterface
  public interface ScenarioSource {
    /**
     * Reads it.
     *
     * @param sets overrides, applied in their order
     * @return what came of it
     */
    ScenarioFile read(List<LeverOverride> sets);
  }

  /**
   * Reads an experiment and its scenario. The scenario is looked for in the experiment's folder and
   * in the folders beside it, nowhere else.
   *
   * @param file YAML, or JSON if its name ends in {@code .json}
   * @param sets overrides of the scenario, which both arms share
   * @return what came of it
   */
  public static ExperimentFile read(Path file, List<LeverOverride> sets) {
    Document document = Document.read(file);
    if (!document.isSound()) {
      return broken(document.problems());
    }
    Problems problems = new Problems();
    PlanPart part = new PlanPart(document.root(), PlanFormat.ROOT, problems);
    ExperimentPlan plan = new PlanReader(problems).plan(part);
    Optional<Path> at = scenarioPath(file, part);
    return at.isEmpty()
        ? broken(problems.list())
        : read(part, plan, varied -> ScenarioFile.read(at.get(), varied), at, sets);
  }

  /**
   * Reads an experiment from texts at hand, such as those of a manifest.
   *
   * @param text of the experiment
   * @param name what messages call it
   * @param scenario reads its scenario, which is not looked for
   * @param sets overrides of the scenario, which both arms share
   * @return what came of it
   */
  public static ExperimentFile read(
      String text, String name, ScenarioSource scenario, List<LeverOverride> sets) {
    Document document = Document.parse(text, name);
    if (!document.isSound()) {
      return broken(document.problems());
    }
    Problems problems = new Problems();
    PlanPart part = new PlanPart(document.root(), PlanFormat.ROOT, problems);
    ExperimentPlan plan = new PlanReader(problems).plan(part);
    return read(part, plan, scenario, Optional.empty(), sets);
  }

  private static ExperimentFile read(
      PlanPart part,
      ExperimentPlan plan,
      ScenarioSource source,
      Optional<Path> at,
      List<LeverOverride> sets) {
    Problems problems = part.problems();
    ScenarioFile plain = source.read(sets);
    problems.addAll(plain.problems());
    if (plain.scenario().isEmpty()) {
      return broken(problems.list());
    }
    Scenario scenario = plain.scenario().get();
    new NamesCheck(part, scenario).check(plan);
    Map<String, String> files = new TreeMap<>(plain.files());
    Optional<Scenario> control = arm(source, plain, sets, plan.control(), problems, files);
    Optional<Scenario> treatment = arm(source, plain, sets, plan.treatment(), problems, files);
    if (problems.hasErrors() || control.isEmpty() || treatment.isEmpty()) {
      return broken(problems.list());
    }
    return new ExperimentFile(
        Optional.of(plan), Optional.of(scenario), control, treatment, problems.list(), at, files);
  }

  private static ExperimentFile broken(List<Problem> problems) {
    return new ExperimentFile(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        problems,
        Optional.empty(),
        Map.of());
  }

  /** The scenario of an arm; what the plain scenario is told of already is not told again. */
  private static Optional<Scenario> arm(
      ScenarioSource source,
      ScenarioFile plain,
      List<LeverOverride> sets,
      List<LeverOverride> arm,
      Problems problems,
      Map<String, String> files) {
    List<LeverOverride> all = new ArrayList<>(sets);
    all.addAll(arm);
    ScenarioFile read = source.read(all);
    files.putAll(read.files());
    Set<Problem> found = new LinkedHashSet<>(read.problems());
    found.removeAll(plain.problems());
    problems.addAll(found);
    return read.scenario();
  }

  private static Optional<Path> scenarioPath(Path file, PlanPart part) {
    String name = part.text("scenario");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    try {
      Path wanted = Path.of(name);
      Path inside = folder.resolve(wanted).normalize();
      Path around = folder.getParent() == null ? folder : folder.getParent();
      if (wanted.isAbsolute() || !inside.startsWith(around)) {
        part.error(
            "scenario",
            "\"" + name + "\" is outside of the experiment's folder and those beside it",
            "put the scenario beside the experiment and give its name");
        return Optional.empty();
      }
      if (!Files.isRegularFile(inside)) {
        part.error(
            "scenario",
            "there is no file \"" + name + "\"",
            "check the name; it is meant from the experiment's folder");
        return Optional.empty();
      }
      if (!inside.toRealPath().startsWith(around.toRealPath())) {
        part.error("scenario", "\"" + name + "\" leads out of its folder", "give the file itself");
        return Optional.empty();
      }
      // as the person named it: messages shall not tell where the folder stands
      Path parent = file.getParent();
      return Optional.of(parent == null ? wanted : parent.resolve(wanted).normalize());
    } catch (InvalidPathException | IOException e) {
      part.error("scenario", "\"" + name + "\" cannot be read", "check the name and the rights");
      return Optional.empty();
    }
  }

  /** Holds the names of a plan against its scenario. */
  private record NamesCheck(PlanPart root, Scenario scenario) {

    void check(ExperimentPlan plan) {
      metric(plan.primary(), root.at(PlanFormat.METRIC));
      for (int g = 0; g < plan.guardrails().size(); g++) {
        metric(plan.guardrails().get(g).metric(), item(PlanFormat.GUARDRAIL, g, PlanFormat.METRIC));
      }
      for (int s = 0; s < plan.secondary().size(); s++) {
        metric(plan.secondary().get(s), item("secondary", s, ""));
      }
      plan.assignAt().ifPresent(stage -> known(root.at("assignAt"), stage, "stage", stages(false)));
      plan.role()
          .ifPresent(
              role ->
                  known(
                      root.at("role"),
                      role,
                      "role",
                      scenario.roles().stream().map(Role::name).toList()));
      if (plan.unit() == Lever.Unit.TERRITORY && scenario.territories().size() < 2) {
        root.error("unit", "the scenario has no territories to assign", "use another unit");
      }
      plan.start()
          .filter(day -> day.isBefore(scenario.start()) || !day.isBefore(scenario.end()))
          .ifPresent(
              day ->
                  root.error(
                      "start",
                      day + " is outside of the scenario's horizon",
                      "give a day from " + scenario.start() + " to " + scenario.end()));
    }

    private Node item(String list, int index, String key) {
      Node at = root.at(list);
      Node item = at.isList() && index < at.items().size() ? at.items().get(index) : at;
      return key.isEmpty() ? item : key(item, key);
    }

    private void metric(Metric metric, Node at) {
      List<String> ends = stages(true);
      known(key(at, "to"), metric.to(), "stage", ends);
      ends.add(Metric.ASSIGNED);
      known(key(at, "of"), metric.of(), "stage", ends);
    }

    private static Node key(Node at, String key) {
      return at.isMap() && at.has(key) ? at.get(key) : at;
    }

    private List<String> stages(boolean won) {
      List<String> names = new ArrayList<>(scenario.stages().stream().map(Stage::name).toList());
      if (won) {
        names.add(Metric.WON);
      }
      return names;
    }

    private void known(Node at, String name, String noun, List<String> names) {
      if (!names.contains(name)) {
        String hint = Suggestion.didYouMean(name, names);
        root.problems()
            .error(
                at,
                "there is no " + noun + " \"" + name + "\"",
                hint.isEmpty() ? "there are " + String.join(", ", names) : hint);
      }
    }
  }
}
