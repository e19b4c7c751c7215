package io.salestwin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RepSetPropertiesTest {

  /** Beside a sorted set, which finds the next member by searching. */
  @Property(seed = "1", tries = 300)
  void theNextMemberInTurnIsThatOfASortedSet(
      @ForAll @IntRange(min = 1, max = 9000) int reps,
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 17999) Integer> changes) {
    RepSet set = new RepSet(reps);
    set.set(reps - 1, true);
    set.clear();
    TreeSet<Integer> sorted = new TreeSet<>();
    for (int change : changes) {
      int rep = change / 2 % reps;
      boolean member = change % 2 == 0;
      set.set(rep, member);
      if (member) {
        sorted.add(rep);
      } else {
        sorted.remove(rep);
      }
      assertThat(set.isEmpty()).isEqualTo(sorted.isEmpty());
      for (int from : new int[] {0, rep, rep + 1, reps}) {
        Integer later = sorted.ceiling(from);
        int expected = later != null ? later : sorted.isEmpty() ? -1 : sorted.first();
        assertThat(set.next(from)).as("next from %d", from).isEqualTo(expected);
      }
    }
  }
}
