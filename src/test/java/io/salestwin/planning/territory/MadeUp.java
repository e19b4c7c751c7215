package io.salestwin.planning.territory;

import io.salestwin.document.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Made-up accounts and reps; the same seed gives the same tables. */
final class MadeUp {

  private static final List<String> REGIONS = List.of("North", "South", "East", "West");

  /** Where the regions lie. */
  private static final double[] NORTH = {45, 32, 40, 38};

  private static final double[] EAST = {-93, -97, -76, -120};
  private static final List<String> INDUSTRIES =
      List.of("Software", "Manufacturing", "Health", "Finance");
  private static final List<String> FIRST =
      List.of(
          "Ana", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gia", "Hugo", "Ida", "Jon", "Kim", "Lea");
  private static final List<String> SYLLABLES =
      List.of(
          "al", "bor", "cen", "dri", "el", "fon", "gra", "hol", "in", "kra", "lum", "mer", "nor");
  private static final List<String> ENDINGS =
      List.of("Works", "Group", "Labs", "Systems", "& Sons");

  private final Random random;

  private MadeUp(long seed) {
    random = new Random(seed);
  }

  /** The example: 200 accounts. */
  static String exampleAccounts() {
    return new MadeUp(2027).accounts(200, 12);
  }

  /** The example: eight reps in the field, each with a region, and four inside, by industry. */
  static String exampleReps() {
    return reps(12);
  }

  /** The example on a map: accounts around the middle of their region. */
  static String fieldAccounts() {
    return onMap(exampleAccounts(), 2, 3, 41);
  }

  /** The example on a map: reps with a region travel from a base, the others do not. */
  static String fieldReps() {
    return onMap(exampleReps(), 1, 1.5, 43);
  }

  private static String onMap(String table, int region, double spread, long seed) {
    Random chance = new Random(seed);
    Csv csv = Csv.parse(table, "table.csv", Csv.Limits.DEFAULT);
    List<String> header = new ArrayList<>(csv.header());
    header.addAll(List.of("Latitude", "Longitude"));
    List<List<String>> rows = new ArrayList<>();
    for (Csv.Row row : csv.rows()) {
      List<String> cells = new ArrayList<>(row.cells());
      int at = REGIONS.indexOf(cells.get(region));
      cells.add(at < 0 ? "" : degrees(NORTH[at] + spread * chance.nextGaussian()));
      cells.add(at < 0 ? "" : degrees(EAST[at] + spread * chance.nextGaussian()));
      rows.add(cells);
    }
    return Csv.write(header, rows);
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  static TerritoryFiles field() {
    return TerritoryFiles.of(
        Csv.parse(fieldAccounts(), "accounts.csv", Csv.Limits.DEFAULT),
        Csv.parse(fieldReps(), "reps.csv", Csv.Limits.DEFAULT),
        Map.of());
  }

  static TerritoryFiles files(int accounts, int reps, long seed) {
    Csv table =
        Csv.parse(new MadeUp(seed).accounts(accounts, reps), "accounts.csv", Csv.Limits.DEFAULT);
    Csv sellers = Csv.parse(reps(reps), "reps.csv", Csv.Limits.DEFAULT);
    return TerritoryFiles.of(table, sellers, Map.of());
  }

  private static String rep(int index) {
    return FIRST.get(index % FIRST.size())
        + (index < FIRST.size() ? "" : " " + index / FIRST.size());
  }

  private static boolean inside(int rep) {
    return rep % 3 == 2;
  }

  private static String reps(int reps) {
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < reps; r++) {
      String region = inside(r) ? "" : REGIONS.get(r % 4);
      String industry = inside(r) ? (r % 2 == 0 ? "Software|Finance" : "Manufacturing|Health") : "";
      rows.add(List.of(rep(r), region, industry, inside(r) ? "1200" : "1000"));
    }
    return Csv.write(List.of("Rep", "Region", "Industry", "Capacity hours"), rows);
  }

  private String accounts(int accounts, int reps) {
    List<List<String>> rows = new ArrayList<>();
    for (int a = 0; a < accounts; a++) {
      String industry = pick(INDUSTRIES);
      String region = pick(REGIONS);
      double size = random.nextGaussian();
      double fit = 15 + 4 * (0.6 * size + 0.8 * random.nextGaussian());
      int potential = (int) Math.round(60 * Math.exp(0.9 * size)) * 1000;
      rows.add(
          List.of(
              String.format(Locale.ROOT, "A-%04d", a + 1),
              name(),
              region,
              industry,
              part(fit),
              part(fit),
              part(fit),
              part(fit),
              Integer.toString(potential),
              owner(region, industry, size, reps),
              random.nextInt(14) == 0 ? "yes" : "",
              random.nextInt(18) == 0 ? "1" : "0"));
    }
    // locked and unowned would contradict each other
    for (int a = 0; a < accounts; a++) {
      List<String> row = rows.get(a);
      if (row.get(9).isEmpty() || row.get(9).equals("Robin")) {
        List<String> unlocked = new ArrayList<>(row);
        unlocked.set(10, "");
        rows.set(a, List.copyOf(unlocked));
      }
    }
    return Csv.write(
        List.of(
            "Account ID",
            "Account Name",
            "Region",
            "Industry",
            "Firmographic",
            "Technographic",
            "Intent",
            "Relationship",
            "Annual Potential",
            "Account Owner",
            "Locked",
            "Open deals"),
        rows);
  }

  private String part(double mean) {
    double drawn = mean + 4 * random.nextGaussian();
    return Long.toString(Math.round(Math.max(0, Math.min(25, drawn))));
  }

  private String name() {
    String word = pick(SYLLABLES) + pick(SYLLABLES);
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " " + pick(ENDINGS);
  }

  /** Who came first got more, and the larger ones; some have left, some accounts have nobody. */
  private String owner(String region, String industry, double size, int reps) {
    int draw = random.nextInt(100);
    if (draw < 4) {
      return draw < 2 ? "" : "Robin";
    }
    double early = size > 0.5 ? 2.2 : 1.4;
    for (int tries = 0; tries < 50; tries++) {
      int rep = (int) (reps * Math.pow(random.nextDouble(), early));
      boolean fits =
          inside(rep)
              ? (rep % 2 == 0) == (industry.equals("Software") || industry.equals("Finance"))
              : REGIONS.get(rep % 4).equals(region);
      if (fits || random.nextInt(10) == 0) {
        return rep(rep);
      }
    }
    return "";
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
