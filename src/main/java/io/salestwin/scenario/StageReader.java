package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.random.Distribution;
import io.salestwin.scenario.Stage.Delay;
import io.salestwin.scenario.Stage.Reason;
import io.salestwin.scenario.Stage.Recycle;
import io.salestwin.scenario.Stage.Regress;
import io.salestwin.scenario.Stage.Response;
import io.salestwin.scenario.Stage.TimeOut;
import io.salestwin.scenario.Stage.Touch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the stages. */
final class StageReader {

  private final Reading reading;

  StageReader(Reading reading) {
    this.reading = reading;
  }

  List<Stage> stages(Part root) {
    List<Part> parts = root.itemParts("stages");
    List<Stage> stages = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Part part : parts) {
      Stage stage = stage(part, stages.size());
      if (!stage.name().isEmpty() && !seen.add(stage.name())) {
        part.error("name", "there are two stages named \"" + stage.name() + "\"", "rename one");
      }
      stages.add(stage);
    }
    return stages;
  }

  private Stage stage(Part part, int index) {
    reading.memberName(part.given("name").orElse(part.node()), part.text("name"), "stage");
    Optional<Node> owner = part.given("owner");
    List<Reason> reasons = reasons(part);
    List<Touch> work = part.itemParts("work").stream().map(this::touch).toList();
    if (owner.isEmpty() && work.stream().anyMatch(touch -> touch.role() < 0)) {
      part.error(
          "work",
          "there is work, but nobody who does it",
          "name the owner of the stage, or the role of each touch");
    }
    Optional<Distribution> patience = part.chance("patience");
    if (patience.isPresent() && patience.get().high() <= 0) {
      part.error(
          "patience",
          "nobody can be in time for a lead that does not wait at all",
          "give a time above 0, or leave patience out if leads wait for ever");
    }
    return new Stage(
        part.text("name"),
        part.role("owner").orElse(-1),
        work,
        delay(part),
        advance(part),
        part.number("quality"),
        part.part("respondWithin").map(StageReader::response),
        patience,
        part.number("leak"),
        part.optionalNumber("rescore"),
        part.part("accept").map(accept -> accept.number("score")),
        reasons,
        part.part("recycle").map(recycle -> recycle(recycle, reasons, part)),
        part.part("regress").map(regress -> regress(regress, index)),
        timeOut(part));
  }

  private Touch touch(Part part) {
    reading.memberName(part.node(), part.text("activity"), "activity");
    return new Touch(
        part.text("activity"),
        part.role("role").orElse(-1),
        part.chance("effort").orElse(Chances.constant(0)),
        (int) part.number("times"),
        part.chance("every").orElse(Chances.constant(0)),
        part.number("stop"));
  }

  private ByMember<Double> advance(Part part) {
    return part.numberTable("advance").orElse(ByMember.same(0.5));
  }

  private Delay delay(Part part) {
    Node node = part.given("delay").orElseThrow();
    if (!Shape.Table.isTable(node) && node.isMap() && !Families.isFamily(node)) {
      List<String> outcomeKeys = StageFormat.DELAY.names();
      if (node.keys().stream().noneMatch(outcomeKeys::contains)) {
        return unknownDelay(node, outcomeKeys);
      }
      Part outcomes = reading.part(node, StageFormat.DELAY);
      Optional<ByMember<Distribution>> advance = outcomes.chanceTable("advance");
      Optional<ByMember<Distribution>> otherwise = outcomes.chanceTable("otherwise");
      Optional<ByMember<Distribution>> lost = outcomes.chanceTable("lost");
      Optional<ByMember<Distribution>> regress = outcomes.chanceTable("regress");
      Optional<ByMember<Distribution>> any =
          advance.or(() -> otherwise).or(() -> lost).or(() -> regress);
      if (advance.isEmpty() && otherwise.isEmpty()) {
        outcomes.error("the delay before advancing is missing", "add advance: or otherwise:");
      }
      ByMember<Distribution> fallback =
          otherwise.or(() -> any).orElse(ByMember.same(Chances.constant(0)));
      return new Delay(advance.orElse(fallback), lost.orElse(fallback), regress.orElse(fallback));
    }
    ByMember<Distribution> all = part.chanceTable("delay").orElseThrow();
    return new Delay(all, all, all);
  }

  private Delay unknownDelay(Node node, List<String> outcomeKeys) {
    List<String> known = new ArrayList<>(outcomeKeys);
    known.addAll(Families.ALL);
    known.addAll(Shape.AXES);
    if (node.keys().isEmpty()) {
      reading.problems().error(node, "nothing is given", "give a delay, such as 5 days");
    }
    reading.problems().onlyKeys(node, known);
    ByMember<Distribution> none = ByMember.same(Chances.constant(0));
    return new Delay(none, none, none);
  }

  private static Response response(Part part) {
    return new Response(Math.max(1, (long) part.number("halfLife")), part.number("floor"));
  }

  private List<Reason> reasons(Part part) {
    List<Reason> reasons = new ArrayList<>();
    part.memberNumbers("lose").forEach((name, share) -> reasons.add(new Reason(name, share)));
    if (reasons.isEmpty()) {
      part.error("lose", "there is no reason", "name one, such as {no fit: 100%}");
      return List.of(new Reason("lost", 1));
    }
    Node at = part.given("lose").orElseThrow();
    reasons.forEach(
        reason ->
            reading.memberName(
                at.isMap() && at.get(reason.name()) != null ? at.get(reason.name()) : at,
                reason.name(),
                "reason"));
    List<Double> shares =
        reading.shares(
            at, reasons.stream().map(Reason::share).toList(), "the shares of the reasons");
    for (int i = 0; i < reasons.size(); i++) {
      reasons.set(i, new Reason(reasons.get(i).name(), shares.get(i)));
    }
    return reasons;
  }

  private Recycle recycle(Part part, List<Reason> reasons, Part stage) {
    List<String> known = new ArrayList<>(reasons.stream().map(Reason::name).toList());
    known.add(Stage.WENT_COLD);
    known.add(Stage.TIMED_OUT);
    known.add(Stage.WENT_STALE);
    if (!reading.names().competitors().isEmpty() && !known.contains(Stage.COMPETITOR)) {
      known.add(Stage.COMPETITOR);
    }
    List<String> usual = List.copyOf(known);
    if (stage.has("accept")) {
      known.add(Stage.NOT_ACCEPTED);
    }
    if (stage.number("leak") > 0) {
      known.add(Stage.LEAKED);
    }
    List<String> of = new ArrayList<>();
    for (Node reason : part.items("of")) {
      reading.reference(reason, "reason", known);
      of.add(reason.isScalar() ? reason.text() : "");
    }
    return new Recycle(
        part.has("of") ? List.copyOf(of) : usual,
        part.number("share"),
        part.chance("after").orElse(Chances.constant(0)),
        part.stage("to").orElse(0),
        part.number("quality"));
  }

  private Regress regress(Part part, int index) {
    int to = part.stage("to").orElse(-1);
    if (to >= index) {
      part.error("to", "a lead can go back to an earlier stage only", "name one that comes before");
    }
    return new Regress(Math.max(0, to), part.number("probability"));
  }

  private Optional<TimeOut> timeOut(Part part) {
    Optional<Node> given = part.given("timeOut");
    if (given.isEmpty() || given.get().isScalar()) {
      return part.optionalLong("timeOut").map(ms -> new TimeOut(ms, false));
    }
    Part section = reading.part(given.get(), StageFormat.TIME_OUT);
    boolean buying = section.word("clock").filter("buying"::equals).isPresent();
    return Optional.of(new TimeOut((long) section.number("after"), buying));
  }
}
