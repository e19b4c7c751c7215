package io.salestwin.calibration.reps;

import io.salestwin.calibration.reps.Grouping.What;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Closed deals with the groups that are large enough to be compared, as columns. */
final class Cohort {

  final String name;
  final What what;
  final List<String> names = new ArrayList<>();
  final List<String> tooSmall = new ArrayList<>();

  /** Number of each deal in the history. */
  final int[] deal;

  /** Its group. */
  final int[] group;

  /** Deals of each group. */
  final int[] size;

  /**
   * Groups deals.
   *
   * @param deals those that count
   * @param names of the groups
   * @param groupOf group of a deal, below 0 for none
   * @param least deals of a group that is compared
   */
  Cohort(
      String name,
      What what,
      int[] deals,
      List<String> names,
      IntUnaryOperator groupOf,
      int least) {
    this.name = name;
    this.what = what;
    int[] count = new int[names.size()];
    for (int d : deals) {
      int g = groupOf.applyAsInt(d);
      if (g >= 0) {
        count[g]++;
      }
    }
    int[] number = new int[names.size()];
    int all = 0;
    // by name: an order by a figure would be read as a ranking
    for (int g : byName(names)) {
      number[g] = count[g] >= least ? this.names.size() : -1;
      if (count[g] >= least) {
        this.names.add(names.get(g));
        all += count[g];
      } else if (count[g] > 0) {
        tooSmall.add(names.get(g));
      }
    }
    deal = new int[all];
    group = new int[all];
    size = new int[this.names.size()];
    int at = 0;
    for (int d : deals) {
      int g = groupOf.applyAsInt(d);
      if (g >= 0 && number[g] >= 0) {
        deal[at] = d;
        group[at++] = number[g];
        size[number[g]]++;
      }
    }
  }

  private static int[] byName(List<String> names) {
    return IntStream.range(0, names.size())
        .boxed()
        .sorted(Comparator.comparing(names::get))
        .mapToInt(g -> g)
        .toArray();
  }

  int groups() {
    return size.length;
  }

  /** How many deals of each group are so. */
  List<Integer> count(IntPredicate so) {
    int[] count = new int[size.length];
    for (int i = 0; i < deal.length; i++) {
      count[group[i]] += so.test(deal[i]) ? 1 : 0;
    }
    return Arrays.stream(count).boxed().toList();
  }

  Grouping grouping(IntPredicate won, List<Measure> measures) {
    List<Integer> sizes = Arrays.stream(size).boxed().toList();
    return new Grouping(name, what, names, sizes, count(won), tooSmall, measures);
  }
}
