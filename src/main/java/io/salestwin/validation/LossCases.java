package io.salestwin.validation;

import io.salestwin.model.Fact;
import java.util.List;

/** Leads that do not wait, or not for ever, and reps with a limit of open leads. */
final class LossCases {

  private LossCases() {}

  static List<Trial<?>> list() {
    return List.of(limitAndNoPatience(), noPatience(), limitAndPatience(), erlangA(), barrer());
  }

  /** Ten places, of two reps with five each; the buyer's delay holds them. */
  private static Trial<?> limitAndNoPatience() {
    double load = 7;
    double lost = Queues.erlangB(10, load);
    Scene scene =
        new Scene("A limit of open leads and no patience", "52 weeks")
            .warmUp("60 days")
            .perDay(load / 2)
            .role("SDR", "headcount: 2, openLeads: 5")
            .stage(
                "Talk",
                "owner: SDR, advance: 50%, patience: 1 ms,"
                    + " delay: {lognormal: {mean: 2 days, cv: 0.8}}");
    return Trial.of("erlang-b-limit", "two reps with at most five open leads, no patience")
        .theory(
            "share lost = Erlang's B(10, a), whatever the law of the delay; open = a (1 - B) / 2",
            "Kleinrock I (1975), section 3.6; Sevastyanov, Theory of Probability 2 (1957)")
        .remainder(
            "below 1e-6: all delays of the beginning are over after 60 days (30 mean delays); a"
                + " lead waits 1 ms of 2 days")
        .plays(600, scene)
        .figure("share gone cold", lost, LossCases::cold, LossCases::entered)
        .figure("open leads per rep", load * (1 - lost) / 2, play -> play.kpi("open_leads.SDR"));
  }

  private static Trial<?> noPatience() {
    double load = 3;
    double lost = Queues.erlangB(4, load);
    return Trial.of("erlang-b-work", "four reps, work of one hour, no patience: M/D/4/4")
        .theory("share lost = Erlang's B(4, a)", "Kleinrock I (1975), section 3.6")
        .remainder("below 1e-6: a lead waits 1 ms, in which at most 4 ms of 3.6e6 ms are freed")
        .plays(400, patience(4, load, "1 hour", "1 ms"))
        .figure("share gone cold", lost, LossCases::cold, LossCases::entered)
        .figure(
            "share of time at work", load * (1 - lost) / 4, play -> play.kpi("utilisation.SDR"));
  }

  private static Trial<?> limitAndPatience() {
    double load = 3;
    Scene scene =
        new Scene("A limit of open leads and endless patience", "26 weeks")
            .warmUp("60 days")
            .perHour(1)
            .role("SDR", "headcount: 2, openLeads: 2")
            .stage("Talk", "owner: SDR, advance: 50%, delay: {exponential: {mean: 3 hours}}");
    return Trial.of("limit-wait", "two reps with at most two open leads each: M/M/4 for an owner")
        .theory(
            "waiting = C(4, a) a / (4 - a), Erlang's C; open = a / 2",
            "Kleinrock I (1975), section 3.5")
        .remainder("below 1e-8: computed by uniformisation, after 60 days")
        .plays(600, scene)
        .figure(
            "leads waiting", Queues.waitingOfMmc(4, load), play -> play.kpi("waiting_leads.SDR"))
        .figure("open leads per rep", load / 2, play -> play.kpi("open_leads.SDR"));
  }

  private static Trial<?> erlangA() {
    double rate = 3.3;
    double leaving = 0.5;
    BirthDeath queue = BirthDeath.ofQueue(3, rate, 1, leaving, 400);
    double waiting = queue.mean(n -> Math.max(0, n - 3));
    double lost = leaving * waiting / rate;
    return Trial.of("erlang-a", "three reps, exponential patience of two hours: M/M/3+M")
        .theory(
            "birth and death with rates lambda and min(n, c) mu + max(0, n - c) theta; share lost ="
                + " theta E[waiting] / lambda",
            "Palm (1957); Garnett, Mandelbaum and Reiman, MSOM 4 (2002)")
        .remainder("below 1e-8: computed by uniformisation, after 10 days")
        .plays(
            400,
            patience(3, rate, "{exponential: {mean: 1 hour}}", "{exponential: {mean: 2 hours}}"))
        .figure("share gone cold", lost, LossCases::cold, LossCases::entered)
        .figure("leads waiting", waiting, play -> play.kpi("waiting_leads.SDR"))
        .figure(
            "share of time at work", rate * (1 - lost) / 3, play -> play.kpi("utilisation.SDR"));
  }

  private static Trial<?> barrer() {
    double rate = 0.9;
    double lost = Queues.lostOfConstantPatience(rate, 1, 2);
    return Trial.of("patience-constant", "one rep, patience of two hours each: M/M/1+D")
        .theory(
            "share lost = P(work ahead > patience), its density lambda P0 e^(-(mu - lambda) v) up"
                + " to the patience",
            "Barrer, Operations Research 5 (1957)")
        .remainder(
            "below 1e-8: nobody waits more than two hours, so the run forgets its beginning within"
                + " days")
        .plays(600, patience(1, rate, "{exponential: {mean: 1 hour}}", "2 hours"))
        .figure("share gone cold", lost, LossCases::cold, LossCases::entered)
        .figure("share of time at work", rate * (1 - lost), play -> play.kpi("utilisation.SDR"));
  }

  private static Scene patience(int reps, double perHour, String effort, String patience) {
    return new Scene("Patience of " + patience.replaceAll("[{}:]", ""), "13 weeks")
        .warmUp("10 days")
        .perHour(perHour)
        .role("SDR", "headcount: " + reps)
        .stage(
            "Talk",
            "owner: SDR, advance: 50%, work: [{effort: " + effort + "}], patience: " + patience);
  }

  private static double cold(Play<Watcher.Nobody> play) {
    return play.fact(Fact.WENT_COLD);
  }

  private static double entered(Play<Watcher.Nobody> play) {
    return play.fact(Fact.ENTERED);
  }
}
