package io.salestwin.calibration;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** All that a history says, as text, by names and not by numbers. */
final class Dump {

  private Dump() {}

  static String of(CrmHistory history) {
    StringBuilder out = new StringBuilder();
    for (int d = 0; d < history.deals(); d++) {
      out.append(deal(history, d)).append('\n');
    }
    return out.append("until ").append(history.knownUntilMs()).toString();
  }

  static String deal(CrmHistory history, int d) {
    CrmHistory.Names names = history.names();
    StringBuilder out = new StringBuilder(history.id(d));
    out.append(' ').append(HistoryBuilder.instant(history.createdMs(d)));
    out.append(' ').append(name(names.owners(), history.owner(d)));
    out.append('/').append(name(names.sources(), history.source(d)));
    out.append('/').append(name(names.products(), history.product(d)));
    out.append('/').append(name(names.segments(), history.segment(d)));
    out.append('/').append(name(names.reasons(), history.reason(d)));
    out.append('/').append(name(names.presentStages(), history.presentStage(d)));
    long cents = history.amountCents(d);
    out.append(' ').append(cents == CrmHistory.NO_AMOUNT ? "-" : String.valueOf(cents));
    out.append(time(" promised ", history.promisedMs(d)));
    out.append(time(" active ", history.lastActivityMs(d)));
    for (int e = history.firstEvent(d); e < history.firstEvent(d + 1); e++) {
      int stage = history.eventStage(e);
      String name =
          stage == CrmHistory.WON
              ? "WON"
              : stage == CrmHistory.LOST ? "LOST" : names.stages().get(stage);
      out.append(" | ").append(name).append(time(" ", history.eventMs(e)));
      out.append(' ').append(name(names.actors(), history.eventActor(e)));
    }
    return out.toString();
  }

  /** A moment as a history has it. */
  static long ms(String time) {
    return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static String time(String before, long ms) {
    return ms == CrmHistory.NEVER ? "" : before + HistoryBuilder.instant(ms);
  }

  private static String name(List<String> names, int number) {
    return number < 0 ? "-" : names.get(number);
  }
}
