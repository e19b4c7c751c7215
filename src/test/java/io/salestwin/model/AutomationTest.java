package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.model.Observer.Step;
import io.salestwin.model.Story.Play;
import org.junit.jupiter.api.Test;

/** What administration takes from selling, and what less of it gives back; by hand. */
class AutomationTest {

  private static final double HOUR = 3_600_000.0;

  @Test
  void administrationIsTakenOffTheSellingHours() {
    assertThat(busy().play("roles.AE.hoursPerWeek=30", "roles.AE.adminShare=20%").seen())
        .isEqualTo(busy().play("roles.AE.hoursPerWeek=24").seen());
    assertThat(busy().play("roles.AE.adminShare=0%").seen()).isEqualTo(busy().play().seen());
  }

  @Test
  void fourTenthsLessAdministrationIsSoMuchMoreWorkInTheSameTime() {
    // 168 hours a week: with 20 % administration a touch of 8 hours takes 10, with 12 % 9.0909
    Play before = busy().play("roles.AE.adminShare=20%");
    Play after = busy().play("roles.AE.adminShare=12%");
    assertThat(before.hours(0, Step.WON)).containsExactly(11.0);
    assertThat(after.hours(0, Step.WON).get(0)).isCloseTo(1 + 8 / 0.88, within(1e-6));
    double gain = before.fact(Fact.BUSY_MS) / (double) after.fact(Fact.BUSY_MS);
    assertThat(gain).isCloseTo(0.88 / 0.8, within(1e-6));
    // a fifth less effort on top of it
    Play faster = busy().play("roles.AE.adminShare=12%", "stages.Talk.work[0].effort=6.4 hours");
    assertThat(faster.fact(Fact.BUSY_MS) / HOUR).isCloseTo(3 * 6.4 / 0.88, within(1e-6));
  }

  private static Story busy() {
    return new Story()
        .role("AE", "headcount: 1")
        .lead(1)
        .lead(2)
        .lead(300)
        .stage("name: Talk, owner: AE, advance: 100%, work: [{activity: demo, effort: 8 hours}]");
  }
}
