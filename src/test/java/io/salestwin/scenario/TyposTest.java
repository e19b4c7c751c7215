package io.salestwin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TyposTest {

  /** Twenty slips that people make: what was right, what was written, what they are told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          horizon: 4 quarters | horizont: 4 quarters | s.yaml:3: horizont: unknown key "horizont"; did you mean "horizon"?
          4 quarters | 4 | s.yaml:3: horizon: 4 is not a horizon; give a length such as 4 quarters, 26 weeks, or until 2027-12-31
          2027-01-01 | 01.01.2027 | s.yaml:2: start: 01.01.2027 is not a date; give year-month-day such as 2027-01-31
          2027-01-01 | 2027-02-30 | s.yaml:2: start: 2027-02-30 is not in the calendar; check the month and the day
          value: 24000 | vlaue: 24000 | s.yaml:4: products.core.vlaue: unknown key "vlaue"; did you mean "value"?
          value: 24000 | value: -5 | s.yaml:4: products.core.value: -5 is too small; give an amount of money from 0 to 10,000,000,000,000
          value: 24000 | value: EUR 24000 | s.yaml:4: products.core.value: an amount in EUR, but the scenario is in USD; convert it, or set currency: EUR
          value: 24000 | value: 24 days | s.yaml:4: products.core.value: 24 days is not an amount of money; give an amount such as 24000, 52k, 2.4M or USD 95
          perMonth: 40 | permonth: 40 | s.yaml:5: sources.inbound.arrivals.permonth: unknown key "permonth"; did you mean "perMonth"?
          perMonth: 40 | perMonth: 40% | s.yaml:5: sources.inbound.arrivals.perMonth: 40% is not a number; give a number such as 12 or 0.5
          perMonth: 40 | perMonth: 100_000_000 | s.yaml:5: sources.inbound.arrivals.perMonth: 100_000_000 is too large; give a number from 0 to 10,000,000
          headcount: 3 | headcount: 3.5 | s.yaml:6: roles.AE.headcount: 3.5 is not a whole number; give a whole number such as 12
          headcount: 3 | headcount: three | s.yaml:6: roles.AE.headcount: three is not a whole number; give a whole number such as 12
          advance: 30% | advance: 30 | s.yaml:8: stages.Discovery.advance: 30 is not a probability; give a number from 0 to 1, or a percentage; did you mean 30%?
          advance: 30% | advance: 130% | s.yaml:8: stages.Discovery.advance: 130% is not a probability; give a number from 0 to 1, or a percentage
          effort: 2 hours | effort: 2 | s.yaml:8: stages.Discovery.work[0].effort: 2 has no unit; write 2 days, 2 hours or 2 min
          delay: 5 days | delay: 5 dyas | s.yaml:8: stages.Discovery.delay: 5 dyas is not a length of time; did you mean "days"?
          exponential: | exponentail: | s.yaml:9: stages.Proposal.delay.exponentail: unknown key "exponentail"; did you mean "exponential"?
          mean: 9 days | meen: 9 days | s.yaml:9: stages.Proposal.delay.exponential.meen: unknown key "meen"; did you mean "mean"?
          name: Proposal | name: Discovery | s.yaml:9: stages[1].name: there are two stages named "Discovery"; rename one
          """)
  void aSlipIsToldWithItsPlaceAndAWayOut(String right, String written, String told) {
    String changed = Texts.SMALL.replace(right, written);
    assertThat(changed).isNotEqualTo(Texts.SMALL);
    assertThat(Texts.messages(Texts.read(changed))).contains(told);
  }
}
