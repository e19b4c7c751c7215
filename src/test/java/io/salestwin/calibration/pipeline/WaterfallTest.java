package io.salestwin.calibration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.MappingRules;
import io.salestwin.calibration.pipeline.Waterfall.Amount;
import io.salestwin.calibration.pipeline.Waterfall.Move;
import io.salestwin.calibration.pipeline.Waterfall.Place;
import io.salestwin.calibration.pipeline.Waterfall.Standing;
import io.salestwin.calibration.pipeline.Waterfall.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever happens to deals, the waterfall adds up; and it says what a plain count says. */
class WaterfallTest {

  private static final LocalDate FROM = LocalDate.of(2017, 9, 30);
  private static final LocalDate TO = LocalDate.of(2017, 12, 31);

  @Provide
  Arbitrary<Map<String, Standing>> evenings() {
    Arbitrary<Standing> standing =
        Combinators.combine(
                Arbitraries.of(Place.OUTSIDE, Place.OPEN, Place.WON, Place.LOST),
                Arbitraries.longs().between(0, 1_000_000),
                Arbitraries.of(true, false),
                Arbitraries.longs().between(0, 2 * TO.toEpochDay() * CrmHistory.DAY_MS))
            .as(Standing::new);
    Arbitrary<String> ids = Arbitraries.integers().between(1, 30).map(n -> "d" + n);
    return Arbitraries.maps(ids, standing).ofMaxSize(30);
  }

  @Property(seed = "1", tries = 400)
  void itAddsUp(
      @ForAll("evenings") Map<String, Standing> then,
      @ForAll("evenings") Map<String, Standing> now) {
    Waterfall waterfall = Waterfall.of("all", FROM, TO, then, now);

    int deals = waterfall.begin().deals();
    long cents = waterfall.begin().cents();
    for (Step step : waterfall.steps()) {
      deals += step.move().sign() * step.deals();
      cents += step.cents();
    }
    assertThat(new Amount(deals, cents)).isEqualTo(waterfall.end());
    assertThat(waterfall.end()).isEqualTo(open(now));
    assertThat(waterfall.begin().deals()).isEqualTo(open(then).deals());
    if (then.values().stream().allMatch(Standing::isSaid)) {
      assertThat(waterfall.begin()).isEqualTo(open(then));
    }
  }

  private static Amount open(Map<String, Standing> evening) {
    List<Standing> open = evening.values().stream().filter(s -> s.place() == Place.OPEN).toList();
    return new Amount(open.size(), open.stream().mapToLong(Standing::cents).sum());
  }

  @Test
  void eachMoveIsTold() {
    Map<String, Standing> then = new TreeMap<>();
    then.put("stays", said(Place.OPEN, 100));
    then.put("raised", said(Place.OPEN, 100));
    then.put("won for less", said(Place.OPEN, 100));
    then.put("lost", said(Place.OPEN, 100));
    then.put("pushed", said(Place.OPEN, 100));
    then.put("removed", said(Place.OPEN, 100));
    then.put("pulled in", said(Place.OUTSIDE, 100));
    then.put("pulled in and won", said(Place.OUTSIDE, 100));
    then.put("lost outside", said(Place.OUTSIDE, 100));
    then.put("reopened", said(Place.LOST, 100));
    then.put("not said", new Standing(Place.OPEN, 70, false, 0));
    Map<String, Standing> now = new TreeMap<>(then);
    now.put("raised", said(Place.OPEN, 130));
    now.put("won for less", said(Place.WON, 90));
    now.put("lost", said(Place.LOST, 0));
    now.put("pushed", said(Place.OUTSIDE, 100));
    now.remove("removed");
    now.put("pulled in", said(Place.OPEN, 110));
    now.put("pulled in and won", said(Place.WON, 120));
    now.put("lost outside", said(Place.LOST, 100));
    now.put("reopened", said(Place.OPEN, 95));
    now.put("not said", said(Place.OPEN, 88));
    now.put("created", new Standing(Place.OPEN, 50, true, Long.MAX_VALUE));
    now.put("late", said(Place.OPEN, 40));

    Waterfall waterfall = Waterfall.of("all", FROM, TO, then, now);

    assertThat(waterfall.begin()).isEqualTo(new Amount(7, 688));
    assertThat(waterfall.steps())
        .containsExactly(
            new Step(Move.CREATED, 1, 50),
            new Step(Move.ENTERED_LATE, 1, 40),
            new Step(Move.REOPENED, 1, 95),
            new Step(Move.MOVED_IN, 2, 230),
            new Step(Move.RAISED, 1, 30),
            new Step(Move.LOWERED, 1, -10),
            new Step(Move.WON, 2, -210),
            new Step(Move.LOST, 1, -100),
            new Step(Move.MOVED_OUT, 1, -100),
            new Step(Move.REMOVED, 1, -100));
    assertThat(waterfall.end()).isEqualTo(new Amount(7, 100 + 130 + 110 + 95 + 88 + 50 + 40));
  }

  private static Standing said(Place place, long cents) {
    return new Standing(place, cents, true, 0);
  }

  /** The same from the rows of the file, by hand. */
  @Test
  void theFourthQuarterIsWhatItsRowsSay() throws IOException {
    CrmImport read = CrmImport.read(Path.of("scenarios/maven-crm"), MappingRules.NONE, s -> {});
    CrmHistory then = read.history().asOf((FROM.toEpochDay() + 1) * CrmHistory.DAY_MS - 1);

    Waterfall waterfall =
        Waterfall.of(
            "all",
            FROM,
            TO,
            new Worths(then, read.priceCents()).standings(d -> true),
            new Worths(read.history(), read.priceCents()).standings(d -> true));

    Map<String, Long> price = new HashMap<>();
    for (String line : Files.readAllLines(Path.of("scenarios/maven-crm/products.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[2].matches("\\d+")) {
        price.put(cells[0], 100 * Long.parseLong(cells[2]));
        price.put(cells[0].replace(" ", ""), 100 * Long.parseLong(cells[2]));
      }
    }
    long[] created = new long[2];
    long[] won = new long[2];
    long[] lost = new long[2];
    long changed = 0;
    for (String line : Files.readAllLines(Path.of("scenarios/maven-crm/sales_pipeline.csv"))) {
      String[] cells = line.split(",", -1);
      if (!cells[5].matches("\\d{4}-.*")) {
        continue;
      }
      boolean isNew = cells[5].compareTo(FROM.toString()) > 0;
      boolean closes = cells[6].compareTo(FROM.toString()) > 0;
      long list = price.get(cells[2]);
      boolean wins = closes && cells[4].equals("Won");
      long paid = wins ? 100 * Long.parseLong(cells[7].replaceAll("\\.0+", "")) : list;
      if (isNew) {
        add(created, paid);
      }
      if (wins) {
        add(won, -paid);
        changed += isNew ? 0 : paid - list;
      } else if (closes) {
        add(lost, -list);
      }
    }
    assertThat(step(waterfall, Move.CREATED)).containsExactly(created);
    assertThat(step(waterfall, Move.WON)).containsExactly(won);
    assertThat(step(waterfall, Move.LOST)).containsExactly(lost);
    assertThat(step(waterfall, Move.RAISED)[1] + step(waterfall, Move.LOWERED)[1])
        .isEqualTo(changed);
    assertThat(Arrays.asList(created[0], won[0])).containsExactly(1165L, 1196L);
    assertThat(won[1]).isEqualTo(-280_249_600L);
  }

  private static void add(long[] to, long cents) {
    to[0]++;
    to[1] += cents;
  }

  private static long[] step(Waterfall of, Move move) {
    Step step = of.steps().stream().filter(s -> s.move() == move).findFirst().orElseThrow();
    return new long[] {step.deals(), step.cents()};
  }
}
