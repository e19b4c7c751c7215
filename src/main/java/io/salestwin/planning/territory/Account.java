package io.salestwin.planning.territory;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An account as its file describes it.
 *
 * @param id unique within the file
 * @param name for people; the id where the file has no names
 * @param line of the file
 * @param score 0 to 100, the sum of four parts of 0 to 25; empty when the file has none
 * @param potentialCents what it could buy in a year, in cents, 0 or more
 * @param hours work on it in a year; empty when the file does not say
 * @param region where it is; empty when not said
 * @param industry what it does; empty when not said
 * @param owner who has it today, as written; empty when nobody or not said
 * @param patch index of the territory that has it today; -1 for none
 * @param position where it is on the map; empty when not said
 * @param locked whether it must stay where it is
 * @param inFlight whether a deal is open, so that it stays where it is
 */
public record Account(
    String id,
    String name,
    int line,
    OptionalDouble score,
    long potentialCents,
    OptionalDouble hours,
    String region,
    String industry,
    String owner,
    int patch,
    Optional<Position> position,
    boolean locked,
    boolean inFlight) {

  /** Refuses null. */
  public Account {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(score, "score");
    Objects.requireNonNull(hours, "hours");
  }

  /**
   * Whether it stays where it is, whatever that costs.
   *
   * @return true when it has a territory and is locked or has an open deal
   */
  public boolean stays() {
    return patch >= 0 && (locked || inFlight);
  }

  /**
   * Its tier.
   *
   * @return by the score; the last tier when it has none
   */
  public AccountTier tier() {
    return score.isPresent() ? AccountTier.of(score.getAsDouble()) : AccountTier.T3;
  }
}
