package io.salestwin.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salestwin.metrics.Played.Stretch;
import io.salestwin.metrics.Recorder.Change;
import io.salestwin.model.Observer.Life;
import io.salestwin.scenario.Customers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures about customers, counted again from what was seen to happen to each of them. */
class CustomerRecountTest {

  private static final double YEAR_MS = 365.25 * Played.DAY;
  private static final List<String> SEGMENTS = List.of("small", "large");

  private static Played play(String leaving, int number) {
    return new Played(
        Rich.with(
            "horizon=4 quarters",
            "products.core.contract=4 months",
            "products.plus.contract=9 months",
            "segments.small.churn=60%/year",
            "segments.small.expansion=70%/year",
            "segments.large.churn=20%/year",
            "segments.large.expansion=30%/year",
            "customers={opening: {small: {count: 60, arr: 300k}, large: {count: 25, arr: 700k}},"
                + " leaving: "
                + leaving
                + ", onboarding: {duration: {exponential: {mean: 20 days}}, capacity: 6},"
                + " renewal: {price: 4%, contraction: 20%, by: 25%},"
                + " expansion: {threshold: 0.5, size: 30%, win: 60%}}"),
        20270101,
        number);
  }

  @Test
  void whatBecomesOfCustomersIsWhatWasSeenOfEach() {
    for (String leaving : List.of("atRenewal", "anytime")) {
      for (int number = 0; number < 2; number++) {
        Played play = play(leaving, number);
        for (int segment = -1; segment < SEGMENTS.size(); segment++) {
          count(play, segment, play.horizon());
        }
        for (Stretch period : play.periods()) {
          count(play, -1, period);
          goLive(play, period);
        }
        assertThat(play.figure("customers_lost")).isGreaterThan(10);
        assertThat(play.figure("onboarding_waiting")).isPositive();
        assertThat(play.figure("arr_contraction")).isPositive();
        assertThat(play.figure("expansion_offers")).isGreaterThan(10);
      }
    }
  }

  private static void count(Played play, int segment, Stretch stretch) {
    String end = (segment < 0 ? "" : "." + SEGMENTS.get(segment)) + stretch.suffix();
    List<Change> changes =
        play.seen.changes.stream().filter(c -> segment < 0 || c.segment() == segment).toList();
    Map<Long, Long> before = standing(changes, stretch.from());
    Map<Long, Long> after = standing(changes, stretch.to());
    play.is("customers_at_start" + end, before.size());
    play.is("customers_at_end" + end, after.size());
    play.is("arr_at_start" + end, units(sum(before)));
    play.is("arr_at_end" + end, units(sum(after)));
    moves(play, changes, stretch, end);
    kept(play, before, changes, stretch, end);
  }

  /** What every live customer pays just before an instant; those of day one are there at 0. */
  private static Map<Long, Long> standing(List<Change> changes, long at) {
    Map<Long, Long> standing = new HashMap<>();
    for (Change change : changes) {
      boolean dayOne = change.at() == 0 && change.life() == Life.LIVE && at == 0;
      if (change.at() < at || dayOne) {
        apply(standing, change);
      }
    }
    return standing;
  }

  private static void apply(Map<Long, Long> standing, Change change) {
    if (change.life() == Life.LEFT) {
      standing.remove(change.entity());
    } else {
      standing.put(change.entity(), change.arrCents());
    }
  }

  private static void moves(Played play, List<Change> changes, Stretch stretch, String end) {
    Map<Long, Long> standing = standing(changes, stretch.from());
    double added = 0;
    double more = 0;
    double less = 0;
    double lost = 0;
    for (Change change : in(changes, stretch).toList()) {
      boolean dayOne = change.at() == 0 && change.life() == Life.LIVE;
      if (change.life() == Life.LIVE && !dayOne) {
        added += change.arrCents();
      } else if (change.life() == Life.LEFT) {
        lost += change.arrCents();
      } else if (!dayOne) {
        long delta = change.arrCents() - standing.get(change.entity());
        more += Math.max(0, delta);
        less += Math.max(0, -delta);
      }
      apply(standing, change);
    }
    play.is("customers_new" + end, of(changes, stretch, Life.LIVE));
    play.is("customers_lost" + end, of(changes, stretch, Life.LEFT));
    play.is("arr_new" + end, units(added));
    play.is("arr_churned" + end, units(lost));
    play.is("arr_expansion" + end, units(more));
    play.is("arr_contraction" + end, units(less));
    play.is("expansion_share" + end, more / (more + added));
    double taken = of(changes, stretch, Life.EXPANDED);
    double offers = taken + of(changes, stretch, Life.DECLINED);
    play.is("expansion_offers" + end, offers);
    play.is("expansion_win_rate" + end, taken / offers);
    double renewed = of(changes, stretch, Life.RENEWED);
    boolean atEnd =
        play.scenario.customers().orElseThrow().leaving() == Customers.Leaving.AT_RENEWAL;
    double due = renewed + (atEnd ? of(changes, stretch, Life.LEFT) : 0);
    play.is("renewals_due" + end, due);
    play.is("renewal_rate" + end, renewed / due);
  }

  /** Customers of the beginning, at its end; nobody who has left comes back. */
  private static void kept(
      Played play, Map<Long, Long> before, List<Change> changes, Stretch stretch, String end) {
    Map<Long, Long> after = standing(changes, stretch.to());
    double customers = 0;
    double gross = 0;
    double net = 0;
    for (Map.Entry<Long, Long> customer : before.entrySet()) {
      Long pays = after.get(customer.getKey());
      if (pays != null) {
        customers++;
        net += pays;
        gross += Math.min(pays, customer.getValue());
      }
    }
    play.is("logo_churn" + end, 1 - customers / before.size());
    play.is("grr" + end, gross / sum(before));
    play.is("nrr" + end, net / sum(before));
    // even revenue is what is paid in a year, over the time; every contract is rounded to a cent
    double revenue = 0;
    Map<Long, Change> last = new HashMap<>();
    for (Change change : changes) {
      revenue += paid(last.get(change.entity()), change.at(), stretch);
      last.put(change.entity(), change.life() == Life.LEFT ? null : change);
    }
    for (Change change : last.values()) {
      revenue += paid(change, Long.MAX_VALUE, stretch);
    }
    assertThat(play.figure("revenue" + end))
        .isCloseTo(revenue / 100, within(0.02 * changes.size()));
  }

  /** Who is won is taken in as soon as one of the places is free, and goes live after it. */
  private static void goLive(Played play, Stretch stretch) {
    Map<Long, Long> live = new HashMap<>();
    play.seen.changes.stream()
        .filter(c -> c.life() == Life.LIVE)
        .forEach(c -> live.put(c.entity(), c.at()));
    TreeMap<Long, Integer> turns = new TreeMap<>(Map.of(stretch.from(), 0, stretch.to(), 0));
    double left = 0;
    double leftArr = 0;
    double days = 0;
    double went = 0;
    for (Map.Entry<Long, Recorder.Lead> won : play.seen.leads.entrySet()) {
      if (won.getValue().won && won.getValue().ended >= 0) {
        long signed = won.getValue().ended;
        long until = live.getOrDefault(won.getKey(), Long.MAX_VALUE);
        if (signed < stretch.to()) {
          turns.merge(Math.max(signed, stretch.from()), 1, Integer::sum);
          turns.merge(Math.max(until, stretch.from()), -1, Integer::sum);
        }
        boolean waits = signed < stretch.to() && until >= stretch.to();
        left += waits ? 1 : 0;
        leftArr += waits ? won.getValue().valueCents : 0;
        days += stretch.has(until) ? (until - signed) / (double) Played.DAY : 0;
        went += stretch.has(until) ? 1 : 0;
      }
    }
    play.is("go_live_backlog" + stretch.suffix(), left);
    play.is("go_live_backlog_arr" + stretch.suffix(), units(leftArr));
    play.is("go_live_days" + stretch.suffix(), days / went);
    double waiting = 0; // who is beyond the six that are taken in at once
    long pending = 0;
    long before = stretch.from();
    for (Map.Entry<Long, Integer> turn : turns.entrySet()) {
      waiting += Math.max(0, pending - 6) * (double) stretch.part(before, turn.getKey());
      pending += turn.getValue();
      before = turn.getKey();
    }
    play.is("onboarding_waiting" + stretch.suffix(), waiting / (stretch.to() - stretch.from()));
    play.is("onboarding_failed" + stretch.suffix(), 0);
  }

  private static double paid(Change since, long until, Stretch stretch) {
    return since == null ? 0 : since.arrCents() * (stretch.part(since.at(), until) / YEAR_MS);
  }

  private static Stream<Change> in(List<Change> changes, Stretch stretch) {
    return changes.stream().filter(c -> stretch.has(c.at()));
  }

  /** How often it happened; who was there on day one did not go live on it. */
  private static double of(List<Change> changes, Stretch stretch, Life life) {
    return in(changes, stretch)
        .filter(c -> c.life() == life && !(life == Life.LIVE && c.at() == 0))
        .count();
  }

  private static double sum(Map<Long, Long> standing) {
    return standing.values().stream().mapToLong(v -> v).sum();
  }

  private static double units(double cents) {
    return cents / 100;
  }
}
