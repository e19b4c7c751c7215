package io.salestwin.scenario;

import java.util.Map;

/**
 * Another seller whom some of the leads meet. A lead meets one at most, and the same one in every
 * stage.
 *
 * @param name its name
 * @param share share of the leads that meet it, by kind; over all competitors at most 1
 * @param effects log-odds of advancing by the stage's name, beside those of a lead that meets
 *     nobody; 0 where absent
 * @param lostTo of the leads that met it and are decided against in the pipeline, the share whose
 *     reason is {@link Stage#COMPETITOR}, 0 to 1
 */
public record Competitor(
    String name, ByMember<Double> share, Map<String, Double> effects, double lostTo) {}
