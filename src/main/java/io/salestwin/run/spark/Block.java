package io.salestwin.run.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays that one task makes, one after the other.
 *
 * @param from number of the first
 * @param to number after the last
 */
record Block(int from, int to) implements Serializable {

  private static final int LEAST = 16;
  private static final int MOST = 4096;

  /**
   * Cuts plays into blocks. The first are small, so that there is soon something to look at and
   * little is lost when a run ends early; they grow with what lies before them, so that a long run
   * is not cut into dust, and shrink again towards the end, so that no core waits long for the last
   * one. No result depends on where the cuts are.
   *
   * @param plays how many plays, at least 1
   * @param cores how many blocks are played at a time
   * @return the blocks in order
   */
  static List<Block> of(int plays, int cores) {
    List<Block> blocks = new ArrayList<>();
    for (int from = 0; from < plays; ) {
      int fair = Math.min(from / (8 * cores), (plays - from) / (2 * cores));
      int to = Math.min(plays, from + Math.min(MOST, Math.max(LEAST, fair)));
      blocks.add(new Block(from, to));
      from = to;
    }
    return blocks;
  }
}
