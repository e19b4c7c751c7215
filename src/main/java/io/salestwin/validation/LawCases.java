package io.salestwin.validation;

import io.salestwin.model.Fact;
import java.util.List;

/** Laws that hold of any organisation: Little's, Wolff's, and that of renewals. */
final class LawCases {

  private static final double DAY_MS = 86_400_000;

  /** A role that only helps owns no lead. */
  private static final int HELPING = 2;

  private static final int DEALS = 100;
  private static final int DAYS = 90;
  private static final int DAYS_BEFORE_MARCH = 59;

  private LawCases() {}

  static List<Trial<?>> list() {
    return List.of(little(), pasta(), renewals());
  }

  private static Trial<?> little() {
    Scene scene =
        new Scene("Little's law", "52 weeks")
            .with("calendar", "{hoursPerDay: 8}")
            .warmUp("90 days")
            .source("inbound", "arrivals: {perMonth: 150}")
            .role("SDR", "headcount: 2, openLeads: 30")
            .role("AE", "headcount: 3")
            .role("SE", "headcount: 1")
            .stage(
                "Talk",
                "owner: SDR, advance: 50%, patience: {exponential: {mean: 20 days}}, work:"
                    + " [{effort: {exponential: {mean: 1 hour}}, times: 3, every: 1 day, stop:"
                    + " 30%}], delay: {lognormal: {mean: 4 days, cv: 1}}, recycle: {share: 30%,"
                    + " after: 20 days}")
            .stage(
                "Deal",
                "owner: AE, advance: 40%, timeOut: 40 days, work: [{effort: 2 hours}, {effort: 1"
                    + " hour, role: SE}], delay: {lognormal: {mean: 15 days, cv: 1}}, regress: {to:"
                    + " Talk, probability: 10%}");
    Trial<Stays> trial =
        Trial.watched(
                "little", "all that can happen at once: Little's law, lead by lead", Stays::new)
            .theory(
                "area under the number of leads = sum of their stays, on every path",
                "Little, Operations Research 9 (1961); Stidham, Operations Research 22 (1974)")
            .plays(20, scene);
    List<String> stages = List.of("Talk", "Deal");
    for (int s = 0; s < stages.size(); s++) {
      int stage = s;
      trial.equal(
          "lead-days in " + stages.get(s),
          play -> play.fact(Fact.STAGE_AREA, stage) / DAY_MS,
          play -> play.seen().inStage(stage));
    }
    List<String> roles = List.of("SDR", "AE", "SE");
    for (int r = 0; r < roles.size(); r++) {
      int role = r;
      if (role != HELPING) {
        trial.equal(
            "lead-days owned by " + roles.get(r),
            play -> play.fact(Fact.OPEN_AREA, role) / DAY_MS,
            play -> play.seen().withRole(role));
      }
      trial.equal(
          "lead-days waiting for " + roles.get(r),
          play -> play.fact(Fact.WAITING_AREA, role) / DAY_MS,
          play -> play.seen().waiting(role));
    }
    return trial;
  }

  private static Trial<?> pasta() {
    double perHour = 0.33;
    Scene scene =
        new Scene("What leads find", "26 weeks")
            .with("calendar", "{hoursPerDay: 8}")
            .perHour(perHour)
            .role("SDR", "headcount: 2")
            .stage(
                "Talk",
                "owner: SDR, advance: 50%, work: [{effort: {lognormal: {mean: 1.1 hours, cv:"
                    + " 1}}}]");
    return Trial.watched(
            "pasta",
            "leads come at all hours, reps work from 9 to 17: what leads find",
            model -> new Occupancy(model, List.of(n -> n[0] >= 5 ? 1 : 0, n -> n[0])))
        .theory(
            "Poisson arrivals see time averages: arrivals that meet a state per hour of it = lambda",
            "Wolff, Operations Research 30 (1982)")
        .plays(400, scene)
        .figure(
            "finding 5 or more, per hour",
            perHour,
            play -> play.seen().found(0),
            play -> play.seen().area(0))
        .figure(
            "leads found, per lead-hour",
            perHour,
            play -> play.seen().found(1),
            play -> play.seen().area(1));
  }

  /** Open deals that are lost and come back at once, again and again. */
  private static Trial<?> renewals() {
    Renewal erlang = new Renewal(2, 5);
    Renewal bursty = new Renewal(0.5, 20);
    Scene scene =
        new Scene("Renewals", "3 months")
            .with("start", "2027-01-01")
            .with("periods", "month")
            .with("begin", "{pipeline: deals.csv}")
            .source("inbound", "arrivals: {perMonth: 0}")
            .stage("Erlang", again("{erlang: {k: 2, mean: 10 days}}", "Erlang"))
            .stage("Bursty", again("{gamma: {shape: 0.5, mean: 10 days}}", "Bursty"));
    StringBuilder deals = new StringBuilder("id,stage,age,value\n");
    for (int i = 0; i < DEALS; i++) {
      deals.append("e").append(i).append(",Erlang,0 days,1000\n");
      deals.append("b").append(i).append(",Bursty,0 days,1000\n");
    }
    Trial<Visits> trial =
        Trial.watched(
                "renewals",
                "deals that are lost and come back at once: a renewal process",
                model -> new Visits(2))
            .theory(
                "m(t) = sum of P(k gaps <= t); in the third month nearly days / mean gap (Blackwell)",
                "Cox, Renewal Theory (1962), chapters 3 and 4")
            .plays(400, scene)
            .file("deals.csv", deals.toString());
    renewal(trial, 0, "Erlang", erlang);
    renewal(trial, 1, "gamma", bursty);
    return trial;
  }

  private static void renewal(Trial<Visits> trial, int stage, String gaps, Renewal renewal) {
    double mean = renewal.mean(DAYS);
    trial
        .figure(
            "renewals, 3 months, " + gaps,
            mean,
            play -> play.fact(Fact.ENTERED, stage),
            play -> DEALS)
        .figure(
            "renewals, 3rd month, " + gaps,
            mean - renewal.mean(DAYS_BEFORE_MARCH),
            play -> play.fact(Fact.ENTERED, stage, 2),
            play -> DEALS)
        .figure(
            "variance of renewals, " + gaps,
            renewal.secondMoment(DAYS) - mean * mean,
            play -> play.seen().squaresAround(mean, DEALS, stage),
            play -> DEALS);
  }

  private static String again(String gap, String stage) {
    return "advance: 0%, delay: "
        + gap
        + ", recycle: {share: 100%, after: 0 days, to: "
        + stage
        + "}";
  }
}
