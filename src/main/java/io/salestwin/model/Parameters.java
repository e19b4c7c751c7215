package io.salestwin.model;

import io.salestwin.random.Distribution;
import io.salestwin.random.Elementary;
import io.salestwin.random.Sampler;
import io.salestwin.scenario.ByMember;
import java.util.List;

/**
 * The numbers that uncertainty may patch. The compiled model holds the stated ones; a replication
 * of an uncertain model holds a copy of its own. Rows are arm x stage.
 */
final class Parameters {

  /** The chance to advance without any effect but that of the kind, and its log-odds. */
  final double[] advance;

  final double[] advanceLogit;
  final double[] quality;
  final double[] regress;
  final double[] recycleShare;
  final double[] perMonth;
  final double[] winningQuarterMonth;
  final double[] hoursPerWeek;

  /** Leavers a year per rep, by role. */
  final double[] attrition;

  final Distribution[] distributions;
  final Sampler[] samplers;

  /**
   * @param rows number of arm x stage rows
   * @param kinds number of kinds of leads
   * @param sources number of sources
   * @param roles number of roles
   * @param distributions every distribution of the scenario; its index names its sampler
   */
  Parameters(int rows, int kinds, int sources, int roles, List<Distribution> distributions) {
    advance = new double[rows * kinds];
    advanceLogit = new double[rows * kinds];
    quality = new double[rows];
    regress = new double[rows];
    recycleShare = new double[rows];
    perMonth = new double[sources];
    winningQuarterMonth = new double[3];
    hoursPerWeek = new double[roles];
    attrition = new double[roles];
    this.distributions = distributions.toArray(Distribution[]::new);
    samplers = distributions.stream().map(d -> d.compile().tabulated()).toArray(Sampler[]::new);
  }

  private Parameters(Parameters from) {
    advance = from.advance.clone();
    advanceLogit = from.advanceLogit.clone();
    quality = from.quality.clone();
    regress = from.regress.clone();
    recycleShare = from.recycleShare.clone();
    perMonth = from.perMonth.clone();
    winningQuarterMonth = from.winningQuarterMonth.clone();
    hoursPerWeek = from.hoursPerWeek.clone();
    attrition = from.attrition.clone();
    distributions = from.distributions.clone();
    samplers = from.samplers.clone();
  }

  Parameters copy() {
    return new Parameters(this);
  }

  void copyFrom(Parameters from) {
    copy(from.advance, advance);
    copy(from.advanceLogit, advanceLogit);
    copy(from.quality, quality);
    copy(from.regress, regress);
    copy(from.recycleShare, recycleShare);
    copy(from.perMonth, perMonth);
    copy(from.winningQuarterMonth, winningQuarterMonth);
    copy(from.hoursPerWeek, hoursPerWeek);
    copy(from.attrition, attrition);
    System.arraycopy(from.distributions, 0, distributions, 0, distributions.length);
    System.arraycopy(from.samplers, 0, samplers, 0, samplers.length);
  }

  private static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  /**
   * States the chance to advance of a row.
   *
   * @param row arm x stage
   * @param kinds the kinds of leads
   * @param plan the stage
   * @param advance the chance by kind of lead
   */
  void stateAdvance(int row, Kinds kinds, StagePlan plan, ByMember<Double> advance) {
    for (int kind = 0; kind < kinds.count(); kind++) {
      double p = advance.at(kinds.segment(kind), kinds.product(kind), kinds.source(kind));
      int at = row * kinds.count() + kind;
      advanceLogit[at] = Elementary.logit(p);
      this.advance[at] = p;
      if (plan.kindEffect()[kind] != 0) {
        shiftAdvance(at, plan.kindEffect()[kind]);
      }
    }
  }

  /** Moves the chance to advance of one row and kind by an effect on its log-odds. */
  void shiftAdvance(int at, double effect) {
    advanceLogit[at] += effect;
    advance[at] = Elementary.logistic(advanceLogit[at]);
  }

  /** A distribution equal to the present one keeps its table, and so draws the very same. */
  void put(int number, Distribution distribution) {
    if (!distribution.equals(distributions[number])) {
      distributions[number] = distribution;
      samplers[number] = distribution.compile();
    }
  }
}
