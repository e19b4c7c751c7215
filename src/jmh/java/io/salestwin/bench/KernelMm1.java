package io.salestwin.bench;

import io.salestwin.kernel.EventQueue;
import io.salestwin.random.Purpose;
import io.salestwin.random.RandomStream;
import java.util.Arrays;

/**
 * The M/M/1 queue on the bare kernel: an event list, streams of draws, and the arrival times of
 * those who wait. One unit of time is an hour.
 *
 * <p>Whether the next event is an arrival or the end of a service is as good as a coin's toss,
 * which no processor predicts. So both take the same way through the code, and differ in numbers
 * only.
 */
final class KernelMm1 {

  static final double ARRIVALS_PER_UNIT = 0.9;

  private static final double UNIT_MS = 3_600_000;
  private static final int SERVED = 0;
  private static final int ARRIVED = 1;

  /** By kind of event: the mean time until the next of its kind. */
  private static final double[] MEAN_MS = {UNIT_MS, UNIT_MS / ARRIVALS_PER_UNIT};

  private final EventQueue events = new EventQueue(2);

  /** By kind of event. */
  private final RandomStream[] streams = {
    new RandomStream(1, 1, Purpose.SYNTHETIC), new RandomStream(1, 2, Purpose.SYNTHETIC)
  };

  /** By kind of event: the next time between two, drawn while the event list has no need of it. */
  private final long[] afterMs = new long[2];

  /** Ring of the arrival times of all who have come and whose service has not begun. */
  private long[] arrivedMs = new long[1024];

  KernelMm1() {
    Arrays.setAll(afterMs, this::drawMs);
  }

  /** Serves this many customers, from an empty start, and gives their mean wait in units. */
  double play(int customers) {
    events.clear();
    schedule(0, ARRIVED);
    int present = 0;
    int came = 0;
    int began = 0;
    int served = 0;
    long waitedMs = 0;
    while (served < customers) {
      events.poll();
      long now = events.time();
      int kind = events.kind();
      int mask = arrivedMs.length - 1;
      arrivedMs[came & mask] = now;
      came += kind;
      served += 1 - kind;
      present += 2 * kind - 1;
      if (kind + present > 0) {
        // an arrival brings the next one, the end of a service the next service
        schedule(now, kind);
        waitedMs += (now - arrivedMs[began & mask]) & (kind - 1);
        began += 1 - kind;
      }
      if (present == kind) {
        // an arrival at an idle server (or, with kind 0, nobody left, and nothing to do)
        began += kind;
        if (kind == ARRIVED) {
          schedule(now, SERVED);
        }
      }
      if (present == arrivedMs.length) {
        enlarge(began);
      }
    }
    return waitedMs / UNIT_MS / customers;
  }

  private void schedule(long now, int kind) {
    events.schedule(now + afterMs[kind], kind, 0);
    afterMs[kind] = drawMs(kind);
  }

  private long drawMs(int kind) {
    return (long) (streams[kind].nextExponential() * MEAN_MS[kind]);
  }

  /** Doubles the ring; every place keeps its number. */
  private void enlarge(int began) {
    int length = arrivedMs.length;
    long[] larger = new long[2 * length];
    for (int i = began; i < began + length; i++) {
      larger[i & (2 * length - 1)] = arrivedMs[i & (length - 1)];
    }
    arrivedMs = larger;
  }
}
