package io.salestwin.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.scenario.PayTerms.Draw;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Advance pay. */
class DrawsTest {

  @Test
  void aRecoverableDrawIsKeptBackFromWhatLaterPeriodsEarnBeyondIt() {
    Optional<Draw> draw = Optional.of(new Draw(300_000, true));
    Draws draws = Draws.NONE;
    draws = draws.next(draw, 100_000, 1);
    assertThat(draws.paid()).isEqualTo(300_000);
    assertThat(draws.owed()).isEqualTo(200_000);
    draws = draws.next(draw, 450_000, 1);
    assertThat(draws.paid()).isEqualTo(300_000);
    assertThat(draws.owed()).isEqualTo(50_000);
    draws = draws.next(draw, 500_000, 1);
    assertThat(draws.paid()).isEqualTo(450_000);
    assertThat(draws.owed()).isZero();
    draws = draws.next(draw, 0, 1.0 / 3);
    assertThat(draws.paid()).isEqualTo(100_000);
  }

  @Test
  void aDrawThatIsNotRecoverableIsALeastPay() {
    Optional<Draw> draw = Optional.of(new Draw(300_000, false));
    Draws draws = Draws.NONE;
    draws = draws.next(draw, 100_000, 1);
    assertThat(draws.paid()).isEqualTo(300_000);
    draws = draws.next(draw, 450_000, 1);
    assertThat(draws.paid()).isEqualTo(450_000);
    assertThat(draws.owed()).isZero();
  }

  @Property(seed = "1")
  void whatIsPaidIsWhatIsEarnedAndWhatIsStillOwed(
      @ForAll @Size(8) List<@DoubleRange(max = 1e6) Double> earned) {
    Optional<Draw> draw = Optional.of(new Draw(250_000, true));
    Draws draws = Draws.NONE;
    double sum = 0;
    double paid = 0;
    for (double e : earned) {
      draws = draws.next(draw, e, 1);
      double once = draws.paid();
      assertThat(once).isGreaterThanOrEqualTo(250_000 - 1e-6);
      sum += e;
      paid += once;
    }
    assertThat(paid).isCloseTo(sum + draws.owed(), within(1e-6));
  }
}
