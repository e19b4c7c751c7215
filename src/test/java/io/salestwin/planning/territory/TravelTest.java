package io.salestwin.planning.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.document.Csv;
import io.salestwin.document.Problem;
import io.salestwin.planning.territory.TerritoryPlan.Holding;
import io.salestwin.planning.territory.TerritoryPlan.Outcome;
import io.salestwin.planning.territory.TerritoryPlan.Placed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Distances, and what they do to a division. */
class TravelTest {

  private static final TerritoryPlan NEAR = plan(0.05);
  private static final TerritoryPlan ANYWHERE = plan(0);

  private static TerritoryPlan plan(double travel) {
    return TerritoryPlan.of(MadeUp.field(), rules(travel), 1, 200_000, Search.whole(cost -> {}));
  }

  private static DivisionRules rules(double travel) {
    DivisionRules usual = DivisionRules.USUAL;
    return new DivisionRules(0.7, 0.8, usual.timeByTier(), 0.02, 0.05, travel, true, true);
  }

  private static TerritoryFiles files(String accounts, String reps) {
    return TerritoryFiles.of(
        Csv.parse(accounts, "accounts.csv", Csv.Limits.DEFAULT),
        Csv.parse(reps, "reps.csv", Csv.Limits.DEFAULT),
        Map.of());
  }

  /** The angle between two places by vectors: atan2(|a x b|, a . b). */
  private static double byVectors(Position a, Position b) {
    double[] u = vector(a);
    double[] v = vector(b);
    double x = u[1] * v[2] - u[2] * v[1];
    double y = u[2] * v[0] - u[0] * v[2];
    double z = u[0] * v[1] - u[1] * v[0];
    double dot = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    return 6371.0088 * Math.atan2(Math.sqrt(x * x + y * y + z * z), dot);
  }

  private static double[] vector(Position p) {
    double up = Math.toRadians(p.latitude());
    double across = Math.toRadians(p.longitude());
    return new double[] {
      Math.cos(up) * Math.cos(across), Math.cos(up) * Math.sin(across), Math.sin(up)
    };
  }

  @Test
  void knownDistances() {
    double quarter = 6371.0088 * Math.PI / 2;
    Position pole = new Position(90, 0);
    assertThat(pole.kmTo(new Position(0, 123))).isCloseTo(quarter, within(1e-6));
    assertThat(new Position(0, 10).kmTo(new Position(0, -170)))
        .isCloseTo(2 * quarter, within(1e-6));
    // one minute of latitude is a nautical mile but for a thousandth part
    assertThat(new Position(48, 2).kmTo(new Position(48 + 1 / 60.0, 2)))
        .isCloseTo(1.852, within(0.002));
    assertThat(pole.kmTo(pole)).isZero();
  }

  @Property(seed = "1", tries = 300)
  void haversineIsTheAngleBetweenTheVectors(@ForAll long seed) {
    Random random = new Random(seed);
    Position a = new Position(180 * random.nextDouble() - 90, 360 * random.nextDouble() - 180);
    Position b = new Position(180 * random.nextDouble() - 90, 360 * random.nextDouble() - 180);
    // towards the antipodes the haversine formula keeps about eight digits
    assertThat(a.kmTo(b)).isCloseTo(byVectors(a, b), within(1e-3));
    assertThat(b.kmTo(a)).isEqualTo(a.kmTo(b));
  }

  /** Every division of eight accounts among three bases is tried, its cost worked out here. */
  @Property(seed = "1", tries = 8)
  void theSearchFindsTheBestDivisionWithDistances(@ForAll @IntRange(min = 1, max = 1000) int seed) {
    Random random = new Random(seed);
    StringBuilder accounts = new StringBuilder("id,potential,hours,lat,lon\n");
    for (int a = 0; a < 8; a++) {
      int potential = 1000 + random.nextInt(9000);
      double lat = 40 + 10 * random.nextDouble();
      double lon = 20 * random.nextDouble();
      accounts.append("A").append(a).append(',').append(potential).append(",100,");
      accounts.append(lat).append(',').append(lon).append('\n');
    }
    String reps = "name,hours,lat,lon\nAna,360,41,2\nBen,360,49,4\nCleo,360,45,18\n";
    TerritoryFiles files = files(accounts.toString(), reps);
    assertThat(files.problems()).isEmpty();
    DivisionRules usual = DivisionRules.USUAL;
    DivisionRules rules = new DivisionRules(0, 2, usual.timeByTier(), 0.02, 0.05, 0.5, true, true);
    double best = Double.POSITIVE_INFINITY;
    for (int code = 0; code < 6561; code++) {
      List<Integer> patchOf = new ArrayList<>();
      for (int rest = code; patchOf.size() < 8; rest /= 3) {
        patchOf.add(rest % 3);
      }
      best = Math.min(best, cost(files, patchOf));
    }
    TerritoryPlan plan = TerritoryPlan.of(files, rules, 1, 50_000, Search.whole(cost -> {}));
    List<Integer> found = plan.accounts().stream().map(Placed::patch).toList();
    // squares are rounded to a hundred-thousandth of a share, costs to a whole number
    assertThat(cost(files, found)).isCloseTo(best, within(1e-4));
  }

  /** Squared shares by which potential and work are off, and 4 x 50 % x 3 / 8 per mean distance. */
  private static double cost(TerritoryFiles files, List<Integer> patchOf) {
    double all = files.accounts().stream().mapToDouble(Account::potentialCents).sum();
    double[] potential = new double[3];
    double[] accounts = new double[3];
    double way = 0;
    double ways = 0;
    for (int a = 0; a < 8; a++) {
      Account account = files.accounts().get(a);
      potential[patchOf.get(a)] += account.potentialCents();
      accounts[patchOf.get(a)]++;
      for (int t = 0; t < 3; t++) {
        double km =
            byVectors(account.position().orElseThrow(), files.patches().get(t).bases().get(0));
        way += patchOf.get(a) == t ? km : 0;
        ways += km / 24;
      }
    }
    double cost = 4 * 0.5 * 3 / 8.0 * way / ways;
    for (int t = 0; t < 3; t++) {
      cost += Math.pow(potential[t] / all * 3 - 1, 2) + Math.pow(accounts[t] / 8 * 3 - 1, 2);
    }
    return cost;
  }

  @Test
  void theExampleIsWhatTheGeneratorMakes() {
    Path folder = Path.of("scenarios/territories");
    assertThat(folder.resolve("field-accounts.csv")).hasContent(MadeUp.fieldAccounts());
    assertThat(folder.resolve("field-reps.csv")).hasContent(MadeUp.fieldReps());
  }

  @Test
  void waysBecomeShorterAndTheBandIsKept() {
    assertThat(NEAR.hasDistances()).isTrue();
    assertThat(NEAR.meanKm(true)).isLessThan(NEAR.meanKm(false)).isLessThan(ANYWHERE.meanKm(true));
    assertThat(NEAR.obstacles()).isEmpty();
    assertThat(NEAR.potentialAfter().gini()).isLessThan(0.05);
  }

  @Test
  void theMeanDistanceIsThatOfTheAccounts() {
    for (boolean planned : new boolean[] {false, true}) {
      double sum = 0;
      int visited = 0;
      for (Placed placed : NEAR.accounts()) {
        int patch = planned ? placed.patch() : placed.account().patch();
        List<Position> bases =
            patch < 0 ? List.of() : NEAR.territories().get(patch).patch().bases();
        if (!bases.isEmpty()) {
          sum += byVectors(placed.account().position().orElseThrow(), bases.get(0));
          visited++;
        }
      }
      assertThat(NEAR.meanKm(planned)).isCloseTo(sum / visited, within(1e-6));
    }
  }

  @Test
  void whoDoesNotTravelHasNoDistance() {
    for (Outcome outcome : NEAR.territories()) {
      Holding held = outcome.after();
      boolean inside = outcome.patch().bases().isEmpty();
      assertThat(held.visited()).isEqualTo(inside ? 0 : held.accounts());
      assertThat(Double.isNaN(held.meanKm())).isEqualTo(inside);
    }
  }

  @Test
  void withoutWeightThePlanIsThatWithoutAMap() {
    TerritoryPlan plain =
        TerritoryPlan.of(
            MadeUp.files(200, 12, 2027), rules(0.05), 1, 200_000, Search.whole(cost -> {}));
    assertThat(plain.hasDistances()).isFalse();
    assertThat(plain.meanKm(true)).isNaN();
    assertThat(ANYWHERE.accounts())
        .extracting(Placed::patch)
        .isEqualTo(plain.accounts().stream().map(Placed::patch).toList());
  }

  @Test
  void aTerritoryOfSeveralRepsCountsFromTheNearestBase() {
    TerritoryFiles files =
        files(
            "id,potential,latitude,longitude\nA,1000,10,10\nB,1000,20,20\nC,5,,\n",
            "name,hours,territory,lat,lng\nAna,10,one,10,11\nBen,10,one,20,21\nCleo,10,two,,\n");
    assertThat(files.badRows()).isEmpty();
    Patch one = files.patches().get(0);
    assertThat(one.kmTo(files.accounts().get(0)))
        .isCloseTo(byVectors(new Position(10, 10), new Position(10, 11)), within(1e-6));
    assertThat(one.kmTo(files.accounts().get(2))).isNaN();
    assertThat(files.patches().get(1).kmTo(files.accounts().get(0))).isNaN();
  }

  @Test
  void positionsThatCannotBeAreTold() {
    TerritoryFiles files =
        files(
            "id,potential,lat,lon\nA,1,95,10\nB,1,20,\nC,1,20,here\nD,1,20,30\n",
            "name,hours\nAna,10\nBen,10\n");
    assertThat(files.badRows()).extracting(Problem::line).containsExactly(2, 3, 4);
    assertThat(files.badRows().get(0).toString())
        .contains("lat", "95 is out of range", "from -90 to 90");
    assertThat(files.notes()).anyMatch(note -> note.contains("no rep has"));
    assertThat(files("id,potential,lat\nA,1,1\nB,1,1\n", "name,hours\nAna,1\nBen,1\n").problems())
        .anyMatch(problem -> problem.message().contains("a column for one only"));
  }
}
