package io.salestwin.model;

/**
 * What decided how a lead leaves a stage: the stated chance, each named effect in log-odds, the
 * chances that they give, and the number drawn. The draw is cut in the order advance, regress,
 * lost.
 *
 * @param stated chance of the reference lead to advance, as drawn for the replication when it is
 *     uncertain
 * @param kind effect of segment, product and source together
 * @param quality effect of the lead's quality
 * @param skill effect of the owner's skill
 * @param response effect of the wait for the first touch
 * @param season effect of the season on the day on which the lead would advance
 * @param advance chance to advance: a draw below it does. For a deal of the starting pipeline it is
 *     the chance given how long the deal has stayed
 * @param regress chance to go back: a draw from {@code advance} to below {@code advance + regress}
 *     does
 * @param draw the number drawn, from 0 to 1; everything else is a loss
 */
public record Odds(
    double stated,
    double kind,
    double quality,
    double skill,
    double response,
    double season,
    double advance,
    double regress,
    double draw) {}
