package io.salestwin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IntQueuePropertiesTest {
  @Property(seed = "1", tries = 300)
  void items_leave_as_by_a_stable_sort_of_their_keys_whichever_were_removed(
      @ForAll @Size(max = 150) List<@IntRange(min = -9, max = 9) Integer> keys,
      @ForAll long removed) {
    IntQueue queue = new IntQueue(3, 0);
    queue.ensureItems(keys.size());
    List<Integer> expected = new ArrayList<>();
    for (int item = 0; item < keys.size(); item++) {
      queue.add(1, item, keys.get(item));
    }
    for (int item = 0; item < keys.size(); item++) {
      if ((removed >> (item % 64) & 1) == 1) {
        queue.remove(item);
        queue.add(2, item, 0);
      } else {
        expected.add(item);
      }
    }
    expected.sort(Comparator.comparingInt(keys::get));
    assertThat(queue.size(1) + queue.size(2)).isEqualTo(keys.size());
    List<Integer> actual = new ArrayList<>();
    for (int item = queue.poll(1); item >= 0; item = queue.poll(1)) {
      assertThat(queue.queueOf(item)).isEqualTo(-1);
      actual.add(item);
    }
    assertThat(actual).isEqualTo(expected);
    assertThat(queue.peek(0)).isEqualTo(-1);
  }
}
