package io.salestwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.salestwin.MavenCrmDelay.Count;
import io.salestwin.MavenCrmDelay.Law;
import io.salestwin.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number of the scenario, and of that of one quarter earlier, is what the kept steps give
 * from the data that could be seen on the day.
 */
class MavenCrmScenarioTest {

  private static final Path STEPS = Path.of("src/docs/maven-crm");
  private static final Path SCENARIOS = Path.of("scenarios");

  private static Connection database;
  private static List<Origin> origins;

  /** A day, the scenario of that day and what the steps give for it. */
  private record Origin(
      String day,
      JsonNode scenario,
      Map<String, Double> numbers,
      List<Count> counts,
      List<String> openDeals,
      List<String> owners) {

    JsonNode at(String pointer) {
      JsonNode node = scenario.at(pointer);
      assertThat(node.isMissingNode()).as(day + " " + pointer).isFalse();
      return node;
    }

    @Override
    public String toString() {
      return day;
    }
  }

  static List<Origin> origins() {
    return origins;
  }

  @BeforeAll
  static void runTheSteps() throws SQLException, IOException {
    database = DriverManager.getConnection("jdbc:duckdb:");
    origins =
        List.of(
            origin("2017-06-30", "maven-crm-2017-06-30.yaml"),
            origin("2017-09-30", "maven-crm.yaml"));
  }

  private static Origin origin(String day, String file) throws SQLException, IOException {
    see(day);
    ScenarioFile read = ScenarioFile.read(SCENARIOS.resolve(file), List.of());
    assertThat(read.problems()).isEmpty();
    JsonNode tree = new YAMLMapper().readTree(read.canonicalText());
    return new Origin(day, tree, numbers(), counts(), openDeals(), owners());
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @ParameterizedTest
  @MethodSource("origins")
  void arrivalsAreWhatWasEngagedSinceMarch(Origin origin) {
    JsonNode arrivals = origin.at("/sources/all/arrivals");
    assertThat(number(arrivals.get("perMonth")))
        .isCloseTo(origin.numbers.get("arrivals per month"), within(0.05));
    assertThat(number(arrivals.get("dispersion")))
        .isCloseTo(origin.numbers.get("dispersion"), within(0.05));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void productsHaveTheirListPriceRatioAndShare(Origin origin) {
    JsonNode mix = origin.at("/segments/all/product");
    assertThat(mix).hasSize(7);
    Map<String, Double> numbers = origin.numbers;
    for (Map.Entry<String, JsonNode> product : origin.at("/products").properties()) {
      String name = product.getKey();
      JsonNode ratio = product.getValue().at("/ratio/normal");
      assertThat(number(product.getValue().get("price"))).isEqualTo(numbers.get("price " + name));
      assertThat(number(mix.get(name)) / 100).isCloseTo(numbers.get("mix " + name), within(1e-4));
      assertThat(number(ratio.get("mean"))).isCloseTo(numbers.get("ratio mean"), within(5e-5));
      assertThat(number(ratio.get("sd"))).isCloseTo(numbers.get("ratio sd"), within(5e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("origins")
  void theChanceToWinFollowsTheMonthOfTheQuarterAtTheClosingOnly(Origin origin) {
    JsonNode winning = origin.at("/season/winning/quarterMonth");
    for (int month = 0; month < 3; month++) {
      assertThat(number(winning.get(month)))
          .isCloseTo(origin.numbers.get("winning " + (month + 1)), within(5e-5));
    }
    assertThat(origin.at("/season/winning/stages"))
        .singleElement()
        .isEqualTo(origin.at("/stages/1/name"));
    assertThat(number(origin.at("/stages/1/advance")) / 100)
        .isCloseTo(origin.numbers.get("win share"), within(5e-5));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void theLimitIsTheClosingsOfADaySinceMarch(Origin origin) {
    assertThat(number(origin.at("/stages/1/work/0/effort/exponential/mean")))
        .isCloseTo(origin.numbers.get("effort hours"), within(5e-5));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void theTargetIsTheLastQuarter(Origin origin) {
    assertThat(origin.at("/targets")).hasSize(1);
    assertThat(number(origin.at("/targets").elements().next()))
        .isEqualTo(origin.numbers.get("won value last quarter"));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void whatWeDoNotKnowIsTheStandardErrorOfEachEstimate(Origin origin) {
    assertThat(origin.at("/uncertainty")).hasSize(5);
    assertDrawn(
        origin,
        "sources.all.arrivals.perMonth",
        "arrivals per month",
        "arrivals standard error",
        0.05);
    assertDrawn(
        origin,
        "stages.Closing.work[0].effort.exponential.mean",
        "effort hours",
        "effort standard error",
        5e-5);
    for (int month = 0; month < 3; month++) {
      assertDrawn(
          origin,
          "season.winning.quarterMonth[" + month + "]",
          "winning " + (month + 1),
          "winning standard error " + (month + 1),
          5e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("origins")
  void theDelayIsTheMostLikelyOne(Origin origin) {
    MavenCrmDelay delay = new MavenCrmDelay(origin.counts);
    Law fitted = delay.fit();
    Law written = writtenLaw(origin);
    // Two log-likelihoods that differ by less than 0.05 cannot be told apart by any data of this
    // size (a standard error is 0.5); the written digits are rounded.
    assertThat(delay.logLikelihood(written)).isCloseTo(delay.logLikelihood(fitted), within(0.05));
    for (int part = 0; part < 4; part++) {
      assertThat(written.shares()[part]).isCloseTo(fitted.shares()[part], within(2e-4));
    }
    assertThat(written.shape()).isCloseTo(fitted.shape(), within(0.01));
    assertThat(written.scale()).isCloseTo(fitted.scale(), within(0.002));
    assertThat(written.mean()).isCloseTo(fitted.mean(), within(0.05));
    assertThat(written.sd()).isCloseTo(fitted.sd(), within(0.05));
    // "never" is the longest delay that can be written, and no estimate
    assertThat(origin.at("/stages/0/delay/lost").asText()).isEqualTo("20 years");
  }

  @ParameterizedTest
  @MethodSource("origins")
  void theStartingPipelineIsWhatWasOpenThatDay(Origin origin) throws IOException {
    Path file = SCENARIOS.resolve(origin.at("/begin/pipeline").asText());
    assertThat(file).hasFileName("open-" + origin.day + ".csv");
    assertThat(Files.readAllLines(file)).isEqualTo(origin.openDeals);
    assertThat(origin.numbers.get("open deals")).isEqualTo(origin.openDeals.size() - 1.0);
  }

  @Test
  void theCountsThatThePageNamesAreThoseOfTheData() {
    Map<String, Double> september = origins.get(1).numbers;
    assertThat(september.get("open deals")).isEqualTo(2409);
    assertThat(september.get("open deals older than any close")).isEqualTo(530);
    assertThat(september.get("won last quarter")).isEqualTo(1257);
    assertThat(origins.get(0).numbers.get("won last quarter")).isEqualTo(1254);
  }

  @ParameterizedTest
  @MethodSource("origins")
  void everyAgentWhoEverOwnedADealIsInTheScenario(Origin origin) {
    List<String> agents = new ArrayList<>();
    origin.at("/roles/Agent/reps").forEach(rep -> agents.add(rep.asText()));
    assertThat(agents).hasSize(30).containsAll(origin.owners);
  }

  @ParameterizedTest
  @MethodSource("origins")
  void nothingThatHappenedLaterReachesAnyNumber(Origin origin) throws SQLException, IOException {
    see(origin.day);
    // the same view over a file that ends on the day itself: later closes and engagements erased
    Path cut = Files.createTempFile("as-of", ".csv");
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "COPY (SELECT id AS opportunity_id, owner AS sales_agent, product, '' AS account,"
              + " state AS deal_stage, engaged AS engage_date, closed AS close_date, close_value"
              + " FROM visible) TO '"
              + cut
              + "' (HEADER)");
      String onlyThen =
          step("1-visible.sql").replace("scenarios/maven-crm/sales_pipeline.csv", cut.toString());
      statement.execute(onlyThen);
      Map<String, Double> again = numbers();
      assertThat(again).containsOnlyKeys(origin.numbers.keySet());
      // The database adds up in an order of its own: the last bits of a sum may differ.
      again.forEach(
          (name, value) ->
              assertThat(value)
                  .as(name)
                  .isCloseTo(origin.numbers.get(name), withinPercentage(1e-9)));
    } finally {
      Files.delete(cut);
    }
  }

  private static void see(String day) throws SQLException, IOException {
    try (Statement statement = database.createStatement()) {
      statement.execute("SET VARIABLE as_of = DATE '" + day + "'");
      statement.execute(step("1-visible.sql"));
    }
  }

  private static Map<String, Double> numbers() throws SQLException, IOException {
    Map<String, Double> byName = new TreeMap<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(step("2-numbers.sql"))) {
      while (row.next()) {
        byName.put(row.getString("name"), row.getDouble("value"));
      }
    }
    return byName;
  }

  private static List<Count> counts() throws SQLException, IOException {
    List<Count> counts = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(step("4-delays.sql"))) {
      while (row.next()) {
        counts.add(new Count(row.getString("kind"), row.getInt("days"), row.getLong("n")));
      }
    }
    return counts;
  }

  private static List<String> openDeals() throws SQLException, IOException {
    List<String> columns = List.of("id", "stage", "age", "owner", "value", "product");
    List<String> rows = new ArrayList<>(List.of(String.join(",", columns)));
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(step("3-open-deals.sql"))) {
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
          cells.add(row.getString(column));
        }
        rows.add(String.join(",", cells));
      }
    }
    return rows;
  }

  private static List<String> owners() throws SQLException {
    List<String> owners = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT DISTINCT owner FROM visible ORDER BY owner")) {
      while (row.next()) {
        owners.add(row.getString(1));
      }
    }
    return owners;
  }

  /** The law of the delay: those that advance by their three parts, and the rest never. */
  private static Law writtenLaw(Origin origin) {
    JsonNode parts = origin.at("/stages/0/delay/advance/mixture");
    assertThat(parts).hasSize(3);
    double advance = number(origin.at("/stages/0/advance")) / 100;
    double[] shares = {0, 0, 0, 1 - advance};
    for (int part = 0; part < 3; part++) {
      shares[part] = advance * number(parts.get(part).get("weight")) / 100;
    }
    JsonNode uniform = parts.at("/0/of/uniform");
    JsonNode gamma = parts.at("/1/of/gamma");
    JsonNode truncated = parts.at("/2/of/truncated");
    assertThat(number(uniform.get("min"))).isEqualTo(1);
    assertThat(number(uniform.get("max"))).isEqualTo(3);
    assertThat(number(truncated.get("min"))).isZero();
    assertThat(number(truncated.get("max"))).isEqualTo(139);
    return new Law(
        shares,
        number(gamma.get("shape")),
        number(gamma.get("scale")),
        number(truncated.at("/of/normal/mean")),
        number(truncated.at("/of/normal/sd")));
  }

  private static void assertDrawn(
      Origin origin, String lever, String mean, String sd, double tolerance) {
    JsonNode normal = origin.scenario.get("uncertainty").get(lever).get("normal");
    assertThat(number(normal.get("mean"))).isCloseTo(origin.numbers.get(mean), within(tolerance));
    assertThat(number(normal.get("sd"))).isCloseTo(origin.numbers.get(sd), within(tolerance));
  }

  /** The number in front of a unit. */
  private static double number(JsonNode node) {
    return Double.parseDouble(node.asText().replaceFirst("(%| days?| hours?)$", ""));
  }

  private static String step(String file) throws IOException {
    return Files.readString(STEPS.resolve(file));
  }
}
