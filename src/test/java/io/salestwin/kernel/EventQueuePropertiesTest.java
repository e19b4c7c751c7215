package io.salestwin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EventQueuePropertiesTest {
  @Property(seed = "1", tries = 300)
  void events_come_out_as_by_a_stable_sort_of_time_and_kind(
      @ForAll @Size(max = 200) List<@IntRange(min = -40, max = 40) Integer> times) {
    EventQueue queue = new EventQueue(0);
    // a used queue must behave like a new one
    for (int i = 0; i < times.size(); i += 2) {
      queue.schedule(i, 0, i);
    }
    queue.clear();
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      queue.schedule(Math.floorDiv(times.get(i), 4), times.get(i) & 3, i);
      expected.add(i);
    }
    expected.sort(Comparator.comparingInt(times::get));
    List<Integer> actual = new ArrayList<>();
    while (!queue.isEmpty()) {
      actual.add(queue.poll());
    }
    assertThat(actual).isEqualTo(expected);
  }

  @Property(seed = "1", tries = 300)
  void cancelled_events_never_fire_and_the_others_all_do(
      @ForAll @Size(min = 1, max = 100) List<@IntRange(min = 0, max = 9) Integer> times,
      @ForAll long cancelled) {
    EventQueue queue = new EventQueue(0);
    int[] handles = new int[times.size()];
    for (int i = 0; i < handles.length; i++) {
      handles[i] = queue.schedule(times.get(i), 3, i);
    }
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < handles.length; i++) {
      if ((cancelled >> (i % 64) & 1) == 1) {
        queue.cancel(handles[i]);
      } else {
        expected.add(i);
      }
    }
    expected.sort(Comparator.comparingInt(times::get));
    List<Integer> actual = new ArrayList<>();
    while (queue.nextTime() != Long.MAX_VALUE) {
      actual.add(queue.poll());
    }
    assertThat(actual).isEqualTo(expected);
  }

  @Property(seed = "1", tries = 300)
  void theNextTimeIsKnownBeforeTheFiredEventIsReplaced(
      @ForAll @Size(min = 2, max = 90) List<@IntRange(min = 0, max = 40) Integer> times) {
    EventQueue queue = new EventQueue(0);
    List<Integer> pending = new ArrayList<>();
    for (int time : times) {
      queue.schedule(time, 0, 0);
      pending.add(time);
      if (pending.size() % 3 == 0) {
        pending.remove(pending.stream().min(Integer::compare).orElseThrow());
        queue.poll();
        assertThat(queue.nextTime())
            .isEqualTo(pending.stream().min(Integer::compare).orElseThrow().longValue());
        queue.schedule(time + 5, 0, 0);
        pending.add(time + 5);
        assertThat(queue.nextTime())
            .isEqualTo(pending.stream().min(Integer::compare).orElseThrow().longValue());
      }
    }
    assertThat(queue.size()).isEqualTo(pending.size());
  }
}
