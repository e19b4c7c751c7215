package io.salestwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.salestwin.MavenCrmDelay.Count;
import io.salestwin.MavenCrmDelay.Law;
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

/** Every number of the scenario is what the kept steps give from the data of 2017-09-30. */
class MavenCrmScenarioTest {

  private static final Path STEPS = Path.of("src/docs/maven-crm");
  private static final Path SCENARIOS = Path.of("scenarios");

  private static Connection database;
  private static JsonNode scenario;
  private static Map<String, Double> numbers;

  @BeforeAll
  static void runTheSteps() throws SQLException, IOException {
    database = DriverManager.getConnection("jdbc:duckdb:");
    see("2017-09-30");
    numbers = numbers();
    scenario = new YAMLMapper().readTree(SCENARIOS.resolve("maven-crm.yaml").toFile());
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @Test
  void arrivalsAreWhatWasEngagedSinceMarch() {
    JsonNode arrivals = scenario.at("/sources/all/arrivals");
    assertThat(number(arrivals.get("perMonth")))
        .isCloseTo(numbers.get("arrivals per month"), within(0.05));
    assertThat(number(arrivals.get("dispersion")))
        .isCloseTo(numbers.get("dispersion"), within(0.05));
  }

  @Test
  void productsHaveTheirListPriceRatioAndShare() {
    JsonNode mix = scenario.at("/segments/all/product");
    assertThat(mix).hasSize(7);
    scenario
        .get("products")
        .properties()
        .forEach(
            product -> {
              String name = product.getKey();
              JsonNode ratio = product.getValue().at("/ratio/normal");
              assertThat(number(product.getValue().get("price")))
                  .isEqualTo(numbers.get("price " + name));
              assertThat(number(mix.get(name)) / 100)
                  .isCloseTo(numbers.get("mix " + name), within(1e-4));
              assertThat(number(ratio.get("mean")))
                  .isCloseTo(numbers.get("ratio mean"), within(5e-5));
              assertThat(number(ratio.get("sd"))).isCloseTo(numbers.get("ratio sd"), within(5e-5));
            });
  }

  @Test
  void theChanceToWinFollowsTheMonthOfTheQuarter() {
    JsonNode winning = scenario.at("/season/winning/quarterMonth");
    for (int month = 0; month < 3; month++) {
      assertThat(number(winning.get(month)))
          .isCloseTo(numbers.get("winning " + (month + 1)), within(5e-5));
    }
    assertThat(number(scenario.at("/stages/1/advance")) / 100)
        .isCloseTo(numbers.get("win share"), within(5e-5));
  }

  @Test
  void theLimitIsTheClosingsOfADaySinceMarch() {
    assertThat(number(scenario.at("/stages/1/work/0/effort/exponential/mean")))
        .isCloseTo(numbers.get("effort hours"), within(5e-5));
  }

  @Test
  void theTargetIsTheLastQuarter() {
    assertThat(number(scenario.at("/targets/2017-Q4")))
        .isEqualTo(numbers.get("won value last quarter"));
    assertThat(numbers.get("won last quarter")).isEqualTo(1257);
  }

  @Test
  void whatWeDoNotKnowIsTheStandardErrorOfEachEstimate() {
    JsonNode uncertainty = scenario.get("uncertainty");
    assertNormal(
        uncertainty.get("sources.all.arrivals.perMonth"),
        "arrivals per month",
        "arrivals standard error",
        0.05);
    assertNormal(
        uncertainty.get("stages.Closing.work[0].effort.exponential.mean"),
        "effort hours",
        "effort standard error",
        5e-5);
    for (int month = 0; month < 3; month++) {
      assertNormal(
          uncertainty.get("season.winning.quarterMonth[" + month + "]"),
          "winning " + (month + 1),
          "winning standard error " + (month + 1),
          5e-5);
    }
  }

  @Test
  void theDelayIsTheMostLikelyOne() throws SQLException {
    MavenCrmDelay delay = new MavenCrmDelay(counts());
    Law fitted = delay.fit();
    Law written = writtenLaw();
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
  }

  @Test
  void theStartingPipelineIsWhatWasOpenThatDay() throws SQLException, IOException {
    List<String> rows = new ArrayList<>(List.of("id,stage,age,owner,value,product"));
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(step("3-open-deals.sql"))) {
      while (row.next()) {
        rows.add(
            String.join(
                ",",
                row.getString("id"),
                row.getString("stage"),
                row.getString("age"),
                row.getString("owner"),
                row.getString("value"),
                row.getString("product")));
      }
    }
    assertThat(Files.readAllLines(SCENARIOS.resolve("maven-crm/open-2017-09-30.csv")))
        .isEqualTo(rows);
    assertThat(numbers.get("open deals")).isEqualTo(2409);
    assertThat(numbers.get("open deals older than any close")).isEqualTo(530);
  }

  @Test
  void everyAgentWhoOwnsAnOpenDealIsInTheScenario() throws SQLException {
    List<String> agents = new ArrayList<>();
    scenario.at("/roles/Agent/reps").forEach(rep -> agents.add(rep.asText()));
    List<String> owners = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT DISTINCT owner FROM visible ORDER BY owner")) {
      while (row.next()) {
        owners.add(row.getString(1));
      }
    }
    assertThat(agents).isEqualTo(owners).hasSize(30);
  }

  @Test
  void nothingThatHappenedLaterReachesAnyNumber() throws SQLException, IOException {
    try (Statement statement = database.createStatement()) {
      // the same view over a file that ends on the day itself: later closes and engagements erased
      Path cut = Files.createTempFile("as-of", ".csv");
      statement.execute(
          "COPY (SELECT id AS opportunity_id, owner AS sales_agent, product, '' AS account,"
              + " state AS deal_stage, engaged AS engage_date, closed AS close_date, close_value"
              + " FROM visible) TO '"
              + cut
              + "' (HEADER)");
      String onlyThen =
          step("1-visible.sql").replace("scenarios/maven-crm/sales_pipeline.csv", cut.toString());
      statement.execute(onlyThen);
      assertThat(numbers()).isEqualTo(numbers);
      Files.delete(cut);
    } finally {
      see("2017-09-30");
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

  private static List<Count> counts() throws SQLException {
    List<Count> counts = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(step("4-delays.sql"))) {
      while (row.next()) {
        counts.add(new Count(row.getString("kind"), row.getInt("days"), row.getLong("n")));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return counts;
  }

  private static Law writtenLaw() {
    JsonNode parts = scenario.at("/stages/0/delay/advance/mixture");
    assertThat(parts).hasSize(4);
    double[] shares = new double[4];
    for (int part = 0; part < 4; part++) {
      shares[part] = number(parts.get(part).get("weight")) / 100;
    }
    JsonNode gamma = parts.at("/1/of/gamma");
    JsonNode normal = parts.at("/2/of/truncated/of/normal");
    return new Law(
        shares,
        number(gamma.get("shape")),
        number(gamma.get("scale")),
        number(normal.get("mean")),
        number(normal.get("sd")));
  }

  private static void assertNormal(JsonNode written, String mean, String sd, double tolerance) {
    assertThat(number(written.at("/normal/mean"))).isCloseTo(numbers.get(mean), within(tolerance));
    assertThat(number(written.at("/normal/sd"))).isCloseTo(numbers.get(sd), within(tolerance));
  }

  /** The number in front of a unit. */
  private static double number(JsonNode node) {
    return Double.parseDouble(node.asText().replaceFirst("(%| days?| hours?)$", ""));
  }

  private static String step(String file) throws IOException {
    return Files.readString(STEPS.resolve(file));
  }
}
