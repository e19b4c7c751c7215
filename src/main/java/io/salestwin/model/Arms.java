package io.salestwin.model;

import io.salestwin.random.Purpose;
import io.salestwin.random.Streams;
import io.salestwin.scenario.Lever.Unit;
import io.salestwin.scenario.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Who has which arm of an experiment in one play. There is one only where a model has arms; what it
 * knows of a lead beside the arm in force stands here.
 *
 * <p>Before its beginning everything is in the first arm. In a roll-out all are in one arm from
 * then on, while units are dealt arms as ever: what they are dealt is then a label and nothing
 * more.
 */
final class Arms {

  /** All are in the arm that they are dealt. */
  static final int AS_DEALT = -1;

  private static final int ARM = Purpose.ARM.code();
  private static final int NONE = -1;
  private static final int RANK = 0;
  private static final int TERRITORY = 1;
  private static final int WEEKS = 2;
  private static final int SPLIT = 3;

  private final Replication play;
  private final SalesModel model;
  private final ArmPlan plan;
  private final Leads leads;
  private final Streams streams;
  private final int[] ofRep;
  private final int[] ofTerritory;
  private final int[] ofWeek;
  private final double[] rank;
  private int rolledOut = AS_DEALT;
  private UnitSink sink;
  private long heardFromMs;

  /** By lead: the arm that it was dealt, and its number in the sink. */
  private int[] dealt = new int[0];

  private int[] unit = new int[0];

  Arms(Replication play) {
    this.play = play;
    model = play.model;
    plan = model.armPlan();
    leads = play.leads;
    streams = play.streams;
    ofRep = new int[model.repCount()];
    rank = new double[model.repCount()];
    ofTerritory = new int[model.members(Dimension.TERRITORY).size()];
    ofWeek = new int[model.week(model.endMs()) + 2];
  }

  void rollOut(int arm) {
    rolledOut = arm;
  }

  void tell(UnitSink listener, long fromMs) {
    sink = listener;
    heardFromMs = fromMs;
  }

  // ---- dealing

  void begin() {
    switch (plan.unit()) {
      case LEAD -> {
        // each when it comes
      }
      case REP -> dealReps();
      case TERRITORY -> dealTerritories();
      case WEEK -> dealWeeks();
    }
  }

  private void dealReps() {
    Arrays.fill(ofRep, NONE);
    for (int rep = 0; rep < ofRep.length; rep++) {
      rank[rep] = streams.uniform(model.repEntity(rep), ARM, RANK);
    }
    for (int role = 0; role < model.roleCount(); role++) {
      if (plan.isDealt(role)) {
        int[] order =
            IntStream.range(model.firstRep(role), model.firstRep(role + 1))
                .boxed()
                .sorted(
                    Comparator.<Integer>comparingInt(model.people()::territory)
                        .thenComparingDouble(rep -> rank[rep])
                        .thenComparingInt(rep -> rep))
                .mapToInt(Integer::intValue)
                .toArray();
        split(order, ofRep, model.repEntity(order[0]));
      }
    }
  }

  private void dealTerritories() {
    double[] by = new double[ofTerritory.length];
    for (int t = 0; t < by.length; t++) {
      String name = model.members(Dimension.TERRITORY).get(t);
      by[t] = streams.uniform(Identity.ofName(name), ARM, TERRITORY);
    }
    int[] order =
        IntStream.range(0, by.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(t -> by[t]).thenComparingInt(t -> t))
            .mapToInt(Integer::intValue)
            .toArray();
    split(order, ofTerritory, Identity.ofScenario(TERRITORY));
  }

  /**
   * Deals the arms along an order so that each arm has its share of any stretch of it, to within
   * one, and each unit has every arm by the arm's share: systematic sampling (W. G. Cochran,
   * Sampling Techniques, 3rd ed., 1977, ch. 8), once for each arm but the first among those who
   * have none yet.
   */
  private void split(int[] order, int[] arms, long entity) {
    for (int one : order) {
      arms[one] = 0;
    }
    double left = 1;
    for (int arm = plan.arms() - 1; arm > 0; arm--) {
      double share = plan.share(arm) / left;
      double sum = streams.uniform(entity, ARM, SPLIT + (long) arm);
      for (int one : order) {
        if (arms[one] == 0) {
          sum += share;
          if (sum >= 1) {
            sum -= 1;
            arms[one] = arm;
          }
        }
      }
      left -= plan.share(arm);
    }
  }

  private void dealWeeks() {
    for (int week = 0; week < ofWeek.length; week += 2) {
      int first = streams.uniform(Identity.ofScenario(week / 2), ARM, WEEKS) < 0.5 ? 0 : 1;
      ofWeek[week] = first;
      if (week + 1 < ofWeek.length) {
        ofWeek[week + 1] = 1 - first;
      }
    }
  }

  private boolean hasBegun() {
    return play.now >= plan.startMs();
  }

  private int week() {
    return model.week(play.now - plan.startMs());
  }

  private int inForce(int arm) {
    return !hasBegun() ? 0 : rolledOut == AS_DEALT ? arm : rolledOut;
  }

  // ---- leads

  /** A new lead has this number. */
  void created(int lead) {
    if (lead >= unit.length) {
      unit = Arrays.copyOf(unit, leads.capacity());
      dealt = Arrays.copyOf(dealt, leads.capacity());
    }
    unit[lead] = UnitSink.IGNORED;
    dealt[lead] = NONE;
  }

  /** A deal of the starting pipeline goes on in an arm, but is no unit. */
  void opened(int lead, int rep) {
    if (leads.stage(lead) < plan.from()) {
      return;
    }
    if (plan.unit() != Unit.REP) {
      dealt[lead] = hasBegun() ? armOf(lead) : 0;
      leads.arm(lead, inForce(dealt[lead]));
    } else if (rep >= 0 && plan.isDealt(model.roleOf(rep))) {
      dealt[lead] = 0;
    }
  }

  /** The lead is about to stand in a stage. */
  void enters(int lead, int stage) {
    if (dealt[lead] == NONE && stage >= plan.from()) {
      int rep = leads.owner(lead);
      if (plan.unit() != Unit.REP) {
        deal(lead, hasBegun() ? armOf(lead) : 0, NONE);
      } else if (rep >= 0 && plan.isDealt(model.roleOf(rep))) {
        deal(lead, hasBegun() ? ofRep[rep] : 0, rep);
      } else if (rolledOut != AS_DEALT) {
        leads.arm(lead, inForce(0)); // whoever will own it is in this arm
      }
    }
    if (plan.unit() == Unit.WEEK && dealt[lead] != NONE && hasBegun()) {
      leads.arm(lead, inForce(ofWeek[week()]));
    }
    if (unit[lead] >= 0) {
      sink.reached(unit[lead], stage, play.now);
    }
  }

  /** A rep becomes the lead's owner. */
  void owned(int lead, int rep) {
    if (dealt[lead] == NONE
        && plan.unit() == Unit.REP
        && plan.isDealt(model.roleOf(rep))
        && leads.stage(lead) >= plan.from()) {
      deal(lead, hasBegun() ? ofRep[rep] : 0, rep);
      if (unit[lead] >= 0) {
        sink.reached(unit[lead], leads.stage(lead), play.now);
      }
    }
    if (unit[lead] >= 0) {
      sink.owned(unit[lead], rep);
    }
  }

  private void deal(int lead, int arm, int rep) {
    dealt[lead] = arm;
    if (inForce(arm) != leads.arm(lead)) {
      play.journey.changeArm(lead, inForce(arm));
    }
    if (sink != null && play.now >= heardFromMs) {
      unit[lead] =
          sink.enrolled(
              leads.entity(lead), play.now, arm, rep, leads.territory(lead), leads.score(lead));
    }
  }

  private int armOf(int lead) {
    return switch (plan.unit()) {
      case LEAD ->
          plan.arms() == 1
              ? 0
              : Beginnings.pick(streams.uniform(leads.entity(lead), ARM, RANK), plan.cumulated());
      case TERRITORY -> ofTerritory[leads.territory(lead)];
      case WEEK -> ofWeek[week()];
      case REP -> throw new AssertionError("a lead has the arm of its rep");
    };
  }

  void won(int lead, long valueCents) {
    if (unit[lead] >= 0) {
      sink.reached(unit[lead], model.stageCount(), play.now);
      sink.closed(unit[lead], true, play.now, valueCents);
    }
  }

  void lost(int lead) {
    if (unit[lead] >= 0) {
      sink.closed(unit[lead], false, play.now, 0);
    }
  }

  // ---- reps

  /** The horizon begins, and with it the experiment or the wait for it. */
  void start() {
    if (plan.repsDiffer() && play.now < plan.startMs()) {
      play.schedule(plan.startMs(), Event.EXPERIMENT, 0);
    } else if (plan.repsDiffer()) {
      for (int rep = 0; rep < ofRep.length; rep++) {
        if (ofRep[rep] != NONE) {
          seated(rep, 0);
          play.team.equip(rep, clockFactor(rep), role(rep).openLeads());
          play.desk.freed(rep);
        }
      }
    }
  }

  /** A person has taken a seat, or the seat is dealt an arm: his skill is as the arm has it. */
  void seated(int rep, int generation) {
    if (plan.repsDiffer() && ofRep[rep] != NONE && hasBegun()) {
      Role role = role(rep);
      int slot = rep - model.firstRep(model.roleOf(rep));
      double given = role.reps().get(slot).skill().orElse(Double.NaN);
      play.team.seats[rep].skill =
          Beginnings.skill(
              given, role.skillSd(), model.repEntity(rep) + generation, generation, streams);
    }
  }

  private Role role(int rep) {
    return plan.role(inForce(ofRep[rep]), model.roleOf(rep));
  }

  /** How much more time on the clock a unit of effort takes than in the root scenario. */
  private double clockFactor(int rep) {
    Role root = model.scenario().roles().get(model.roleOf(rep));
    return root.sellingHoursPerWeek() / role(rep).sellingHoursPerWeek();
  }

  /** The seats as they are for this rep. */
  People people(int rep) {
    return plan.repsDiffer() && ofRep[rep] != NONE
        ? plan.people(inForce(ofRep[rep]))
        : model.people();
  }
}
