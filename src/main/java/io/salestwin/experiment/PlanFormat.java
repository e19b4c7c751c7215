package io.salestwin.experiment;

import io.salestwin.experiment.PlanKey.AnyOf;
import io.salestwin.experiment.PlanKey.One;
import io.salestwin.experiment.PlanKey.Overrides;
import io.salestwin.experiment.PlanKey.Several;
import io.salestwin.experiment.PlanKey.Sub;
import io.salestwin.experiment.PlanKey.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every key of an experiment file, by its section. */
final class PlanFormat {

  static final String ROOT = "experiment";
  static final String METRIC = "metric";
  static final String GUARDRAIL = "guardrails";
  static final String LOOKS = "looks";
  static final String COVARIATE = "covariate";
  static final String DECISION = "decision";

  static final List<String> UNITS = List.of("lead", "rep", "territory", "week");
  static final List<String> MEASURES = List.of("conversion", "value", "count", "ratio", "cycle");
  static final List<String> ANALYSES =
      List.of("standard", "exact", "winsorised", "log", "median", "permutation");
  static final List<String> SPENDING = List.of("obrienFleming", "pocock");
  static final List<String> CORRECTIONS = List.of("holm", "hochberg", "bh");
  static final List<String> SIDES = List.of("two", "one");
  static final List<String> BETTER = List.of("higher", "lower");
  static final String ANY_TIME = "anyTime";
  static final String SCORE = "score";
  static final String SPENT = "spending";
  static final List<String> ALWAYS = List.of("sequence", "mixture");

  private static final PlanKey.Type TEXT = new One("text", false);
  private static final PlanKey.Type STAGE = new One("stage, or won", false);
  private static final PlanKey.Type SHARE = new One("percentage", true);
  private static final PlanKey.Type DURATION = new One("duration", false);
  private static final PlanKey.Type DATE = new One("date", false);
  private static final PlanKey.Type NUMBER = new One("number", true);
  private static final PlanKey.Type FIGURE = new One("number, percentage or money", true);
  private static final PlanKey.Type CHANGE = new One("change", true);

  private static final List<PlanKey> METRIC_KEYS =
      List.of(
          PlanKey.of("name", TEXT, "what it is called", "qualified within 30 days"),
          PlanKey.of(
                  "measure",
                  new Word(MEASURES),
                  "share of leads, value for each lead, events per week and unit, events over"
                      + " events, or time until an event",
                  "conversion")
              .needed(),
          PlanKey.of("to", STAGE, "what is to be reached", "Discovery").orElse(Metric.WON),
          PlanKey.of("of", STAGE, "for a ratio: out of the leads that reach it", "Discovery")
              .orElse(Metric.ASSIGNED),
          PlanKey.of(
                  "within",
                  DURATION,
                  "window: how long after its assignment a unit is followed; a younger one does not"
                      + " count yet",
                  "30 days")
              .needed(),
          PlanKey.of(
              "better",
              new Word(BETTER),
              "which direction is good; without it higher, for a cycle lower",
              "lower"),
          PlanKey.of(
              "column",
              TEXT,
              "column of the results that holds it, where it has one of its own",
              "qualified"),
          PlanKey.of(
              "baseline", FIGURE, "its value under control; without it from the scenario", "25%"),
          PlanKey.of(
              "sd",
              FIGURE,
              "standard deviation between units; without it from the scenario",
              "21k"),
          PlanKey.of(
                  "analysis",
                  new Word(ANALYSES),
                  "how values are compared; fixed here, before results are seen",
                  "winsorised")
              .orElse("standard"));

  private PlanFormat() {}

  /** The keys by section, in the order of the reference. */
  static Map<String, List<PlanKey>> sections() {
    Map<String, List<PlanKey>> sections = new LinkedHashMap<>();
    sections.put(ROOT, root());
    sections.put(METRIC, METRIC_KEYS);
    sections.put(
        GUARDRAIL,
        List.of(
            PlanKey.of(
                    METRIC, new Sub(METRIC), "what must not become worse", "{measure: cycle, ...}")
                .needed(),
            PlanKey.of(
                    "margin",
                    CHANGE,
                    "by how much it may: points (2pp), a share of what it is (5%), or an amount",
                    "2pp")
                .needed()));
    sections.put(
        LOOKS,
        List.of(
            PlanKey.of("count", NUMBER, "looks at equal shares of the units", "4"),
            PlanKey.of(
                "at", new Several(SHARE), "shares of the units at the looks", "[50%, 75%, 100%]"),
            PlanKey.of("on", new Several(DATE), "days of the looks", "[2027-03-31, 2027-06-30]"),
            PlanKey.of(
                "always",
                new Word(ALWAYS),
                "as often as one likes: by a confidence sequence (as anyTime), or by a mixture test"
                    + " around the effect of interest (mSPRT)",
                "mixture"),
            PlanKey.of(
                    "spending",
                    new Word(SPENDING),
                    "how alpha is spent: late, or evenly",
                    "obrienFleming")
                .orElse("obrienFleming"),
            PlanKey.of(
                "futility",
                new AnyOf(List.of(new Word(List.of(SPENT)), SHARE)),
                "a look ends the test for want of a chance: where the chance that its end shows a"
                    + " gain is below this, were the effect as large as planned; or spending, where z"
                    + " is below limits that spend the chance to miss the effect as alpha is spent,"
                    + " for which the size allows; without it never",
                SPENT)));
    sections.put(
        COVARIATE,
        List.of(
            PlanKey.of("column", TEXT, "column of the results that holds it", "wins_before")
                .needed(),
            PlanKey.of("correlation", NUMBER, "its correlation with the primary metric", "0.5"),
            PlanKey.of(
                "from",
                new AnyOf(List.of(new Word(List.of(SCORE)), DURATION)),
                "what a rehearsal takes for it: `score`, that of each lead; or, of reps and"
                    + " territories, a time before the start: the metric that decides, of the leads"
                    + " whose window has ended in it",
                "90 days")));
    sections.put(
        DECISION,
        List.of(
            PlanKey.of("for", DURATION, "how long the decision will hold", "12 months")
                .orElse("12 months"),
            PlanKey.of(
                "value",
                new One("money", true),
                "what one more of the metric is worth, such as one more won deal; 1 for a metric in"
                    + " money",
                "18k"),
            PlanKey.of("cost", new One("money", true), "what the change costs once", "15k")
                .orElse("0")));
    return sections;
  }

  private static List<PlanKey> root() {
    return List.of(
        PlanKey.of("name", TEXT, "what the experiment is called", "Stricter qualification")
            .needed(),
        PlanKey.of(
                "scenario",
                new One("file", false),
                "the organisation in which it runs: a file beside this one, or in a folder beside"
                    + " this one's folder",
                "../scenarios/b2b-saas.yaml")
            .needed(),
        PlanKey.of("hypothesis", TEXT, "what is believed, and why", "Two calls more ...").needed(),
        PlanKey.of("start", DATE, "first day; without it the scenario's start", "2027-01-04"),
        PlanKey.of(
                "control",
                new Overrides("levers and values"),
                "how the control arm differs from the scenario",
                "{}")
            .orElse("{}"),
        PlanKey.of(
                "treatment",
                new Overrides("levers and values"),
                "how the treatment arm differs from the scenario, in levers that the unit can carry",
                "{stages.Qualification.advance: +4pp}")
            .needed(),
        PlanKey.of("unit", new Word(UNITS), "what is assigned to an arm, at random", "lead")
            .needed(),
        PlanKey.of(
            "role",
            new One("role", false),
            "whose reps are assigned, where the unit is the rep; without it the owner of the first"
                + " stage that is changed",
            "AE"),
        PlanKey.of(
            "assignAt",
            new One("stage", false),
            "a lead belongs to the experiment from its first entry into this stage on; without it"
                + " from its arrival",
            "Proposal"),
        PlanKey.of("allocation", SHARE, "share of the units that get the treatment", "50%")
            .orElse("50%"),
        PlanKey.of(METRIC, new Sub(METRIC), "the one metric that decides", "{...}").needed(),
        PlanKey.of(
                "effect",
                CHANGE,
                "smallest effect that would be worth the change: points (+4pp), a share of what it"
                    + " is (+10%), or an amount (+500, -5 days)",
                "+4pp")
            .needed(),
        PlanKey.of(
            GUARDRAIL, new Several(new Sub(GUARDRAIL)), "what must not become worse", "[...]"),
        PlanKey.of(
            "secondary", new Several(new Sub(METRIC)), "further metrics; they decide nothing", ""),
        PlanKey.of(
                "correction",
                new Word(CORRECTIONS),
                "how several secondary metrics are allowed for",
                "holm")
            .orElse("holm"),
        PlanKey.of("alpha", SHARE, "false-positive rate", "5%").orElse("5%"),
        PlanKey.of("sides", new Word(SIDES), "whether both directions count", "two").orElse("two"),
        PlanKey.of("power", SHARE, "chance to find the effect if it is there", "80%").orElse("80%"),
        PlanKey.of(
                LOOKS,
                new AnyOf(List.of(NUMBER, new Word(List.of(ANY_TIME)), new Sub(LOOKS))),
                "how often results may be looked at: once at the end, a budget of looks, or anyTime",
                "{count: 4, spending: obrienFleming}")
            .orElse("1"),
        PlanKey.of(
            COVARIATE, new Sub(COVARIATE), "what was known of each unit before (CUPED)", "{...}"),
        PlanKey.of(
            "icc",
            NUMBER,
            "how alike the leads of one rep, territory or week are: intracluster correlation;"
                + " without it from the scenario",
            "0.02"),
        PlanKey.of(
            "volume",
            NUMBER,
            "leads that enter the experiment in a month; without it from the scenario",
            "150"),
        PlanKey.of("atMost", DURATION, "longest time that it may take", "26 weeks")
            .orElse("26 weeks"),
        PlanKey.of(DECISION, new Sub(DECISION), "what hangs on it", "{value: 18k, cost: 15k}"));
  }

  static List<String> names(String section) {
    return sections().get(section).stream().map(PlanKey::name).toList();
  }

  static PlanKey key(String section, String name) {
    return sections().get(section).stream()
        .filter(key -> key.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(section + " has no key " + name));
  }
}
