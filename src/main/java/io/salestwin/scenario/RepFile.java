package io.salestwin.scenario;

import io.salestwin.document.Node;
import io.salestwin.document.Quantity;
import io.salestwin.scenario.Role.Rep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads named reps from a CSV file. */
final class RepFile {

  private static final List<String> COLUMNS =
      List.of("name", "skill", "started", "territory", "tier", "quota");
  private static final double MOST_CENTS = 1e15;

  private final Reading reading;
  private final Attachments attachments;

  RepFile(Reading reading, Attachments attachments) {
    this.reading = reading;
    this.attachments = attachments;
  }

  List<Rep> read(Node file, Optional<Long> quota) {
    List<Rep> reps = new ArrayList<>();
    for (TableLine line : TableLine.read(reading, attachments, file, COLUMNS, List.of("name"))) {
      String name = line.cell("name");
      if (name.isEmpty()) {
        line.error("name", "a rep has no name", "give each rep a name");
      }
      Optional<Double> ownQuota =
          line.number(
              "quota",
              text -> Kind.MONEY_PER_QUARTER.number(text, reading.currency()),
              0,
              MOST_CENTS);
      reps.add(
          new Rep(
              name,
              line.number("skill", Quantity::number, -20, 20),
              line.value("started", Quantity::date),
              line.index("territory", reading.names().territories()),
              RepReader.unknown(reading),
              line.index("tier", reading.names().tiers()),
              line.cell("quota").isEmpty()
                  ? quota
                  : ownQuota.map(Math::round).filter(cents -> cents > 0),
              List.of()));
    }
    return reps;
  }
}
