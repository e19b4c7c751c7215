package io.salestwin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  /** An event of the naive reference. */
  private record Event(long time, int kind, long sequence, int subject, int handle) {}

  private static final Comparator<Event> ORDER =
      Comparator.comparingLong(Event::time)
          .thenComparingInt(Event::kind)
          .thenComparingLong(Event::sequence);

  @Test
  void the_earliest_event_comes_first() {
    EventQueue queue = new EventQueue(0);
    queue.schedule(30, 0, 3);
    queue.schedule(-10, 15, 1);
    queue.schedule(20, 7, 2);
    assertThat(queue.nextTime()).isEqualTo(-10);
    assertThat(drain(queue)).containsExactly(1, 2, 3);
  }

  @Test
  void in_one_millisecond_the_lower_kind_comes_first_and_within_a_kind_the_order_of_scheduling() {
    EventQueue queue = new EventQueue(0);
    queue.schedule(5, 2, 1);
    queue.schedule(5, 1, 2);
    queue.schedule(5, 2, 3);
    queue.schedule(5, 1, 4);
    queue.schedule(5, 0, 5);
    assertThat(drain(queue)).containsExactly(5, 2, 4, 1, 3);
  }

  @Test
  void a_handle_that_is_used_again_does_not_disturb_the_order_of_scheduling() {
    EventQueue queue = new EventQueue(0);
    int early = queue.schedule(1, 0, 0);
    queue.schedule(9, 0, 1);
    queue.poll();
    assertThat(queue.schedule(9, 0, 2)).isEqualTo(early);
    assertThat(drain(queue)).containsExactly(1, 2);
  }

  @Test
  void the_ends_of_the_range_of_times_keep_their_time_and_kind() {
    EventQueue queue = new EventQueue(0);
    int last = queue.schedule(EventQueue.MAX_TIME, 15, 1);
    queue.schedule(-EventQueue.MAX_TIME, 0, 2);
    assertThat(queue.poll()).isEqualTo(2);
    assertThat(queue.time()).isEqualTo(-EventQueue.MAX_TIME);
    assertThat(queue.kind()).isZero();
    assertThat(queue.poll()).isEqualTo(1);
    assertThat(queue.time()).isEqualTo(EventQueue.MAX_TIME);
    assertThat(queue.kind()).isEqualTo(15);
    assertThat(queue.handle()).isEqualTo(last);
  }

  @Test
  void what_is_out_of_range_is_refused() {
    EventQueue queue = new EventQueue(4);
    long late = EventQueue.MAX_TIME + 1;
    assertThatThrownBy(() -> queue.schedule(late, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("time (" + late + ")");
    assertThatThrownBy(() -> queue.schedule(-late, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> queue.schedule(0, 16, 0)).hasMessageContaining("kind (16)");
    assertThatThrownBy(() -> queue.schedule(0, -1, 0)).hasMessageContaining("kind (-1)");
    assertThatThrownBy(() -> new EventQueue(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(queue::poll).isInstanceOf(NoSuchElementException.class);
    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.nextTime()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void only_a_pending_event_can_be_cancelled() {
    EventQueue queue = new EventQueue(4);
    int fired = queue.schedule(1, 0, 0);
    int cancelled = queue.schedule(2, 0, 0);
    queue.cancel(cancelled);
    queue.poll();
    for (int handle : new int[] {fired, cancelled, -1, 2, 1_000_000}) {
      assertThatThrownBy(() -> queue.cancel(handle))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("handle (" + handle + ") is not pending");
    }
  }

  @Test
  void two_million_random_operations_agree_with_a_sorted_set() {
    play(new EventQueue(0), 2_000_000, 1, 0.00001, random -> random.nextBoolean() ? 3 : 500);
  }

  /** Everything between "now" and "in fifty days" at once, so that no one width suits. */
  @Test
  void times_of_all_sizes_agree_with_a_sorted_set() {
    play(new EventQueue(0), 300_000, 2, 0.00001, random -> 1L << random.nextInt(32));
  }

  /** Long quiet times and then thousands of events within a second. */
  @Test
  void crowds_agree_with_a_sorted_set() {
    boolean[] crowd = {false};
    play(
        new EventQueue(0),
        300_000,
        3,
        0,
        random -> {
          crowd[0] ^= random.nextInt(3_000) == 0;
          return crowd[0] ? 1_000 : 1L << 30;
        });
  }

  /** Random operations with many ties, each compared with the naive reference. */
  private static void play(
      EventQueue queue,
      int operations,
      long seed,
      double clearing,
      ToLongFunction<SplittableRandom> reach) {
    SplittableRandom random = new SplittableRandom(seed);
    TreeSet<Event> reference = new TreeSet<>(ORDER);
    Map<Integer, Event> pending = new HashMap<>();
    List<Integer> handles = new ArrayList<>();
    long now = -5_000;
    long sequence = 0;
    double growth = 0.5;
    for (int i = 0; i < operations; i++) {
      if (i % 10_000 == 0) {
        growth = 0.3 + 0.4 * random.nextDouble();
      }
      double what = random.nextDouble();
      if (what < clearing) {
        queue.clear();
        reference.clear();
        pending.clear();
        handles.clear();
      } else if (what < growth) {
        long time = now + random.nextLong(reach.applyAsLong(random));
        int kind = random.nextInt(16);
        int handle = queue.schedule(time, kind, i);
        Event event = new Event(time, kind, sequence++, i, handle);
        assertThat(pending.put(handle, event)).isNull();
        reference.add(event);
        handles.add(handle);
      } else if (what < growth + 0.1 && !handles.isEmpty()) {
        int at = random.nextInt(handles.size());
        int handle = handles.get(at);
        handles.set(at, handles.get(handles.size() - 1));
        handles.remove(handles.size() - 1);
        Event event = pending.remove(handle);
        // a handle in the list may belong to an event that has fired
        if (event != null) {
          queue.cancel(handle);
          reference.remove(event);
        }
      } else if (!reference.isEmpty()) {
        Event event = reference.pollFirst();
        pending.remove(event.handle());
        int subject = queue.poll();
        if (subject != event.subject()
            || queue.time() != event.time()
            || queue.kind() != event.kind()
            || queue.handle() != event.handle()) {
          throw new AssertionError("operation " + i + ": " + subject + " instead of " + event);
        }
        now = event.time();
      }
      long next = reference.isEmpty() ? Long.MAX_VALUE : reference.first().time();
      if (queue.size() != reference.size() || (i % 3 == 0 && queue.nextTime() != next)) {
        throw new AssertionError("operation " + i + ": size or next time differ");
      }
    }
  }

  /** A hundred thousand events of one millisecond, each of which schedules one for the next. */
  @Test
  void a_crowd_of_one_millisecond_comes_out_in_order_of_scheduling() {
    EventQueue queue = new EventQueue(0);
    queue.schedule(1L << 40, 0, -1);
    int many = 100_000;
    for (int i = 0; i < many; i++) {
      queue.schedule(7_000_000, 3, i);
    }
    for (int i = 0; i < 2 * many; i++) {
      assertThat(queue.poll()).isEqualTo(i);
      if (i < many) {
        queue.schedule(queue.time() + 1, 3, many + i);
      }
    }
    assertThat(drain(queue)).containsExactly(-1);
  }

  private static List<Integer> drain(EventQueue queue) {
    List<Integer> subjects = new ArrayList<>();
    while (!queue.isEmpty()) {
      subjects.add(queue.poll());
    }
    return subjects;
  }
}
