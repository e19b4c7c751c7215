package io.salestwin.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class YamlTest {

  private static BigDecimal number(String percent) {
    return new BigDecimal(percent.substring(0, percent.length() - 1));
  }

  @Property(tries = 300)
  void aShareAndWhatIsLeftSumToAllAsTheyAreWritten(
      @ForAll @Scale(7) @DoubleRange(min = 1e-6, max = 0.99994) double share) {
    BigDecimal part = number(Yaml.percents(share).get(0));
    BigDecimal rest = number(Yaml.percents(share).get(1));

    assertThat(part.add(rest)).isEqualByComparingTo("100");
    assertThat(part).isPositive();
    assertThat(rest).isPositive();
  }
}
