package io.salestwin.model;

import io.salestwin.random.Elementary;
import io.salestwin.random.Purpose;
import io.salestwin.random.Sampler;
import io.salestwin.random.Streams;
import io.salestwin.scenario.Scenario.OpenDeal;

/** What chance makes of leads and reps when they come. */
final class Beginnings {

  private static final int SEGMENT = Purpose.SEGMENT.code();
  private static final int PRODUCT = Purpose.PRODUCT.code();
  private static final int QUALITY = Purpose.QUALITY.code();
  private static final int SCORE = Purpose.SCORE.code();
  private static final int VALUE = Purpose.VALUE.code();
  private static final int ARM = Purpose.ARM.code();
  private static final int UNKNOWN_SOURCE = Purpose.SOURCE.code();
  private static final int SKILL = Purpose.SKILL.code();

  private final ModelParts parts;

  Beginnings(ModelParts parts) {
    this.parts = parts;
  }

  /** Draws segment, product, quality, score, value and arm of a new lead. */
  void draw(Streams streams, Parameters parameters, Leads leads, int lead) {
    long entity = leads.entity(lead);
    int source = leads.source(lead);
    int segment = pick(streams, entity, SEGMENT, parts.segmentShares[source]);
    int product = pick(streams, entity, PRODUCT, parts.productShares[segment]);
    leads.kind(lead, parts.kinds.of(segment, product, source));
    drawQuality(streams, leads, lead);
    leads.valueCents(lead, value(streams, parameters, entity, segment, product));
    leads.arm(lead, pick(streams, entity, ARM, parts.armShares));
  }

  /** The same for an open deal: what the file says goes first, the rest is drawn. */
  void complete(Streams streams, Parameters parameters, Leads leads, int lead, OpenDeal deal) {
    long entity = leads.entity(lead);
    int source = deal.source();
    if (source < 0) {
      source = pick(streams, entity, UNKNOWN_SOURCE, parts.sourceShares);
      leads.source(lead, source);
    }
    int segment =
        deal.segment() >= 0
            ? deal.segment()
            : pick(streams, entity, SEGMENT, parts.segmentShares[source]);
    int product =
        deal.product() >= 0
            ? deal.product()
            : pick(streams, entity, PRODUCT, parts.productShares[segment]);
    leads.kind(lead, parts.kinds.of(segment, product, source));
    drawQuality(streams, leads, lead);
    leads.valueCents(lead, deal.valueCents().isPresent()
            ? deal.valueCents().get()
            : value(streams, parameters, entity, segment, product));
    leads.arm(lead, pick(streams, entity, ARM, parts.armShares));
  }

  private void drawQuality(Streams streams, Leads leads, int lead) {
    long entity = leads.entity(lead);
    Sampler sampler = parts.quality[leads.source(lead)];
    double quality =
        sampler == null
            ? parts.constantQuality[leads.source(lead)]
            : sampler.sample(streams.uniform(entity, QUALITY, 0));
    leads.quality(lead, quality);
    double noise = parts.scoreNoise[leads.source(lead)];
    leads.score(lead, noise == 0 || parts.queueKey != SalesModel.QueueKey.SCORE
            ? quality
            : quality + noise * Elementary.normalQuantile(streams.uniform(entity, SCORE, 0)));
  }

  private long value(
      Streams streams, Parameters parameters, long entity, int segment, int product) {
    int sampler = parts.value[product];
    double cents =
        sampler == StagePlan.NONE
            ? 0
            : parameters.samplers[sampler].sample(streams.uniform(entity, VALUE, 0));
    return Math.round(Math.max(0, cents * parts.valueFactor[segment]));
  }

  /** The member that a uniform number falls to; one member needs no draw. */
  private static int pick(Streams streams, long entity, int purpose, double[] cumulated) {
    int last = cumulated.length - 1;
    if (last == 0) {
      return 0;
    }
    double u = streams.uniform(entity, purpose, 0);
    int i = 0;
    while (i < last && u >= cumulated[i]) {
      i++;
    }
    return i;
  }

  double skill(int rep, Streams streams) {
    double sd = parts.skillSd[parts.roleOfRep[rep]];
    double given = parts.givenSkill[rep];
    if (!Double.isNaN(given)) {
      return given;
    }
    return sd == 0
        ? 0
        : sd * Elementary.normalQuantile(streams.uniform(parts.repEntity[rep], SKILL, 0));
  }
}
