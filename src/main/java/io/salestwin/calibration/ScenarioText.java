package io.salestwin.calibration;

import io.salestwin.calibration.CalibrationOf.Fitted;
import io.salestwin.statistics.fitting.Family;
import io.salestwin.statistics.fitting.LawFit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what was fitted as a scenario that a person can read, check and change. */
final class ScenarioText {

  /** The stage in which a deal that is ready is won or lost. */
  static final String CLOSING = "Closing";

  private static final int CLOSERS = 6;
  private static final int HOURS = 8;
  private static final int WRAP = 92;
  private static final String[] WEEK = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

  private final Fitted fitted;
  private final List<String> unknown;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> uncertainty = new LinkedHashMap<>();

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
    stages();
    if (!uncertainty.isEmpty()) {
      line("");
      line("# What the data leave open, drawn once per pair of replications.");
      line("uncertainty:");
      uncertainty.forEach((lever, law) -> line("  " + Yaml.key(lever) + ": " + law));
    }
    return out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /** A comment, wrapped. */
  private void comment(String indent, String text) {
    StringBuilder line = new StringBuilder(indent + "#");
    for (String word : text.replaceAll("[\\p{Cntrl}]", " ").split(" ", -1)) {
      if (line.length() + 1 + word.length() > WRAP) {
        line(line.toString());
        line = new StringBuilder(indent + "#");
      }
      line.append(' ').append(word);
    }
    line(line.toString());
  }

  private void head() {
    CrmHistory history = fitted.history();
    LocalDate start = fitted.start();
    comment(
        "",
        "Learned by salestwin calibrate from "
            + history.deals()
            + " deals, as known on "
            + start.minusDays(1)
            + ".");
    unknown.forEach(text -> comment("", text));
    line("name: " + Yaml.name(fitted.name()));
    boolean said = history.currency().matches("[A-Z]{3}");
    line("currency: " + (said ? history.currency() : "USD        # the export does not say"));
    line("start: " + start);
    line("horizon: 1 quarter");
    line("begin: {pipeline: " + Yaml.name(fitted.openDealsFile()) + "}");
    target(start);
  }

  /** As much as the last whole quarter brought, when the start begins a quarter. */
  private void target(LocalDate start) {
    if (start.getDayOfMonth() != 1 || (start.getMonthValue() - 1) % 3 != 0) {
      return;
    }
    long from = start.minusMonths(3).toEpochDay() * CrmHistory.DAY_MS;
    long cents = 0;
    CrmHistory history = fitted.history();
    for (int d = 0; d < history.deals(); d++) {
      if (history.outcome(d) == CrmHistory.WON
          && history.closedMs(d) >= from
          && history.amountCents(d) != CrmHistory.NO_AMOUNT) {
        cents += history.amountCents(d);
      }
    }
    if (cents > 0 && history.createdMs(0) <= from) {
      String period = start.getYear() + "-Q" + ((start.getMonthValue() - 1) / 3 + 1);
      line(
          "targets: {"
              + period
              + ": "
              + Yaml.number(cents / 100.0, 12)
              + "}     # as much as the last quarter brought: put your own here");
    }
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
    line("");
    comment("", "Days on which at least 3 % of the closes fall are working days.");
    line("calendar: {hoursPerDay: " + HOURS + ", week: [" + String.join(", ", days) + "]}");
    season();
  }

  private void season() {
    ArrivalFit arrivals = fitted.arrivals();
    Winning winning = fitted.winning();
    if (!arrivals.hasWeekdays() && !winning.hasMonths()) {
      return;
    }
    line("season:");
    if (arrivals.hasWeekdays()) {
      StringBuilder days = new StringBuilder();
      for (int w = 0; w < 7; w++) {
        days.append(w == 0 ? "" : ", ").append(WEEK[w]).append(": ");
        days.append(Yaml.number(arrivals.weekday()[w], 3));
      }
      line("  arrivals: {" + days + "}   # p = " + CalibrationOf.p(arrivals.weekdayP()));
    }
    if (winning.hasMonths()) {
      StringBuilder months = new StringBuilder();
      StringBuilder shares = new StringBuilder();
      for (int m = 0; m < 3; m++) {
        double effect = winning.effect(m);
        months.append(m == 0 ? "" : ", ").append(Yaml.number(effect, 4));
        double closed = winning.wonByMonth()[m] + winning.lostByMonth()[m];
        shares.append(m == 0 ? "" : ", ").append(Yaml.percent(winning.wonByMonth()[m] / closed));
        uncertainty.put(
            "season.winning.quarterMonth[" + m + "]", normal(effect, winning.effectError(m), ""));
      }
      comment(
          "  ",
          "By month of the quarter "
              + shares
              + " of the closes are won; by luck so different with p "
              + CalibrationOf.p(winning.monthsP())
              + ".");
      line("  winning: {quarterMonth: [" + months + "], stages: [" + last() + "]}");
    }
  }

  private String last() {
    return fitted.decides()
        ? CLOSING
        : Yaml.name(fitted.stages().get(fitted.stages().size() - 1).name());
  }

  private void products() {
    ValueFit values = fitted.values();
    line("");
    if (values.ratioN() > 0) {
      comment(
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
    line("products:");
    long all = values.products().stream().mapToLong(ValueFit.Product::deals).sum();
    List<String> mix = new ArrayList<>();
    double left = 100;
    for (int i = 0; i < values.products().size(); i++) {
      ValueFit.Product product = values.products().get(i);
      line("  " + Yaml.name(product.name()) + ": " + value(product, values));
      boolean last = i == values.products().size() - 1;
      double share = Math.rint(product.deals() * 10_000.0 / all) / 100;
      share = last ? Math.rint(left * 100) / 100 : Math.min(share, left);
      left -= share;
      mix.add(Yaml.name(product.name()) + ": " + Yaml.number(share, 6) + "%");
    }
    if (mix.size() > 1) {
      line("segments:");
      comment(
          "  ", "Shares of " + all + " deals; " + tested("products", fitted.winning().products()));
      line("  all: {mix: 100%, product: {" + String.join(", ", mix) + "}}");
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
        + chosen(product.fits());
  }

  private static String chosen(List<LawFit> fits) {
    LawFit best = fits.get(0);
    return "; "
        + best.family().words()
        + ", distance "
        + Yaml.number(best.distance(), 2)
        + (fits.size() > 1
            ? "; next "
                + fits.get(1).family().words()
                + " +"
                + Yaml.number(Math.max(0, Math.rint(fits.get(1).aic() - best.aic())), 6)
                + " AIC"
            : "");
  }

  private static String tested(String what, Differences differences) {
    if (differences.freedom() == 0) {
      return "there is nothing to compare.";
    }
    return "differences in the odds between "
        + what
        + ": chi-squared "
        + Yaml.number(differences.chiSquared(), 4)
        + " on "
        + differences.freedom()
        + " degrees of freedom, p "
        + CalibrationOf.p(differences.p())
        + ", true spread "
        + Yaml.number(differences.spread(), 2)
        + " log-odds.";
  }

  private void sources() {
    ArrivalFit arrivals = fitted.arrivals();
    line("");
    comment(
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
    line("sources:");
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
    comment("  ", "Of these, " + tested("sources", effects));
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
    line(
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
    uncertainty.put("sources." + Yaml.step(name) + ".arrivals.perMonth", normal(rate, error, ""));
  }

  private void roles() {
    if (!fitted.hasOwners() && !fitted.isLimited()) {
      return;
    }
    line("");
    line("roles:");
    if (fitted.hasOwners()) {
      Differences reps = fitted.winning().reps();
      boolean skills = fitted.decides() && reps.p() < ArrivalFit.LEVEL;
      comment("  ", "Of the reps, " + tested("reps", reps));
      Set<String> names = new LinkedHashSet<>();
      for (int o = 0; o < fitted.history().names().owners().size(); o++) {
        String owner = fitted.history().names().owners().get(o);
        int at = reps.names().indexOf(owner);
        String skill =
            skills && at >= 0 ? ": {skill: " + Yaml.number(reps.shrunk().get(at), 3) + "}" : ": {}";
        names.add(Yaml.name(owner) + (skills ? skill : ""));
      }
      line("  Rep:");
      line("    take: onArrival");
      String open = skills ? "{" : "[";
      String close = skills ? "}" : "]";
      wrapped("    reps: " + open, names, close);
    }
    if (fitted.isLimited()) {
      Throughput limit = fitted.throughput();
      comment(
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
      line("  Closer: {take: whenFree, headcount: " + CLOSERS + "}");
    }
  }

  private void wrapped(String start, Set<String> names, String close) {
    StringBuilder line = new StringBuilder(start);
    int left = names.size();
    for (String name : names) {
      String item = name + (--left > 0 ? ", " : close);
      if (line.length() + item.length() > WRAP) {
        line(line.toString().stripTrailing());
        line = new StringBuilder("      ");
      }
      line.append(item);
    }
    line(line.toString());
  }

  private void stages() {
    line("");
    line("stages:");
    for (StageFit stage : fitted.stages()) {
      if (fitted.decides()) {
        untilReady(stage);
        closing();
      } else {
        stage(stage);
      }
    }
  }

  private void untilReady(StageFit stage) {
    LawFit law = stage.law(Stays.ADVANCE);
    double never = stage.fit().never();
    comment(
        "  ",
        "Until the buyer decides. What is won does not depend on the age (p "
            + CalibrationOf.p(fitted.winning().age().p())
            + " given the month), so one delay and then one decision. "
            + (long) stage.stays()[0]
            + " closes and "
            + (long) stage.open()
            + " open deals"
            + chosen(stage.fit().laws().get(Stays.ADVANCE))
            + ".");
    line("  - name: " + Yaml.name(stage.name()));
    owner();
    advance(stage, "stages." + Yaml.step(stage.name()));
    if (never > 0) {
      line("    delay:");
      line("      advance: " + Yaml.durations(law));
      comment(
          "      ",
          Yaml.percent(never)
              + " never close; nobody writes them off, so 20 years stand for: not in this horizon.");
      line("      lost: 20 years");
      parameters("stages." + Yaml.step(stage.name()) + ".delay.advance", stage, Stays.ADVANCE);
    } else {
      line("    delay: {advance: " + Yaml.durations(law) + "}");
      parameters("stages." + Yaml.step(stage.name()) + ".delay.advance", stage, Stays.ADVANCE);
    }
  }

  private void owner() {
    if (fitted.hasOwners()) {
      line("    owner: Rep");
    }
  }

  private void closing() {
    Winning winning = fitted.winning();
    double closed = winning.won() + winning.lost();
    line("  - name: " + CLOSING);
    owner();
    if (fitted.isLimited()) {
      double hours = CLOSERS * HOURS / fitted.throughput().perDay();
      line(
          "    work: [{activity: closing, role: Closer, effort: {exponential: {mean: "
              + Yaml.number(hours, 5)
              + " hours}}}]");
      uncertainty.put(
          "stages." + CLOSING + ".work[0].effort.exponential.mean",
          normal(hours, hours / Math.sqrt(fitted.throughput().closes()), " hours"));
    }
    line(
        "    advance: "
            + Yaml.percent(winning.rate())
            + "      # "
            + (long) winning.won()
            + " of "
            + (long) closed
            + " closes");
    if (!winning.hasMonths()) {
      beta(
          "stages." + CLOSING + ".advance",
          winning.rate(),
          Math.sqrt(closed / winning.won() / winning.lost()));
    }
    lose(StageFit.reasons(fitted.history(), 0));
  }

  private void lose(Map<String, Double> reasons) {
    if (reasons.size() < 2) {
      return;
    }
    List<String> shares = new ArrayList<>();
    double left = 100;
    int rest = reasons.size();
    for (Map.Entry<String, Double> each : reasons.entrySet()) {
      double share = Math.min(left, Math.rint(each.getValue() * 10_000) / 100);
      share = --rest == 0 ? Math.rint(left * 100) / 100 : share;
      left -= share;
      shares.add(Yaml.name(each.getKey()) + ": " + Yaml.number(share, 6) + "%");
    }
    line("    lose: {" + String.join(", ", shares) + "}");
  }

  private void stage(StageFit stage) {
    String path = "stages." + Yaml.step(stage.name());
    comment(
        "  ",
        (long) stage.stays()[0]
            + " advanced, "
            + (long) stage.stays()[1]
            + " lost, "
            + (long) stage.stays()[2]
            + " went back, "
            + (long) stage.open()
            + " are open"
            + (stage.law(0) == null ? "" : "; advance" + chosen(stage.fit().laws().get(0)))
            + (stage.law(1) == null ? "" : "; lost" + chosen(stage.fit().laws().get(1)))
            + ".");
    timeOut(stage);
    line("  - name: " + Yaml.name(stage.name()));
    owner();
    advance(stage, path);
    line("    delay:");
    LawFit advance = stage.law(Stays.ADVANCE);
    line("      advance: " + (advance == null ? "0 days" : Yaml.durations(advance)));
    parameters(path + ".delay.advance", stage, Stays.ADVANCE);
    lostDelay(stage, path);
    if (stage.law(Stays.REGRESS) != null && stage.backTo() >= 0) {
      line("      regress: " + Yaml.durations(stage.law(Stays.REGRESS)));
      line(
          "    regress: {to: "
              + Yaml.name(fitted.stages().get(stage.backTo()).name())
              + ", probability: "
              + Yaml.percent(stage.fit().shares().get(Stays.REGRESS))
              + "}");
    }
    lose(stage.reasons());
  }

  private void lostDelay(StageFit stage, String path) {
    LawFit lost = stage.law(Stays.LOST);
    double never = stage.fit().never();
    double share = stage.fit().shares().get(Stays.LOST);
    if (never > 0 && lost != null) {
      List<String> weights = Yaml.percents(share / (share + never));
      comment("      ", "20 years stand for never: " + Yaml.percent(never) + " of the stays.");
      line(
          "      lost: {mixture: [{weight: "
              + weights.get(0)
              + ", of: "
              + Yaml.durations(lost)
              + "}, {weight: "
              + weights.get(1)
              + ", of: 20 years}]}");
    } else if (lost != null) {
      line("      lost: " + Yaml.durations(lost));
      parameters(path + ".delay.lost", stage, Stays.LOST);
    } else if (never > 0) {
      line("      lost: 20 years        # they never leave");
    }
  }

  /** A narrow part of a law of losing is the work of a rule, not of a buyer. */
  private void timeOut(StageFit stage) {
    LawFit lost = stage.law(Stays.LOST);
    if (lost == null || lost.family() != Family.TWO_LOGNORMALS) {
      return;
    }
    List<Double> p = lost.parameters();
    for (int i = 0; i < 2; i++) {
      double weight = i == 0 ? p.get(0) : 1 - p.get(0);
      if (p.get(2 + 2 * i) < 0.08 && weight > 0.1) {
        comment(
            "  ",
            Yaml.percent(weight)
                + " of the losses come at "
                + Yaml.days(p.get(1 + 2 * i))
                + " almost to the day: most likely an automatic time-out.");
      }
    }
  }

  private void advance(StageFit stage, String path) {
    line("    advance: " + Yaml.percent(stage.advance()));
    double error = stage.fit().standardErrors().get(0).get(Stays.ADVANCE);
    beta(path + ".advance", stage.advance(), error);
  }

  private void beta(String lever, double p, double logOddsError) {
    double sd = p * (1 - p) * logOddsError;
    // a beta law needs a spread below that of a coin
    if (sd > 1e-7 && sd < 0.9 * Math.sqrt(p * (1 - p))) {
      uncertainty.put(
          lever, "{beta: {mean: " + Yaml.number(p, 4) + ", sd: " + Yaml.number(sd, 3) + "}}");
    }
  }

  /** Parameters of a law of one family, each with its own error. */
  private void parameters(String path, StageFit stage, int way) {
    LawFit law = stage.law(way);
    List<Double> errors = stage.fit().standardErrors().get(way + 1);
    if (law == null || law.family() == Family.EMPIRICAL || law.family() == Family.TWO_LOGNORMALS) {
      return;
    }
    String family = law.family().words();
    for (int i = 0; i < law.parameters().size(); i++) {
      double error = i < errors.size() ? errors.get(i) : Double.NaN;
      double value = law.parameters().get(i);
      boolean time = i == 0;
      if (error > 0 && error < 0.5) {
        String lever = path + "." + family + "." + law.family().parameters().get(i);
        double unit = time ? 24 : 1;
        uncertainty.put(lever, normal(value * unit, value * unit * error, time ? " hours" : ""));
      }
    }
  }

  private static String normal(double mean, double sd, String unit) {
    return "{normal: {mean: "
        + Yaml.number(mean, 5)
        + unit
        + ", sd: "
        + Yaml.number(Math.max(sd, 1e-9), 4)
        + unit
        + "}}";
  }
}
