package io.salestwin.calibration;

import io.salestwin.statistics.fitting.Family;
import io.salestwin.statistics.fitting.LawFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the stages that were fitted. */
final class StageText {

  private final Fitted fitted;
  private final ScenarioLines out;

  StageText(Fitted fitted, ScenarioLines out) {
    this.fitted = fitted;
    this.out = out;
  }

  /** Every stage. */
  void write() {
    for (StageFit stage : fitted.stages()) {
      if (fitted.decides()) {
        untilReady(stage);
        closing();
      } else {
        stage(stage);
      }
    }
  }

  private void untilReady(StageFit stage) {
    LawFit law = stage.law(Stays.ADVANCE);
    double never = stage.fit().never();
    out.comment(
        "  ",
        "Until the buyer decides. What is won does not depend on the age (p "
            + CalibrationOf.p(fitted.winning().age().p())
            + " given the month), so one delay and then one decision. "
            + (long) stage.stays()[0]
            + " closes and "
            + (long) stage.open()
            + " open deals"
            + ScenarioLines.chosen(stage.fit().laws().get(Stays.ADVANCE))
            + ".");
    out.line("  - name: " + Yaml.name(stage.name()));
    owner();
    advance(stage, "stages." + Yaml.step(stage.name()));
    if (never > 0) {
      out.line("    delay:");
      out.line("      advance: " + Yaml.durations(law));
      out.comment(
          "      ",
          Yaml.percent(never)
              + " never close; nobody writes them off, so 20 years stand for: not in this horizon.");
      out.line("      lost: 20 years");
      parameters("stages." + Yaml.step(stage.name()) + ".delay.advance", stage, Stays.ADVANCE);
    } else {
      out.line("    delay: {advance: " + Yaml.durations(law) + "}");
      parameters("stages." + Yaml.step(stage.name()) + ".delay.advance", stage, Stays.ADVANCE);
    }
  }

  private void owner() {
    if (fitted.hasOwners()) {
      out.line("    owner: Rep");
    }
  }

  private void closing() {
    Winning winning = fitted.winning();
    double closed = winning.won() + winning.lost();
    out.line("  - name: " + ScenarioText.CLOSING);
    owner();
    if (fitted.isLimited()) {
      double hours = ScenarioText.CLOSERS * ScenarioText.HOURS / fitted.throughput().perDay();
      out.line(
          "    work: [{activity: closing, role: Closer, effort: {exponential: {mean: "
              + Yaml.number(hours, 5)
              + " hours}}}]");
      out.uncertain(
          "stages." + ScenarioText.CLOSING + ".work[0].effort.exponential.mean",
          ScenarioLines.normal(hours, hours / Math.sqrt(fitted.throughput().closes()), " hours"));
    }
    out.line(
        "    advance: "
            + Yaml.percent(winning.rate())
            + "      # "
            + (long) winning.won()
            + " of "
            + (long) closed
            + " closes");
    if (!winning.hasMonths()) {
      out.beta(
          "stages." + ScenarioText.CLOSING + ".advance",
          winning.rate(),
          Math.sqrt(closed / winning.won() / winning.lost()));
    }
    lose(StageFit.reasons(fitted.history(), 0));
  }

  private void lose(Map<String, Double> reasons) {
    if (reasons.size() < 2) {
      return;
    }
    List<String> shares = new ArrayList<>();
    double left = 100;
    int rest = reasons.size();
    for (Map.Entry<String, Double> each : reasons.entrySet()) {
      double share = Math.min(left, Math.rint(each.getValue() * 10_000) / 100);
      share = --rest == 0 ? Math.rint(left * 100) / 100 : share;
      left -= share;
      shares.add(Yaml.name(each.getKey()) + ": " + Yaml.number(share, 6) + "%");
    }
    out.line("    lose: {" + String.join(", ", shares) + "}");
  }

  private void stage(StageFit stage) {
    String path = "stages." + Yaml.step(stage.name());
    out.comment(
        "  ",
        (long) stage.stays()[0]
            + " advanced, "
            + (long) stage.stays()[1]
            + " lost, "
            + (long) stage.stays()[2]
            + " went back, "
            + (long) stage.open()
            + " are open"
            + (stage.law(0) == null
                ? ""
                : "; advance" + ScenarioLines.chosen(stage.fit().laws().get(0)))
            + (stage.law(1) == null
                ? ""
                : "; lost" + ScenarioLines.chosen(stage.fit().laws().get(1)))
            + ".");
    timeOut(stage);
    out.line("  - name: " + Yaml.name(stage.name()));
    owner();
    advance(stage, path);
    out.line("    delay:");
    LawFit advance = stage.law(Stays.ADVANCE);
    out.line("      advance: " + (advance == null ? "0 days" : Yaml.durations(advance)));
    parameters(path + ".delay.advance", stage, Stays.ADVANCE);
    lostDelay(stage, path);
    if (stage.law(Stays.REGRESS) != null && stage.backTo() >= 0) {
      out.line("      regress: " + Yaml.durations(stage.law(Stays.REGRESS)));
      out.line(
          "    regress: {to: "
              + Yaml.name(fitted.stages().get(stage.backTo()).name())
              + ", probability: "
              + Yaml.percent(stage.fit().shares().get(Stays.REGRESS))
              + "}");
    }
    lose(stage.reasons());
  }

  private void lostDelay(StageFit stage, String path) {
    LawFit lost = stage.law(Stays.LOST);
    double never = stage.fit().never();
    double share = stage.fit().shares().get(Stays.LOST);
    if (never > 0 && lost != null) {
      List<String> weights = Yaml.percents(share / (share + never));
      out.comment("      ", "20 years stand for never: " + Yaml.percent(never) + " of the stays.");
      out.line(
          "      lost: {mixture: [{weight: "
              + weights.get(0)
              + ", of: "
              + Yaml.durations(lost)
              + "}, {weight: "
              + weights.get(1)
              + ", of: 20 years}]}");
    } else if (lost != null) {
      out.line("      lost: " + Yaml.durations(lost));
      parameters(path + ".delay.lost", stage, Stays.LOST);
    } else if (never > 0) {
      out.line("      lost: 20 years        # they never leave");
    }
  }

  /** A narrow part of a law of losing is the work of a rule, not of a buyer. */
  private void timeOut(StageFit stage) {
    LawFit lost = stage.law(Stays.LOST);
    if (lost == null || lost.family() != Family.TWO_LOGNORMALS) {
      return;
    }
    List<Double> p = lost.parameters();
    for (int i = 0; i < 2; i++) {
      double weight = i == 0 ? p.get(0) : 1 - p.get(0);
      if (p.get(2 + 2 * i) < 0.08 && weight > 0.1) {
        out.comment(
            "  ",
            Yaml.percent(weight)
                + " of the losses come at "
                + Yaml.days(p.get(1 + 2 * i))
                + " almost to the day: most likely an automatic time-out.");
      }
    }
  }

  private void advance(StageFit stage, String path) {
    out.line("    advance: " + Yaml.percent(stage.advance()));
    double error = stage.fit().standardErrors().get(0).get(Stays.ADVANCE);
    out.beta(path + ".advance", stage.advance(), error);
  }

  /** Parameters of a law of one family, each with its own error. */
  private void parameters(String path, StageFit stage, int way) {
    LawFit law = stage.law(way);
    List<Double> errors = stage.fit().standardErrors().get(way + 1);
    if (law == null || law.family() == Family.EMPIRICAL || law.family() == Family.TWO_LOGNORMALS) {
      return;
    }
    String family = law.family().words();
    for (int i = 0; i < law.parameters().size(); i++) {
      double error = i < errors.size() ? errors.get(i) : Double.NaN;
      double value = law.parameters().get(i);
      boolean time = i == 0;
      if (error > 0 && error < 0.5) {
        String lever = path + "." + family + "." + law.family().parameters().get(i);
        double unit = time ? 24 : 1;
        out.uncertain(
            lever, ScenarioLines.normal(value * unit, value * unit * error, time ? " hours" : ""));
      }
    }
  }
}
