package io.salestwin.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is told of one play: steps, draws, choices of the routing, and who is at work. */
final class Heard implements Observer {

  /** A rep began or ceased to be at work. */
  record Staffed(double hour, int rep, boolean working, boolean present, double skill) {}

  /** A choice of the routing. */
  record Routed(double hour, long entity, List<Candidate> candidates) {}

  /** A draw of an outcome. */
  record Decided(double hour, Odds odds) {}

  final Replication replication;
  final List<Staffed> staffed = new ArrayList<>();
  final List<Routed> routed = new ArrayList<>();
  final Map<Long, List<Decided>> decided = new LinkedHashMap<>();
  final Map<Long, List<Story.Seen>> seen = new LinkedHashMap<>();
  final Map<Long, Long> valueCents = new LinkedHashMap<>();

  private Heard(Replication replication) {
    this.replication = replication;
  }

  static Heard of(SalesModel model, long seed, int number) {
    Heard heard = new Heard(new Replication(model, seed));
    heard.replication.observe(heard);
    heard.replication.play(number);
    return heard;
  }

  /** A fact summed over periods and members. */
  long fact(Fact fact) {
    return new Story.Play(replication.model, replication, List.of()).fact(fact);
  }

  /** When a lead took a step of this kind for the last time, in hours; not a number for never. */
  double hour(long entity, Step step) {
    double hour = Double.NaN;
    for (Story.Seen s : seen.get(entity)) {
      hour = s.step() == step ? s.hour() : hour;
    }
    return hour;
  }

  /** Who owned the leads, in the order in which they were chosen. */
  List<Integer> owners() {
    return seen.values().stream()
        .flatMap(List::stream)
        .filter(s -> s.step() == Step.OWNED)
        .sorted((a, b) -> Long.compare(a.timeMs(), b.timeMs()))
        .map(Story.Seen::rep)
        .toList();
  }

  @Override
  public void see(Step step, long timeMs, long entity, int stage, int rep) {
    seen.computeIfAbsent(entity, e -> new ArrayList<>())
        .add(new Story.Seen(step, timeMs, entity, stage, rep));
  }

  @Override
  public void meet(long entity, int source, int segment, int product, long cents) {
    valueCents.put(entity, cents);
  }

  @Override
  public void decides(long timeMs, long entity, Odds odds) {
    decided.computeIfAbsent(entity, e -> new ArrayList<>()).add(new Decided(hours(timeMs), odds));
  }

  @Override
  public void staffed(long timeMs, int rep, boolean working, boolean present) {
    double skill = replication.team.seats[rep].skill;
    staffed.add(new Staffed(hours(timeMs), rep, working, present, skill));
  }

  @Override
  public void routed(long timeMs, long entity, List<Candidate> candidates) {
    routed.add(new Routed(hours(timeMs), entity, candidates));
  }

  private static double hours(long ms) {
    return ms / 3_600_000.0;
  }
}
