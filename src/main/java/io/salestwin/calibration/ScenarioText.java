package io.salestwin.calibration;

import io.salestwin.statistics.fitting.LawFit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes what was fitted as a scenario that a person can read, check and change. */
final class ScenarioText {

  /** The stage in which a deal that is ready is won or lost. */
  static final String CLOSING = "Closing";

  /** Who closes deals where closes are a throughput; nobody knows how many they are. */
  static final int CLOSERS = 6;

  /** Hours of a working day. */
  static final int HOURS = 8;

  private static final String[] WEEK = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

  private final Fitted fitted;
  private final List<String> unknown;
  private final ScenarioLines out = new ScenarioLines();

  ScenarioText(Fitted fitted, List<String> unknown) {
    this.fitted = fitted;
    this.unknown = unknown;
  }

  String text() {
    head();
    calendar();
    products();
    sources();
    roles();
    out.line("");
    out.line("stages:");
    new StageText(fitted, out).write();
    return out.text();
  }

  private void head() {
    CrmHistory history = fitted.history();
    LocalDate start = fitted.start();
    out.comment(
        "",
        "Learned by salestwin calibrate from "
            + history.deals()
            + " deals, as known on "
            + start.minusDays(1)
            + ".");
    unknown.forEach(text -> out.comment("", text));
    out.line("name: " + Yaml.name(fitted.name()));
    boolean said = history.currency().matches("[A-Z]{3}");
    out.line("currency: " + (said ? history.currency() : "USD        # the export does not say"));
    out.line("start: " + start);
    PeriodText periods = new PeriodText(fitted, out);
    periods.horizon();
    out.line("begin: {pipeline: " + Yaml.name(fitted.openDealsFile()) + "}");
    periods.booked();
    periods.targets();
  }

  private void calendar() {
    long[] closes = new long[7];
    long all = 0;
    CrmHistory history = fitted.history();
    for (int d = 0; d < history.deals(); d++) {
      if (history.outcome(d) != 0) {
        long day = Math.floorDiv(history.closedMs(d), CrmHistory.DAY_MS);
        closes[LocalDate.ofEpochDay(day).getDayOfWeek().getValue() - 1]++;
        all++;
      }
    }
    List<String> days = new ArrayList<>();
    for (int w = 0; w < 7; w++) {
      if (closes[w] * 100 > all * 3 || w < 5) {
        days.add(WEEK[w]);
      }
    }
    out.line("");
    out.comment("", "Days on which at least 3 % of the closes fall are working days.");
    out.line("calendar: {hoursPerDay: " + HOURS + ", week: [" + String.join(", ", days) + "]}");
    season();
  }

  private void season() {
    ArrivalFit arrivals = fitted.arrivals();
    Winning winning = fitted.winning();
    if (!arrivals.hasWeekdays() && !winning.hasMonths()) {
      return;
    }
    out.line("season:");
    if (arrivals.hasWeekdays()) {
      StringBuilder days = new StringBuilder();
      for (int w = 0; w < 7; w++) {
        days.append(w == 0 ? "" : ", ").append(WEEK[w]).append(": ");
        days.append(Yaml.number(arrivals.weekday()[w], 3));
      }
      out.line("  arrivals: {" + days + "}   # p = " + CalibrationOf.p(arrivals.weekdayP()));
    }
    if (winning.hasMonths()) {
      StringBuilder months = new StringBuilder();
      StringBuilder shares = new StringBuilder();
      for (int m = 0; m < 3; m++) {
        double effect = winning.effect(m);
        months.append(m == 0 ? "" : ", ").append(Yaml.number(effect, 4));
        double closed = winning.wonByMonth()[m] + winning.lostByMonth()[m];
        shares.append(m == 0 ? "" : ", ").append(Yaml.percent(winning.wonByMonth()[m] / closed));
        out.uncertain(
            "season.winning.quarterMonth[" + m + "]",
            ScenarioLines.normal(effect, winning.effectError(m), ""));
      }
      out.comment(
          "  ",
          "By month of the quarter "
              + shares
              + " of the closes are won; by luck so different with p "
              + CalibrationOf.p(winning.monthsP())
              + ".");
      out.line("  winning: {quarterMonth: [" + months + "], stages: [" + last() + "]}");
    }
  }

  private String last() {
    return fitted.decides()
        ? CLOSING
        : Yaml.name(fitted.stages().get(fitted.stages().size() - 1).name());
  }

  private void products() {
    ValueFit values = fitted.values();
    out.line("");
    if (values.ratioN() > 0) {
      out.comment(
          "",
          "Amount over list price of "
              + (long) values.ratioN()
              + " won deals: mean "
              + Yaml.number(values.ratioMean(), 4)
              + ", standard deviation "
              + Yaml.number(values.ratioSd(), 3)
              + ", distance from a normal law "
              + Yaml.number(values.ratioDistance(), 2)
              + ".");
    }
    out.line("products:");
    long all = values.products().stream().mapToLong(ValueFit.Product::deals).sum();
    List<String> mix = new ArrayList<>();
    double left = 100;
    for (int i = 0; i < values.products().size(); i++) {
      ValueFit.Product product = values.products().get(i);
      out.line("  " + Yaml.name(product.name()) + ": " + value(product, values));
      boolean last = i == values.products().size() - 1;
      double share = Math.rint(product.deals() * 10_000.0 / all) / 100;
      share = last ? Math.rint(left * 100) / 100 : Math.min(share, left);
      left -= share;
      mix.add(Yaml.name(product.name()) + ": " + Yaml.number(share, 6) + "%");
    }
    if (mix.size() > 1) {
      out.line("segments:");
      out.comment(
          "  ",
          "Shares of "
              + all
              + " deals; "
              + ScenarioLines.tested("products", fitted.winning().products()));
      out.line("  all: {mix: 100%, product: {" + String.join(", ", mix) + "}}");
    }
  }

  private static String value(ValueFit.Product product, ValueFit values) {
    if (product.priceCents() > 0) {
      return "{price: "
          + Yaml.number(product.priceCents() / 100.0, 12)
          + ", ratio: {normal: {mean: "
          + Yaml.number(values.ratioMean(), 4)
          + ", sd: "
          + Yaml.number(Math.max(1e-6, values.ratioSd()), 4)
          + "}}}";
    }
    if (product.fits().isEmpty()) {
      return "{value: 1}     # the export has no amounts";
    }
    LawFit best = product.fits().get(0);
    return "{value: "
        + Yaml.amounts(best)
        + "}   # "
        + (long) best.n()
        + " won"
        + (product.pooled() ? " of all products, its own being too few" : "")
        + ScenarioLines.chosen(product.fits());
  }

  private void sources() {
    ArrivalFit arrivals = fitted.arrivals();
    out.line("");
    out.comment(
        "",
        arrivals.n()
            + " deals in the "
            + arrivals.days()
            + " days since "
            + LocalDate.ofEpochDay(arrivals.firstDay())
            + "; growth "
            + Yaml.percent(arrivals.growthPerMonth())
            + " a month with p "
            + CalibrationOf.p(arrivals.growthP())
            + (arrivals.grows() ? "." : ", so none is taken."));
    out.line("sources:");
    CrmHistory history = fitted.history();
    List<String> names = new ArrayList<>(history.names().sources());
    double[] counts = new double[names.size() + 1];
    for (int d = 0; d < history.deals(); d++) {
      counts[history.source(d) < 0 ? names.size() : history.source(d)]++;
    }
    if (names.size() < 2) {
      source(names.isEmpty() ? "all" : names.get(0), 1, 0);
      return;
    }
    names.add("unknown");
    Differences effects = fitted.winning().sources();
    out.comment("  ", "Of these, " + ScenarioLines.tested("sources", effects));
    for (int s = 0; s < names.size(); s++) {
      if (counts[s] > 0) {
        int at = effects.names().indexOf(names.get(s));
        boolean differs = effects.p() < ArrivalFit.LEVEL && at >= 0;
        double share = counts[s] / history.deals();
        source(names.get(s), share, differs ? effects.shrunk().get(at) : 0);
      }
    }
  }

  private void source(String name, double share, double effect) {
    ArrivalFit arrivals = fitted.arrivals();
    double rate = arrivals.perMonth() * share;
    double dispersion = 1 + (arrivals.dispersion() - 1) * share;
    out.line(
        "  "
            + Yaml.name(name)
            + ": {arrivals: {perMonth: "
            + Yaml.number(rate, 4)
            + (arrivals.grows()
                ? ", growthPerMonth: " + Yaml.percent(arrivals.growthPerMonth())
                : "")
            + ", dispersion: "
            + Yaml.number(dispersion, 3)
            + "}"
            + (effect == 0 ? "" : ", effects: {" + last() + ": " + Yaml.number(effect, 3) + "}")
            + "}");
    double error =
        arrivals.error() * Math.sqrt(share) * Math.sqrt(dispersion / arrivals.dispersion());
    out.uncertain(
        "sources." + Yaml.step(name) + ".arrivals.perMonth", ScenarioLines.normal(rate, error, ""));
  }

  private void roles() {
    if (!fitted.hasOwners() && !fitted.isLimited()) {
      return;
    }
    out.line("");
    out.line("roles:");
    if (fitted.hasOwners()) {
      Differences reps = fitted.winning().reps();
      boolean skills = fitted.decides() && reps.p() < ArrivalFit.LEVEL;
      out.comment("  ", "Of the reps, " + ScenarioLines.tested("reps", reps));
      Set<String> names = new LinkedHashSet<>();
      for (int o = 0; o < fitted.history().names().owners().size(); o++) {
        String owner = fitted.history().names().owners().get(o);
        int at = reps.names().indexOf(owner);
        String skill =
            skills && at >= 0 ? ": {skill: " + Yaml.number(reps.shrunk().get(at), 3) + "}" : ": {}";
        names.add(Yaml.name(owner) + (skills ? skill : ""));
      }
      out.line("  Rep:");
      out.line("    take: onArrival");
      String open = skills ? "{" : "[";
      String close = skills ? "}" : "]";
      out.wrapped("    reps: " + open, names, close);
    }
    if (fitted.isLimited()) {
      Throughput limit = fitted.throughput();
      out.comment(
          "  ",
          "Closes are a throughput: "
              + Yaml.number(limit.perDay(), 4)
              + " a day, however many deals are ready (weekly closes follow what was there with"
              + " slope "
              + Yaml.number(limit.slope(), 2)
              + ", 95 % "
              + Yaml.number(limit.interval().low(), 2)
              + " to "
              + Yaml.number(limit.interval().high(), 2)
              + "; 1 would be wholly, 0 not at all). Who holds the limit cannot be seen: here it"
              + " is "
              + CLOSERS
              + " closers, and the effort below is no measured work.");
      out.line("  Closer: {take: whenFree, headcount: " + CLOSERS + "}");
    }
  }
}
