package io.salestwin.experiment.calculator;

import io.salestwin.statistics.selection.IndifferenceZone;
import io.salestwin.statistics.selection.KimNelson;
import io.salestwin.statistics.selection.RinottStage;
import io.salestwin.statistics.selection.Simultaneous;
import java.util.Arrays;
import java.util.List;

/** Ranking and selection, simultaneous comparison of scenarios. */
final class SelectionFamilies {

  private SelectionFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family(
            "RS",
            "select-best",
            "ranking and selection: constants, second stages and runs; Dunnett and Tukey",
            "kind=rinott k=5 n0=20 pstar=0.95",
            SelectionFamilies::selection));
  }

  private static Answer selection(Input input) {
    String kind =
        input.choice(
            "kind",
            "bechhofer",
            "dudewicz_dalal",
            "rinott",
            "kn_constants",
            "dunnett",
            "tukey",
            "rinott_stage2",
            "kn_run");
    return switch (kind) {
      case "bechhofer" -> Answer.of("h", IndifferenceZone.bechhofer(k(input, 2), pstar(input)));
      case "dudewicz_dalal" ->
          Answer.of("h", IndifferenceZone.dudewiczDalal(k(input, 2), n0(input), pstar(input)));
      case "rinott" ->
          Answer.of("h", IndifferenceZone.rinott(k(input, 2), n0(input), pstar(input)));
      case "kn_constants" ->
          constants(KimNelson.Constants.of(k(input, 2), n0(input), input.inside("alpha")));
      case "dunnett" ->
          Answer.of(
              "critical", Simultaneous.dunnett(k(input, 1), df(input), input.inside("alpha")));
      case "tukey" ->
          Answer.of("critical", Simultaneous.tukey(k(input, 2), df(input), input.inside("alpha")));
      case "rinott_stage2" -> stage(input);
      default -> run(input);
    };
  }

  private static int k(Input input, int least) {
    return input.size("k", least);
  }

  private static int n0(Input input) {
    return input.size("n0", 2);
  }

  /** The probability of a correct selection, or 1 - alpha. */
  private static double pstar(Input input) {
    return input.has("pstar") || !input.has("alpha")
        ? input.inside("pstar")
        : 1 - input.inside("alpha");
  }

  private static double df(Input input) {
    double df = input.positive("df", Double.POSITIVE_INFINITY);
    if (df < 1) {
      throw new BadCase("df is " + input.text("df") + "; give a number of 1 or more");
    }
    return df;
  }

  private static Answer constants(KimNelson.Constants constants) {
    return Answer.of("eta", constants.eta()).with("h2", constants.h2());
  }

  private static Answer stage(Input input) {
    RinottStage stage =
        RinottStage.of(data(input), n0(input), input.positive("delta"), pstar(input));
    return Answer.of("h", stage.h())
        .with("S2", stage.variances())
        .with("N", Arrays.stream(stage.needed()).boxed().toList());
  }

  private static Answer run(Input input) {
    KimNelson run =
        KimNelson.of(data(input), n0(input), input.positive("delta"), input.inside("alpha"));
    List<Object> eliminated =
        Arrays.asList(Arrays.stream(run.eliminatedAt()).mapToObj(r -> r < 0 ? null : r).toArray());
    return constants(run.constants())
        .with("S2", Arrays.asList(run.variances()))
        .with("N_max", run.most())
        .with("eliminated_at", eliminated)
        .with("selected", run.selected() < 0 ? null : run.selected())
        .with("stages", run.stages())
        .withReason(run.reason());
  }

  /** One row per alternative; their number may be given too, and must then fit. */
  private static double[][] data(Input input) {
    double[][] data = input.rows("data");
    if (input.has("k") && input.size("k", 2) != data.length) {
      throw new BadCase(
          "data has " + data.length + " rows; give k = " + input.text("k") + " of them");
    }
    if (data.length < 2) {
      throw new BadCase("data has " + data.length + " rows; give at least 2 alternatives");
    }
    return data;
  }
}
