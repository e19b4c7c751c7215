package io.salestwin.metrics;

import io.salestwin.calendar.Clock;
import io.salestwin.model.Dimension;
import io.salestwin.model.Replication;
import io.salestwin.model.SalesModel;
import io.salestwin.scenario.Scenario;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Every step of one replication, warm-up included, in the order in which it happened.
 *
 * @param replication number of the replication, from 0
 * @param scenario what was played
 * @param names what the numbers of the events mean
 * @param leads the leads: the deals of the starting pipeline in their file's order (stale ones,
 *     which never move, are left out), then those that arrived, in the order of their arrival
 * @param events the steps
 * @param decisions what decided each exit that was drawn, named by {@link Kind#DECIDED}
 * @param choices what routing saw where it compared reps, named by {@link Kind#ROUTED}
 */
public record Trace(
    int replication,
    Scenario scenario,
    Names names,
    List<Lead> leads,
    List<Event> events,
    List<Decision> decisions,
    List<Choice> choices) {

  /** A number or an instant that is not there. */
  public static final int NONE = -1;

  /** The name of the effect of the owner's skill. */
  public static final String REP_SKILL = io.salestwin.model.Effect.SKILL.words();

  /** Copies the lists. */
  public Trace {
    leads = List.copyOf(leads);
    events = List.copyOf(events);
    decisions = List.copyOf(decisions);
    choices = List.copyOf(choices);
  }

  /**
   * Plays a replication and writes down what happens. The facts in its ledger are those of a play
   * that nobody watches.
   *
   * @param model the model that the replication plays
   * @param replication plays; watched by nobody afterwards
   * @param number number of the replication, at least 0
   * @return what happened
   */
  public static Trace of(SalesModel model, Replication replication, int number) {
    Tracing tracing = new Tracing(model);
    replication.observe(tracing);
    try {
      replication.play(number);
    } finally {
      replication.observe(null);
    }
    return tracing.trace(number);
  }

  /**
   * An instant as people say it.
   *
   * @param timeMs milliseconds from the scenario's start
   * @return date and time of day; days have 24 hours
   */
  public LocalDateTime at(long timeMs) {
    return scenario.start().atStartOfDay().plus(timeMs, ChronoUnit.MILLIS);
  }

  /**
   * When the horizon ends.
   *
   * @return milliseconds from the scenario's start
   */
  public long endMs() {
    return ChronoUnit.DAYS.between(scenario.start(), scenario.end()) * Clock.DAY;
  }

  /** What happened. */
  public enum Kind {
    /** The lead is a deal of the starting pipeline; the time is when it entered its stage. */
    OPENED,
    /** The lead arrived. */
    ARRIVED,
    /** It entered a stage. */
    ENTERED,
    /** A rep became its owner. */
    OWNED,
    /** Its owner let it go. */
    RELEASED,
    /** It began to wait for a rep; about: the role. */
    WAITS,
    /** A rep began a touch; about: the activity. */
    TOUCH_BEGAN,
    /** The rep ended it; about: the activity. */
    TOUCH_ENDED,
    /** A touch was cut off, because the lead left; about: the activity. */
    TOUCH_CUT,
    /** A touch broke off, because its rep went; about: the activity. */
    TOUCH_BROKEN,
    /** Routing compared the reps who could take the lead; about: the choice. */
    ROUTED,
    /** The buyers' delay began. */
    BUYER,
    /** How the visit will end was drawn; about: number of the decision. */
    DECIDED,
    /** The lead left the stage forwards. */
    ADVANCED,
    /** The lead left the stage backwards. */
    REGRESSED,
    /** It had not moved for too long and was sent back to be requalified. */
    REQUALIFIED,
    /** It was lost for good; about: the reason. */
    LOST,
    /** It was lost for now and will return; about: the reason. */
    DORMANT,
    /** It returned. */
    RETURNED,
    /** It was won. */
    WON
  }

  /**
   * One step.
   *
   * @param kind what happened
   * @param timeMs when, in milliseconds from the scenario's start; negative before it
   * @param lead index of the lead
   * @param stage index of its stage; where it has not entered any yet, the first
   * @param rep index of the rep who takes part; {@link #NONE} without one
   * @param about index of what the kind names; {@link #NONE} where it names nothing
   */
  public record Event(Kind kind, long timeMs, int lead, int stage, int rep, int about) {}

  /**
   * What routing saw.
   *
   * @param candidates the reps who could take the lead, the highest score first
   */
  public record Choice(List<Candidate> candidates) {
    /** Copies the list. */
    public Choice {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * A rep who could take a lead.
   *
   * @param rep index of the rep
   * @param score what the routing gives him
   * @param factors for weighted routing the factors that have a weight, each from 0 to 1
   */
  public record Candidate(int rep, double score, Map<String, Double> factors) {
    /** Copies the map in its order. */
    public Candidate {
      factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
    }
  }

  /**
   * What decided how a visit ends: one number is drawn and cut in the order advance, go back, lost.
   *
   * @param stated chance of the reference lead to advance, as drawn for the replication when it is
   *     uncertain
   * @param effects what moves it, in log-odds; those of 0 are left out
   * @param advance chance to advance, after the chance to go back; for a deal of the starting
   *     pipeline given how long it has stayed
   * @param regress chance to go back
   * @param draw the number drawn, from 0 to 1
   */
  public record Decision(
      double stated, List<Effect> effects, double advance, double regress, double draw) {

    /** Copies the list. */
    public Decision {
      effects = List.copyOf(effects);
    }

    /**
     * Whether the lead is to advance.
     *
     * @return true when the draw lies below the chance to advance
     */
    public boolean isAdvance() {
      return draw < advance;
    }

    /**
     * Whether the lead is to go back.
     *
     * @return true when the draw lies in the part after the chance to advance
     */
    public boolean isRegress() {
      return !isAdvance() && draw < advance + regress;
    }
  }

  /**
   * One named effect on the odds.
   *
   * @param name such as {@code lead quality}
   * @param logOdds what it adds to the log-odds, not 0
   */
  public record Effect(String name, double logOdds) {}

  /** How far a lead has come by the end of the horizon. */
  public enum Outcome {
    /** Won. */
    WON,
    /** Lost for good. */
    LOST,
    /** Lost for now: it would return later. */
    DORMANT,
    /** Still open. */
    OPEN
  }

  /**
   * One lead.
   *
   * @param number its place in the order of arrival, from 1; 0 for a deal of the starting pipeline
   * @param deal the deal's id in the starting pipeline; empty for a lead that arrived
   * @param source index of its source
   * @param segment index of its segment
   * @param product index of its product
   * @param valueCents its annual contract value, in cents
   * @param quality its quality, from 0 to 1
   * @param competitor index of the competitor whom it meets; 0 for nobody
   * @param stage index of the stage that it reached last
   * @param outcome how far it has come
   * @param reason index of the reason of the loss; {@link #NONE} without one
   * @param endMs when it was won or lost, in milliseconds from the start; {@link Long#MAX_VALUE}
   *     when it was neither
   */
  public record Lead(
      int number,
      String deal,
      int source,
      int segment,
      int product,
      long valueCents,
      double quality,
      int competitor,
      int stage,
      Outcome outcome,
      int reason,
      long endMs) {

    /**
     * The lead's name within its replication.
     *
     * @return {@code lead-203}, or {@code deal-} and the id of an open deal
     */
    public String name() {
      return number > 0 ? "lead-" + number : "deal-" + deal;
    }
  }

  /**
   * What the numbers of leads and events mean, each list in the order of the numbers.
   *
   * @param sources names of the sources
   * @param segments names of the segments
   * @param products names of the products
   * @param competitors names of the competitors, after the one for nobody
   * @param stages names of the stages
   * @param roles names of the roles
   * @param reps names of the reps
   * @param roleOfRep index of each rep's role
   * @param reasons names of the reasons of a loss
   * @param activities names of the activities
   */
  public record Names(
      List<String> sources,
      List<String> segments,
      List<String> products,
      List<String> competitors,
      List<String> stages,
      List<String> roles,
      List<String> reps,
      List<Integer> roleOfRep,
      List<String> reasons,
      List<String> activities) {

    static Names of(SalesModel model) {
      List<String> reps = model.members(Dimension.REP);
      return new Names(
          model.members(Dimension.SOURCE),
          model.members(Dimension.SEGMENT),
          model.members(Dimension.PRODUCT),
          model.members(Dimension.COMPETITOR),
          model.members(Dimension.STAGE),
          model.members(Dimension.ROLE),
          reps,
          IntStream.range(0, reps.size()).mapToObj(model::roleOf).toList(),
          model.members(Dimension.REASON),
          model.members(Dimension.ACTIVITY));
    }
  }
}
