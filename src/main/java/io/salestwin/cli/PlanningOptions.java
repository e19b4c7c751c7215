package io.salestwin.cli;

import io.salestwin.planning.Effort;
import io.salestwin.run.Precision;
import java.util.List;
import java.util.OptionalDouble;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that weighs alternatives: what is played, and how much. */
final class PlanningOptions {

  private static final int MOST_FOR_PRECISION = 32_768;

  @Mixin private ChanceOptions chance;

  @Option(
      names = "--replications",
      paramLabel = "NUMBER",
      description = {
        "How often each alternative is played, at least 4; with --precision the most. Without both"
            + " as often as it takes to decide, at most 512 times.",
      })
  private Integer replications;

  @Option(
      names = "--precision",
      paramLabel = "PERCENT",
      description = {
        "Play until the difference is known this well: looks after 128, 256, 512... replications"
            + " and ends when the error (95%%) is at most +/- PERCENT of the base's mean, or that"
            + " many percentage points for odds and shares.",
      })
  private String precision;

  long seed() {
    return chance.seed();
  }

  boolean antithetic() {
    return chance.antithetic();
  }

  List<String> sets() {
    return chance.sets();
  }

  /** Whether it is said what is played or how much, which makes sense only where something is. */
  boolean saysWhatIsPlayed() {
    return replications != null || precision != null || antithetic() || !sets().isEmpty();
  }

  /** How much may be played. */
  Effort effort() {
    if (replications != null) {
      NumberOption.replications("--replications", replications, 4, "; 500 is usual");
    }
    if (precision == null) {
      return replications == null ? Effort.usual() : Effort.of(replications);
    }
    Precision.Wish wish =
        Precision.Wish.parse(precision)
            .filter(w -> w.figure().isEmpty())
            .orElseThrow(
                () ->
                    new BadInput(
                        "--precision "
                            + precision
                            + ": give a percentage above 0 and below 100, such as 2%"));
    return new Effort(
        Effort.Rule.PRECISE,
        replications == null ? MOST_FOR_PRECISION : replications,
        OptionalDouble.of(wish.most()));
  }
}
