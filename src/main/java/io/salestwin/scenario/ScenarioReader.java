package io.salestwin.scenario;

import io.salestwin.calendar.CalendarUnit;
import io.salestwin.calendar.FiscalYear;
import io.salestwin.calendar.Horizon;
import io.salestwin.calendar.Period;
import io.salestwin.calendar.WorkCalendar;
import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.scenario.BookedReader.Start;
import io.salestwin.scenario.Scenario.Basis;
import io.salestwin.scenario.Scenario.Begin;
import io.salestwin.scenario.Scenario.Booked;
import io.salestwin.scenario.Scenario.Grain;
import io.salestwin.scenario.Scenario.Push;
import io.salestwin.scenario.Scenario.QueueOrder;
import io.salestwin.scenario.Scenario.Targets;
import io.salestwin.scenario.Shape.Scalar;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a tree, in which nothing is to be looked up any more but tables, as a scenario. */
final class ScenarioReader {

  private static final long DAY = 86_400_000L;
  private static final long LONGEST_WARM_UP = 2 * 365 * DAY;
  private static final int LONGEST_YEARS = 20;

  private final Reading reading;
  private final Attachments attachments;
  private final Map<String, Node> stated;
  private final Map<String, Double> rootPerMonth;
  private final Map<String, String> files = new LinkedHashMap<>();

  /**
   * Prepares a reading.
   *
   * @param reading where what is found wrong is kept
   * @param attachments the files that the scenario names
   * @param stated for each key of the uncertainty the tree in which the levers stand around whose
   *     values it is meant
   * @param rootPerMonth arrivals per month by source before any override; those of the tree where a
   *     source is absent
   */
  ScenarioReader(
      Reading reading,
      Attachments attachments,
      Map<String, Node> stated,
      Map<String, Double> rootPerMonth) {
    this.stated = stated;
    this.reading = reading;
    this.attachments = attachments.keeping(files);
    this.rootPerMonth = rootPerMonth;
  }

  /** The scenario; only meaningful if the reading has no errors. */
  Optional<Scenario> read(Node tree) {
    Part root = reading.part(tree, Format.ROOT);
    if (!tree.isMap()) {
      return Optional.empty();
    }
    LocalDate start = root.given("start").map(this::date).orElse(LocalDate.of(2027, 1, 1));
    LocalDate end = root.given("horizon").map(node -> end(start, node)).orElse(start.plusYears(1));
    List<String> months = Arrays.asList(SeasonFormat.months());
    int month = root.word("fiscalYearStart").map(months::indexOf).orElse(0);
    FiscalYear fiscalYear = new FiscalYear(Month.of(month + 1));
    Grain grain = Grain.valueOf(root.word("periods").orElseThrow().toUpperCase(Locale.ROOT));
    WorkCalendar calendar = new CalendarReader(reading).calendar(root);
    MarketReader market = new MarketReader(reading);
    List<Product> products = market.products(root);
    List<Segment> segments = market.segments(root, products, fiscalYear);
    List<Source> sources = market.sources(root, rootPerMonth);
    PayReader pay = new PayReader(reading, root);
    TeamReader team = new TeamReader(reading, attachments, start, pay);
    List<Role> roles = team.roles(root, calendar);
    List<Stage> stages = new StageReader(reading).stages(root);
    List<Period> periods =
        fiscalYear.periods(
            start, end, grain == Grain.MONTH ? CalendarUnit.MONTH : CalendarUnit.QUARTER);
    Targets targets = targets(root, periods);
    Scenario scenario =
        new Scenario(
            root.text("name"),
            currency(root),
            start,
            end,
            fiscalYear,
            grain,
            Math.max(0, root.stage("opportunityFrom").orElse(0)),
            begin(root, stages, roles),
            targets,
            thresholds(root, targets),
            new SignalReader(reading).health(root),
            new SignalReader(reading).alerts(root),
            calendar,
            new CalendarReader(reading).seasons(root, fiscalYear),
            products,
            market.sizeBands(root),
            segments,
            sources,
            new CompetitorReader(reading).competitors(root),
            root.number("qualityReference"),
            booked(
                root, periods, targets, new Start(start, grain == Grain.MONTH, fiscalYear, roles)),
            team.territories(root),
            team.accounts(root),
            roles,
            team.training(root),
            pay.plans(),
            costs(root),
            budget(root, periods),
            queue(root),
            stages,
            root.part("customers").map(part -> new CustomersReader(reading).customers(part)),
            new HygieneReader(reading).rules(root, roles),
            new UncertaintyReader(reading, attachments, stated).read(root, tree),
            root.part("push").map(push -> push(push, stages.size() - 1)),
            new ShockReader(reading, tree, start, end, new LossReader(reading, roles, stages))
                .shocks(root),
            root.part("plan").map(part -> new PlanReader(reading).plan(part)),
            new Origin(tree, stated, rootPerMonth, files));
    return reading.problems().hasErrors() ? Optional.empty() : Optional.of(scenario);
  }

  private LocalDate date(Node node) {
    return reading.problems().read(node, Quantity::date, LocalDate.of(2027, 1, 1));
  }

  private LocalDate end(LocalDate start, Node node) {
    LocalDate instead = start.plusYears(1);
    LocalDate end = reading.problems().read(node, text -> horizon(start, text), instead);
    if (end.isAfter(start.plusYears(LONGEST_YEARS))) {
      reading.problems().error(node, node.text() + " is too long", "give at most 20 years");
      return instead;
    }
    return end;
  }

  private static Parsed<LocalDate> horizon(LocalDate start, String text) {
    return Quantity.horizon(text)
        .flatMap(
            written -> {
              if (written instanceof Quantity.Length length
                  && length.unit() == Quantity.CalendarUnit.DAY) {
                return Parsed.of(start.plusDays(length.amount()));
              }
              try {
                return Parsed.of(Horizon.parse(start, text).end());
              } catch (IllegalArgumentException e) {
                return Parsed.bad(
                    e.getMessage(), "give such as 4 quarters, or a last day after " + start);
              }
            });
  }

  private String currency(Part root) {
    String code = root.text("currency");
    if (!code.matches("[A-Z]{3}")) {
      root.error(
          "currency", "\"" + code + "\" is no currency", "give its three letters, such as USD");
    }
    return code;
  }

  private Begin begin(Part root, List<Stage> stages, List<Role> roles) {
    Optional<Part> given = root.part("begin");
    if (given.isEmpty()) {
      return new Begin(usualWarmUp(stages), Optional.empty());
    }
    Part begin = given.get();
    if (begin.count("warmUp", "pipeline", "empty") != 1) {
      begin.error("exactly one way to begin is needed", "give warmUp, pipeline or empty: true");
    }
    begin.word("empty");
    long warmUp = begin.optionalLong("warmUp").orElse(0L);
    return new Begin(
        warmUp,
        begin
            .given("pipeline")
            .map(file -> new PipelineReader(reading, attachments).read(file, roles)));
  }

  /** Twice the sum of the stages' mean delays before advancing, in whole days, at most 2 years. */
  private static long usualWarmUp(List<Stage> stages) {
    double sum = 0;
    for (Stage stage : stages) {
      sum +=
          stage.delay().advance().values().stream()
              .mapToDouble(delay -> delay.mean())
              .max()
              .orElse(0);
    }
    double days = StrictMath.ceil(2 * sum / DAY);
    return days * DAY < LONGEST_WARM_UP ? (long) (days * DAY) : LONGEST_WARM_UP;
  }

  private Targets targets(Part root, List<Period> periods) {
    Optional<Part> given = root.part("targets");
    if (given.isEmpty()) {
      return new Targets(Basis.ACV, Map.of());
    }
    Basis basis = Basis.valueOf(given.get().word("basis").orElseThrow().toUpperCase(Locale.ROOT));
    return new Targets(basis, amounts(others(given.get(), "basis"), periods, basis));
  }

  private List<Scenario.Cost> costs(Part root) {
    List<Scenario.Cost> costs = new ArrayList<>();
    Scalar shape = (Scalar) Format.COST.key("cost").orElseThrow().shape();
    root.members("costs")
        .forEach(
            (name, node) -> {
              reading.memberName(node, name, "line of cost");
              if (node.isMap()) {
                Part part = reading.part(node, Format.COST);
                Optional<LocalDate> from = part.date("from");
                Optional<LocalDate> until = part.date("until");
                if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
                  part.error("until", "the last day lies before the first", "change from or until");
                }
                costs.add(new Scenario.Cost(name, (long) part.number("cost"), from, until));
              } else {
                long year = (long) reading.number(node, shape);
                costs.add(new Scenario.Cost(name, year, Optional.empty(), Optional.empty()));
              }
            });
    return costs;
  }

  private Map<String, Long> budget(Part root, List<Period> periods) {
    return amounts(root.members("budget"), periods, Basis.ACV);
  }

  private Push push(Part part, int lastStage) {
    Set<Integer> pushed = new TreeSet<>();
    for (Node stage : part.items("stages")) {
      pushed.add(Math.max(0, reading.reference(stage, "stage", reading.names().stages())));
    }
    return new Push(
        (long) part.number("last"),
        part.has("stages") ? pushed : Set.of(lastStage),
        part.number("discount"),
        part.number("odds"),
        part.number("pullForward"));
  }

  private List<Threshold> thresholds(Part root, Targets targets) {
    List<Threshold> thresholds = new ArrayList<>();
    for (Node node : root.items("thresholds")) {
      Parsed<Threshold> rule = Threshold.parse(reading.text(node, "a rule"));
      if (rule.isBad()) {
        reading.problems().error(node, rule.reason(), rule.advice());
        continue;
      }
      String period = rule.value().figure();
      boolean hit = rule.value().measure() == Threshold.Measure.HIT && !period.isEmpty();
      if (hit && !targets.byPeriod().containsKey(period)) {
        List<String> names = List.copyOf(targets.byPeriod().keySet());
        reading.unknown(node, period, "target", names);
      }
      thresholds.add(rule.value());
    }
    return thresholds;
  }

  private Booked booked(Part root, List<Period> periods, Targets targets, Start begin) {
    Optional<Part> given = root.part("booked");
    Map<String, Node> amounts = given.map(part -> others(part, "reps")).orElse(Map.of());
    for (Map.Entry<String, Node> entry : amounts.entrySet()) {
      boolean later = periods.stream().skip(1).anyMatch(p -> p.name().equals(entry.getKey()));
      if (later) {
        reading
            .problems()
            .error(
                entry.getValue(),
                "nothing can be booked yet in " + entry.getKey(),
                "give what has closed in " + periods.get(0).name() + ", the period of the start");
      }
    }
    Map<String, Long> byPeriod = amounts(amounts, periods, targets.basis());
    return given
        .map(
            part ->
                new BookedReader(reading, attachments)
                    .booked(part, byPeriod, targets.basis(), begin))
        .orElse(new Booked(byPeriod, Map.of(), 0));
  }

  private static Map<String, Node> others(Part part, String but) {
    Map<String, Node> others = new LinkedHashMap<>();
    for (String key : part.node().keys()) {
      if (!key.equals(but)) {
        others.put(key, part.node().get(key));
      }
    }
    return others;
  }

  private Map<String, Long> amounts(Map<String, Node> given, List<Period> periods, Basis basis) {
    Scalar shape = Format.TARGETS.rest().map(rest -> (Scalar) rest.value()).orElseThrow();
    List<String> names = periods.stream().map(Period::name).toList();
    Map<String, Long> amounts = new LinkedHashMap<>();
    given.forEach(
        (period, node) -> {
          if (!names.contains(period)) {
            reading.unknown(node, period, "period", names);
          }
          double cents = reading.number(node, shape);
          if (basis == Basis.COUNT && cents % 100 != 0) {
            reading
                .problems()
                .error(node, node.text() + " deals is not a whole number", "give a count");
          }
          amounts.put(period, (long) (basis == Basis.COUNT ? cents / 100 : cents));
        });
    return Collections.unmodifiableMap(amounts);
  }

  private QueueOrder queue(Part root) {
    Node node = root.given("queue").orElseThrow();
    QueueOrder.Key age = QueueOrder.Key.AGE;
    if (node.isScalar()) {
      String word = reading.word(node, List.of("fifo", "lifo"));
      return new QueueOrder(QueueOrder.Rule.valueOf(word.toUpperCase(Locale.ROOT)), age);
    }
    Part part = reading.part(node, Format.QUEUE);
    String order = part.word("order").orElseThrow();
    Optional<String> by = part.word("by");
    if (order.equals("priority") != by.isPresent()) {
      part.error(
          by.isPresent() ? "by belongs to order: priority" : "priority by what is not said",
          by.isPresent()
              ? "remove by, or set order: priority"
              : "add by: value, score, age or stage");
    }
    return new QueueOrder(
        QueueOrder.Rule.valueOf(order.toUpperCase(Locale.ROOT)),
        by.map(word -> QueueOrder.Key.valueOf(word.toUpperCase(Locale.ROOT))).orElse(age));
  }
}
