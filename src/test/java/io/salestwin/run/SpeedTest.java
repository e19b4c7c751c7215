package io.salestwin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpeedTest {

  @Test
  void ratesFollowFromReplicationsAndSeconds() {
    Speed speed = new Speed(2, 50, 0.5);
    assertThat(speed.msPerReplication()).isEqualTo(10);
    assertThat(speed.perSecond(1000)).isEqualTo(100_000);
  }

  @Test
  void aMeasurementPlaysAtLeastOneReplicationOnEachThread() {
    Speed speed = Speed.measure(Speed.referenceFunnel(), 3, 1e-6);
    assertThat(speed.threads()).isEqualTo(3);
    assertThat(speed.replications()).isEqualTo(3);
    assertThat(speed.seconds()).isPositive();
  }

  @Test
  void aMeasurementNeedsTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Speed.measure(Speed.referenceFunnel(), 1, 0))
        .withMessageContaining("above 0");
  }

  /**
   * In a year 7,300 leads come (standard deviation 85), and about 25,300 events happen. Each mean
   * of 40 years is 4.5 standard errors off once in 150,000 choices of seeds; events vary with the
   * leads and the visits, by some 350 a year.
   */
  @Test
  void theReferenceFunnelHasTheSizeThatItIsKnownFor() {
    Workload year = Workload.of(Speed.referenceFunnel(), 1, 40);
    assertThat(year.leads()).isCloseTo(7300, within(4.5 * 85.4 / Math.sqrt(40)));
    assertThat(year.events()).isCloseTo(25_300, within(4.5 * 350 / Math.sqrt(40)));
  }

  @Test
  void theTemplateIsAScenario() {
    assertThat(Speed.template("b2b-saas").name()).isEqualTo("B2B SaaS, FY2027");
  }
}
