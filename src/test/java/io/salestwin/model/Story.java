package io.salestwin.model;

import io.salestwin.model.Observer.Step;
import io.salestwin.scenario.Attachments;
import io.salestwin.scenario.LeverOverride;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A scenario told in few words, for tests whose answers are known by hand. It starts on Monday,
 * 2027-01-04, and lasts 26 weeks of plain time unless said otherwise.
 *
 * <p>Leads that come at an exact hour are open deals of a stage "In", which everybody leaves
 * forwards 10,000 hours after entering it: a deal of the age of 9,990 hours comes at hour 10. Hour
 * 0 itself is none: on day one that deal would have gone.
 */
final class Story {

  private static final int IN_HOURS = 10_000;

  private final Map<String, String> lines = new LinkedHashMap<>();
  private final Map<String, String> roles = new LinkedHashMap<>();
  private final StringBuilder stages = new StringBuilder();
  private final StringBuilder deals = new StringBuilder("id,stage,age,value,source\n");
  private final List<String> ids = new ArrayList<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private boolean hasLeads;
  private String text;
  private String over = "";

  Story() {
    with("name", "Story");
    with("start", "2027-01-04");
    with("horizon", "26 weeks");
    with("calendar", "always");
    with("products", "{core: {value: 12000}}");
    with("sources", "{in: {arrivals: {perMonth: 0}}}");
  }

  /** A story that is a whole scenario file. */
  static Story of(String text) {
    Story story = new Story();
    story.text = text;
    return story;
  }

  /** Sets a key of the file. */
  Story with(String key, String value) {
    lines.put(key, value);
    return this;
  }

  /** Changes every place where the keys of the file have this text. */
  Story change(String from, String to) {
    lines.replaceAll((key, value) -> value.replace(from, to));
    return this;
  }

  /** Leaves a key out. */
  Story without(String key) {
    lines.remove(key);
    return this;
  }

  /** Whether a key of the file is told. */
  boolean has(String key) {
    return lines.containsKey(key);
  }

  /** Adds to every role the keys that it does not have yet. */
  Story everyRole(Map<String, String> keys) {
    roles.replaceAll(
        (name, about) -> {
          StringBuilder all = new StringBuilder(about);
          keys.forEach(
              (key, value) -> {
                if (!about.contains(", " + key + ":")) {
                  all.append(", " + key + ": " + value);
                }
              });
          return all.toString();
        });
    return this;
  }

  /** Tells every role anew. */
  Story eachRole(UnaryOperator<String> change) {
    roles.replaceAll((name, about) -> change.apply(about));
    return this;
  }

  Story role(String name, String about) {
    roles.put(name, about);
    return this;
  }

  /** The next stage, in flow style without its braces. */
  Story stage(String about) {
    stages.append("  - {").append(about).append("}\n");
    return this;
  }

  /** A lead that enters the first stage told at this hour from the start. */
  Story lead(double hour) {
    return lead(hour, "", "");
  }

  Story lead(double hour, String value) {
    return lead(hour, value, "");
  }

  Story lead(double hour, String value, String source) {
    String id = "lead " + ids.size();
    ids.add(id);
    hasLeads = true;
    deals.append(id + ",In," + (IN_HOURS - hour) + " hours,").append(value + "," + source + "\n");
    return this;
  }

  /** A deal that stands in a stage on day one. */
  Story deal(String stage, String age) {
    String id = "deal " + ids.size();
    ids.add(id);
    deals.append(id + "," + stage + "," + age + ",,\n");
    return this;
  }

  /** Adds a file that the story names. */
  Story file(String name, String content) {
    files.put(name, content);
    return this;
  }

  /** Tells the story in a file of which the scenario is an extension that says this besides. */
  Story extended(String text) {
    over = "extends: base.yaml\n" + text + "\n";
    return this;
  }

  /** Every file by its name; the scenario is story.yaml. */
  Map<String, String> files() {
    Map<String, String> all = new LinkedHashMap<>(files);
    all.put("deals.csv", deals.toString());
    all.put(over.isEmpty() ? "story.yaml" : "base.yaml", text());
    if (!over.isEmpty()) {
      all.put("story.yaml", over);
    }
    return all;
  }

  String text() {
    if (text != null) {
      return text;
    }
    StringBuilder all = new StringBuilder();
    lines.forEach((key, value) -> all.append(key + ": " + value + "\n"));
    if (!ids.isEmpty()) {
      all.append("begin: {pipeline: deals.csv}\n");
    } else if (!lines.containsKey("begin")) {
      all.append("begin: {empty: true}\n");
    }
    if (!roles.isEmpty()) {
      all.append("roles:\n");
      roles.forEach((name, about) -> all.append("  " + name + ": {" + about + "}\n"));
    }
    all.append("stages:\n");
    if (hasLeads) {
      all.append("  - {name: In, advance: 100%, delay: " + IN_HOURS + " hours}\n");
    }
    return all.append(stages).toString();
  }

  Scenario scenario(String... sets) {
    List<LeverOverride> overrides = new ArrayList<>();
    for (String set : sets) {
      overrides.add(LeverOverride.parse(set).value());
    }
    ScenarioFile file = ScenarioFile.read("story.yaml", Attachments.ofTexts(files()), overrides);
    return file.scenario().orElseThrow(() -> new AssertionError(file.problems() + "\n" + files()));
  }

  SalesModel model(String... sets) {
    return SalesModel.of(scenario(sets));
  }

  Play play(String... sets) {
    return Play.of(model(sets), 1, 0);
  }

  /** One step that was seen. */
  record Seen(Step step, long timeMs, long entity, int stage, int rep) {

    double hour() {
      return timeMs / 3_600_000.0;
    }
  }

  /** What was seen of one replication, and its facts. */
  record Play(SalesModel model, Replication replication, List<Seen> seen) {

    static Play of(SalesModel model, long seed, int number) {
      Replication replication = new Replication(model, seed);
      List<Seen> seen = new ArrayList<>();
      replication.observe(
          (step, timeMs, entity, stage, rep) ->
              seen.add(new Seen(step, timeMs, entity, stage, rep)));
      replication.play(number);
      return new Play(model, replication, seen);
    }

    /** Entity of a lead that was told, by its number from 0. */
    long entity(int lead) {
      return model.dealEntity(lead);
    }

    /** All that was seen of a told lead after stage "In". */
    List<Seen> of(int lead) {
      return seen.stream().filter(s -> s.entity() == entity(lead) && s.stage() > 0).toList();
    }

    List<Seen> of(Step step) {
      return seen.stream().filter(s -> s.step() == step).toList();
    }

    List<Seen> of(int lead, Step step) {
      return of(lead).stream().filter(s -> s.step() == step).toList();
    }

    /** The hours at which a told lead took a step, after stage "In". */
    List<Double> hours(int lead, Step step) {
      return of(lead, step).stream().map(Seen::hour).toList();
    }

    List<Integer> reps(int lead, Step step) {
      return of(lead, step).stream().map(Seen::rep).toList();
    }

    /** A fact summed over periods and members. */
    long fact(Fact fact) {
      long sum = 0;
      for (int member = 0; member < ledger().members(fact); member++) {
        sum += fact(fact, member);
      }
      return sum;
    }

    /** A fact summed over periods. */
    long fact(Fact fact, int member) {
      if (fact.dimension() == Dimension.WEEK) {
        return ledger().get(fact, 0, member);
      }
      long sum = 0;
      for (int period = 0; period < ledger().periods(); period++) {
        sum += ledger().get(fact, period, member);
      }
      return sum;
    }

    Ledger ledger() {
      return replication.ledger();
    }
  }
}
