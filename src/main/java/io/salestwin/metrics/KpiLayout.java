package io.salestwin.metrics;

import io.salestwin.calendar.Period;
import io.salestwin.model.Dimension;
import io.salestwin.model.Ledger;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.AlertRule;
import io.salestwin.scenario.HealthTier;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The columns of one row per replication: every KPI for the whole horizon and for each period, and
 * its members for the whole horizon. Immutable; shared by all replications.
 */
public final class KpiLayout {

  /** The period name of the whole horizon. */
  public static final String HORIZON = "horizon";

  /**
   * One column.
   *
   * @param kpi what it is
   * @param period name of the period, or {@link #HORIZON}
   * @param member name of the member, empty for all
   */
  public record Column(KpiInfo kpi, String period, String member) {

    /**
     * The column's name in files: {@code kpi}, {@code kpi.member}, {@code kpi.period}.
     *
     * @return the name, unique within a layout
     */
    public String name() {
      return kpi.id()
          + (member.isEmpty() ? "" : "." + member)
          + (period.equals(HORIZON) ? "" : "." + period);
    }
  }

  /** Where a column comes from; span 0 is the whole horizon, span p + 1 is period p. */
  private record Source(Kpi kpi, int span, int member) {}

  private final SalesModel model;
  private final List<Role.Rep> reps;
  private final List<Span> spans = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Integer> byName = new LinkedHashMap<>();
  private final Payroll payroll;
  private final HealthKpis.Plan health;
  private final Alarms alarms;

  /**
   * The layout for a model.
   *
   * @param model the model
   * @throws IllegalStateException when two columns have one name, which no scenario that was read
   *     without errors leads to
   */
  public KpiLayout(SalesModel model) {
    this.model = model;
    reps = model.scenario().roles().stream().flatMap(role -> role.reps().stream()).toList();
    List<Period> periods = model.periods();
    spans.add(Span.of(model, 0, periods.size()));
    for (int p = 0; p < periods.size(); p++) {
      spans.add(Span.of(model, p, p + 1));
    }
    payroll = new Payroll(model, spans.stream().skip(1).mapToDouble(Span::quarters).toArray());
    health = HealthKpis.Plan.of(model);
    alarms = new Alarms(this);
    for (Kpi kpi : Kpi.of(model.scenario())) {
      Slice slice = kpi.info().slice();
      if (slice != Slice.WEEK) {
        add(kpi, HORIZON, "", 0, -1);
        for (int p = 0; p < periods.size(); p++) {
          add(kpi, periods.get(p).name(), "", p + 1, -1);
        }
      }
      if (slice == Slice.ALL) {
        continue;
      }
      List<String> members = Figure.members(model, slice);
      for (int m = 0; m < members.size(); m++) {
        add(kpi, HORIZON, members.get(m), 0, m);
        for (int p = 0; slice.isByPeriod() && p < periods.size(); p++) {
          add(kpi, periods.get(p).name(), members.get(m), p + 1, m);
        }
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      if (byName.putIfAbsent(columns.get(i).name(), i) != null) {
        throw new IllegalStateException("two columns are named " + columns.get(i).name());
      }
    }
  }

  /**
   * The layout for a scenario.
   *
   * @param scenario the scenario
   * @return its layout
   */
  public static KpiLayout of(Scenario scenario) {
    return new KpiLayout(SalesModel.of(scenario));
  }

  /**
   * The reporting periods.
   *
   * @return at least one, in order
   */
  public List<Period> periods() {
    return model.periods();
  }

  /**
   * The names of the reporting periods.
   *
   * @return at least one, in order
   */
  public List<String> periodNames() {
    return model.periods().stream().map(Period::name).toList();
  }

  /**
   * Number of weeks of the horizon; the last may be short.
   *
   * @return at least 1
   */
  public int weeks() {
    return model.members(Dimension.WEEK).size();
  }

  /**
   * The length of a reporting period in quarters: quotas are those of a quarter.
   *
   * @param period index of the period
   * @return 1 for a whole quarter, however many days it has; a part of one counts by its days
   */
  public double quarters(int period) {
    return spans.get(period + 1).quarters();
  }

  /** A reporting period. */
  Span span(int period) {
    return spans.get(period + 1);
  }

  /** The figures of the health score. */
  HealthKpis.Plan health() {
    return health;
  }

  /**
   * What is wrong with the names in the scenario's health score and alerts.
   *
   * @return one sentence for each that cannot be computed
   */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (HealthTier tier : model.scenario().health()) {
      tier.measures()
          .forEach(
              measure ->
                  Figure.problem(model, measure.figure())
                      .ifPresent(p -> problems.add("health." + tier.name() + ": " + p)));
    }
    for (AlertRule rule : model.scenario().alerts()) {
      Alarms.problem(model, rule)
          .ifPresent(p -> problems.add("alerts: \"" + rule.text() + "\": " + p));
    }
    return problems;
  }

  /** Whether the horizon holds a period wholly. */
  boolean isWhole(int period) {
    return !model.periods().get(period).clipped();
  }

  /** Who is paid how. */
  Payroll payroll() {
    return payroll;
  }

  private KpiLayout(KpiLayout whole, Predicate<Column> wanted) {
    model = whole.model;
    reps = whole.reps;
    spans.addAll(whole.spans);
    payroll = whole.payroll;
    health = whole.health;
    alarms = whole.alarms;
    for (int i = 0; i < whole.columns.size(); i++) {
      Column column = whole.columns.get(i);
      if (wanted.test(column)) {
        byName.put(column.name(), columns.size());
        columns.add(column);
        sources.add(whole.sources.get(i));
      }
    }
  }

  /**
   * The same with some of the columns only: where thousands of runs are kept, or few figures are
   * asked for.
   *
   * @param wanted which columns stay
   * @return a layout whose rows hold just these, in the same order
   */
  public KpiLayout only(Predicate<Column> wanted) {
    return new KpiLayout(this, wanted);
  }

  private void add(Kpi kpi, String period, String member, int span, int m) {
    columns.add(new Column(kpi.info().in(model.scenario().targets().basis()), period, member));
    sources.add(new Source(kpi, span, m));
  }

  /** A rep by the index that facts have. */
  Role.Rep rep(int index) {
    return reps.get(index);
  }

  /**
   * What the columns are computed from.
   *
   * @return the model
   */
  public SalesModel model() {
    return model;
  }

  /**
   * The columns in order.
   *
   * @return an unmodifiable list
   */
  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /**
   * The number of a column.
   *
   * @param name the name as in {@link Column#name()}
   * @return its index, or -1 when there is none
   */
  public int index(String name) {
    return byName.getOrDefault(name, -1);
  }

  /**
   * The figures of one replication.
   *
   * @param ledger its facts
   * @return one figure per column; NaN where it is not computable
   */
  public double[] row(Ledger ledger) {
    Facts[] facts = new Facts[spans.size()];
    double[][] early = alarms.look(ledger);
    for (int i = facts.length - 1; i >= 0; i--) {
      facts[i] = new Facts(this, ledger, spans.get(i));
      facts[i].alarms(early);
    }
    facts[0].parts(List.of(facts).subList(1, facts.length));
    double[] row = new double[sources.size()];
    for (int i = 0; i < row.length; i++) {
      Source s = sources.get(i);
      row[i] = s.kpi().of(facts[s.span()], s.member());
    }
    return row;
  }
}
