package io.salestwin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadTest {

  /** Ten leads on a day, so that all can be counted by hand. */
  private static final String SCENARIO =
      """
      name: ten leads
      start: 2027-01-01
      horizon: 60 days
      begin: {empty: true}
      calendar: always
      products: {p: {value: 1}}
      sources: {s: {arrivals: {on: {2027-01-02: 10}}}}
      roles: {R: {headcount: 2}}
      stages:
        - name: First
          owner: R
          work: [{activity: call, effort: 1 hour, times: 3}]
          advance: 100%
        - name: Second
          owner: R
          delay: {advance: 2 days, otherwise: 2 days}
          advance: 0%
          lose: {no: 100%}
          recycle: {of: [no], share: 100%, after: 100 days}
      """;

  @Test
  void arrivalsTouchesExitsAfterDelaysAndReturnsAreCounted() {
    // ten arrivals, thirty touches (the exit from First is part of the third), ten exits after two
    // days
    assertThat(Workload.of(scenario(SCENARIO), 1, 2)).isEqualTo(new Workload(10, 50));
  }

  @Test
  void aReturnIsAnEventAndSoIsTheNextExit() {
    // twenty days later all are back at First, for three touches and another exit from Second
    String back = SCENARIO.replace("100 days", "20 days").replace("60 days", "30 days");
    assertThat(Workload.of(scenario(back), 1, 1)).isEqualTo(new Workload(10, 100));
  }

  @Test
  void aTimeOutIsAnEvent() {
    String impatient = SCENARIO.replace("  - name: Second", "  - name: Second\n    timeOut: 1 day");
    assertThat(Workload.of(scenario(impatient), 1, 1)).isEqualTo(new Workload(10, 50));
  }

  @Test
  void withoutReplicationsThereIsNothingToCount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workload.of(scenario(SCENARIO), 1, 0))
        .withMessageContaining("at least 1");
  }

  private static Scenario scenario(String text) {
    ScenarioFile read =
        ScenarioFile.read("ten.yaml", Attachments.ofTexts(Map.of("ten.yaml", text)), List.of());
    assertThat(read.scenario()).as("%s", read.problems()).isPresent();
    return read.scenario().orElseThrow();
  }
}
