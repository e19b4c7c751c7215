package io.salestwin.check;

import io.salestwin.calendar.Clock;
import io.salestwin.check.Expectation.GivenPipeline;
import io.salestwin.check.Expectation.StageFigure;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Source;
import io.salestwin.scenario.Stage;
import java.util.ArrayList;
import java.util.List;

/** Do the parts mean what they seem to mean? */
final class FlowRules {

  private static final double CUT = 0.10;
  private static final double GROWTH = 0.05;
  private static final double CYCLES = 2;

  /** So near to two cycles is near enough: the usual warm-up counts waits alone, not the work. */
  private static final double NEARLY = 0.95;

  private FlowRules() {}

  /** A warm-up should last two mean cycles, or the pipeline on day one is thinner than usual. */
  static List<Warning> warmUpTooShort(Scenario scenario, Expectation expected) {
    if (scenario.begin().pipeline().isPresent() || Double.isNaN(expected.cycleDays())) {
      return List.of();
    }
    double days = (double) scenario.begin().warmUpMs() / Clock.DAY;
    double needed = CYCLES * expected.cycleDays();
    if (days >= NEARLY * needed) {
      return List.of();
    }
    String is =
        days == 0 ? "there is no warm-up" : "the warm-up of " + Say.number(days) + " days is short";
    boolean endless = Double.isInfinite(needed);
    return List.of(
        new Warning(
            "warm-up-too-short",
            "begin.warmUp",
            endless
                ? is + ": buyers whose speed is 0 all the time never decide"
                : is
                    + ": a won deal takes "
                    + Say.number(expected.cycleDays())
                    + " days on the mean, and the pipeline is full after about 2 x "
                    + Say.number(expected.cycleDays())
                    + " = "
                    + Say.number(needed)
                    + " days; the first periods book too little",
            endless
                ? "give season.buying a speed above 0"
                : "give a warm-up of at least "
                    + Say.number(Math.ceil(needed))
                    + " days, or today's open deals as begin: {pipeline: open-deals.csv}"));
  }

  /** Time-outs that take a good part of those who would have advanced. */
  static List<Warning> timeOutCutsDelay(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    for (int s = 0; s < scenario.stages().size(); s++) {
      StageFigure stage = expected.stages().get(s);
      if (scenario.stages().get(s).timeOut().isEmpty() || stage.cut() <= CUT) {
        continue;
      }
      Stage.TimeOut timeOut = scenario.stages().get(s).timeOut().get();
      found.add(
          new Warning(
              "time-out-cuts-delay",
              Warning.path("stages", stage.name(), ".timeOut"),
              "advance is before time-outs: work and delay of "
                  + Say.percent(stage.cut())
                  + " of the advancing leads last longer than "
                  + Say.number((double) timeOut.afterMs() / Clock.DAY)
                  + " days, so "
                  + Say.percent(stage.stated())
                  + " x "
                  + Say.percent(1 - stage.cut())
                  + " = "
                  + Say.percent(stage.afterTimeOut())
                  + " advance after them",
              "state the chance before time-outs, or give a longer time-out"));
    }
    return found;
  }

  /** Growth that compounds to more than one would think. */
  static List<Warning> compoundingGrowth(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    for (Source source : scenario.sources()) {
      double growth = source.arrivals().growthPerMonth();
      if (growth <= GROWTH) {
        continue;
      }
      found.add(
          new Warning(
              "compounding-growth",
              Warning.path("sources", source.name(), ".arrivals.growthPerMonth"),
              "growth compounds: "
                  + Say.percent(growth)
                  + " a month is "
                  + Say.number(1 + growth)
                  + "^12 = "
                  + Say.number(StrictMath.pow(1 + growth, 12))
                  + " times as many leads in a year, and "
                  + Say.number(StrictMath.pow(1 + growth, expected.months()))
                  + " times at the horizon's end",
              "check that this is meant"));
    }
    return found;
  }

  /** Leads that can never leave. */
  static List<Warning> endlessLoop(Scenario scenario, Expectation expected) {
    return expected.stages().stream().anyMatch(s -> Double.isNaN(s.visitsPerLead()))
        ? List.of(
            new Warning(
                "endless-loop",
                "stages",
                "some leads go round for ever: regress and recycle bring back all that reach them",
                "lower a regress.probability or a recycle.share below 100 %"))
        : List.of();
  }

  /** Parts that nothing uses. */
  static List<Warning> unused(Scenario scenario, Expectation expected) {
    List<Warning> found = new ArrayList<>();
    for (int r = 0; r < scenario.roles().size(); r++) {
      if (!isUsed(scenario, r)) {
        found.add(
            unused("roles", scenario.roles().get(r).name(), "no stage, touch or source names it"));
      }
    }
    for (int g = 0; g < scenario.segments().size(); g++) {
      if (scenario.segments().get(g).mix().values().stream().allMatch(share -> share == 0)) {
        found.add(unused("segments", scenario.segments().get(g).name(), "its share is 0"));
      }
    }
    for (int p = 0; p < scenario.products().size(); p++) {
      int product = p;
      if (scenario.segments().stream().allMatch(g -> g.products().get(product) == 0)) {
        found.add(unused("products", scenario.products().get(p).name(), "no segment buys it"));
      }
    }
    for (int s = 0; s < expected.sources().size(); s++) {
      if (expected.sources().get(s).leads() == 0) {
        found.add(unused("sources", expected.sources().get(s).name(), "it brings no lead"));
      }
    }
    return found;
  }

  private static Warning unused(String part, String name, String why) {
    return new Warning(
        "unused", Warning.path(part, name, ""), "this changes nothing: " + why, "take it out");
  }

  private static boolean isUsed(Scenario scenario, int index) {
    Role role = scenario.roles().get(index);
    return scenario.stages().stream()
            .anyMatch(s -> s.owner() == index || s.work().stream().anyMatch(t -> t.role() == index))
        || scenario.sources().stream()
            .anyMatch(s -> s.arrivals().perRepDay().filter(p -> p.role() == index).isPresent())
        || scenario
            .customers()
            .flatMap(c -> c.onboarding())
            .filter(o -> o.role() == index)
            .isPresent()
        || role.quotaCents().isPresent();
  }

  /** What is not known of the deals that are open on day one. */
  static List<Warning> pipelineGaps(Scenario scenario, Expectation expected) {
    GivenPipeline given = expected.pipeline();
    List<Warning> found = new ArrayList<>();
    String of = " of " + Say.number(given.deals()) + " open deals ";
    if (given.noAge() > 0) {
      found.add(
          gap(
              Say.number(given.noAge())
                  + of
                  + "have no age: each draws one that is usual for its"
                  + " stage, which makes old deals too good",
              "fill in the column age"));
    }
    if (given.noOwner() > 0) {
      found.add(
          gap(
              Say.number(given.noOwner())
                  + of
                  + "have no owner among the reps: they take up no"
                  + " rep's room and the next stage finds them one",
              "fill in the column owner with names of reps"));
    }
    if (given.stale() > 0) {
      found.add(
          gap(
              Say.number(given.stale())
                  + of
                  + "have stood in their stage longer than any deal that"
                  + " advances: they are stale and never win",
              "close them, or check the age"));
    }
    return found;
  }

  private static Warning gap(String message, String advice) {
    return new Warning("pipeline-gaps", "begin.pipeline", message, advice);
  }
}
