package io.salestwin.scenario;

import static io.salestwin.scenario.Kind.AMOUNT;
import static io.salestwin.scenario.Kind.CHANGE;
import static io.salestwin.scenario.Kind.FACTOR;
import static io.salestwin.scenario.Kind.MONEY_PER_QUARTER;
import static io.salestwin.scenario.Kind.MONEY_PER_YEAR;
import static io.salestwin.scenario.Kind.PAY_PLAN;
import static io.salestwin.scenario.Scalars.CHANCES;
import static io.salestwin.scenario.Scalars.MEMBERS;
import static io.salestwin.scenario.Scalars.MONEY_MOST;
import static io.salestwin.scenario.Scalars.above;
import static io.salestwin.scenario.Scalars.scalar;
import static io.salestwin.scenario.Scalars.section;
import static io.salestwin.scenario.Scalars.words;

import io.salestwin.scenario.Shape.Either;
import io.salestwin.scenario.Shape.Items;
import io.salestwin.scenario.Shape.Members;
import io.salestwin.scenario.Shape.Scalar;
import io.salestwin.scenario.Shape.Section;
import java.util.List;

/** The keys of pay plans. */
final class PayFormat {

  private static final Scalar PLAN_NAME = scalar(PAY_PLAN, 0, 0);

  static final Section COMPONENT =
      section(
          "payPlans.NAME.components.COMPONENT",
          Key.of("weight", CHANCES, "share of the pay at quota; the weights sum to 100 %")
              .orElse("100%")
              .like("70%"),
          Key.of(
                  "of",
                  words("bookings", "margin", "deals", "team", "expansion"),
                  "what counts: annual contract value that the rep won, its gross margin, the"
                      + " number of deals, the annual contract value of the whole role per rep, or"
                      + " what customers buy more whom the rep has won")
              .orElse("bookings"),
          Key.of(
                  "quota",
                  above(AMOUNT, 0, MONEY_MOST),
                  "what a rep must reach in a quarter, in money or in deals; the role's quota if"
                      + " not said, which margin, deals and expansion cannot use")
              .like("8"));

  static final Section TIER =
      section(
          "payPlans.NAME.tiers",
          Key.of("from", scalar(CHANGE, 0, 100), "attainment of the quota where it begins")
              .needed()
              .like("100%"),
          Key.of(
                  "pays",
                  scalar(FACTOR, 0, 100),
                  "factor on the plain rate for what lies beyond, and only for that")
              .needed()
              .like("x1.5"));

  static final Section DRAW =
      section(
          "payPlans.NAME.draw",
          Key.of("amount", scalar(MONEY_PER_QUARTER, 0, MONEY_MOST), "least that a rep is paid")
              .needed()
              .like("3k/quarter"),
          Key.of(
                  "recoverable",
                  words("true", "false"),
                  "whether what was paid in advance is kept back from later earnings")
              .orElse("true"));

  static final Section PLAN =
      section(
          "payPlans.NAME",
          Key.of(
                  "components",
                  new Members("component", MEMBERS, COMPONENT),
                  "the parts of the pay; one on bookings if not said")
              .like("{new business: {weight: 70%}, margin: {weight: 30%, of: margin, quota: 60k}}"),
          Key.of(
                  "rate",
                  scalar(CHANGE, 0, 100),
                  "plain commission as a share of what counts; without it the role's variable pay"
                      + " is what a rep gets at quota")
              .like("10%"),
          Key.of(
                  "tiers",
                  new Items("tier", 1, MEMBERS, TIER),
                  "rates by attainment, each for the part beyond it; the plain rate throughout if"
                      + " not said")
              .like("[{from: 0%, pays: x1}, {from: 100%, pays: x1.5}, {from: 125%, pays: x2}]"),
          Key.of("cliff", scalar(CHANGE, 0, 100), "attainment under which nothing is paid")
              .orElse("0%")
              .like("50%"),
          Key.of(
                  "cap",
                  above(CHANGE, 0, 100),
                  "most that is paid, as a share of what is paid at quota; no limit if not said")
              .like("200%"),
          Key.of("draw", DRAW, "advance payment").like("{amount: 3k/quarter}"));

  /** What a role says of its pay. */
  static final List<Key> OF_ROLE =
      List.of(
          Key.of(
                  "payPlan",
                  new Either(List.of(PLAN_NAME, new Members("first day", MEMBERS, PLAN_NAME))),
                  "the pay plan of the reps; or plans by their first day, each holding for the"
                      + " periods that begin on that day or later")
              .like("ae"),
          Key.of(
                  "variable",
                  scalar(MONEY_PER_YEAR, 0, MONEY_MOST),
                  "variable pay of one rep for a year in which everything is exactly reached;"
                      + " without a pay plan it is paid in full")
              .like("22k"));

  private PayFormat() {}
}
