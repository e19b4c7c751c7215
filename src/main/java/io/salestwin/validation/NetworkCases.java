package io.salestwin.validation;

import static io.salestwin.validation.Queues.waitingOfMmc;

import io.salestwin.model.Fact;
import java.util.List;

/** Stages in a row and in loops, each with its reps: Jackson networks. */
final class NetworkCases {

  private static final double HOURS = 26 * 168.0;

  private NetworkCases() {}

  static List<Trial<?>> list() {
    return List.of(tandem(), feedback(), officeHours());
  }

  private static Trial<?> tandem() {
    double first = 0.7;
    double second = 0.6 * first * 3;
    Scene scene =
        new Scene("Tandem", "26 weeks")
            .warmUp("60 days")
            .perHour(first)
            .role("SDR", "headcount: 1")
            .role("AE", "headcount: 2")
            .stage("Talk", "owner: SDR, advance: 60%, " + work("1 hour", ""))
            .stage("Deal", "owner: AE, advance: 50%, " + work("3 hours", ""));
    double empty = (1 - first) * BirthDeath.ofQueue(2, second, 1, 0, 400).mean(n -> n == 0 ? 1 : 0);
    return Trial.watched(
            "tandem",
            "two stages in a row, one rep and two: a Jackson tandem",
            model -> new Occupancy(model, List.of(n -> n[0] + n[1] == 0 ? 1 : 0)))
        .theory(
            "each stage as M/M/c of its own flow; both empty with the product of the chances",
            "Burke, Operations Research 4 (1956); Jackson, Operations Research 5 (1957)")
        .remainder("below 1e-6: 38 times the slower stage's time constant pass before the start")
        .plays(600, scene)
        .figure("leads waiting for SDR", waitingOfMmc(1, first), p -> p.kpi("waiting_leads.SDR"))
        .figure("leads waiting for AE", waitingOfMmc(2, second), p -> p.kpi("waiting_leads.AE"))
        .figure("share of time both empty", empty, play -> play.seen().area(0) / HOURS);
  }

  /** The second stage is worked by a pool, because a returning lead waits for its own rep. */
  private static Trial<?> feedback() {
    double arrivals = 0.504;
    // talk = arrivals + 30 % of deal + 25 % of the 40 % lost; deal = 60 % of talk
    double talk = arrivals / (1 - 0.3 * 0.6 - 0.25 * 0.4);
    double deal = 0.6 * talk;
    Scene scene =
        new Scene("Feedback", "26 weeks")
            .warmUp("90 days")
            .perHour(arrivals)
            .role("SDR", "headcount: 1")
            .role("SE", "headcount: 2")
            .stage(
                "Talk",
                "owner: SDR, advance: 60%, "
                    + work("1 hour", "")
                    + ", recycle: {share: 25%, after: {exponential: {mean: 5 days}}}")
            .stage(
                "Deal",
                "advance: 50%, "
                    + work("3 hours", ", role: SE")
                    + ", regress: {to: Talk, probability: 30%}");
    return Trial.of("feedback", "regress and recycle lead back: a Jackson network with loops")
        .theory(
            "flows by the traffic equations, each stage as M/M/c of its flow, dormant = flow x mean"
                + " sleep",
            "Jackson, Operations Research 5 (1957)")
        .remainder(
            "below 1e-6: 90 days are 18 mean sleeps and over 50 time constants of each queue")
        .plays(600, scene)
        .figure("visits to Talk per hour", talk, play -> play.fact(Fact.ENTERED, 0) / HOURS)
        .figure("leads waiting for SDR", waitingOfMmc(1, talk), p -> p.kpi("waiting_leads.SDR"))
        .figure("leads waiting for SE", waitingOfMmc(2, 3 * deal), p -> p.kpi("waiting_leads.SE"))
        .figure(
            "leads dormant at the end",
            0.25 * 0.4 * talk * 120,
            play -> play.atEnd(Fact.DORMANT_AT_END, 0));
  }

  /** Arrivals and work stand still together at night, so the queue is that of working hours. */
  private static Trial<?> officeHours() {
    double load = 0.7;
    Scene scene =
        new Scene("Office hours", "52 weeks")
            .with("calendar", "{hoursPerDay: 8}")
            .warmUp("26 weeks")
            .source("outbound", "arrivals: {perRepDay: 4, role: AE}")
            .role("AE", "headcount: 3")
            .stage("Deal", "owner: AE, advance: 50%, " + work("1.4 hours", ""));
    return Trial.of("office-hours", "three reps with leads of their own from 9 to 17: 3 x M/M/1")
        .theory(
            "waiting = 3 rho^2 / (1 - rho), nights and weekends included: who waits in the evening"
                + " waits in the morning",
            "Kleinrock I (1975), section 3.2, in working time")
        .remainder("below 1e-8: 1,040 working hours are 19 time constants of 52 hours")
        .plays(600, scene)
        .figure("leads waiting", 3 * load * load / (1 - load), p -> p.kpi("waiting_leads.AE"))
        .figure("share of time at work", load, play -> play.kpi("utilisation.AE"));
  }

  private static String work(String mean, String more) {
    return "work: [{effort: {exponential: {mean: " + mean + "}}" + more + "}]";
  }
}
