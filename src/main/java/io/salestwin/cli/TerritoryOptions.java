package io.salestwin.cli;

import io.salestwin.document.Parsed;
import io.salestwin.document.Quantity;
import io.salestwin.document.Suggestion;
import io.salestwin.planning.territory.DivisionRules;
import io.salestwin.planning.territory.PlanRule;
import io.salestwin.planning.territory.TerritoryFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What a good division is, as a person says it. */
final class TerritoryOptions {

  @Option(
      names = "--band",
      paramLabel = "FROM..TO",
      defaultValue = "70%..80%",
      description = {
        "Share of its capacity that every territory works (default ${DEFAULT-VALUE}).",
      })
  private String band;

  @Option(
      names = "--time-split",
      paramLabel = "T1/T2/T3",
      defaultValue = "60/30/10",
      description = {
        "Percentages of the time for the three tiers of accounts, where these have no hours"
            + " (default ${DEFAULT-VALUE}).",
      })
  private String timeSplit;

  @Option(
      names = "--disruption",
      paramLabel = "PERCENT",
      defaultValue = "2%",
      description = {
        "The imbalance that is not worth moving one account (default ${DEFAULT-VALUE}); a larger"
            + " one moves fewer.",
      })
  private String disruption;

  @Option(
      names = "--away",
      paramLabel = "PERCENT",
      defaultValue = "5%",
      description = {
        "The imbalance that is not worth one account outside of its territory's region or industry"
            + " (default ${DEFAULT-VALUE}); a larger one leaves fewer outside.",
      })
  private String away;

  @Option(
      names = "--travel",
      paramLabel = "PERCENT",
      defaultValue = "5%",
      description = {
        "Where accounts and reps have a latitude and a longitude: the imbalance that is not worth"
            + " one account at the mean distance from its territory's base (default"
            + " ${DEFAULT-VALUE}); a larger one makes ways shorter, 0%% lets them be.",
      })
  private String travel;

  @Option(
      names = "--keep",
      paramLabel = "WHAT",
      defaultValue = "both",
      description = {
        "What should be kept together: region (for reps who travel), industry (for reps inside),"
            + " both or none (default ${DEFAULT-VALUE}).",
      })
  private String keep;

  @Option(
      names = "--column",
      paramLabel = "MEANING=NAME",
      description = {
        "Which column of the accounts is what, where its name does not say it: potential=TAM. May"
            + " be repeated.",
      })
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--leave-out-bad-rows",
      description = {
        "Go on without the accounts whose rows cannot be used; left-out.csv lists them.",
      })
  private boolean leaveOut;

  @Option(
      names = "--require",
      paramLabel = "RULE",
      description = {
        "What the plan must satisfy, else the exit code is 3: \"gini <= 0.1\", \"moves <= 40\". May"
            + " be repeated.",
      })
  private List<String> require = new ArrayList<>();

  boolean leaveOut() {
    return leaveOut;
  }

  DivisionRules rules() {
    String[] ends = band.split("\\.\\.", -1);
    double least = ends.length == 2 ? share("--band", ends[0]) : Double.NaN;
    double most = ends.length == 2 ? share("--band", ends[1]) : Double.NaN;
    if (!(least >= 0 && least < most && most <= 10)) {
      throw new BadInput("--band " + band + ": give two shares, the smaller first, as 70%..80%");
    }
    double cost = tolerance("--disruption", disruption);
    double outside = tolerance("--away", away);
    double ways = tolerance("--travel", travel);
    if (!List.of("region", "industry", "both", "none").contains(keep)) {
      throw new BadInput("--keep " + keep + ": give region, industry, both or none");
    }
    boolean regions = keep.equals("region") || keep.equals("both");
    boolean industries = keep.equals("industry") || keep.equals("both");
    return new DivisionRules(least, most, split(), cost, outside, ways, regions, industries);
  }

  private static double share(String option, String text) {
    Parsed<Double> parsed = Quantity.fraction(text);
    if (parsed.isBad()) {
      throw new BadInput(option + " " + text + ": " + parsed.reason() + "; " + parsed.advice());
    }
    return parsed.value();
  }

  private static double tolerance(String option, String text) {
    double share = share(option, text);
    if (share < 0 || share > 1) {
      throw new BadInput(option + " " + text + ": give a percentage from 0% to 100%");
    }
    return share;
  }

  private List<Double> split() {
    List<Double> parts = new ArrayList<>();
    for (String part : timeSplit.split("/", -1)) {
      Parsed<Double> parsed = Quantity.number(part);
      parts.add(parsed.isBad() || parsed.value() < 0 ? Double.NaN : parsed.value());
    }
    double sum = parts.stream().mapToDouble(part -> part).sum();
    if (parts.size() != 3 || !(Math.abs(sum - 100) < 1e-9)) {
      throw new BadInput(
          "--time-split " + timeSplit + ": give three percentages that sum to 100, as 60/30/10");
    }
    return parts.stream().map(part -> part / sum).toList();
  }

  /** Meaning to the name of the column. */
  Map<String, String> columns() {
    Map<String, String> said = new LinkedHashMap<>();
    List<String> meanings = TerritoryFiles.accountMeanings();
    for (String text : columns) {
      int at = text.indexOf('=');
      String meaning = at < 0 ? text : text.substring(0, at).strip();
      if (at < 0 || !meanings.contains(meaning)) {
        String hint = Suggestion.didYouMean(meaning, meanings);
        throw new BadInput(
            "--column "
                + text
                + ": write MEANING=NAME; "
                + (hint.isEmpty() ? "meanings are " + String.join(", ", meanings) : hint));
      }
      said.put(meaning, text.substring(at + 1).strip());
    }
    return said;
  }

  /** The rules for the plan; all that is wrong with them is told at once. */
  List<PlanRule> wanted(boolean isPlayed) {
    List<PlanRule> rules = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String text : require) {
      Parsed<PlanRule> parsed = PlanRule.parse(text);
      if (parsed.isBad()) {
        wrong.add("--require " + text + ": " + parsed.reason() + "; " + parsed.advice());
      } else if (parsed.value().needsPlay() && !isPlayed) {
        wrong.add("--require " + text + ": this is known only when a scenario is played; add it");
      } else {
        rules.add(parsed.value());
      }
    }
    if (!wrong.isEmpty()) {
      throw new BadInput(Inputs.together(wrong));
    }
    return rules;
  }
}
