package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.document.Suggestion;
import io.salestwin.scenario.Scenario.OpenDeal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads today's open deals from a CSV file. */
final class PipelineReader {

  private static final List<String> COLUMNS =
      List.of("id", "stage", "age", "owner", "value", "product", "segment", "source", "competitor");
  private static final double LONGEST_MS = 50 * 365.25 * 86_400_000.0;
  private static final long MOST_CENTS = 1_000_000_000_000_000L;

  private final Reading reading;
  private final Attachments attachments;
  private final Set<String> reps = new LinkedHashSet<>();

  PipelineReader(Reading reading, Attachments attachments) {
    this.reading = reading;
    this.attachments = attachments;
  }

  List<OpenDeal> read(Node file, List<Role> roles) {
    roles.forEach(role -> role.reps().forEach(rep -> reps.add(rep.name())));
    List<OpenDeal> deals = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (TableLine line :
        TableLine.read(reading, attachments, file, COLUMNS, List.of("id", "stage"))) {
      OpenDeal deal = deal(line);
      if (deal.id().isEmpty()) {
        line.error("id", "a deal has no id", "give each deal an id of its own");
      } else if (!ids.add(deal.id())) {
        line.error("id", "there are two deals with the id \"" + deal.id() + "\"", "remove one");
      }
      deals.add(deal);
    }
    return List.copyOf(deals);
  }

  private OpenDeal deal(TableLine line) {
    String owner = line.cell("owner");
    if (!owner.isEmpty() && !reps.contains(owner)) {
      String hint = Suggestion.didYouMean(owner, reps);
      line.error(
          "owner",
          "there is no rep \"" + owner + "\"",
          hint.isEmpty() ? "leave it empty if the owner has left" : hint);
    }
    Reading.Names names = reading.names();
    String stage = line.cell("stage");
    if (stage.isEmpty()) {
      line.error("stage", "a deal has no stage", "there are " + String.join(", ", names.stages()));
    }
    List<String> competitors = new ArrayList<>(names.competitors());
    competitors.add(0, Scenario.NO_COMPETITOR);
    return new OpenDeal(
        line.cell("id"),
        Math.max(0, line.index("stage", names.stages())),
        line.number("age", PipelineReader::age, 0, LONGEST_MS).map(Math::round),
        Optional.of(owner).filter(text -> !text.isEmpty()),
        line.number("value", text -> Kind.MONEY.number(text, reading.currency()), 0, MOST_CENTS)
            .map(Math::round),
        line.index("product", names.products()),
        line.index("segment", names.segments()),
        line.index("source", names.sources()),
        line.index("competitor", competitors));
  }

  /** A length of time; a bare number is in days. */
  private static Parsed<Double> age(String text) {
    Parsed<Double> days = Quantity.number(text);
    return days.isBad() ? Quantity.durationMillis(text) : days.map(d -> d * 86_400_000.0);
  }
}
