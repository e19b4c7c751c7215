package io.salestwin.scenario;

import static io.salestwin.scenario.Kind.DURATION;
import static io.salestwin.scenario.Kind.EFFECT;
import static io.salestwin.scenario.Kind.FACTOR;
import static io.salestwin.scenario.Kind.MONEY;
import static io.salestwin.scenario.Kind.NUMBER;
import static io.salestwin.scenario.Kind.PROBABILITY;
import static io.salestwin.scenario.Kind.ROLE;
import static io.salestwin.scenario.Kind.STAGE;
import static io.salestwin.scenario.Kind.TEXT;
import static io.salestwin.scenario.Kind.WORD;

import io.salestwin.scenario.Shape.Chance;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shape.Section;
import java.util.List;
import java.util.Optional;

/** Values that many keys share, and how the lists of keys are put together. */
final class Scalars {

  static final double MS_PER_DAY = 86_400_000.0;
  static final double YEARS_20 = 20 * 365.25 * MS_PER_DAY;
  static final double MONEY_MOST = 1e15; // cents: ten million million
  static final int MEMBERS = 100;

  static final Scalar TEXTS = scalar(TEXT, 0, 0);
  static final Scalar EFFECTS = scalar(EFFECT, -20, 20);
  static final Scalar CHANCES = scalar(PROBABILITY, 0, 1);
  static final Scalar CHURNS = scalar(Kind.RATE_PER_YEAR, 0, 1);
  static final Scalar SPEED = scalar(NUMBER, 0, 100);
  static final Scalar FACTORS = above(FACTOR, 0, 1000);
  static final Scalar DURATIONS = scalar(DURATION, 0, YEARS_20);
  static final Scalar AMOUNTS = scalar(MONEY, 0, MONEY_MOST);
  static final Scalar STAGES = scalar(STAGE, 0, 0);
  static final Scalar ROLES = scalar(ROLE, 0, 0);

  static final Members STAGE_EFFECTS = new Members("stage", MEMBERS, EFFECTS);
  static final Chance DELAYS = new Chance(DURATIONS);

  private Scalars() {}

  static Section section(String title, Key... keys) {
    return new Section(title, List.of(keys), Optional.empty());
  }

  static Scalar scalar(Kind kind, double min, double max) {
    return new Scalar(kind, min, true, max, List.of());
  }

  static Scalar above(Kind kind, double min, double max) {
    return new Scalar(kind, min, false, max, List.of());
  }

  static Scalar words(String... words) {
    return new Scalar(WORD, 0, true, 0, List.of(words));
  }
}
