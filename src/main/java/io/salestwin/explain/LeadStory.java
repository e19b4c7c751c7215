package io.salestwin.explain;

import java.util.List;

/**
 * The way of one lead through one replication.
 *
 * @param replication number of the replication
 * @param name the lead's name within it: {@code lead-203}, or {@code deal-} and the id of a deal of
 *     the starting pipeline
 * @param currency ISO 4217 code
 * @param source where it came from
 * @param segment what kind of buyer it is
 * @param product what it would buy
 * @param value its annual contract value, in units of the currency
 * @param quality its quality, from 0 to 1
 * @param qualityReference the quality at which a stated chance holds
 * @param steps what happened, in order of time
 */
public record LeadStory(
    int replication,
    String name,
    String currency,
    String source,
    String segment,
    String product,
    double value,
    double quality,
    double qualityReference,
    List<Step> steps) {

  /** Copies the list. */
  public LeadStory {
    steps = List.copyOf(steps);
  }
}
