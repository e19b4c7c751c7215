package io.salestwin.planning.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import io.salestwin.document.Parsed;
import io.salestwin.planning.staffing.Vary.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaryTest {

  @Test
  void rangesStepsAndLists() {
    assertThat(Vary.parse("roles.AE.headcount=8..11").value().values())
        .containsExactly(8, 9, 10, 11);
    assertThat(Vary.parse("roles.AE.headcount=8..14/3").value().values())
        .containsExactly(8, 11, 14);
    assertThat(Vary.parse("roles.AE.headcount=14, 8,8").value().values()).containsExactly(8, 14);
    assertThat(Vary.parse("roles.AE.headcount=9").value().values()).containsExactly(9);
  }

  @Test
  void countedFromToday() {
    Vary vary = Vary.parse("roles.AE.headcount=-1..+2").value();
    assertThat(vary.relative()).isTrue();
    assertThat(vary.values()).containsExactly(-1, 0, 1, 2);
    assertThat(Vary.parse("roles.AE.headcount=+0..+4").value().values()).hasSize(5);
  }

  @Test
  void hiresAndTerritories() {
    Vary hires = Vary.parse("roles.AE.hires.2027-03-01.west=0..2").value();
    assertThat(hires.kind()).isEqualTo(Kind.HIRES);
    assertThat(hires.on()).hasValue(LocalDate.of(2027, 3, 1));
    assertThat(hires.territory()).isEqualTo("west");
    assertThat(hires.name()).isEqualTo("AE in west hired on 2027-03-01");
    assertThat(Vary.parse("roles.AE.hires.2027-03-01=0..2").value().name())
        .isEqualTo("AE hired on 2027-03-01");
    Vary territory = Vary.parse("roles.AE.territories.west=3..6").value();
    assertThat(territory.kind()).isEqualTo(Kind.TERRITORY);
    assertThat(territory.name()).isEqualTo("AE in west");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roles.AE.headcount",
        "roles.AE.headcount=",
        "roles.AE.headcount=many",
        "roles.AE.headcount=9..8",
        "roles.AE.headcount=1..1000",
        "roles.AE.headcount=1..9/0",
        "roles.AE.headcount=99999999999999999999",
        "roles.AE.salary=50..60",
        "sources.inbound.arrivals.perMonth=100..200",
        "roles.AE.hires.march=0..2",
        "roles.AE.hires.2027-03-01=+0..+2"
      })
  void whatIsNotUnderstoodSaysWhatToWrite(String text) {
    Parsed<Vary> vary = Vary.parse(text);
    assertThat(vary.isBad()).isTrue();
    assertThat(vary.reason()).isNotBlank();
    assertThat(vary.advice()).containsPattern("write|give");
  }

  @ParameterizedTest
  @CsvSource({"p90(utilisation.AE) <= 85%,0.9,0.85,false", "p10(bookings) >= 60k,0.9,60000,true"})
  void aQuantileIsAChanceTheOtherWayRound(String text, double odds, double bound, boolean atLeast) {
    ChanceGoal goal = StaffingPlanTest.goal(text).value();
    assertThat(goal.odds()).isEqualTo(odds);
    assertThat(goal.bound()).isEqualTo(bound);
    assertThat(goal.atLeast()).isEqualTo(atLeast);
    assertThat(goal.isHit(bound)).isTrue();
    assertThat(goal.isHit(bound * 1.01)).isEqualTo(atLeast);
    assertThat(goal.isHit(Double.NaN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p_hit(2027-Q1) >= 1",
        "p_hit(2027-Q1) <= 0.5",
        "p_hit(2031-Q1) >= 0.9",
        "mean(bookings) >= 1M",
        "p90(nonsense) <= 3",
        "more money"
      })
  void aGoalWithoutOddsIsRefused(String text) {
    assertThat(StaffingPlanTest.goal(text).isBad()).isTrue();
    assertThat(StaffingPlanTest.goal(text).advice()).isNotBlank();
  }
}
