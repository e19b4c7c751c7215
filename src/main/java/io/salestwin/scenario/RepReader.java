package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.scenario.Role.Rep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the seats of a role: reps by count, by name or from a file, and dated hires. */
final class RepReader {

  /** What is expected of a rep whose knowledge of a segment is not known. */
  private static final double HALF = 0.5;

  private final Reading reading;
  private final RepFile files;
  private final LocalDate start;
  private final Set<String> names = new LinkedHashSet<>();

  RepReader(Reading reading, Attachments attachments, LocalDate start) {
    this.reading = reading;
    this.start = start;
    files = new RepFile(reading, attachments);
  }

  /** The head-count of the first day that a role states in one way or another. */
  int given(Part part) {
    if (part.count("headcount", "reps", "headcountPer") > 1) {
      part.error(
          part.has("reps") ? "headcount and reps are both given" : "headcount is given twice",
          "give headcount: 12, or headcountPer, or the names under reps");
    }
    boolean byTerritory = part.has("territories");
    if (part.count("headcount", "reps", "headcountPer") == 0 && !byTerritory) {
      part.error("the number of reps is missing", "give headcount: 12, or the names under reps");
    }
    if (part.has("headcount")) {
      return (int) part.number("headcount");
    }
    return byTerritory
        ? (int) part.memberNumbers("territories").values().stream().mapToDouble(n -> n).sum()
        : 0;
  }

  List<Rep> seats(String role, Part part, int headcount, Optional<Long> quota) {
    List<Rep> seats = new ArrayList<>();
    if (part.has("reps")) {
      named(part, quota, seats);
    } else {
      byCount(role, part, headcount, quota, seats);
    }
    if (seats.isEmpty()) {
      part.error(part.has("reps") ? "reps" : "headcount", "there is no rep", "name at least one");
    }
    for (Part hire : part.itemParts("hires")) {
      hires(role, hire, quota, seats);
    }
    boolean territories =
        part.has("territories") || seats.stream().anyMatch(s -> s.territory() >= 0);
    if (territories && seats.stream().anyMatch(seat -> seat.territory() < 0)) {
      part.error(
          "some reps have a territory and some have none", "give a territory to each, or to none");
    }
    return seats;
  }

  private void named(Part part, Optional<Long> quota, List<Rep> seats) {
    if (part.has("territories") || part.has("experts") || part.has("tiers")) {
      part.error(
          "territories, experts and tiers by number belong to a head-count",
          "say it of each rep under reps, or give a headcount");
    }
    part.given("reps").ifPresent(given -> named(part, given, quota, seats));
  }

  private void named(Part part, Node given, Optional<Long> quota, List<Rep> seats) {
    if (given.isMap()) {
      part.memberParts("reps").forEach((name, rep) -> seats.add(rep(name, rep, quota)));
    } else if (given.isScalar()) {
      files.read(given, quota).forEach(rep -> seats.add(unique(rep, given)));
    } else {
      for (Node name : part.items("reps")) {
        seats.add(unique(plain(reading.text(name, "a rep's name"), quota), name));
      }
    }
  }

  private Rep rep(String name, Part part, Optional<Long> quota) {
    List<Double> expertise = new ArrayList<>(unknown(reading));
    part.memberNumbers("expertise")
        .forEach(
            (segment, share) -> {
              int index = member(part, "expertise", segment, "segment", reading.names().segments());
              if (index >= 0) {
                expertise.set(index, share);
              }
            });
    return unique(
        new Rep(
            name,
            part.optionalNumber("skill"),
            part.date("started"),
            part.member("territory", reading.names().territories()),
            expertise,
            part.member("tier", reading.names().tiers()),
            part.has("quota") ? part.optionalLong("quota").filter(cents -> cents > 0) : quota,
            part.days("leave")),
        part.node());
  }

  private int member(Part part, String key, String name, String noun, List<String> names0) {
    int index = names0.indexOf(name);
    if (index < 0) {
      reading.unknown(part.given(key).orElse(part.node()), name, noun, names0);
    }
    return index;
  }

  private void byCount(
      String role, Part part, int headcount, Optional<Long> quota, List<Rep> seats) {
    List<Integer> territories =
        dealt(part, "territories", reading.names().territories(), headcount);
    List<Integer> experts = dealt(part, "experts", reading.names().segments(), -1);
    List<Integer> tiers = dealt(part, "tiers", reading.names().tiers(), headcount);
    for (int i = 0; i < headcount; i++) {
      seats.add(
          unique(
              new Rep(
                  role + " " + (i + 1),
                  Optional.empty(),
                  Optional.empty(),
                  at(territories, i),
                  expertise(at(experts, i)),
                  at(tiers, i),
                  quota,
                  List.of()),
              part.node()));
    }
  }

  private void hires(String role, Part hire, Optional<Long> quota, List<Rep> seats) {
    LocalDate on = hire.date("on").orElse(start);
    int count = (int) hire.number("count");
    for (int i = 0; i < count; i++) {
      seats.add(
          unique(
              new Rep(
                  role + " " + (seats.size() + 1),
                  Optional.empty(),
                  Optional.of(on),
                  hire.member("territory", reading.names().territories()),
                  expertise(hire.member("expert", reading.names().segments())),
                  hire.member("tier", reading.names().tiers()),
                  quota,
                  List.of()),
              hire.node()));
    }
  }

  private Rep unique(Rep rep, Node at) {
    reading.memberName(at, rep.name(), "rep");
    if (!names.add(rep.name())) {
      reading.problems().error(at, "there are two reps named \"" + rep.name() + "\"", "rename one");
    }
    return rep;
  }

  private Rep plain(String name, Optional<Long> quota) {
    return new Rep(
        name, Optional.empty(), Optional.empty(), -1, unknown(reading), -1, quota, List.of());
  }

  static List<Double> unknown(Reading reading) {
    return Collections.nCopies(reading.names().segments().size(), HALF);
  }

  private List<Double> expertise(int segment) {
    if (segment < 0) {
      return unknown(reading);
    }
    List<Double> expertise =
        new ArrayList<>(Collections.nCopies(reading.names().segments().size(), 0.0));
    expertise.set(segment, 1.0);
    return expertise;
  }

  private static int at(List<Integer> members, int i) {
    return i < members.size() ? members.get(i) : -1;
  }

  /**
   * The member of each rep, in the proportion that is given: by whole numbers of largest remainder,
   * so that counts that fit the head-count are kept as they are.
   *
   * @param headcount how many reps there are to deal out, or -1 for the counts as they stand
   */
  private List<Integer> dealt(Part part, String key, List<String> members, int headcount) {
    if (!part.has(key)) {
      return List.of();
    }
    Map<Integer, Double> wanted = new LinkedHashMap<>();
    part.memberNumbers(key)
        .forEach(
            (name, count) -> {
              int index = member(part, key, name, "name", members);
              if (index >= 0) {
                wanted.put(index, count);
              }
            });
    double sum = wanted.values().stream().mapToDouble(n -> n).sum();
    if (!(sum > 0)) {
      part.error(key, "nobody is dealt out", "give at least one a number above 0");
      return List.of();
    }
    Map<Integer, Integer> counts = Apportionment.of(wanted, headcount < 0 ? (int) sum : headcount);
    List<Integer> dealt = new ArrayList<>();
    counts.forEach((member, count) -> dealt.addAll(Collections.nCopies(count, member)));
    return dealt;
  }
}
