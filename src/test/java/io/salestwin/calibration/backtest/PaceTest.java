package io.salestwin.calibration.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.calibration.CrmHistory;
import io.salestwin.calibration.CrmImport;
import io.salestwin.calibration.MappingRules;
import io.salestwin.statistics.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deals close on working days alone: rate 0.14 a working day, half of them won. */
class PaceTest {

  /** A Monday. */
  private static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);

  private static final int DAYS = 280;
  private static final double RATE = 0.14;
  private static final int PER_DAY = 20;

  /** The eighth week of the record. */
  private static final Holidays PAST = Holidays.of(List.of("2024-02-19..2024-02-23"));

  @TempDir private Path folder;

  private static boolean works(double day, Holidays holidays) {
    LocalDate date = BEGIN.plusDays((long) Math.floor(day));
    return date.getDayOfWeek().getValue() < 6 && !holidays.isOff(date);
  }

  private CrmHistory history() throws IOException {
    Luck luck = new Luck(3, 1);
    StringBuilder rows = new StringBuilder("id,created,status,closed,amount\n");
    LocalDateTime begin = BEGIN.atStartOfDay();
    for (int i = 0; i < DAYS * PER_DAY; i++) {
      double created = i / (double) PER_DAY;
      double at = created;
      double left = luck.exponential() / RATE;
      while (left > 0 && at < DAYS) {
        double rest = Math.floor(at) + 1 - at;
        double step = works(at, PAST) ? Math.min(rest, left) : rest;
        left -= works(at, PAST) ? step : 0;
        at += step;
      }
      boolean ended = left <= 0 && at < DAYS;
      String status = !ended ? "open" : luck.uniform() < 0.5 ? "won" : "lost";
      rows.append("d").append(i).append(',').append(begin.plusSeconds((long) (created * 86400)));
      rows.append(',').append(status).append(',');
      rows.append(ended ? begin.plusSeconds((long) (at * 86400)) : "").append(",100\n");
    }
    Files.writeString(folder.resolve("deals.csv"), rows);
    CrmHistory all = CrmImport.read(folder, MappingRules.NONE, s -> {}).history();
    return all.asOf(BacktestPlan.ms(BEGIN.plusDays(DAYS - 7)) - 1);
  }

  /** Half of what closes by the working days that are left to each deal. */
  private static double theory(int open, Holidays holidays) {
    int first = DAYS - 7;
    double[] left = new double[29];
    for (int day = 27; day >= 0; day--) {
      left[day] = left[day + 1] + (works(first + day, holidays) ? 1 : 0);
    }
    double wins = 0.5 * open * -Math.expm1(-RATE * left[0]);
    for (int minute = 0; minute < 28 * 1440; minute++) {
      double t = minute / 1440.0;
      int day = (int) t;
      double working = left[day + 1] + (left[day] - left[day + 1]) * (day + 1 - t);
      wins += 0.5 * PER_DAY / 1440.0 * -Math.expm1(-RATE * working);
    }
    return wins;
  }

  /** The fit knows 5,400 deals: 4 % is about three standard errors of the mean. */
  @Test
  void whatClosesOnWorkingDaysIsForecastWithAndWithoutHolidaysAhead() throws IOException {
    CrmHistory then = history();
    LocalDate now = BEGIN.plusDays(DAYS - 7);
    BacktestPlan.Window window = new BacktestPlan.Window(now, now.plusDays(28));
    Variant variant = new Variant(Variant.Family.AGES, false, false);
    Lives lives = Lives.of(then, false);
    for (Holidays ahead :
        List.of(PAST, Holidays.of(List.of("2024-02-19..2024-02-23", week(now))))) {
      Pace pace = Pace.of(lives, ahead);

      WinModel model = new WinModel(new Past(then), pace, variant, window, null, 3);
      double theory = theory(lives.open, ahead);

      assertThat(pace.isEven()).isFalse();
      assertThat(Sample.of(model.play(1000).count()).mean()).isCloseTo(theory, within(theory / 25));
    }
  }

  private static String week(LocalDate monday) {
    return monday + ".." + monday.plusDays(4);
  }

  /**
   * Exposures are summed in one way, expected exits in another: they must agree, but for the steps
   * whose middle lies just outside of the record.
   */
  @Test
  void exitsToBeExpectedAreThoseThatWere() throws IOException {
    Lives lives = Lives.of(history(), false);
    double[] same = new double[lives.then.deals()];
    Arrays.fill(same, 1);
    Pace pace = Pace.of(lives, PAST);

    double[][] told = pace.told(Hazards.of(lives, same, pace));

    for (int way : new int[] {Pace.WON, Pace.LOST}) {
      int exit = way == Pace.WON ? lives.won() : lives.lost();
      long seen = Arrays.stream(lives.exit, 0, lives.stays).filter(x -> x == exit).count();
      assertThat(Arrays.stream(told[way]).sum()).isCloseTo(seen, within(1e-3 * seen));
    }
  }

  @Test
  void daysThatAreAlikeAreTakenAsAlike() {
    CrmHistory maven =
        CrmImport.read(Path.of("scenarios/maven-crm"), MappingRules.NONE, s -> {}).history();

    assertThat(Pace.of(Lives.of(maven, false), Holidays.USUAL).isEven()).isTrue();
  }

  @Test
  void holidaysAreReadAsPeopleWriteThem() {
    Holidays holidays = Holidays.of(List.of("2027-04-05", "2027-12-30..2027-12-31", "12-26"));

    assertThat(holidays.days()).hasSize(3);
    assertThat(holidays.isOff(LocalDate.of(2031, 12, 26))).isTrue();
    assertThat(holidays.isOff(LocalDate.of(2027, 4, 5))).isTrue();
    assertThat(holidays.isOff(LocalDate.of(2028, 4, 5))).isFalse();
    for (String wrong : List.of("Easter", "2027-13-01", "2027-05-02..2027-05-01", "13-26", "")) {
      assertThatThrownBy(() -> Holidays.of(List.of(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(wrong + ": give a day");
    }
  }
}
