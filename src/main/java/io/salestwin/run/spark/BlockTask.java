package io.salestwin.run.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.broadcast.Broadcast;
import scala.Function1;
import scala.collection.Iterator;

/**
 * Makes the plays of a block, where Spark has brought it.
 *
 * @param luggage the job
 * @param <R> what comes of one play
 */
record BlockTask<R>(Broadcast<Luggage<R>> luggage)
    implements Function1<Iterator<Block>, Done<R>>, Serializable {

  @Override
  public Done<R> apply(Iterator<Block> partition) {
    Block block = partition.next();
    IntFunction<R> hand = luggage.value().job().hand();
    List<R> results = new ArrayList<>();
    for (int play = block.from(); play < block.to(); play++) {
      if (TaskContext.get().isInterrupted()) {
        throw new TaskKilledException("no longer wanted");
      }
      try {
        results.add(hand.apply(play));
      } catch (RuntimeException e) {
        return new Done<>(block.from(), results, e);
      }
    }
    return new Done<>(block.from(), results, null);
  }
}
