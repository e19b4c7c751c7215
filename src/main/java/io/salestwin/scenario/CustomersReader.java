package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.scenario.Customers.Expansion;
import io.salestwin.scenario.Customers.Health;
import io.salestwin.scenario.Customers.Leaving;
import io.salestwin.scenario.Customers.Onboarding;
import io.salestwin.scenario.Customers.Opening;
import io.salestwin.scenario.Customers.Renewal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Reads what becomes of customers after the win. */
final class CustomersReader {

  private static final Opening NOBODY = new Opening(0, 0, List.of(1.0));

  /** Each has events to come, of which there is room for some millions. */
  private static final int MOST_CUSTOMERS = 1_000_000;

  private final Reading reading;

  CustomersReader(Reading reading) {
    this.reading = reading;
  }

  Customers customers(Part part) {
    boolean anytime = part.word("leaving").filter("anytime"::equals).isPresent();
    return new Customers(
        part.given("opening").map(node -> opening(node, part)),
        anytime ? Leaving.ANYTIME : Leaving.AT_RENEWAL,
        part.part("onboarding").map(this::onboarding),
        health(section(part, "health", CustomersFormat.HEALTH)),
        renewal(section(part, "renewal", CustomersFormat.RENEWAL)),
        expansion(section(part, "expansion", CustomersFormat.EXPANSION)));
  }

  /** A part, or an empty one with every default. */
  private Part section(Part part, String name, Shape.Section section) {
    return part.part(name)
        .orElseGet(
            () -> reading.part(Node.parse("{}", "default of customers." + name).value(), section));
  }

  private List<Opening> opening(Node node, Part part) {
    List<String> segments = reading.names().segments();
    List<Opening> bySegment = new ArrayList<>(Collections.nCopies(segments.size(), NOBODY));
    Map<String, Part> given = part.memberParts("opening");
    if (given.isEmpty()) {
      reading.problems().error(node, "no customers are given", "name a segment, or remove opening");
    }
    given.forEach(
        (segment, member) -> {
          int index = segments.indexOf(segment);
          if (index < 0) {
            reading.unknown(member.node(), segment, "segment", segments);
          }
          List<Double> renewals = member.itemNumbers("renewals");
          Node at = member.node().get("renewals");
          List<Double> shares =
              reading.shares(at == null ? member.node() : at, renewals, "the renewals");
          Opening opening =
              new Opening(
                  (int) member.number("count"),
                  member.optionalLong("arr").orElse(0L),
                  shares.isEmpty() ? List.of(1.0) : shares);
          bySegment.set(Math.max(0, index), opening);
        });
    long all = bySegment.stream().mapToLong(Opening::count).sum();
    if (all > MOST_CUSTOMERS) {
      reading
          .problems()
          .error(
              node,
              all + " customers are too many",
              "give at most " + MOST_CUSTOMERS + ", each of them larger");
    }
    return bySegment;
  }

  private Onboarding onboarding(Part part) {
    int capacity = part.optionalNumber("capacity").orElse(0.0).intValue();
    int role = part.role("role").orElse(-1);
    double backlogEffect = part.number("backlogEffect");
    if (capacity == 0 && (part.has("role") || backlogEffect != 0)) {
      part.error(
          part.has("role") ? "role" : "backlogEffect",
          "nobody waits to be taken in, because there is no capacity",
          "add capacity: 6, or remove this");
    }
    return new Onboarding(
        part.chance("duration").orElseGet(() -> Chances.constant(0)),
        capacity,
        role,
        part.number("failure"),
        part.number("failureEffect"),
        backlogEffect);
  }

  private static Health health(Part part) {
    return new Health(
        part.number("mean"),
        part.number("sd"),
        part.number("persistence"),
        part.number("reference"),
        part.number("renewal"),
        part.number("expansion"));
  }

  private static Renewal renewal(Part part) {
    return new Renewal(
        part.number("price"),
        part.optionalNumber("contract"),
        part.number("contraction"),
        part.number("by"));
  }

  private static Expansion expansion(Part part) {
    return new Expansion(part.number("threshold"), part.number("size"), part.number("win"));
  }
}
