package io.salestwin.run.spark;

import io.salestwin.run.Crew;
import java.io.Serializable;

/**
 * A parcel that is unpacked once for all tasks of a machine.
 *
 * @param <R> what comes of one play
 */
final class Luggage<R> implements Serializable {

  private static final long serialVersionUID = 1;

  private final Crew.Parcel<R> parcel;
  private transient Crew.Job<R> job;

  Luggage(Crew.Parcel<R> parcel) {
    this.parcel = parcel;
  }

  synchronized Crew.Job<R> job() {
    if (job == null) {
      job = parcel.unpacked();
    }
    return job;
  }
}
