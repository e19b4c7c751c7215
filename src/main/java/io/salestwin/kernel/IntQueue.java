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

  private final int[] first;
  private final int[] last;
  private final int[] root;
  private final int[] sizes;

  private long[] keys;
  private long[] sequences;

  /** 2 * queue for an item in the list, 2 * queue + 1 for one in the heap, -1 for one in none. */
  private int[] places;

  /** List: the item behind. Heap: the next sibling. */
  private int[] next;

  /** List: the item before. Heap: the previous sibling, or the parent of a first child. */
  private int[] previous;

  private int[] child;
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
    keys = new long[items];
    sequences = new long[items];
    places = new int[items];
    next = new int[items];
    previous = new int[items];
    child = new int[items];
    clear();
  }

  /**
   * Makes room for more items; fewer than now changes nothing.
   *
   * @param items items 0 to items - 1 may be queued afterwards
   */
  public void ensureItems(int items) {
    int old = places.length;
    if (items <= old) {
      return;
    }
    int grown = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(items, old + (old >> 1) + 16L));
    keys = Arrays.copyOf(keys, grown);
    sequences = Arrays.copyOf(sequences, grown);
    places = Arrays.copyOf(places, grown);
    next = Arrays.copyOf(next, grown);
    previous = Arrays.copyOf(previous, grown);
    child = Arrays.copyOf(child, grown);
    Arrays.fill(places, old, grown, NONE);
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
    if (places[item] >= 0) {
      throw new IllegalArgumentException(
          "item (" + item + ") is already in queue (" + queueOf(item) + ")");
    }
    keys[item] = key;
    sequences[item] = sequence++;
    int tail = last[queue];
    if (tail < 0 || key >= keys[tail]) {
      places[item] = queue << 1;
      append(queue, item, tail);
    } else {
      places[item] = (queue << 1) | 1;
      child[item] = NONE;
      next[item] = NONE;
      previous[item] = NONE;
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
    int place = places[item];
    if (place < 0) {
      throw new IllegalArgumentException("item (" + item + ") is in no queue");
    }
    int queue = place >> 1;
    if ((place & 1) == 0) {
      unlink(queue, item);
    } else {
      cut(queue, item);
    }
    places[item] = NONE;
    sizes[queue]--;
  }

  /**
   * Where an item stands.
   *
   * @param item the item
   * @return its queue, or -1 when it is in none
   */
  public int queueOf(int item) {
    return places[item] >> 1;
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
    Arrays.fill(places, NONE);
    sequence = 0;
  }

  private boolean before(int a, int b) {
    return keys[a] < keys[b] || (keys[a] == keys[b] && sequences[a] < sequences[b]);
  }

  private void append(int queue, int item, int tail) {
    previous[item] = tail;
    next[item] = NONE;
    if (tail < 0) {
      first[queue] = item;
    } else {
      next[tail] = item;
    }
    last[queue] = item;
  }

  private void unlink(int queue, int item) {
    int ahead = previous[item];
    int behind = next[item];
    if (ahead < 0) {
      first[queue] = behind;
    } else {
      next[ahead] = behind;
    }
    if (behind < 0) {
      last[queue] = ahead;
    } else {
      previous[behind] = ahead;
    }
  }

  private void cut(int queue, int item) {
    int orphans = meldSiblings(child[item]);
    if (root[queue] == item) {
      root[queue] = orphans;
      return;
    }
    int ahead = previous[item];
    int behind = next[item];
    if (child[ahead] == item) {
      child[ahead] = behind;
    } else {
      next[ahead] = behind;
    }
    if (behind >= 0) {
      previous[behind] = ahead;
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
    int sibling = child[top];
    next[under] = sibling;
    previous[under] = top;
    if (sibling >= 0) {
      previous[sibling] = under;
    }
    child[top] = under;
    next[top] = NONE;
    previous[top] = NONE;
    return top;
  }

  /** Melds a row of siblings in pairs from the left, then the pairs together from the right. */
  private int meldSiblings(int head) {
    int pairs = NONE;
    int item = head;
    while (item >= 0) {
      int partner = next[item];
      int rest = partner < 0 ? NONE : next[partner];
      int pair = meld(item, partner);
      next[pair] = pairs;
      pairs = pair;
      item = rest;
    }
    int merged = NONE;
    while (pairs >= 0) {
      int rest = next[pairs];
      next[pairs] = NONE;
      previous[pairs] = NONE;
      merged = meld(merged, pairs);
      pairs = rest;
    }
    return merged;
  }
}
