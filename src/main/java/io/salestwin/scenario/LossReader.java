package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.scenario.Shock.Loss;
import io.salestwin.scenario.Shock.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Reads whom a shock takes away. */
final class LossReader {

  private final Reading reading;
  private final List<Role> roles;

  /** The role that owns the last stage with an owner; empty if no stage has one. */
  private final OptionalInt closers;

  LossReader(Reading reading, List<Role> roles, List<Stage> stages) {
    this.reading = reading;
    this.roles = roles;
    closers =
        stages.stream()
            .mapToInt(Stage::owner)
            .filter(owner -> owner >= 0)
            .reduce((earlier, later) -> later);
  }

  /** What is written under a key of a shock: one group of reps, or a list of them. */
  List<Loss> losses(Part shock, String key, boolean forGood) {
    Optional<Node> given = shock.given(key);
    if (given.isEmpty()) {
      return List.of();
    }
    List<Loss> losses = new ArrayList<>();
    List<Node> groups = given.get().isList() ? shock.items(key) : List.of(given.get());
    for (Node group : groups) {
      loss(reading.part(group, ShockFormat.LOSS), forGood, shock.has("use")).ifPresent(losses::add);
    }
    return losses;
  }

  private Optional<Loss> loss(Part part, boolean forGood, boolean ofLibrary) {
    if (!part.node().isMap()) {
      return Optional.empty();
    }
    Who who = Who.valueOf(part.word("who").orElseThrow().toUpperCase(Locale.ROOT));
    if (part.has("rep")) {
      return named(part, who, forGood);
    }
    if (part.count("count", "share") != 1) {
      part.error("how many reps is not said, or said twice", "give count, share or rep");
    }
    Optional<Integer> role = part.role("role");
    if (role.isEmpty() && closers.isEmpty()) {
      if (!ofLibrary) {
        part.error("no stage has an owner, so nobody is meant", "add role:");
      }
      return Optional.empty(); // a shock of the library takes whom there is
    }
    int of = role.orElseGet(closers::getAsInt);
    double count = part.has("count") ? part.number("count") : 0;
    double share = part.has("share") ? part.number("share") : 0;
    return of < 0
        ? Optional.empty()
        : Optional.of(new Loss(of, Optional.empty(), who, (int) count, share, forGood));
  }

  private Optional<Loss> named(Part part, Who who, boolean forGood) {
    if (part.count("count", "share", "who", "role") > 0) {
      part.error("rep", "one rep is named, so nobody else is meant", "remove the other keys");
    }
    Optional<Node> written = part.given("rep");
    if (written.isEmpty()) {
      return Optional.empty(); // the key stands there with nothing, which has been told
    }
    String name = part.text("rep");
    OptionalInt role =
        IntStream.range(0, roles.size())
            .filter(r -> roles.get(r).reps().stream().anyMatch(rep -> rep.name().equals(name)))
            .findFirst();
    if (role.isEmpty()) {
      reading.unknown(
          written.get(),
          name,
          "rep",
          roles.stream().flatMap(r -> r.reps().stream()).map(Role.Rep::name).toList());
      return Optional.empty();
    }
    return Optional.of(new Loss(role.getAsInt(), Optional.of(name), who, 1, 0, forGood));
  }
}
