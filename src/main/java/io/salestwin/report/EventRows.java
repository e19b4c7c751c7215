package io.salestwin.report;

import io.salestwin.metrics.Trace;
import io.salestwin.metrics.Trace.Event;
import io.salestwin.metrics.Trace.Kind;
import io.salestwin.metrics.Trace.Lead;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The rows of an event log for one replication. */
final class EventRows {

  /** Three digits always: readers that guess the form from the first row must not be wrong. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+00:00'", Locale.ROOT);

  private static final String START = "start";
  private static final String COMPLETE = "complete";

  /** A standard transition of XES: the work was given up. */
  private static final String CUT = "ate_abort";

  private static final long NEVER = Long.MIN_VALUE;

  private final Trace trace;
  private final List<String> stages;
  private final List<String> entries;
  private final List<String> reps;
  private final List<String> roles;
  private final String[][] touches;
  private final String[] cases;
  private final String[] attributes;
  private final boolean[] entered;
  private final long[] waitsSince;
  private final long[] enabled;
  private final long[] began;

  EventRows(Trace trace) {
    this.trace = trace;
    Trace.Names names = trace.names();
    stages = cells(names.stages());
    entries = names.stages().stream().map(stage -> KpiCsv.text("Entered " + stage)).toList();
    reps = cells(names.reps());
    roles = cells(names.roles());
    touches = new String[stages.size() + 1][names.activities().size()];
    int leads = trace.leads().size();
    cases = new String[leads];
    attributes = new String[leads];
    entered = new boolean[leads];
    waitsSince = new long[leads];
    enabled = new long[leads];
    began = new long[leads];
    Arrays.fill(waitsSince, NEVER);
  }

  private static List<String> cells(List<String> names) {
    return names.stream().map(KpiCsv::text).toList();
  }

  void write(Writer out) throws IOException {
    List<Event> events = new ArrayList<>(trace.events());
    // deals of day one come with the times at which they entered their stages
    events.sort(Comparator.comparingLong(Event::timeMs));
    for (Event e : events) {
      if (trace.leads().get(e.lead()).endMs() >= 0) {
        write(e, out);
      }
    }
  }

  private void write(Event e, Writer out) throws IOException {
    int lead = e.lead();
    switch (e.kind()) {
      case ARRIVED -> row(e, "Arrived", COMPLETE, e.timeMs(), NEVER, out);
      case OPENED, ENTERED -> {
        entered[lead] = true;
        row(nobody(e), entries.get(e.stage()), COMPLETE, e.timeMs(), NEVER, out);
      }
      case WAITS -> waitsSince[lead] = waitsSince[lead] == NEVER ? e.timeMs() : waitsSince[lead];
      case TOUCH_BEGAN -> {
        began[lead] = e.timeMs();
        enabled[lead] = waitsSince[lead];
        waitsSince[lead] = NEVER;
        row(e, touch(e), START, NEVER, enabled[lead], out);
      }
      case TOUCH_ENDED -> row(e, touch(e), COMPLETE, began[lead], enabled[lead], out);
      case TOUCH_CUT, TOUCH_BROKEN -> row(e, touch(e), CUT, began[lead], enabled[lead], out);
      case LOST, DORMANT -> {
        waitsSince[lead] = NEVER;
        String name = e.kind() == Kind.LOST ? "Lost" : "Dormant";
        row(e, name, COMPLETE, e.timeMs(), NEVER, out);
      }
      case ADVANCED, REGRESSED -> waitsSince[lead] = NEVER;
      case REQUALIFIED -> {
        waitsSince[lead] = NEVER;
        row(e, "Requalified", COMPLETE, e.timeMs(), NEVER, out);
      }
      case RETURNED -> row(e, "Returned", COMPLETE, e.timeMs(), NEVER, out);
      case WON -> row(e, "Won", COMPLETE, e.timeMs(), NEVER, out);
      default -> {
        if (e.kind() == Kind.BUYER) {
          waitsSince[lead] = NEVER;
        }
      }
    }
  }

  /** A stage is entered by the lead, whoever owns it at that moment. */
  private static Event nobody(Event e) {
    return new Event(e.kind(), e.timeMs(), e.lead(), e.stage(), Trace.NONE, e.about());
  }

  /** The activity with its stage: a call to qualify is not a call to close. */
  private String touch(Event e) {
    int stage = entered[e.lead()] ? e.stage() : stages.size();
    if (touches[stage][e.about()] == null) {
      String activity = trace.names().activities().get(e.about());
      String before = entered[e.lead()] ? trace.names().stages().get(e.stage()) + ": " : "";
      touches[stage][e.about()] = KpiCsv.text(before + activity);
    }
    return touches[stage][e.about()];
  }

  private void row(Event e, String activity, String transition, long start, long since, Writer out)
      throws IOException {
    Lead lead = trace.leads().get(e.lead());
    boolean byRep = e.rep() != Trace.NONE;
    out.write(caseName(e.lead(), lead));
    out.write(',');
    out.write(activity);
    out.write(',');
    out.write(time(e.timeMs()));
    out.write(',');
    out.write(byRep ? reps.get(e.rep()) : "");
    out.write(',');
    out.write(transition);
    out.write(',');
    out.write(time(start));
    out.write(',');
    out.write(time(since));
    out.write(',');
    out.write(byRep ? roles.get(trace.names().roleOfRep().get(e.rep())) : "");
    out.write(',');
    out.write(entered[e.lead()] ? stages.get(e.stage()) : "");
    out.write(attributes(e.lead(), lead));
    out.write('\n');
  }

  private String caseName(int index, Lead lead) {
    if (cases[index] == null) {
      cases[index] = KpiCsv.text("r" + trace.replication() + "-" + lead.name());
    }
    return cases[index];
  }

  private String time(long timeMs) {
    return timeMs == NEVER ? "" : TIME.format(trace.at(timeMs));
  }

  /** What holds for the whole way of a lead. */
  private String attributes(int index, Lead lead) {
    if (attributes[index] == null) {
      Trace.Names names = trace.names();
      attributes[index] =
          ","
              + String.join(
                  ",",
                  Integer.toString(trace.replication()),
                  KpiCsv.text(names.sources().get(lead.source())),
                  KpiCsv.text(names.segments().get(lead.segment())),
                  KpiCsv.text(names.products().get(lead.product())),
                  BigDecimal.valueOf(lead.valueCents(), 2).toPlainString(),
                  String.format(Locale.ROOT, "%.4f", lead.quality()),
                  lead.competitor() == 0
                      ? ""
                      : KpiCsv.text(names.competitors().get(lead.competitor())),
                  stages.get(lead.stage()),
                  lead.outcome().name().toLowerCase(Locale.ROOT),
                  lead.reason() == Trace.NONE
                      ? ""
                      : KpiCsv.text(names.reasons().get(lead.reason())));
    }
    return attributes[index];
  }
}
