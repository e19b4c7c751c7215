package io.salestwin.model;

import io.salestwin.calendar.Clock;
import io.salestwin.random.Sampler;
import io.salestwin.scenario.Scenario;
import io.salestwin.scenario.Shock;
import java.util.List;

/**
 * One shock as the loop needs it.
 *
 * @param entity its identity in draws
 * @param atMs when it strikes by itself, or {@link #NEVER}
 * @param chance the chance that it does
 * @param perMs strikes per millisecond of a random one; 0 for others
 * @param fromMs from when on a random one strikes
 * @param untilMs until when
 * @param lasts sampler of its length
 * @param severity sampler of its severity
 * @param with the shocks that may strike with it
 * @param withChance their chances
 * @param withCode what tells their draws apart
 * @param changes what it changes
 * @param losses whom it takes away
 * @param code what tells its choices apart
 */
record ShockPlan(
    long entity,
    long atMs,
    double chance,
    double perMs,
    long fromMs,
    long untilMs,
    Sampler lasts,
    Sampler severity,
    int[] with,
    double[] withChance,
    int[] withCode,
    List<Shock.Change> changes,
    Shock.Loss[] losses,
    int code) {

  static final long NEVER = Long.MAX_VALUE;

  private static final double YEAR_MS = 365.25 * Clock.DAY;

  /** All shocks of a scenario. An identity depends on the shock's name only. */
  static ShockPlan[] of(Scenario scenario) {
    List<Shock> shocks = scenario.shocks();
    int[] codes = Identity.codes(shocks.stream().map(Shock::name).toList());
    ShockPlan[] plans = new ShockPlan[shocks.size()];
    for (int i = 0; i < plans.length; i++) {
      plans[i] = of(shocks.get(i), codes, codes[i]);
    }
    return plans;
  }

  private static ShockPlan of(Shock shock, int[] codes, int code) {
    long at = NEVER;
    double chance = 1;
    double perMs = 0;
    long from = 0;
    long until = 0;
    if (shock.when() instanceof Shock.When.On on) {
      at = on.atMs();
      chance = on.chance();
    } else if (shock.when() instanceof Shock.When.AtRandom random) {
      perMs = random.perYear() / YEAR_MS;
      from = random.fromMs();
      until = random.untilMs();
    }
    return new ShockPlan(
        Identity.ofScenario(code),
        at,
        chance,
        perMs,
        from,
        until,
        shock.lasts().compile(),
        shock.severity().compile(),
        shock.with().stream().mapToInt(Shock.Companion::shock).toArray(),
        shock.with().stream().mapToDouble(Shock.Companion::chance).toArray(),
        shock.with().stream().mapToInt(c -> codes[c.shock()]).toArray(),
        shock.changes(),
        shock.losses().toArray(Shock.Loss[]::new),
        code);
  }
}
