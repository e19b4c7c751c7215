package io.salestwin.validation;

import static io.salestwin.validation.Queues.erlangC;
import static io.salestwin.validation.Queues.waitingOfMmc;

import io.salestwin.model.Fact;
import java.util.List;
import java.util.Locale;

/** Leads that wait for reps: the work takes an hour on the mean. */
final class QueueCases {

  private static final String COUPLED =
      "below 1e-6: from the first moment without work on, the run that began empty and one in the"
          + " long run are the same, and that moment comes long before the 60 days are over";

  private QueueCases() {}

  static List<Trial<?>> list() {
    return List.of(
        mm1(),
        mm1FromEmpty(),
        mmc(),
        mg1("mg1-lognormal", "lognormal", 0.7, 1.3),
        mg1("mg1-gamma", "gamma", 0.75, 0.6),
        md1(),
        lastInFirstOut(),
        byValue(),
        byScore(),
        roundRobin());
  }

  private static Trial<?> mm1() {
    double load = 0.7;
    return Trial.watched("mm1", "one rep, exponential work: M/M/1", model -> Waits.ofAll())
        .theory(
            "waiting = rho^2 / (1 - rho); wait 0 with the chance 1 - rho, else exponential with the"
                + " rate mu - lambda",
            "Kleinrock, Queueing Systems I (1975), section 3.2")
        .remainder(
            "below 1e-8: e^(-t / tau), tau = 1 / (sqrt(mu) - sqrt(lambda))^2 = 37 hours, after 30"
                + " days (Abate and Whitt, 1987)")
        .plays(400, queue("M/M/1", 1, load, "{exponential: {mean: 1 hour}}", "30 days"))
        .figure("leads waiting", waitingOfMmc(1, load), play -> play.kpi("waiting_leads"))
        .figure(
            "hours to first touch",
            load / (1 - load),
            QueueCases::responseHours,
            QueueCases::firstTouches)
        .figure("share of time at work", load, play -> play.kpi("utilisation.SDR"))
        .figure(
            "mean of e^(-hours waited)",
            1 - load + load * (1 - load) / (2 - load),
            play -> play.seen().faded(0),
            play -> play.seen().count(0));
  }

  private static Trial<?> mm1FromEmpty() {
    double load = 0.9;
    double waiting =
        BirthDeath.ofQueue(1, load, 1, 0, 200).meanOverTimeFromEmpty(n -> Math.max(0, n - 1), 24);
    double busy =
        BirthDeath.ofQueue(1, load, 1, 0, 200).meanOverTimeFromEmpty(n -> Math.min(n, 1), 24);
    Scene scene =
        new Scene("The first day of M/M/1", "1 day")
            .perHour(load)
            .role("SDR", "headcount: 1")
            .stage("Talk", work("{exponential: {mean: 1 hour}}"));
    return Trial.of("mm1-first-day", "the first day of M/M/1 that begins empty")
        .theory(
            "mean over 24 hours of the transient chain, by uniformisation",
            "Jensen (1953); Grassmann, Computers and Operations Research 4 (1977)")
        .plays(6000, scene)
        .figure("leads waiting", waiting, play -> play.kpi("waiting_leads"))
        .figure("share of time at work", busy, play -> play.kpi("utilisation.SDR"));
  }

  private static Trial<?> mmc() {
    double load = 2.4;
    return Trial.of("mmc", "three reps with one queue, exponential work: M/M/3")
        .theory("waiting = C(c, a) a / (c - a), Erlang's C", "Kleinrock I (1975), section 3.5")
        .remainder("below 1e-8: computed by uniformisation, after 30 days")
        .plays(
            600,
            queue("M/M/3", 3, load, "{exponential: {mean: 1 hour}}", "30 days")
                .with("horizon", "26 weeks"))
        .figure("leads waiting", waitingOfMmc(3, load), play -> play.kpi("waiting_leads"))
        .figure(
            "hours to first touch",
            erlangC(3, load) / (3 - load),
            QueueCases::responseHours,
            QueueCases::firstTouches)
        .figure("share of time at work", load / 3, play -> play.kpi("utilisation.SDR"));
  }

  private static Trial<?> mg1(String name, String family, double load, double cv) {
    double wait = Queues.pollaczekKhinchine(load, 1, 1 + cv * cv);
    String law = "{" + family + ": {mean: 1 hour, cv: " + cv + "}}";
    return Trial.of(name, "one rep, " + family + " work: M/G/1")
        .theory(
            "wait = lambda E[S^2] / (2 (1 - rho)), Pollaczek and Khinchine",
            "Kleinrock I (1975), chapter 5")
        .remainder(COUPLED)
        .plays(400, queue("M/G/1, " + family, 1, load, law, "60 days"))
        .figure("leads waiting", load * wait, play -> play.kpi("waiting_leads"))
        .figure("hours to first touch", wait, QueueCases::responseHours, QueueCases::firstTouches);
  }

  private static Trial<?> md1() {
    double load = 0.8;
    double wait = Queues.pollaczekKhinchine(load, 1, 1);
    return Trial.of("md1", "one rep, work of one hour each time: M/D/1")
        .theory("wait = rho / (2 mu (1 - rho))", "Kleinrock I (1975), chapter 5")
        .remainder(COUPLED)
        .plays(400, queue("M/D/1", 1, load, "1 hour", "60 days"))
        .figure("leads waiting", load * wait, play -> play.kpi("waiting_leads"))
        .figure("hours to first touch", wait, QueueCases::responseHours, QueueCases::firstTouches);
  }

  private static Trial<?> lastInFirstOut() {
    double load = 0.7;
    Scene scene =
        queue("Last in, first out", 1, load, "{exponential: {mean: 1 hour}}", "30 days")
            .with("queue", "lifo");
    return Trial.watched("mm1-lifo", "last in, first out: M/M/1", model -> Waits.ofAll())
        .theory(
            "mean wait as first in, first out; who waits does so for a busy period: mean of"
                + " e^(-wait) from its transform",
            "Wishart, Operations Research 8 (1960)")
        .remainder("below 1e-8, as for mm1")
        .plays(400, scene)
        .figure(
            "hours waited",
            load / (1 - load),
            play -> play.seen().hours(0),
            play -> play.seen().count(0))
        .figure(
            "mean of e^(-hours waited)",
            Queues.fadedWaitOfLastInFirstOut(load, 1, 1),
            play -> play.seen().faded(0),
            play -> play.seen().count(0));
  }

  private static Trial<?> byValue() {
    double rate = 0.8;
    double cv = 0.8;
    double[] shares = {0.2, 0.3, 0.5};
    double[] loads = {rate * shares[0], rate * shares[1], rate * shares[2]};
    double[] waits = Queues.cobham(loads, rate * (1 + cv * cv) / 2);
    Scene scene =
        queue("Priority by value", 1, rate, "{lognormal: {mean: 1 hour, cv: 0.8}}", "60 days")
            .with("queue", "{order: priority, by: value}")
            .with("products", "{gold: {value: 3000}, silver: {value: 2000}, iron: {value: 1000}}")
            .with("segments", "{all: {product: {gold: 20%, silver: 30%, iron: 50%}}}");
    Trial<Waits> trial =
        Trial.watched(
                "priority-value",
                "the largest value first, three products: M/G/1 with priorities",
                model -> new Waits(3, (source, product) -> product))
            .theory(
                "wait(k) = W0 / ((1 - s(k-1)) (1 - s(k))), W0 = lambda E[S^2] / 2, s(k) = load up to"
                    + " class k",
                "Cobham, Operations Research 2 (1954)")
            .remainder(COUPLED)
            .plays(400, scene);
    return perClass(trial, List.of("gold", "silver", "iron"), waits);
  }

  private static Trial<?> byScore() {
    double[] rates = {0.6, 1.0};
    double wait = erlangC(2, 1.6) / 2;
    double[] waits = Queues.cobham(new double[] {rates[0] / 2, rates[1] / 2}, wait);
    Scene scene =
        queue("Priority by score", 2, 1, "{exponential: {mean: 1 hour}}", "60 days")
            .with("horizon", "26 weeks")
            .with("queue", "{order: priority, by: score}")
            .source("inbound", source(rates[1], 0.2))
            .source("referral", source(rates[0], 0.9));
    Trial<Waits> trial =
        Trial.watched(
                "priority-score",
                "the best score first, two reps: M/M/2 with priorities",
                model -> new Waits(2, (source, product) -> 1 - source))
            .theory(
                "wait(k) = W0 / ((1 - s(k-1)) (1 - s(k))), W0 = C(c, a) / (c mu)",
                "Cobham, Operations Research 2 (1954)")
            .remainder("below 1e-8: the number of leads is that of M/M/2, after 60 days")
            .plays(600, scene);
    return perClass(trial, List.of("referrals", "inbound leads"), waits);
  }

  private static Trial<?> perClass(Trial<Waits> trial, List<String> names, double[] waits) {
    for (int k = 0; k < waits.length; k++) {
      int rank = k;
      trial.figure(
          "hours waited by " + names.get(k),
          waits[k],
          play -> play.seen().hours(rank),
          play -> play.seen().count(rank));
    }
    return trial;
  }

  private static Trial<?> roundRobin() {
    double load = 0.7;
    double sigma = Queues.waitChanceOfErlangArrivals(2, load);
    Scene scene =
        new Scene("Round robin", "26 weeks")
            .warmUp("60 days")
            .perHour(2 * load)
            .role("SDR", "headcount: 2, take: onArrival, routing: roundRobin")
            .stage("Talk", work("{exponential: {mean: 1 hour}}"));
    return Trial.watched(
            "round-robin", "leads dealt to two reps in turn: E2/M/1", model -> Waits.ofAll())
        .theory(
            "chance to wait sigma = (2 rho / (2 rho + 1 - sigma))^2; wait = sigma / (mu (1 -"
                + " sigma))",
            "Kleinrock I (1975), chapter 6")
        .remainder(COUPLED)
        .plays(600, scene)
        .figure(
            "share that wait", sigma, play -> play.seen().delayed(0), play -> play.seen().count(0))
        .figure(
            "hours waited",
            sigma / (1 - sigma),
            play -> play.seen().hours(0),
            play -> play.seen().count(0));
  }

  // ---- how these cases are written and measured

  private static Scene queue(String name, int reps, double perHour, String effort, String warmUp) {
    return new Scene(name, "52 weeks")
        .warmUp(warmUp)
        .perHour(perHour)
        .role("SDR", "headcount: " + reps)
        .stage("Talk", work(effort));
  }

  private static String work(String effort) {
    return "owner: SDR, advance: 50%, work: [{effort: " + effort + "}]";
  }

  private static String source(double perHour, double quality) {
    return String.format(
        Locale.ROOT,
        "arrivals: {perMonth: %s}, quality: %s",
        perHour * Scene.HOURS_PER_MONTH,
        quality);
  }

  private static double responseHours(Play<?> play) {
    return play.fact(Fact.RESPONSE_MS) / 3_600_000.0;
  }

  private static double firstTouches(Play<?> play) {
    return play.fact(Fact.FIRST_TOUCHES);
  }
}
