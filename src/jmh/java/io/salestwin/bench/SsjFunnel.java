package io.salestwin.bench;

import java.util.ArrayDeque;
import java.util.Arrays;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.LognormalGen;
import umontreal.ssj.randvar.LognormalSpecialGen;
import umontreal.ssj.randvar.NormalACRGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.stat.Tally;

/**
 * The reference funnel as one writes it by hand with SSJ: an event class for arrivals, one for ends
 * of work, an object per lead, SSJ's own tallies.
 */
public final class SsjFunnel {

  /** How the work is drawn. */
  public enum Normals {
    INVERSION,
    ACR
  }

  private static final class Lead {
    final double arrived;
    double waitsSince;

    Lead(double arrived) {
      this.arrived = arrived;
      waitsSince = arrived;
    }
  }

  private final class Arrival extends Event {
    Arrival() {
      super(simulator);
    }

    @Override
    public void actions() {
      leads++;
      schedule(arrivals.nextDouble());
      stages[0].enter(new Lead(simulator.time()));
    }
  }

  private final class WorkEnd extends Event {
    private Stage stage;
    private Lead lead;

    WorkEnd() {
      super(simulator);
    }

    @Override
    public void actions() {
      Stage from = stage;
      Lead done = lead;
      visits++;
      if (reuse) {
        spare.push(this);
      }
      from.leave();
      if (luck.nextDouble() < from.advance) {
        if (from.number + 1 == stages.length) {
          cycle.add(simulator.time() - done.arrived);
        } else {
          done.waitsSince = simulator.time();
          stages[from.number + 1].enter(done);
        }
      }
    }
  }

  private final class Stage {
    private final int number;
    private final double advance;
    private final int reps;
    private final RandomVariateGen work;
    private final ArrayDeque<Lead> line = new ArrayDeque<>();
    private final Tally waits = new Tally();
    private int busy;

    Stage(int number, RandomVariateGen work) {
      this.number = number;
      this.work = work;
      advance = ReferenceFunnel.ADVANCE[number];
      reps = ReferenceFunnel.REPS[number];
    }

    void clear() {
      line.clear();
      waits.init();
      busy = 0;
    }

    void enter(Lead lead) {
      if (busy < reps) {
        busy++;
        begin(lead);
      } else {
        line.add(lead);
      }
    }

    void leave() {
      if (line.isEmpty()) {
        busy--;
      } else {
        begin(line.poll());
      }
    }

    private void begin(Lead lead) {
      waits.add(simulator.time() - lead.waitsSince);
      WorkEnd end = spare.isEmpty() ? new WorkEnd() : spare.pop();
      end.stage = this;
      end.lead = lead;
      end.schedule(work.nextDouble());
    }
  }

  private final class End extends Event {
    End() {
      super(simulator);
    }

    @Override
    public void actions() {
      simulator.stop();
    }
  }

  private final Simulator simulator;
  private final boolean reuse;
  private final ArrayDeque<WorkEnd> spare = new ArrayDeque<>();
  private final RandomStream[] streams = new RandomStream[ReferenceFunnel.STAGES + 2];
  private final RandomVariateGen arrivals;
  private final RandomStream luck;
  private final Stage[] stages = new Stage[ReferenceFunnel.STAGES];
  private final Tally cycle = new Tally();
  private long leads;
  private long visits;

  /**
   * A funnel that has not been played yet.
   *
   * @param list the event list
   * @param generator the random numbers; every draw has a stream of its own
   * @param normals how the work is drawn
   * @param reuse whether events that have fired are scheduled again, in place of new ones
   */
  SsjFunnel(Lists list, Generator generator, Normals normals, boolean reuse) {
    simulator = new Simulator(list.list());
    this.reuse = reuse;
    Arrays.setAll(streams, i -> generator.stream());
    arrivals = new ExponentialGen(streams[0], ReferenceFunnel.LEADS_PER_DAY);
    luck = streams[1];
    for (int stage = 0; stage < stages.length; stage++) {
      double sigma = ReferenceFunnel.SIGMA;
      double mu = Math.log(ReferenceFunnel.meanDays(stage)) - sigma * sigma / 2;
      stages[stage] = new Stage(stage, lognormal(streams[stage + 2], mu, sigma, normals));
    }
  }

  /**
   * The quickest of {@link SsjFunnelVariants} with a generator.
   *
   * @param generator the random numbers
   */
  static SsjFunnel quickest(Generator generator) {
    return new SsjFunnel(Lists.HENRIKSEN, generator, Normals.ACR, /* reuse= */ false);
  }

  private static RandomVariateGen lognormal(
      RandomStream stream, double mu, double sigma, Normals normals) {
    return switch (normals) {
      case INVERSION -> new LognormalGen(stream, mu, sigma);
      case ACR -> new LognormalSpecialGen(new NormalACRGen(stream, mu, sigma));
    };
  }

  /** Plays one year; the next call plays another. */
  void play() {
    for (RandomStream stream : streams) {
      stream.resetNextSubstream();
    }
    simulator.init();
    for (Stage stage : stages) {
      stage.clear();
    }
    cycle.init();
    leads = 0;
    visits = 0;
    new End().schedule(ReferenceFunnel.HORIZON_DAYS);
    new Arrival().schedule(arrivals.nextDouble());
    simulator.start();
  }

  /** Leads that arrived in the latest play. */
  long leads() {
    return leads;
  }

  /** Visits that ended in the latest play. */
  long visits() {
    return visits;
  }

  /** Waits in days of the visits that began at a stage in the latest play. */
  Tally waits(int stage) {
    return stages[stage].waits;
  }

  /** Days from arrival to win of the leads won in the latest play. */
  Tally cycle() {
    return cycle;
  }
}
