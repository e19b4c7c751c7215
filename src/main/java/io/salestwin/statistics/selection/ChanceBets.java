package io.salestwin.statistics.selection;

import io.salestwin.statistics.selection.ChanceTest.Decision;

/** The two bettors of a {@link ChanceTest} while units come in. */
final class ChanceBets {

  private final Bettor yes;
  private final Bettor no;

  /** The chance that a plan is believed to have before it is played: a clearly good one. */
  private final double hope;

  private int units;
  private Decision answer = Decision.OPEN;
  private int answeredAt;

  ChanceBets(ChanceTest test) {
    double low = test.p() - test.delta();
    yes = new Bettor(low, test.delta(), test.wrongYes());
    no = new Bettor(1 - test.p() - test.delta(), test.delta(), test.wrongNo());
    hope = Bettor.boldest(low);
  }

  Decision answer() {
    return answer;
  }

  /** After how many units the answer was known. */
  int answeredAt() {
    return answer == Decision.OPEN ? units : answeredAt;
  }

  /** About how many units more it takes to a YES, as it looks; infinite if it looks bad. */
  double unitsToYes() {
    return yes.unitsLeft(units, hope);
  }

  /** About how many units more it takes to a NO, as it looks; infinite if it looks good. */
  double unitsToNo() {
    return no.unitsLeft(units, 1 - hope);
  }

  /** Takes one more pair; what comes after the answer changes nothing. */
  void see(int hits) {
    if (hits < 0 || hits > 2) {
      throw new IllegalArgumentException("of a pair 0, 1 or 2 hit: " + hits);
    }
    units++;
    if (answer != Decision.OPEN) {
      return;
    }
    yes.see(hits);
    no.see(2 - hits);
    if (yes.hasWon() || no.hasWon()) {
      answer = yes.hasWon() ? Decision.YES : Decision.NO;
      answeredAt = units;
    }
  }
}
