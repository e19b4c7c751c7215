package io.salestwin.model;

import io.salestwin.random.Elementary;
import io.salestwin.random.Purpose;
import io.salestwin.random.Sampler;
import io.salestwin.random.Streams;
import io.salestwin.scenario.Scenario.OpenDeal;

/** What chance makes of leads and reps when they come. */
final class Beginnings {

  private static final int LEAD = Purpose.LEAD.code();
  private static final int PRODUCT = Purpose.PRODUCT.code();
  private static final int SCORE = Purpose.SCORE.code();
  private static final int UNKNOWN_SOURCE = Purpose.SOURCE.code();
  private static final int SKILL = Purpose.SKILL.code();

  private final ModelParts parts;

  Beginnings(ModelParts parts) {
    this.parts = parts;
  }

  /**
   * Draws segment, product, quality, score and value of a new lead.
   *
   * @param territory that of the rep who has found the lead, or -1
   * @param first the first half of the lead's block; its upper part has spaced the lead
   * @param second the other half
   */
  void draw(
      Streams streams,
      Parameters parameters,
      Leads leads,
      int lead,
      int territory,
      long first,
      long second) {
    int source = leads.source(lead);
    double[] shares = parts.segmentShares[source];
    if (parts.segmentSeasons != null) {
      shares = parts.segmentSeasons.shares(source, leads.arrivedAt(lead), shares);
    }
    int segment = pick(streams.lower(first), shares);
    int product = product(streams, leads.entity(lead), segment);
    finish(streams, leads, lead, segment, product, second);
    double factor = parts.market.place(streams, leads, lead, territory);
    leads.valueCents(lead, value(streams, parameters, segment, product, second, factor));
  }

  /**
   * The same for an open deal: what the file says goes first, the rest is drawn.
   *
   * @param territory that of the deal's owner, or -1
   */
  void complete(
      Streams streams, Parameters parameters, Leads leads, int lead, OpenDeal deal, int territory) {
    long entity = leads.entity(lead);
    long first = streams.bits(entity, LEAD, 0);
    long second = streams.moreBits();
    int source = deal.source();
    if (source < 0) {
      source = pick(streams.uniform(entity, UNKNOWN_SOURCE, 0), parts.sourceShares);
      leads.source(lead, source);
    }
    int segment =
        deal.segment() >= 0
            ? deal.segment()
            : pick(streams.lower(first), parts.segmentShares[source]);
    int product = deal.product() >= 0 ? deal.product() : product(streams, entity, segment);
    finish(streams, leads, lead, segment, product, second);
    if (deal.competitor() >= 0) {
      leads.competitor(lead, deal.competitor());
    }
    double factor = parts.market.place(streams, leads, lead, territory);
    leads.valueCents(
        lead,
        deal.valueCents().isPresent()
            ? deal.valueCents().get()
            : value(streams, parameters, segment, product, second, factor));
  }

  int product(Streams streams, long entity, int segment) {
    double[] shares = parts.productShares[segment];
    return shares.length == 1 ? 0 : pick(streams.uniform(entity, PRODUCT, 0), shares);
  }

  private void finish(
      Streams streams, Leads leads, int lead, int segment, int product, long second) {
    int source = leads.source(lead);
    int kind = parts.kinds.of(segment, product, source);
    leads.kind(lead, kind);
    if (parts.competition != null) {
      leads.competitor(lead, parts.competition.meets(streams, leads.entity(lead), kind));
    }
    Sampler sampler = parts.quality[source];
    double quality =
        sampler == null ? parts.constantQuality[source] : sampler.sample(streams.upper(second));
    leads.quality(lead, quality);
    double noise = parts.scoreNoise[source];
    long entity = leads.entity(lead);
    leads.score(
        lead,
        noise == 0 || !parts.scores
            ? quality
            : quality + noise * Elementary.normalQuantile(streams.uniform(entity, SCORE, 0)));
  }

  private long value(
      Streams streams,
      Parameters parameters,
      int segment,
      int product,
      long second,
      double factor) {
    int sampler = parts.value[product];
    double cents =
        sampler == StagePlan.NONE ? 0 : parameters.samplers[sampler].sample(streams.lower(second));
    return Math.round(Math.max(0, cents * parts.valueFactor[segment] * factor));
  }

  /** The member that a uniform number falls to. */
  static int pick(double u, double[] cumulated) {
    int last = cumulated.length - 1;
    int i = 0;
    while (i < last && u >= cumulated[i]) {
      i++;
    }
    return i;
  }

  /**
   * How skilled a person is.
   *
   * @param rep the seat
   * @param entity the person's identity
   * @param generation how many others have had the seat before: only the first may be known by name
   */
  double skill(int rep, long entity, int generation, Streams streams) {
    int role = parts.people.roleOf(rep);
    return skill(parts.givenSkill[rep], parts.skillSd[role], entity, generation, streams);
  }

  /** The same where an arm says what is given and how far people differ. */
  static double skill(double given, double sd, long entity, int generation, Streams streams) {
    if (generation == 0 && !Double.isNaN(given)) {
      return given;
    }
    return sd == 0 ? 0 : sd * Elementary.normalQuantile(streams.uniform(entity, SKILL, 0));
  }
}
