package io.salestwin.calibration.reps;

import io.salestwin.calibration.reps.Grouping.What;
import io.salestwin.calibration.reps.RepAnalysis.Advice;
import io.salestwin.calibration.reps.RepAnalysis.Advice.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What follows from the measures. Somebody is named only where the figure lies further off than
 * luck takes any of all that were looked at.
 */
final class Coaching {

  private final List<Grouping> groupings;
  private final List<Advice> advice = new ArrayList<>();

  Coaching(List<Grouping> groupings) {
    this.groupings = groupings;
  }

  List<Advice> advice() {
    // every question asked finds somebody by luck now and then
    long questions = groupings.stream().mapToLong(of -> asked(of).size()).sum();
    for (Grouping of : groupings) {
      asked(of).forEach(measure -> judge(of, measure, questions));
    }
    circumstance().ifPresent(of -> add(Kind.COMPARE_WITHIN, of, "", of.measures().get(0), 1));
    return advice;
  }

  /** What a coach would ask: not how many deals somebody is given. */
  private static List<Measure> asked(Grouping of) {
    return of.measures().stream()
        .filter(
            m ->
                m.kind() == Measure.Kind.GOES_ON
                    || (of.what() == What.PEOPLE
                        && (m.kind() == Measure.Kind.WIN_RATE_GIVEN_MONTH
                            || m.kind() == Measure.Kind.CYCLE)))
        .toList();
  }

  private void judge(Grouping of, Measure measure, long questions) {
    boolean named = false;
    for (int g = 0; g < of.names().size(); g++) {
      if (measure.alone().get(g) * questions < Measure.LEVEL) {
        boolean more = measure.own().get(g) > measure.expected().get(g);
        boolean good = more != (measure.kind() == Measure.Kind.CYCLE);
        add(good ? Kind.LEARN_FROM : Kind.COACH, of, of.names().get(g), measure, questions);
        named = true;
      }
    }
    if (!named) {
      boolean differs = measure.p() * questions < Measure.LEVEL;
      add(differs ? Kind.BELIEVE_THE_POOLED : Kind.DO_NOT_RANK, of, "", measure, questions);
    }
  }

  /** The circumstance that moves win rates most, if it does by more than people. */
  private Optional<Grouping> circumstance() {
    double people =
        groupings.stream()
            .filter(g -> g.what() != What.CIRCUMSTANCE)
            .mapToDouble(g -> g.measures().get(0).spread())
            .max()
            .orElse(0);
    return groupings.stream()
        .filter(g -> g.what() == What.CIRCUMSTANCE)
        .filter(g -> g.measures().get(0).differs() && g.measures().get(0).spread() > people)
        .max(Comparator.comparingDouble(g -> g.measures().get(0).spread()));
  }

  private void add(Kind kind, Grouping of, String group, Measure measure, long questions) {
    advice.add(new Advice(kind, of.name(), group, measure.kind(), (int) questions));
  }
}
