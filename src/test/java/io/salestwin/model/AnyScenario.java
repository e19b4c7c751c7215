package io.salestwin.model;

import io.salestwin.calendar.FiscalYear;
import io.salestwin.scenario.ShockLibrary;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A small scenario made up at random over the whole format; always the same for a seed. */
final class AnyScenario {

  private static final String[] MONTHS =
      Arrays.stream(Month.values())
          .map(m -> m.name().toLowerCase(Locale.ROOT))
          .toArray(String[]::new);

  private final Dice dice;
  private final Cast cast;
  private final Story story;
  private boolean monthly;
  private String fiscalYearStart = "";

  private AnyScenario(Dice dice, Cast cast, Story story) {
    this.dice = dice;
    this.cast = cast;
    this.story = story;
  }

  static Story of(long seed) {
    Cast cast = Cast.of(new Dice(seed, 0));
    Story story = new Story();
    new AnyMarket(new Dice(seed, 1), cast).tell(story);
    AnyTeam team = new AnyTeam(new Dice(seed, 2), cast);
    team.tell(story);
    AnyStages stages = new AnyStages(new Dice(seed, 3), cast);
    stages.tell(story);
    stages.hygiene(story, team.reps().get(0));
    AnyScenario any = new AnyScenario(new Dice(seed, 4), cast, story);
    any.frame();
    any.season();
    any.beginning();
    any.shocks(team.reps());
    any.unknown();
    any.periods(team.reps());
    any.base();
    return story;
  }

  private void frame() {
    story.with("start", cast.start());
    story.with("horizon", dice.pick("5 weeks", "2 quarters", "100 days", "4 months", "1 day"));
    monthly = dice.maybe(0.5);
    story.with("periods", monthly ? "month" : "quarter");
    story.with("currency", dice.pick("USD", "EUR"));
    fiscalYearStart = dice.pick(MONTHS);
    story.with("fiscalYearStart", fiscalYearStart);
    story.with(
        "calendar",
        dice.pick(
            "always",
            "{hoursPerDay: 8}",
            "{hoursPerDay: 7.5, from: 08:30, week: [mon, wed, sat], holidays:"
                + " [2027-03-01..2027-03-20]}",
            "{week: [tue, thu, fri, sun]}",
            "{hoursPerDay: 24, from: 00:00}"));
    story.with("alerts", dice.pick("[]", "[]", "[leads < 9 for 2 weeks, coverage < 3]"));
    String health = "{all: {weight: 100%, kpis: {win_rate: {floor: 5%, target: 30%}}}}";
    String chosen = dice.pick("", "standard", health);
    if (!chosen.isEmpty()) {
      story.with("health", chosen);
    }
  }

  private void season() {
    if (dice.maybe(0.4)) {
      return;
    }
    String winning =
        "winning: {%s: %s, %s: 0.1, quarterMonth: [-0.5, 0, 0.4]%s}"
            .formatted(
                dice.month(), dice.number(-1, 1), dice.day(), dice.perhaps(0.5, ", stages: [S0]"));
    story.with(
        "season",
        Cast.some(
            dice,
            0.7,
            List.of(
                "arrivals: {%s: %s, %s: 0.1}"
                    .formatted(dice.month(), dice.number(0, 2), dice.day()),
                "buying: {quarterMonth: [%s, 1, %s]}"
                    .formatted(dice.number(0.1, 2), dice.number(0.1, 3)),
                "losing: {%s: 0}".formatted(dice.month()),
                winning)));
  }

  private void beginning() {
    switch (dice.below(4)) {
      case 0 -> story.with("begin", "{warmUp: " + dice.days(1, 90) + "}");
      case 1 -> story.with("begin", "{empty: true}");
      default -> {
        int deals = 1 + dice.below(30);
        for (int d = 0; d < deals; d++) {
          story.deal("S" + dice.below(cast.stages()), dice.maybe(0.2) ? "" : dice.days(0.1, 90));
        }
      }
    }
  }

  private void shocks(List<String> reps) {
    StringJoiner all = new StringJoiner(", ", "[", "]");
    int count = dice.maybe(0.4) ? 1 + dice.below(3) : 0;
    for (int k = 0; k < count; k++) {
      all.add("{name: K" + k + ", " + when() + what(reps) + with(k) + "}");
    }
    if (count > 0) {
      story.with("shocks", all.toString());
    }
  }

  private String when() {
    return dice.pick(
        "from: 2027-02-20, ",
        "from: 2027-01-01, chance: 50%, ",
        "rate: 9/year, ",
        "rate: 9/year, from: 2027-01-20, until: 2028-12-31, ");
  }

  private String what(List<String> reps) {
    if (dice.maybe(0.2)) {
      return "use: " + dice.pick(ShockLibrary.list().toArray(String[]::new));
    }
    return "for: "
        + dice.days(0.1, 60)
        + dice.perhaps(0.4, ", severity: {uniform: {min: 0, max: 1}}")
        + (dice.maybe(0.5) ? ", odds: " + dice.number(-2, 2) : ", odds: {S0: 0.3}")
        + ", set: {sources.*.arrivals: x%s, stages.*.delay: x%s, roles.*.hoursPerWeek: %s, %s}"
            .formatted(
                dice.number(0, 2),
                dice.number(0, 3),
                dice.pick("x0", "x0.5", "5"),
                dice.pick(
                    "products.*.value: x0.5, stages.*.work: x1.5",
                    "roles.*.attrition: x3, sources.*.cost: x2",
                    "segments.*.value: x0.4",
                    "sources.*.quality: x0.7, stages.*.recycle.share: x0.5"))
        + dice.perhaps(0.3, ", leave: " + loss(reps))
        + dice.perhaps(0.3, ", absent: " + loss(reps))
        + (cast.competitors() ? dice.perhaps(0.5, ", competitor: c1") : "");
  }

  private String loss(List<String> reps) {
    String who = dice.pick("", ", who: chance", ", who: best", ", who: latest");
    String some = "{role: R0, share: " + dice.number(0, 1) + who + "}";
    String one = "{rep: " + reps.get(dice.below(reps.size())) + "}";
    return dice.pick(some, one, "[" + some + ", " + one + "]", "{role: R0, count: 1" + who + "}");
  }

  private String with(int k) {
    return k == 0 ? "" : dice.perhaps(0.5, ", with: {K0: 60%}");
  }

  /** What is not known about the inputs. */
  private void unknown() {
    if (dice.maybe(0.7)) {
      return;
    }
    List<String> levers = new ArrayList<>();
    levers.add("stages.S0.quality: {normal: {mean: 0.1, sd: 0.1}}");
    levers.add("roles.R0.hoursPerWeek: {uniform: {min: 5, max: 50}}");
    if (dice.maybe(0.5)) {
      story.file(
          "joint.csv",
          "sources.o0.arrivals.perMonth,season.winning.quarterMonth[1]\n9,0.4\n60,-1\n");
      levers.add("joint: joint.csv");
    }
    story.with("uncertainty", Cast.some(dice, 0.7, levers));
  }

  /** What is said of the first period, whose name follows from the rest. */
  private void periods(List<String> reps) {
    FiscalYear year = new FiscalYear(Month.valueOf(fiscalYearStart.toUpperCase(Locale.ROOT)));
    LocalDate start = LocalDate.parse(cast.start());
    String first = (monthly ? year.monthOf(start) : year.quarterOf(start)).name();
    String basis = dice.pick("acv", "tcv", "count");
    boolean rule = dice.maybe(0.4);
    story.with("targets", "{basis: " + basis + (rule ? ", " + first + ": 40" : "") + "}");
    if (rule) {
      story.with("thresholds", "[\"p_hit(" + first + ") >= 0.80\", \"mean(won) >= 3\"]");
    }
    if (dice.maybe(0.4)) {
      story.with("budget", "{" + first + ": " + dice.below(400) + "k}");
    }
    if (dice.maybe(0.4)) {
      story.file("booked.csv", "name,booked,deals,margin\n" + reps.get(0) + ",9000,2,4000\n");
      boolean all = !basis.equals("acv") || dice.maybe(0.5);
      story.with("booked", "{reps: booked.csv" + (all ? ", " + first + ": 12k" : "") + "}");
    }
  }

  /** Now and then all of it stands in a file that the scenario extends. */
  private void base() {
    if (dice.maybe(0.2)) {
      story.extended("overrides: {sources.o0.cost: +3, stages.S0.quality: x0.5}");
    }
  }
}
