package io.salestwin.scenario;

import java.util.List;
import java.util.Map;

/**
 * Which kind of buyer.
 *
 * @param name its name
 * @param mix share of the leads, by source; over all segments the shares of a source sum to 1
 * @param products share of each product (by its index) among this segment's leads; sums to 1
 * @param valueFactor factor on the value of a deal, above 0
 * @param delayFactor factor on every delay of the buyers, above 0
 * @param churn share of the customers that leave in a year, 0 to 1
 * @param expansion growth in a year of what a healthy customer buys if every expansion is won, at
 *     least 0
 * @param effects log-odds of advancing by the stage's name; 0 where absent
 */
public record Segment(
    String name,
    ByMember<Double> mix,
    List<Double> products,
    double valueFactor,
    double delayFactor,
    double churn,
    double expansion,
    Map<String, Double> effects) {}
