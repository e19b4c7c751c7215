package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.calendar.Period;
import io.salestwin.random.Sampler;
import io.salestwin.scenario.Scenario;
import java.util.List;
import java.util.Map;

/** The tables of a compiled model. Filled by {@link ModelCompiler} once, never changed after. */
final class ModelParts {

  Scenario scenario;
  Kinds kinds;
  List<Period> periods;
  long beginMs;
  long[] boundaries;
  SizeBands sizeBands;

  /** Null when nobody is told apart. */
  Competition competition;

  Map<Dimension, List<String>> members;

  Parameters parameters;
  StagePlan[] plans;
  long[] statedMillionths;
  double[] statedWin;

  /** Null when there is no experiment. */
  ArmPlan armPlan;

  double[][] segmentShares;
  double[][] productShares;
  double[] sourceShares;
  Sampler[] quality;
  double[] constantQuality;
  double[] scoreNoise;
  int[] value;
  double[] valueFactor;
  double[] delayFactor;

  People people;
  Pools pools;
  Market market;
  int[] firstRep;
  int[] roleOfRep;
  int[] openLimit;
  boolean[] onArrival;
  boolean[] helps;
  double[] skillSd;
  double[] givenSkill;
  long[] repEntity;
  SalesModel.QueueKey queueKey;

  Clock workClock;
  Clock[] buyersClocks;
  Winning winning;

  /** Null when no segment has a season of its own. */
  SegmentSeasons segmentSeasons;

  ArrivalPlan[] arrivals;
  ShockPlan[] shocks;

  /** By arm; null when no arm has rules of hygiene. */
  HygienePlan[] hygiene;

  int prospecting;
  int review;
  int timedOut;
  int wentCold;
  int wentStale;
  int notAccepted;
  int leaked;
  boolean scores;

  /** Whether it is counted how well scores tell who is won. */
  boolean ranks;

  long[] dealEntity;
  int[] dealOwner;
}
