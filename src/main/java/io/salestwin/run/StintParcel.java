package io.salestwin.run;

import io.salestwin.metrics.KpiLayout;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.ScenarioText;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A stint as it travels: scenarios as texts, columns as names.
 *
 * @param parts the scenarios
 * @param from how many replications each has
 * @param upTo how many it shall have
 * @param counts whether leads and deals are counted by week
 */
record StintParcel(List<PartText> parts, int[] from, int[] upTo, boolean counts)
    implements Crew.Parcel<Play> {

  /**
   * How one scenario is played.
   *
   * @param scenario the scenario
   * @param columns names of the columns wanted
   * @param seed the seed of all chance
   * @param antithetic whether pairs are antithetic
   */
  record PartText(ScenarioText scenario, List<String> columns, long seed, boolean antithetic)
      implements Serializable {

    static PartText of(Stint.Part part) {
      return new PartText(
          part.plan().scenario().origin().text(),
          part.layout().columns().stream().map(KpiLayout.Column::name).toList(),
          part.plan().seed(),
          part.plan().antithetic());
    }

    Stint.Part read() {
      Scenario read = scenario.scenario();
      Set<String> wanted = Set.copyOf(columns);
      RunPlan plan = new RunPlan(read, seed, 1);
      return new Stint.Part(
          antithetic ? plan.mirrored() : plan,
          KpiLayout.of(read).only(column -> wanted.contains(column.name())));
    }
  }

  StintParcel {
    parts = List.copyOf(parts);
  }

  /** Each scenario is read and compiled when its first replication is played. */
  @Override
  public Stint unpacked() {
    Map<Integer, Stint.Part> known = new ConcurrentHashMap<>();
    return new Stint(
        s -> known.computeIfAbsent(s, part -> parts.get(part).read()), from, upTo, counts);
  }
}
