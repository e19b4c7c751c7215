package io.salestwin.validation;

import java.util.List;
import java.util.stream.Stream;

/** The one list of all trials, in the order in which they are shown. */
final class Trials {

  private Trials() {}

  static List<Trial<?>> all() {
    return Stream.of(
            QueueCases.list(),
            LossCases.list(),
            NetworkCases.list(),
            ArrivalCases.list(),
            FunnelCases.list(),
            LawCases.list())
        .<Trial<?>>flatMap(List::stream)
        .toList();
  }
}
