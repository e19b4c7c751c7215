package io.salestwin.scenario;

import io.salestwin.document.Csv;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Problem;
import io.salestwin.random.Distribution;
import io.salestwin.random.DistributionFamily;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Uncertainty.Joint;
import io.salestwin.scenario.Uncertainty.Nominal;
import io.salestwin.scenario.Uncertainty.Outcome;
import io.salestwin.scenario.Uncertainty.Parameter;
import io.salestwin.scenario.Uncertainty.Place;
import io.salestwin.scenario.Uncertainty.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads what is not known about the inputs, and finds what each lever patches. */
final class UncertaintyReader {

  /** The key under which a file of posterior rows is named. */
  static final String JOINT = "joint";

  private static final int MOST_ROWS = 100_000;

  private final Reading reading;
  private final Attachments attachments;
  private final Map<String, Node> stated;

  /**
   * Prepares a reading.
   *
   * @param reading where what is found wrong is kept
   * @param attachments the files that the scenario names
   * @param stated for each lever, or key of the uncertainty, the tree around whose values what is
   *     drawn is meant
   */
  UncertaintyReader(Reading reading, Attachments attachments, Map<String, Node> stated) {
    this.reading = reading;
    this.attachments = attachments;
    this.stated = stated;
  }

  /**
   * What a lever patches.
   *
   * @param target the place in the scenario
   * @param shape kind and range of its values
   * @param factor what a written value is multiplied by: a product's list price, else 1
   */
  private record Patch(Target target, Scalar shape, double factor) {}

  Uncertainty read(Part root, Node tree) {
    Optional<Part> given = root.part("uncertainty");
    if (given.isEmpty()) {
      return Uncertainty.NONE;
    }
    Node node = given.get().node();
    List<Parameter> parameters = new ArrayList<>();
    List<String> levers = new ArrayList<>();
    for (String lever : node.keys()) {
      if (!lever.equals(JOINT)) {
        Node value = node.get(lever);
        levers.add(lever);
        patch(lever, tree, value)
            .ifPresent(
                patch -> {
                  Distribution law =
                      new Chances(reading).read(value, patch.shape(), patch.factor());
                  parameters.add(
                      new Parameter(
                          lever, patch.target(), law, nominal(lever, lever, tree, patch)));
                });
      }
    }
    Optional<Joint> joint = given.get().given(JOINT).flatMap(file -> joint(file, tree, levers));
    return new Uncertainty(parameters, joint);
  }

  private Nominal nominal(String lever, String key, Node tree, Patch patch) {
    double current = number(lever, tree, patch);
    Node file = stated.getOrDefault(lever, stated.get(key));
    double before = file == null ? Double.NaN : number(lever, file, patch);
    return new Nominal(
        Double.isNaN(before) || isDrawnAnew(key, file, tree) ? current : before, current);
  }

  /** Whether an override has written what is drawn itself, so that it is meant as it stands. */
  private static boolean isDrawnAnew(String key, Node file, Node tree) {
    Node before = file.get("uncertainty");
    Node now = tree.get("uncertainty");
    return before == null || !Objects.equals(before.get(key), now.get(key));
  }

  /** The number that stands at a lever, or that holds when nothing is written; NaN for none. */
  private double number(String lever, Node tree, Patch patch) {
    Parsed<LeverPath> path = LeverPath.of(tree, lever);
    if (path.isBad()) {
      return Double.NaN;
    }
    String text = path.value().node().map(n -> n.isScalar() ? n.text() : "").orElse("");
    Parsed<Double> number =
        patch
            .shape()
            .kind()
            .number(text.isEmpty() ? path.value().fallback() : text, reading.currency());
    return number.isBad() ? Double.NaN : number.value() * patch.factor();
  }

  private Optional<Patch> patch(String lever, Node tree, Node at) {
    Parsed<Patch> patch = LeverPath.of(tree, lever).flatMap(path -> patch(path, tree));
    if (patch.isBad()) {
      reading.problems().error(at, patch.reason(), patch.advice());
      return Optional.empty();
    }
    return Optional.of(patch.value());
  }

  private Optional<Joint> joint(Node file, Node tree, List<String> single) {
    String name = reading.text(file, "the name of a file");
    Parsed<String> text = attachments.text(name);
    if (text.isBad()) {
      reading.problems().error(file, text.reason(), text.advice());
      return Optional.empty();
    }
    Csv table = Csv.parse(text.value(), name, Csv.Limits.DEFAULT);
    reading.problems().addAll(table.problems());
    List<Patch> patches = new ArrayList<>();
    for (String lever : table.header()) {
      Parsed<Patch> patch = LeverPath.of(tree, lever).flatMap(path -> patch(path, tree));
      if (patch.isBad()) {
        error(table, 1, lever, patch.reason(), patch.advice());
        return Optional.empty();
      }
      if (single.contains(lever)) {
        error(table, 1, lever, "the lever is in the scenario's uncertainty too", "remove one");
      }
      patches.add(patch.value());
    }
    if (table.rows().isEmpty() || table.rows().size() > MOST_ROWS) {
      error(table, 0, "", "there are " + table.rows().size() + " rows", "give 1 to 100,000");
      return Optional.empty();
    }
    List<List<Double>> rows = new ArrayList<>();
    for (Csv.Row row : table.rows()) {
      List<Double> values = new ArrayList<>();
      for (int i = 0; i < patches.size(); i++) {
        values.add(cell(table, row, i, patches.get(i)));
      }
      rows.add(List.copyOf(values));
    }
    List<Target> targets = patches.stream().map(Patch::target).toList();
    List<Nominal> nominals = new ArrayList<>();
    for (int i = 0; i < patches.size(); i++) {
      nominals.add(nominal(table.header().get(i), JOINT, tree, patches.get(i)));
    }
    return Optional.of(
        new Joint(table.header(), targets, List.copyOf(nominals), List.copyOf(rows)));
  }

  private double cell(Csv table, Csv.Row row, int column, Patch patch) {
    String text = row.cells().get(column);
    Scalar shape = patch.shape();
    Parsed<Double> value = shape.kind().number(text, reading.currency());
    String lever = table.header().get(column);
    if (value.isBad()) {
      error(table, row.line(), lever, value.reason(), value.advice());
      return Reading.placeholder(shape);
    }
    double number = value.value();
    if (number < shape.min() || number > shape.max()) {
      error(table, row.line(), lever, text + " is out of range", Reading.allowed(shape));
    }
    return number * patch.factor();
  }

  private void error(Csv table, int line, String lever, String message, String advice) {
    reading
        .problems()
        .add(new Problem(Problem.Severity.ERROR, table.name(), line, lever, message, advice));
  }

  private Parsed<Patch> patch(LeverPath path, Node tree) {
    List<String> steps = path.steps();
    Optional<Scalar> shape = path.scalar();
    String first = steps.get(0);
    if (shape.isEmpty() || !shape.get().kind().isNumeric()) {
      return none(path);
    }
    Optional<Target> target =
        switch (first) {
          case "stages" -> stage(steps, path);
          case "sources" ->
              ends(steps, 2, "arrivals", "perMonth")
                  .map(x -> new Target.PerMonth(reading.names().sources().indexOf(steps.get(1))));
          case "roles" ->
              ends(steps, 2, "hoursPerWeek")
                  .map(x -> new Target.HoursPerWeek(reading.names().roles().indexOf(steps.get(1))));
          case "season" ->
              ends(steps.subList(0, steps.size() - 1), 1, "winning", "quarterMonth")
                  .map(x -> new Target.WinningQuarterMonth(quarterMonth(steps)));
          default -> Optional.empty();
        };
    if (target.isPresent()) {
      return Parsed.of(new Patch(target.get(), shape.get(), 1));
    }
    return parameter(path, tree);
  }

  private static int quarterMonth(List<String> steps) {
    return steps.get(steps.size() - 1).charAt(1) - '0';
  }

  private static Optional<Boolean> ends(List<String> steps, int from, String... rest) {
    return steps.size() >= from && steps.subList(from, steps.size()).equals(Arrays.asList(rest))
        ? Optional.of(true)
        : Optional.empty();
  }

  private int stageIndex(String step) {
    return step.startsWith("[")
        ? Integer.parseInt(step.substring(1, step.length() - 1))
        : reading.names().stages().indexOf(step);
  }

  private Optional<Target> stage(List<String> steps, LeverPath path) {
    if (steps.size() < 3) {
      return Optional.empty();
    }
    int stage = stageIndex(steps.get(1));
    List<String> rest = steps.subList(2, steps.size());
    boolean table = path.node().map(Shape.Table::isTable).orElse(false);
    if (rest.equals(List.of("advance")) && !table) {
      return Optional.of(new Target.Advance(stage, -1));
    } else if (rest.size() == 3 && rest.get(0).equals("advance")) {
      ByMember.Axis axis = ByMember.Axis.values()[Shape.AXES.indexOf(rest.get(1)) + 1];
      int member = reading.names().of(axis).indexOf(rest.get(2));
      return Optional.of(new Target.Advance(stage, member));
    } else if (rest.equals(List.of("quality"))) {
      return Optional.of(new Target.Quality(stage));
    } else if (rest.equals(List.of("regress", "probability"))) {
      return Optional.of(new Target.RegressProbability(stage));
    } else if (rest.equals(List.of("recycle", "share"))) {
      return Optional.of(new Target.RecycleShare(stage));
    }
    return Optional.empty();
  }

  /** A parameter of a distribution that stands directly in the scenario. */
  private Parsed<Patch> parameter(LeverPath path, Node tree) {
    List<String> steps = path.steps();
    if (steps.size() < 4 || path.node().isEmpty()) {
      return none(path);
    }
    List<String> owner = steps.subList(0, steps.size() - 2);
    String family = steps.get(steps.size() - 2);
    String name = steps.get(steps.size() - 1);
    Parsed<LeverPath> law = LeverPath.of(tree, owner);
    Optional<Place> place = place(owner);
    boolean known = Families.hasParameter(family, name) && !law.isBad();
    if (place.isEmpty() || !known || law.value().scalar().isEmpty()) {
      return none(path);
    }
    if (family.equals("normal")) {
      return Parsed.bad(
          "the parameters of a normal cannot be uncertain: it is cut to the allowed range",
          "use another family there, such as gamma or lognormal");
    }
    Scalar of = law.value().scalar().get();
    double factor = factor(owner, tree);
    Map<String, Double> parameters = new LinkedHashMap<>();
    new Chances(reading)
        .parameters(law.value().node().orElseThrow().get(family), of)
        .forEach((key, value) -> parameters.put(key, value * unit(key, factor)));
    Target target =
        new Target.DistributionParameter(
            place.get(), family, Collections.unmodifiableMap(parameters), name);
    boolean quantity = DistributionFamily.kind(name) == DistributionFamily.ParameterKind.QUANTITY;
    Scalar written = path.scalar().orElseThrow();
    Scalar positive = new Scalar(written.kind(), 0, false, 1e9, List.of());
    return Parsed.of(new Patch(target, quantity ? of : positive, unit(name, factor)));
  }

  private static double unit(String parameter, double factor) {
    return DistributionFamily.kind(parameter) == DistributionFamily.ParameterKind.QUANTITY
        ? factor
        : 1;
  }

  /** A product's ratio is multiplied by its price, and its value by what is paid of it. */
  private double factor(List<String> owner, Node tree) {
    if (!owner.get(0).equals("products")) {
      return 1;
    }
    Node product = tree.get("products").get(owner.get(1));
    Node discount = product.get("discount");
    Scalar shape = (Scalar) MarketFormat.PRODUCT.key("discount").orElseThrow().shape();
    double paid = discount == null ? 1 : 1 - reading.number(discount, shape);
    Node price = product.get("price");
    boolean ratio = owner.get(owner.size() - 1).equals("ratio") && price != null;
    return ratio ? paid * reading.number(price, (Scalar) price()) : paid;
  }

  private static Shape price() {
    return MarketFormat.PRODUCT.key("price").orElseThrow().shape();
  }

  private Optional<Place> place(List<String> owner) {
    String last = owner.get(owner.size() - 1);
    if (owner.get(0).equals("products") && owner.size() == 3) {
      boolean value = last.equals("value") || last.equals("ratio");
      int product = reading.names().products().indexOf(owner.get(1));
      return value ? Optional.of(new Place.ProductValue(product)) : Optional.empty();
    }
    if (!owner.get(0).equals("stages") || owner.size() < 4) {
      return Optional.empty();
    }
    int stage = stageIndex(owner.get(1));
    if (owner.get(2).equals("delay") && owner.size() == 4) {
      return outcome(last).map(outcome -> new Place.StageDelay(stage, outcome));
    }
    boolean effort = owner.get(2).equals("work") && owner.size() == 5 && last.equals("effort");
    return effort && owner.get(3).matches("\\[\\d{1,3}]")
        ? Optional.of(new Place.Effort(stage, stageIndex(owner.get(3))))
        : Optional.empty();
  }

  private static Optional<Outcome> outcome(String word) {
    return switch (word) {
      case "advance" -> Optional.of(Outcome.ADVANCE);
      case "lost" -> Optional.of(Outcome.LOST);
      case "regress" -> Optional.of(Outcome.REGRESS);
      default -> Optional.empty();
    };
  }

  private static Parsed<Patch> none(LeverPath path) {
    return Parsed.bad(
        String.join(".", path.steps()) + " is nothing that uncertainty can draw",
        "it can draw a stage's advance, quality, regress.probability or recycle.share, arrivals"
            + ".perMonth, hoursPerWeek, season.winning.quarterMonth[0], and the parameters of"
            + " delay.advance, delay.lost, delay.regress, effort and value");
  }
}
