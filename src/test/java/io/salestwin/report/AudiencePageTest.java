package io.salestwin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.forecast.Forecast;
import io.salestwin.metrics.Kpi;
import io.salestwin.metrics.KpiInfo;
import io.salestwin.run.Progress;
import io.salestwin.run.RunPlan;
import io.salestwin.run.RunResult;
import io.salestwin.run.Runner;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every figure of the pages is computed again from the rows of the run, by plain formulas. */
class AudiencePageTest {

  private static final String SCENARIO =
      """
      name: Months
      currency: USD
      start: 2027-01-01
      horizon: 8 months
      periods: month
      opportunityFrom: Talk
      begin: {warmUp: 60 days}
      targets: {2027-01: 60k, 2027-02: 60k, 2027-03: 60k, 2027-04: 60k, 2027-05: 75k, 2027-06: 60k, 2027-07: 60k, 2027-08: 60k}
      thresholds: ["p_hit(2027-01) >= 0.01", "mean(win_rate) >= 0.9"]
      alerts: [coverage < 4 for 2 weeks]
      products: {core: {value: {lognormal: {mean: 9000, cv: 0.6}}, margin: 80%, contract: 12 months}}
      sources:
        inbound: {arrivals: {perMonth: 30}, cost: 50}
        events: {arrivals: {perMonth: 8}, cost: 400}
      roles: {AE: {headcount: 3, quota: 50k/quarter}}
      hygiene: {slips: {limit: 2}, categories: {commit: 75%, bestCase: 50%, pipeline: 15%}}
      stages:
        - {name: Ask, owner: AE, advance: 60%, work: [{activity: call, effort: 1 hour}], delay: 5 days, lose: {no fit: 70%, silence: 30%}}
        - {name: Talk, owner: AE, advance: 40%, work: [{activity: demo, effort: 2 hours}], delay: 9 days, lose: {price: 100%}}
      """;

  private static final RunResult RUN = run();
  private static final Report REPORT = new Report(Forecast.of(RUN), List.of(), Map.of("Seed", "7"));

  private static RunResult run() {
    ScenarioFile file =
        ScenarioFile.read("s.yaml", Attachments.ofTexts(Map.of("s.yaml", SCENARIO)), List.of());
    RunPlan plan = new RunPlan(file.scenario().orElseThrow(), 7, 60);
    return Runner.local(2).run(plan, Progress.SILENT);
  }

  private static List<KpiInfo> kpis() {
    Map<String, KpiInfo> all = new LinkedHashMap<>();
    RUN.layout().columns().forEach(c -> all.putIfAbsent(c.kpi().id(), c.kpi()));
    return List.copyOf(all.values());
  }

  // ---- plain formulas: replications 2i and 2i + 1 are one unit

  private static double[] column(String name) {
    int index = RUN.layout().index(name);
    assertThat(index).as(name).isNotNegative();
    return RUN.rows().stream().mapToDouble(row -> row[index]).toArray();
  }

  /** Mean and half width of its 95 % error; NaN where they cannot be computed. */
  private static double[] mean(double[] values) {
    double sum = 0;
    double n = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        n++;
      }
    }
    double mean = sum / n;
    double squares = 0;
    double units = 0;
    for (int i = 0; i < values.length; i += 2) {
      double of = 0;
      double count = 0;
      for (double value : Arrays.copyOfRange(values, i, i + 2)) {
        if (!Double.isNaN(value)) {
          of += value;
          count++;
        }
      }
      units += count > 0 ? 1 : 0;
      squares += (of - count * mean) * (of - count * mean);
    }
    if (units < 2) {
      return new double[] {mean, Double.NaN};
    }
    double error = Math.sqrt(units / (units - 1) * squares) / n;
    double t = new TDistribution(null, units - 1).inverseCumulativeProbability(0.975);
    return new double[] {mean, t * error};
  }

  /** Quantile between the ordered values (type 7). */
  private static double quantile(double[] values, double p) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    double place = p * (sorted.length - 1);
    int below = (int) place;
    return sorted[below]
        + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
  }

  /** What a cell must say of a column. */
  private static String cell(KpiInfo.Unit unit, double[] values, double nudge) {
    double[] mean = mean(values);
    double scale = unit == KpiInfo.Unit.SHARE ? 100 : 1;
    String text = Figures.figure(unit, mean[0] * nudge) + " ± " + Figures.rough(scale * mean[1]);
    String low = Figures.figure(unit, quantile(values, 0.1));
    String high = Figures.figure(unit, quantile(values, 0.9));
    String dash = quantile(values, 0.1) < 0 ? " to " : " – ";
    return low.equals(high) ? text : text + "|" + low + dash + high;
  }

  // ---- the page read back

  private static Document page(Audience audience) throws Exception {
    return Xml.parse(REPORT.html(audience));
  }

  private static List<Element> children(Element element, String... tags) {
    List<Element> children = new ArrayList<>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && List.of(tags).contains(e.getTagName())) {
        children.add(e);
      }
    }
    return children;
  }

  private static List<List<Element>> rows(Element table) {
    List<List<Element>> rows = new ArrayList<>();
    for (Element part : children(table, "thead", "tbody")) {
      children(part, "tr").forEach(row -> rows.add(children(row, "th", "td")));
    }
    return rows;
  }

  private static String said(Element cell) {
    List<Element> small = children(cell, "small");
    String all = cell.getTextContent();
    return small.isEmpty()
        ? all
        : all.substring(0, all.length() - small.get(0).getTextContent().length())
            + "|"
            + small.get(0).getTextContent();
  }

  private static KpiInfo named(String label) {
    return kpis().stream().filter(k -> k.name().equals(label)).findFirst().orElse(null);
  }

  private static String period(String head) {
    return head.equals("Whole horizon") ? "" : "." + head;
  }

  private static String label(Element head) {
    List<Element> names = children(head, "abbr");
    return names.isEmpty() ? head.getTextContent() : names.get(0).getTextContent();
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  void everyCellIsComputedAgainFromTheRows(Audience audience) throws Exception {
    int held = 0;
    for (Element table : Xml.all(page(audience), "table")) {
      if (table.getAttribute("class").equals("figures")) {
        held +=
            label(rows(table).get(0).get(0)).equals("Figure") ? byPeriod(table) : byMember(table);
      }
    }
    assertThat(held).isGreaterThan(20);
  }

  private static int byPeriod(Element table) {
    List<List<Element>> rows = rows(table);
    int held = 0;
    for (List<Element> row : rows.subList(1, rows.size())) {
      String[] label = label(row.get(0)).split(": ", 2);
      KpiInfo kpi = named(label[0]);
      for (int c = 1; c < row.size() && kpi != null; c++) {
        String member = label.length > 1 ? "." + label[1] : "";
        String column = kpi.id() + member + period(rows.get(0).get(c).getTextContent());
        held += held(kpi, column, row.get(c));
      }
    }
    return held;
  }

  private static int byMember(Element table) {
    List<List<Element>> rows = rows(table);
    int held = 0;
    for (List<Element> row : rows.subList(1, rows.size())) {
      for (int c = 1; c < row.size(); c++) {
        KpiInfo kpi = named(label(rows.get(0).get(c)));
        assertThat(kpi).isNotNull();
        held += held(kpi, kpi.id() + "." + row.get(0).getTextContent(), row.get(c));
      }
    }
    return held;
  }

  private static int held(KpiInfo kpi, String column, Element cell) {
    double[] values = column(column);
    if (Double.isNaN(mean(values)[1])) {
      assertThat(said(cell)).as(column).isEqualTo(Figures.NONE);
      return 0;
    }
    assertThat(said(cell)).as(column).isIn(cells(kpi.unit(), values));
    return 1;
  }

  /** A sum in another order may fall on the other side of a tie between two roundings. */
  private static Set<String> cells(KpiInfo.Unit unit, double[] values) {
    Set<String> cells = new HashSet<>();
    for (double nudge : new double[] {1 - 1e-12, 1, 1 + 1e-12}) {
      cells.add(cell(unit, values, nudge));
    }
    return cells;
  }

  @Test
  void theTargetStandsBetweenTheBookingsAndTheOdds() throws Exception {
    Element table = Xml.all(page(Audience.EXECUTIVES), "table").get(0);
    List<List<Element>> rows = rows(table);
    List<String> names = rows.stream().map(r -> label(r.get(0))).toList();
    assertThat(names)
        .containsSubsequence(
            "Bookings against the target",
            "Target",
            "Distance to the target",
            "Odds of the target");
    int may = rows.get(0).stream().map(Element::getTextContent).toList().indexOf("2027-05");
    double[] won = column("target_bookings.2027-05");
    double[] over = Arrays.stream(won).map(v -> v - 75_000).toArray();
    long hits = Arrays.stream(won).filter(v -> v >= 75_000).count();
    assertThat(said(rows.get(names.indexOf("Target")).get(may))).isEqualTo("75.0 k");
    assertThat(said(rows.get(names.indexOf("Distance to the target")).get(may)))
        .isIn(cells(KpiInfo.Unit.MONEY, over));
    assertThat(said(rows.get(names.indexOf("Odds of the target")).get(may)))
        .startsWith(Figures.share(hits / 60.0) + "|");
  }

  @Test
  void monthsStandSixAtATimeAndNoneIsLeftOut() throws Exception {
    List<String> heads = new ArrayList<>();
    for (Element table : Xml.all(page(Audience.EXECUTIVES), "table").subList(0, 2)) {
      rows(table).get(0).forEach(cell -> heads.add(cell.getTextContent()));
    }
    assertThat(heads)
        .containsExactly(
            "Figure",
            "2027-01",
            "2027-02",
            "2027-03",
            "2027-04",
            "2027-05",
            "2027-06",
            "Figure",
            "2027-07",
            "2027-08",
            "Whole horizon");
  }

  @Test
  void theReportForExecutivesHasItsFiveBlocksInOrder() throws Exception {
    List<String> headings =
        Xml.all(page(Audience.EXECUTIVES), "h2").stream().map(Element::getTextContent).toList();
    assertThat(headings)
        .containsExactly(
            "Revenue",
            "Pipeline",
            "Team",
            "Process",
            "Insights",
            "Triggers",
            "Thresholds",
            "Alerts");
  }

  @Test
  void insightsAreComputed() throws Exception {
    String insights = Xml.all(page(Audience.EXECUTIVES), "dl").get(0).getTextContent();
    String worst = "";
    double least = 2;
    for (String month : RUN.layout().periodNames()) {
      double target = month.equals("2027-05") ? 75_000 : 60_000;
      double[] won = column("target_bookings." + month);
      double odds = Arrays.stream(won).filter(v -> v >= target).count() / 60.0;
      if (odds < least) {
        least = odds;
        worst = month;
      }
    }
    assertThat(insights)
        .contains(
            "The target at most risk is that of " + worst + ": in " + Math.round(100 * least));
    double[] silence = mean(column("lost_share.silence"));
    assertThat(insights).contains("silence (" + Figures.share(silence[0]) + ", error ");
    double events = mean(column("lead_cost_per_opportunity.events"))[0];
    double inbound = mean(column("lead_cost_per_opportunity.inbound"))[0];
    assertThat(inbound).isLessThan(events);
    assertThat(insights)
        .contains(
            "A lead that becomes an opportunity costs least from inbound ("
                + Figures.number(inbound)
                + " USD")
        .contains("and most from events (" + Figures.number(events) + " USD");
    // the reps are alike: whoever were called weak would be called so by luck
    assertThat(insights).contains("3 reps with a quota", "none surely reaches less than this mean");
  }

  @Test
  void aRuleStandsOnThePagesThatShowItsFigure() throws Exception {
    assertThat(REPORT.html(Audience.PIPELINE)).contains("coverage &lt; 4 for 2 weeks");
    assertThat(REPORT.html(Audience.LEADS))
        .doesNotContain("coverage &lt; 4 for 2 weeks")
        .contains("mean(win_rate) &gt;= 0.9")
        .doesNotContain("p_hit(2027-01)");
    assertThat(REPORT.html(Audience.EXECUTIVES)).contains("p_hit(2027-01)");
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  void everyPageIsOneSmallFileWhoseLinksLeadSomewhere(Audience audience) throws Exception {
    String text = REPORT.html(audience);
    Document page = Xml.parse(text);
    assertThat(text.length()).isLessThan(400_000);
    assertThat(text.replaceAll("xmlns=\"http://www\\.w3\\.org/[0-9a-z/]+\"", ""))
        .doesNotContain("http:", "https:", "url(", "@import", "src=");
    assertThat(Xml.all(page, "script")).isEmpty();
    assertThat(Xml.ids(page)).doesNotHaveDuplicates();
    assertThat(Xml.all(page, "caption")).hasSameSizeAs(Xml.all(page, "table"));
    for (Element link : Xml.all(page, "a")) {
      String to = link.getAttribute("href");
      if (!to.equals("report.html")) {
        assertThat(Xml.ids(page)).contains(to.substring(1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  void everyKpiOfAPageIsOne(Audience audience) {
    Set<String> known = new HashSet<>();
    Kpi.all().forEach(kpi -> known.add(kpi.info().id()));
    assertThat(known).containsAll(audience.kpis().toList());
  }

  @Test
  void whatTheScenarioDoesNotDescribeIsNamed() {
    assertThat(REPORT.html(Audience.QUARTER))
        .contains("Not here, because the scenario says nothing of it: ", "Net revenue retention");
    assertThat(RUN.layout().index("nrr")).isNegative();
  }

  @Test
  void whatAScenarioSaysIsNeverMarkup() {
    for (Audience audience : Audience.values()) {
      assertThat(Fixtures.report(Fixtures.HOSTILE).html(audience)).doesNotContain("<script");
    }
  }
}
