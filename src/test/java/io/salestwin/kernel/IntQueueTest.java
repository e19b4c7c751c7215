package io.salestwin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IntQueueTest {
  /** A queued item of the naive reference. */
  private record Queued(long key, long sequence, int item) {}

  private static final Comparator<Queued> ORDER =
      Comparator.comparingLong(Queued::key).thenComparingLong(Queued::sequence);

  @Test
  void equal_keys_come_out_in_order_of_adding() {
    IntQueue queue = new IntQueue(1, 4);
    for (int item : new int[] {2, 0, 3, 1}) {
      queue.add(0, item, 7);
    }
    assertThat(drain(queue, 0)).containsExactly(2, 0, 3, 1);
  }

  @Test
  void smaller_keys_come_first_and_ties_across_the_list_and_the_heap_keep_the_order_of_adding() {
    IntQueue queue = new IntQueue(2, 6);
    queue.add(1, 0, 5);
    queue.add(1, 1, 9);
    queue.add(1, 2, 5);
    queue.add(1, 3, Long.MIN_VALUE);
    queue.add(1, 4, Long.MAX_VALUE);
    queue.add(1, 5, 9);
    assertThat(drain(queue, 1)).containsExactly(3, 0, 2, 1, 5, 4);
  }

  @Test
  void an_item_stands_in_one_queue_at_a_time() {
    IntQueue queue = new IntQueue(2, 2);
    assertThat(queue.queueOf(1)).isEqualTo(-1);
    queue.add(1, 1, 0);
    assertThat(queue.queueOf(1)).isEqualTo(1);
    assertThat(queue.size(1)).isEqualTo(1);
    assertThatThrownBy(() -> queue.add(0, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("item (1) is already in queue (1)");
    queue.remove(1);
    assertThat(queue.queueOf(1)).isEqualTo(-1);
    assertThatThrownBy(() -> queue.remove(1)).hasMessage("item (1) is in no queue");
    assertThat(queue.peek(0)).isEqualTo(-1);
    assertThat(queue.poll(0)).isEqualTo(-1);
  }

  @Test
  void more_items_leave_the_queued_ones_in_place() {
    IntQueue queue = new IntQueue(1, 1);
    queue.add(0, 0, 3);
    queue.ensureItems(100);
    assertThat(queue.queueOf(99)).isEqualTo(-1);
    queue.add(0, 99, 2);
    assertThat(drain(queue, 0)).containsExactly(99, 0);
  }

  @Test
  void a_million_items_in_falling_order_of_keys_need_no_deep_stack() {
    int items = 1_000_000;
    IntQueue queue = new IntQueue(1, items);
    for (int item = 0; item < items; item++) {
      queue.add(0, item, -item);
    }
    for (int item = items - 1; item >= 0; item--) {
      if (queue.poll(0) != item) {
        throw new AssertionError("item " + item);
      }
    }
  }

  @Test
  void two_million_random_operations_agree_with_sorted_sets() {
    int queues = 5;
    int items = 3_000;
    SplittableRandom random = new SplittableRandom(11);
    IntQueue queue = new IntQueue(queues, 10);
    List<TreeSet<Queued>> reference = new ArrayList<>();
    for (int i = 0; i < queues; i++) {
      reference.add(new TreeSet<>(ORDER));
    }
    Queued[] queued = new Queued[items];
    int[] where = new int[items];
    queue.ensureItems(items);
    for (int i = 0; i < 2_000_000; i++) {
      int q = random.nextInt(queues);
      int item = random.nextInt(items);
      double what = random.nextDouble();
      if (what < 0.00002) {
        queue.clear();
        reference.forEach(TreeSet::clear);
        queued = new Queued[items];
      } else if (what < 0.4 + 0.2 * Math.sin(i / 50_000.0)) {
        if (queued[item] == null) {
          // queue 0 in order of arrival, queue 1 in reverse, the others at random with ties
          long key = q == 0 ? i / 8 : q == 1 ? -i / 8 : random.nextInt(q == 2 ? 3 : 1_000);
          queued[item] = new Queued(key, i, item);
          where[item] = q;
          reference.get(q).add(queued[item]);
          queue.add(q, item, key);
        }
      } else if (what < 0.75) {
        if (queued[item] != null) {
          queue.remove(item);
          reference.get(where[item]).remove(queued[item]);
          queued[item] = null;
        }
      } else {
        Queued head = reference.get(q).pollFirst();
        if (queue.poll(q) != (head == null ? -1 : head.item())) {
          throw new AssertionError("operation " + i + ": not " + head);
        }
        if (head != null) {
          queued[head.item()] = null;
        }
      }
      int first = reference.get(q).isEmpty() ? -1 : reference.get(q).first().item();
      if (queue.peek(q) != first
          || queue.size(q) != reference.get(q).size()
          || queue.queueOf(item) != (queued[item] == null ? -1 : where[item])) {
        throw new AssertionError("operation " + i + ": the head, the size or the queue differ");
      }
    }
  }

  private static List<Integer> drain(IntQueue queue, int which) {
    List<Integer> items = new ArrayList<>();
    while (queue.size(which) > 0) {
      items.add(queue.poll(which));
    }
    return items;
  }
}
