package io.salestwin.kernel;

import java.util.Arrays;

/**
 * Many queues over one universe of items 0, 1, 2…; an item stands in at most one queue at a time.
 * Smaller key first; equal keys in order of adding.
 *
 * <p>Each queue is two structures on shared arrays: items whose keys arrive in order form a linked
 * list (adding, polling and removing take constant time: the first-come-first-served case), items
 * that arrive out of order form a pairing heap (constant time to add, O(log n) amortised to poll or
 * remove; Fredman, Sedgewick, Sleator and Tarjan 1986). The head of the queue is the lesser of the
 * two heads. Nothing is allocated after the items have grown. Not safe for use by several threads.
 */
public final class IntQueue {
  private static final int NONE = -1;

  /** 2 * queue for an item in the list, 2 * queue + 1 for one in the heap, -1 for one in none. */
  private static final int PLACE = 0;

  /** List: the item behind. Heap: the next sibling. */
  private static final int NEXT = 1;

  /** List: the item before. Heap: the previous sibling, or the parent of a first child. */
  private static final int PREVIOUS = 2;

  private static final int CHILD = 3;
  private static final int KEY = 0;
  private static final int TURN = 1;

  private final int[] first;
  private final int[] last;
  private final int[] root;
  private final int[] sizes;

  /** Side by side for each item: its place, the two links, its first child. */
  private int[] links;

  /** Side by side for each item: its key and its turn among equal keys. */
  private long[] ranks;

  private long sequence;

  /**
   * Empty queues.
   *
   * @param queues how many queues, 0 to 2^30; they are numbered from 0
   * @param items how many items to start with, at least 0; they are numbered from 0
   * @throws IllegalArgumentException if a number is out of range
   */
  public IntQueue(int queues, int items) {
    if (queues < 0 || queues > 1 << 30 || items < 0) {
      throw new IllegalArgumentException(
          "queues (" + queues + ") is outside [0, 2^30] or items (" + items + ") is negative");
    }
    first = new int[queues];
    last = new int[queues];
    root = new int[queues];
    sizes = new int[queues];
    links = new int[4 * items];
    ranks = new long[2 * items];
    clear();
  }

  /**
   * Makes room for more items; fewer than now changes nothing.
   *
   * @param items items 0 to items - 1 may be queued afterwards
   */
  public void ensureItems(int items) {
    int old = links.length / 4;
    if (items <= old) {
      return;
    }
    int grown = (int) Math.min((1 << 29) - 2L, Math.max(items, old + (old >> 1) + 16L));
    links = Arrays.copyOf(links, 4 * grown);
    ranks = Arrays.copyOf(ranks, 2 * grown);
    Arrays.fill(links, 4 * old, 4 * grown, NONE);
  }

  /**
   * Puts an item into a queue, behind those with a smaller or an equal key.
   *
   * @param queue the queue
   * @param item the item, in no queue so far
   * @param key its rank, any long
   * @throws IllegalArgumentException if the item is in a queue
   */
  public void add(int queue, int item, long key) {
    if (links[4 * item + PLACE] >= 0) {
      throw new IllegalArgumentException(
          "item (" + item + ") is already in queue (" + queueOf(item) + ")");
    }
    ranks[2 * item + KEY] = key;
    ranks[2 * item + TURN] = sequence++;
    int tail = last[queue];
    if (tail < 0 || key >= ranks[2 * tail + KEY]) {
      links[4 * item + PLACE] = queue << 1;
      append(queue, item, tail);
    } else {
      links[4 * item + PLACE] = (queue << 1) | 1;
      links[4 * item + CHILD] = NONE;
      links[4 * item + NEXT] = NONE;
      links[4 * item + PREVIOUS] = NONE;
      root[queue] = meld(root[queue], item);
    }
    sizes[queue]++;
  }

  /**
   * The first item of a queue, which stays there.
   *
   * @param queue the queue
   * @return the item, or -1 when the queue is empty
   */
  public int peek(int queue) {
    int listed = first[queue];
    int heaped = root[queue];
    if (heaped < 0) {
      return listed;
    }
    return listed >= 0 && before(listed, heaped) ? listed : heaped;
  }

  /**
   * Takes the first item out of a queue.
   *
   * @param queue the queue
   * @return the item, or -1 when the queue is empty
   */
  public int poll(int queue) {
    int item = peek(queue);
    if (item >= 0) {
      remove(item);
    }
    return item;
  }

  /**
   * Takes an item out of the queue in which it stands.
   *
   * @param item the item
   * @throws IllegalArgumentException if the item is in no queue
   */
  public void remove(int item) {
    int place = links[4 * item + PLACE];
    if (place < 0) {
      throw new IllegalArgumentException("item (" + item + ") is in no queue");
    }
    int queue = place >> 1;
    if ((place & 1) == 0) {
      unlink(queue, item);
    } else {
      cut(queue, item);
    }
    links[4 * item + PLACE] = NONE;
    sizes[queue]--;
  }

  /**
   * Where an item stands.
   *
   * @param item the item
   * @return its queue, or -1 when it is in none
   */
  public int queueOf(int item) {
    return links[4 * item + PLACE] >> 1;
  }

  /**
   * The length of a queue.
   *
   * @param queue the queue
   * @return at least 0
   */
  public int size(int queue) {
    return sizes[queue];
  }

  /** Empties all queues; the arrays stay. */
  public void clear() {
    Arrays.fill(first, NONE);
    Arrays.fill(last, NONE);
    Arrays.fill(root, NONE);
    Arrays.fill(sizes, 0);
    Arrays.fill(links, NONE);
    sequence = 0;
  }

  private boolean before(int a, int b) {
    return ranks[2 * a + KEY] < ranks[2 * b + KEY]
        || (ranks[2 * a + KEY] == ranks[2 * b + KEY] && ranks[2 * a + TURN] < ranks[2 * b + TURN]);
  }

  private void append(int queue, int item, int tail) {
    links[4 * item + PREVIOUS] = tail;
    links[4 * item + NEXT] = NONE;
    if (tail < 0) {
      first[queue] = item;
    } else {
      links[4 * tail + NEXT] = item;
    }
    last[queue] = item;
  }

  private void unlink(int queue, int item) {
    int ahead = links[4 * item + PREVIOUS];
    int behind = links[4 * item + NEXT];
    if (ahead < 0) {
      first[queue] = behind;
    } else {
      links[4 * ahead + NEXT] = behind;
    }
    if (behind < 0) {
      last[queue] = ahead;
    } else {
      links[4 * behind + PREVIOUS] = ahead;
    }
  }

  private void cut(int queue, int item) {
    int orphans = meldSiblings(links[4 * item + CHILD]);
    if (root[queue] == item) {
      root[queue] = orphans;
      return;
    }
    int ahead = links[4 * item + PREVIOUS];
    int behind = links[4 * item + NEXT];
    if (links[4 * ahead + CHILD] == item) {
      links[4 * ahead + CHILD] = behind;
    } else {
      links[4 * ahead + NEXT] = behind;
    }
    if (behind >= 0) {
      links[4 * behind + PREVIOUS] = ahead;
    }
    root[queue] = meld(root[queue], orphans);
  }

  /** Makes the later of two roots the first child of the earlier one, and returns the latter. */
  private int meld(int a, int b) {
    if (a < 0) {
      return b;
    }
    if (b < 0) {
      return a;
    }
    int top = before(a, b) ? a : b;
    int under = top == a ? b : a;
    int sibling = links[4 * top + CHILD];
    links[4 * under + NEXT] = sibling;
    links[4 * under + PREVIOUS] = top;
    if (sibling >= 0) {
      links[4 * sibling + PREVIOUS] = under;
    }
    links[4 * top + CHILD] = under;
    links[4 * top + NEXT] = NONE;
    links[4 * top + PREVIOUS] = NONE;
    return top;
  }

  /** Melds a row of siblings in pairs from the left, then the pairs together from the right. */
  private int meldSiblings(int head) {
    int pairs = NONE;
    int item = head;
    while (item >= 0) {
      int partner = links[4 * item + NEXT];
      int rest = partner < 0 ? NONE : links[4 * partner + NEXT];
      int pair = meld(item, partner);
      links[4 * pair + NEXT] = pairs;
      pairs = pair;
      item = rest;
    }
    int merged = NONE;
    while (pairs >= 0) {
      int rest = links[4 * pairs + NEXT];
      links[4 * pairs + NEXT] = NONE;
      links[4 * pairs + PREVIOUS] = NONE;
      merged = meld(merged, pairs);
      pairs = rest;
    }
    return merged;
  }
}
