package io.salestwin.experiment.calculator;

import io.salestwin.document.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every family of calculators that there is. */
public final class Calculators {

  private static final List<Family> ALL =
      Stream.of(
              ProportionFamilies.all(),
              MeanFamilies.all(),
              RankFamilies.all(),
              RandomisationFamilies.all(),
              MetricFamilies.all(),
              NonInferiorityFamily.all(),
              RateFamilies.all(),
              PosteriorFamilies.all(),
              MultipleFamilies.all(),
              SurvivalFamilies.all(),
              ClusterFamilies.all(),
              PowerFamilies.all(),
              SequentialFamilies.all(),
              SelectionFamilies.all())
          .flatMap(List::stream)
          .toList();

  private Calculators() {}

  /**
   * The families.
   *
   * @return all of them, in the order of the help
   */
  public static List<Family> all() {
    return ALL;
  }

  /**
   * A family by its code or its method's name.
   *
   * @param name such as {@code ZP} or {@code two-proportions}
   * @return the family
   * @throws BadCase if there is none: with the nearest name
   */
  public static Family named(String name) {
    Optional<Family> found =
        ALL.stream()
            .filter(family -> family.code().equals(name) || family.method().equals(name))
            .findFirst();
    return found.orElseThrow(() -> new BadCase(unknown(name)));
  }

  private static String unknown(String name) {
    List<String> known =
        ALL.stream().flatMap(family -> Stream.of(family.code(), family.method())).toList();
    String hint = Suggestion.didYouMean(name, known);
    return "there is no method \""
        + name
        + "\"; "
        + (hint.isEmpty() ? "'salestwin stats' lists them" : hint);
  }
}
