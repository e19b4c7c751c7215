package io.salestwin.metrics;

import static io.salestwin.model.Effect.COMPETITOR;
import static io.salestwin.model.Effect.KIND;

import io.salestwin.metrics.Trace.Decision;
import io.salestwin.metrics.Trace.Effect;
import io.salestwin.metrics.Trace.Event;
import io.salestwin.metrics.Trace.Kind;
import io.salestwin.metrics.Trace.Lead;
import io.salestwin.metrics.Trace.Outcome;
import io.salestwin.model.Dimension;
import io.salestwin.model.Observer;
import io.salestwin.model.Odds;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Product;
import io.salestwin.scenario.Role;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Scenario.OpenDeal;
import io.salestwin.scenario.Segment;
import io.salestwin.scenario.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes down a play as it is seen. */
final class Tracing implements Observer {

  /** A lead while it is on its way. */
  private static final class Way {
    int index;
    int number;
    String deal = "";
    int source;
    int segment;
    int product;
    long valueCents;
    double quality;
    int competitor;
    int stage;
    Outcome outcome = Outcome.OPEN;
    int reason = Trace.NONE;
    long endMs = Long.MAX_VALUE;
    int activity = Trace.NONE;
    int toucher = Trace.NONE;

    Lead lead() {
      return new Lead(
          number,
          deal,
          source,
          segment,
          product,
          valueCents,
          quality,
          competitor,
          stage,
          outcome,
          reason,
          endMs);
    }
  }

  private final SalesModel model;
  private final List<OpenDeal> deals;
  private final Map<Long, Integer> dealOfEntity = new HashMap<>();
  private final Map<Long, Way> byEntity = new HashMap<>();
  private final List<Way> ways = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Trace.Choice> choices = new ArrayList<>();
  private int arrived;

  Tracing(SalesModel model) {
    this.model = model;
    deals = model.scenario().begin().pipeline().orElse(List.of());
    for (int i = 0; i < deals.size(); i++) {
      dealOfEntity.put(model.dealEntity(i), i);
    }
  }

  Trace trace(int replication) {
    return new Trace(
        replication,
        model.scenario(),
        Trace.Names.of(model),
        ways.stream().map(Way::lead).toList(),
        events,
        decisions,
        choices);
  }

  @Override
  public void meet(long entity, int source, int segment, int product, long valueCents) {
    Way way = new Way();
    way.index = ways.size();
    way.source = source;
    way.segment = segment;
    way.product = product;
    way.valueCents = valueCents;
    ways.add(way);
    byEntity.put(entity, way);
  }

  @Override
  public void rated(long entity, double quality) {
    byEntity.get(entity).quality = quality;
  }

  @Override
  public void against(long entity, int competitor) {
    byEntity.get(entity).competitor = competitor;
  }

  @Override
  public void opened(long entity, int stage, long sinceMs) {
    Way way = byEntity.get(entity);
    way.deal = deals.get(dealOfEntity.get(entity)).id();
    way.stage = stage;
    add(Kind.OPENED, sinceMs, way, Trace.NONE, Trace.NONE);
  }

  @Override
  public void waits(long timeMs, long entity, int role) {
    add(Kind.WAITS, timeMs, byEntity.get(entity), Trace.NONE, role);
  }

  @Override
  public void because(long entity, int reason) {
    byEntity.get(entity).reason = reason;
  }

  @Override
  public void begins(long entity, int activity) {
    byEntity.get(entity).activity = activity;
  }

  @Override
  public void routed(long timeMs, long entity, List<Candidate> candidates) {
    List<Trace.Candidate> scored =
        candidates.stream()
            .filter(c -> !Double.isNaN(c.score()))
            .sorted(Comparator.comparingDouble(c -> -c.score()))
            .map(this::candidate)
            .toList();
    if (!scored.isEmpty()) {
      add(Kind.ROUTED, timeMs, byEntity.get(entity), scored.get(0).rep(), choices.size());
      choices.add(new Trace.Choice(scored));
    }
  }

  private Trace.Candidate candidate(Candidate seen) {
    Role role = model.scenario().roles().get(model.roleOf(seen.rep()));
    Map<String, Double> factors = new LinkedHashMap<>();
    for (Role.Factor factor : Role.Factor.values()) {
      int at = factor.ordinal();
      if (at < seen.factors().size() && role.routing().weights().get(at) > 0) {
        factors.put(factor.name().toLowerCase(Locale.ROOT), seen.factors().get(at));
      }
    }
    return new Trace.Candidate(seen.rep(), seen.score(), factors);
  }

  @Override
  public void decides(long timeMs, long entity, Odds odds) {
    Way way = byEntity.get(entity);
    add(Kind.DECIDED, timeMs, way, Trace.NONE, decisions.size());
    decisions.add(
        new Decision(
            odds.stated(), effects(way, odds), odds.advance(), odds.regress(), odds.draw()));
  }

  private List<Effect> effects(Way way, Odds odds) {
    Scenario scenario = model.scenario();
    String stage = scenario.stages().get(way.stage).name();
    Segment segment = scenario.segments().get(way.segment);
    Product product = scenario.products().get(way.product);
    Source source = scenario.sources().get(way.source);
    double bySegment = of(segment.effects(), stage);
    double byProduct = of(product.effects(), stage);
    double bySource = of(source.effects(), stage);
    // an arm of an experiment may have effects of its own
    boolean stated = Math.abs(bySegment + byProduct + bySource - odds.of(KIND)) < 1e-9;
    Stream<Effect> ofKind =
        stated
            ? Stream.of(
                new Effect("segment " + segment.name(), bySegment),
                new Effect("product " + product.name(), byProduct),
                new Effect("source " + source.name(), bySource))
            : Stream.of(new Effect(KIND.words(), odds.of(KIND)));
    Stream<Effect> others =
        odds.effects().entrySet().stream()
            .filter(effect -> effect.getKey() != KIND)
            .map(effect -> new Effect(words(way, effect.getKey()), effect.getValue()));
    return Stream.concat(ofKind, others).filter(effect -> effect.logOdds() != 0).toList();
  }

  private String words(Way way, io.salestwin.model.Effect effect) {
    return effect == COMPETITOR
        ? "competitor " + model.members(Dimension.COMPETITOR).get(way.competitor)
        : effect.words();
  }

  private static double of(Map<String, Double> effects, String stage) {
    return effects.getOrDefault(stage, 0.0);
  }

  @Override
  public void see(Step step, long timeMs, long entity, int stage, int rep) {
    Way way = byEntity.get(entity);
    way.stage = stage;
    switch (step) {
      case ARRIVED -> {
        way.number = ++arrived;
        add(Kind.ARRIVED, timeMs, way, rep, Trace.NONE);
      }
      case TOUCH_BEGAN -> {
        way.toucher = rep;
        add(Kind.TOUCH_BEGAN, timeMs, way, rep, way.activity);
      }
      case TOUCH_ENDED -> endTouch(Kind.TOUCH_ENDED, timeMs, way);
      case TOUCH_CUT -> endTouch(Kind.TOUCH_BROKEN, timeMs, way);
      case LOST -> {
        endTouch(Kind.TOUCH_CUT, timeMs, way);
        end(Outcome.LOST, Kind.LOST, timeMs, way, rep);
      }
      case DORMANT -> {
        endTouch(Kind.TOUCH_CUT, timeMs, way);
        way.outcome = Outcome.DORMANT;
        add(Kind.DORMANT, timeMs, way, rep, way.reason);
      }
      case RETURNED -> {
        way.outcome = Outcome.OPEN;
        way.reason = Trace.NONE;
        add(Kind.RETURNED, timeMs, way, rep, Trace.NONE);
      }
      case WON -> end(Outcome.WON, Kind.WON, timeMs, way, rep);
      case ADVANCED, REGRESSED, REQUALIFIED -> {
        endTouch(Kind.TOUCH_CUT, timeMs, way);
        add(Kind.valueOf(step.name()), timeMs, way, rep, Trace.NONE);
      }
      default -> add(Kind.valueOf(step.name()), timeMs, way, rep, Trace.NONE);
    }
  }

  private void end(Outcome outcome, Kind kind, long timeMs, Way way, int rep) {
    way.outcome = outcome;
    way.endMs = timeMs;
    add(kind, timeMs, way, rep, way.reason);
  }

  private void endTouch(Kind kind, long timeMs, Way way) {
    if (way.toucher != Trace.NONE) {
      add(kind, timeMs, way, way.toucher, way.activity);
      way.toucher = Trace.NONE;
    }
  }

  private void add(Kind kind, long timeMs, Way way, int rep, int about) {
    events.add(new Event(kind, timeMs, way.index, way.stage, rep, about));
  }
}
