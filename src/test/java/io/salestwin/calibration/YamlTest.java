package io.salestwin.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class YamlTest {

  private static BigDecimal number(String percent) {
    return new BigDecimal(percent.substring(0, percent.length() - 1));
  }

  @Property(seed = "1", tries = 300)
  void aShareAndWhatIsLeftSumToAllAsTheyAreWritten(
      @ForAll @Scale(7) @DoubleRange(min = 1e-6, max = 0.999999) double share) {
    List<BigDecimal> both = Yaml.percents(share).stream().map(YamlTest::number).toList();

    assertThat(both.get(0).add(both.get(1))).isEqualByComparingTo("100");
    assertThat(both).allSatisfy(part -> assertThat(part).isPositive());
  }
}
