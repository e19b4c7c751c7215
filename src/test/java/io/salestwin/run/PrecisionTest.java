package io.salestwin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.run.Precision.Goal;
import io.salestwin.run.Precision.Look;
import io.salestwin.run.Precision.Mean;
import io.salestwin.run.Precision.Odds;
import io.salestwin.run.Precision.Wish;
import io.salestwin.statistics.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a run, and where it therefore ends. */
class PrecisionTest {

  @ParameterizedTest
  @CsvSource({
    "1%, '', 0.01",
    "0.5%, '', 0.005",
    ".5 %, '', 0.005",
    "odds:2%, odds, 0.02",
    "odds.2027-Q1: 2%, odds.2027-Q1, 0.02",
    "won_by_source.trade fair: east : 3%, won_by_source.trade fair: east, 0.03",
  })
  void aWishIsAPercentageWithOrWithoutAFigure(String text, String figure, double most) {
    Wish wish = Wish.parse(text).orElseThrow();
    assertThat(wish.figure()).isEqualTo(figure);
    assertThat(wish.most()).isCloseTo(most, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0.01", "0%", "100%", "-1%", "one%", "odds", "1%2%", "1e-3%"})
  void whatIsNoPercentageIsNoWish(String text) {
    assertThat(Wish.parse(text)).isEmpty();
  }

  @Test
  void theHalfWidthOfAMeanIsAShareOfItAndThatOfOddsAreItsPoints() {
    double[] values = {90, 110, 120, 80, 100, 120, 95, 85};
    // R: m <- c(100, 100, 110, 90); qt(.98, 3) * sd(m) / 2 = 14.205... at 96 %, told as 95 %
    Goal mean = new Mean("mean bookings", "b", 0.05, true);
    Look look = look(mean, values);
    assertThat(look.figures().get(0).estimate().orNaN()).isEqualTo(100);
    assertThat(look.figures().get(0).halfWidth())
        .isCloseTo(3.4819087562 * Math.sqrt(200 / 3.0) / 2 / 100, within(1e-9));
    Goal units = new Mean("mean win rate", "b", 0.05, false);
    assertThat(look(units, values).figures().get(0).halfWidth())
        .isCloseTo(100 * look.figures().get(0).halfWidth(), within(1e-9));
    // hits 01 10 11 00: pair means 0.5, 0.5, 1, 0 with standard error² 1 / 24, so 0.25 / (1 / 24) =
    // 6
    // values tell as much; Wilson's interval for 6 with z = 2.0537489
    Goal odds = new Odds("odds", "b", 100, 0.5);
    double z = 2.0537489106318225;
    double half = z / (1 + z * z / 6) * Math.sqrt(0.25 / 6 + z * z / 4 / 36);
    assertThat(look(odds, values).figures().get(0).estimate().orNaN()).isEqualTo(0.5);
    assertThat(look(odds, values).figures().get(0).halfWidth()).isCloseTo(half, within(1e-9));
    assertThat(look(odds, values).isMet()).isTrue();
  }

  @Test
  void whatNeverVariesIsKnownAndWhatIsNotComputableIsNot() {
    Goal goal = new Mean("m", "m", 0.01, true);
    assertThat(look(goal, 0, 0, 0, 0).isMet()).isTrue();
    assertThat(look(goal, 7, 7, 7, 7).isMet()).isTrue();
    assertThat(look(goal, Double.NaN, Double.NaN, Double.NaN, Double.NaN).isMet()).isFalse();
    assertThat(look(goal, -1, 1, -1, 1.1).figures().get(0).halfWidth()).isPositive();
  }

  @Test
  void allFiguresMustBeShortEnoughAndTheWidestIsNamed() {
    Goal easy = new Mean("easy", "b", 0.9, true);
    Goal hard = new Mean("hard", "b", 0.01, true);
    double[] values = {9, 11, 12, 8, 10, 12};
    Look look = new Precision(List.of(easy, hard)).look(values.length, name -> values);
    assertThat(look.figures().get(0).isMet()).isTrue();
    assertThat(look.isMet()).isFalse();
    assertThat(look.widest().goal()).isEqualTo(hard);
    assertThatIllegalArgumentException().isThrownBy(() -> new Precision(List.of()));
  }

  @Test
  void theEndIsExpectedWhereErrorsWillHaveShrunkEnough() {
    Goal goal = new Mean("m", "m", 0.01, true);
    Precision.Reached reached =
        new Precision.Reached(goal, look(goal, 1, 2, 3, 4).figures().get(0).estimate(), 0.029);
    // 2.9 times too wide at 128: 8.41 times as many, 1077
    assertThat(new Look(128, List.of(reached)).expectedEnd()).isEqualTo(2048);
    Precision.Reached met = new Precision.Reached(goal, reached.estimate(), 0.01);
    assertThat(new Look(128, List.of(met)).expectedEnd()).isEqualTo(128);
    Precision.Reached never =
        new Precision.Reached(goal, reached.estimate(), Double.POSITIVE_INFINITY);
    assertThat(new Look(128, List.of(never)).expectedEnd()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aRunEndsAtTheFirstLookThatIsPreciseInTheOrderOfTheRowsWhateverFinishesFirst() {
    double[] values = new double[4096];
    for (int r = 0; r < values.length; r++) {
      values[r] = 100 + 30 * Math.sin(r * r);
    }
    int atOnce = end(values, values.length, values.length);
    assertThat(atOnce).isEqualTo(1024);
    assertThat(end(values, 1, values.length)).isEqualTo(atOnce);
    assertThat(end(values, 100, values.length)).isEqualTo(atOnce);
    assertThat(end(values, 1025, values.length)).isEqualTo(atOnce);
    assertThat(end(values, 100, 1000)).isEqualTo(1000);
  }

  /** Where a run ends whose rows come in pieces of this size, each piece backwards. */
  private static int end(double[] values, int piece, int most) {
    Goal goal = new Mean("m", "m", 0.015, true);
    double[][] rows = new double[values.length][];
    List<Integer> looks = new ArrayList<>();
    Prefix prefix =
        new Prefix(most, Optional.of(new Precision(List.of(goal))), name -> 0, r -> rows[r]);
    Progress progress =
        new Progress() {
          @Override
          public void reached(int done, int expected, Tally bookings) {
            assertThat(expected).isBetween(Math.min(done, most), most);
          }

          @Override
          public void looked(Look look) {
            looks.add(look.replications());
          }
        };
    for (int from = 0; from < most && !prefix.isPrecise(); from += piece) {
      for (int r = Math.min(from + piece, most) - 1; r >= from; r--) {
        rows[r] = new double[] {values[r]};
        prefix.advance(progress);
      }
    }
    assertThat(looks).startsWith(128, 256, 512).doesNotHaveDuplicates().isSorted();
    assertThat(looks.get(looks.size() - 1)).isEqualTo(prefix.length());
    return prefix.length();
  }

  private static Look look(Goal goal, double... values) {
    return new Precision(List.of(goal)).look(values.length, name -> values);
  }
}
