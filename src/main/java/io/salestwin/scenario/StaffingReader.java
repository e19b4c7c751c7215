package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.scenario.Staffing.AttainmentFactor;
import io.salestwin.scenario.Staffing.Attrition;
import io.salestwin.scenario.Staffing.Leave;
import io.salestwin.scenario.Staffing.Leaver;
import io.salestwin.scenario.Staffing.Ramp;
import io.salestwin.scenario.Staffing.TenureFactor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how the reps of a role come, grow, are away and go. */
final class StaffingReader {

  private final Reading reading;
  private final LocalDate start;

  StaffingReader(Reading reading, LocalDate start) {
    this.reading = reading;
    this.start = start;
  }

  Staffing read(Part role, List<Role.Rep> seats, boolean hasQuota) {
    return new Staffing(
        leavers(role, seats),
        attrition(role, hasQuota),
        role.chance("backfill"),
        role.part("ramp").map(StaffingReader::ramp).orElse(Ramp.NONE),
        role.part("leave").map(StaffingReader::leave).orElse(Leave.NONE),
        role.number("handOver"));
  }

  private List<Leaver> leavers(Part role, List<Role.Rep> seats) {
    List<String> names = seats.stream().map(Role.Rep::name).toList();
    List<Leaver> leavers = new ArrayList<>();
    for (Part part : role.itemParts("leavers")) {
      LocalDate on = part.date("on").orElse(LocalDate.of(2027, 1, 1));
      if (!on.isAfter(start)) {
        part.error("on", "nobody can leave before the second day", "leave out who is gone already");
      }
      int rep = part.member("rep", names);
      if (rep >= 0 && part.has("count")) {
        part.error("count", "one rep is named, so one leaves", "remove count, or remove rep");
      }
      Optional<String> name = rep < 0 ? Optional.empty() : Optional.of(names.get(rep));
      for (int i = 0; i < (int) part.number("count"); i++) {
        leavers.add(new Leaver(on, name));
      }
    }
    if (leavers.size() > seats.size()) {
      role.error(
          "leavers",
          leavers.size() + " leave, but there are only " + seats.size() + " in all",
          "let fewer leave");
    }
    return leavers;
  }

  private Attrition attrition(Part role, boolean hasQuota) {
    Node node = role.given("attrition").orElseThrow();
    if (node.isScalar()) {
      return new Attrition(role.number("attrition"), List.of(), List.of());
    }
    Part part = reading.part(node, StaffingFormat.ATTRITION);
    List<TenureFactor> byTenure = new ArrayList<>();
    List<Part> spans = part.itemParts("tenure");
    for (int i = 0; i < spans.size(); i++) {
      boolean last = i == spans.size() - 1;
      double before = byTenure.isEmpty() ? 0 : byTenure.get(i - 1).untilMonths();
      double until = spans.get(i).optionalNumber("until").orElse(Double.POSITIVE_INFINITY);
      if (last != Double.isInfinite(until) || until <= before) {
        spans
            .get(i)
            .error(
                "until",
                last ? "the last span has no end" : "the spans do not follow one another",
                "give each but the last an until that is later than the one before");
      }
      byTenure.add(new TenureFactor(until, spans.get(i).number("rate")));
    }
    List<AttainmentFactor> byAttainment = new ArrayList<>();
    for (Part band : part.itemParts("attainment")) {
      double below = band.number("below");
      double before =
          byAttainment.isEmpty() ? 0 : byAttainment.get(byAttainment.size() - 1).below();
      if (!(below > before)) {
        band.error("below", "the bands do not go up", "put them in ascending order");
      }
      byAttainment.add(new AttainmentFactor(below, band.number("rate")));
    }
    if (!byAttainment.isEmpty() && !hasQuota) {
      part.error(
          "attainment", "there is no quota to attain", "give the role a quota, or remove this");
    }
    return new Attrition(part.number("rate"), byTenure, byAttainment);
  }

  private static Ramp ramp(Part part) {
    boolean curve = part.has("curve");
    if (curve == part.has("months")) {
      part.error(
          curve ? "a ramp is a line or a curve" : "how long the ramp takes is not said",
          "give months, or curve");
    }
    List<Double> monthly = part.itemNumbers("curve");
    return new Ramp(
        monthly,
        part.optionalNumber("months").orElse(0.0),
        curve ? 1 : part.number("from"),
        part.number("skill"),
        part.number("cv"));
  }

  private static Leave leave(Part part) {
    return new Leave(
        part.number("daysPerYear"),
        (int) part.number("block"),
        part.days("on"),
        part.word("cover").filter("true"::equals).isPresent());
  }
}
