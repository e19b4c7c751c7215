package io.salestwin.document;

import java.util.Collection;
import java.util.Locale;

/** The name that was probably meant. */
public final class Suggestion {

  private static final int LONGEST = 80;

  private Suggestion() {}

  /**
   * The candidate nearest to what was written, ignoring case, by the Damerau-Levenshtein distance
   * (insertions, deletions, changes and swaps of neighbours; each place is edited once, "optimal
   * string alignment"). Near means at most one edit per three letters, and at least one.
   *
   * @param written what a person wrote
   * @param candidates the names that exist
   * @return the nearest; the first of several equally near; null if nothing is near
   */
  public static String nearest(String written, Collection<String> candidates) {
    String from = written.strip().toLowerCase(Locale.ROOT);
    if (from.isEmpty() || from.length() > LONGEST) {
      return null;
    }
    String best = null;
    int bestDistance = Math.max(1, from.length() / 3) + 1;
    for (String candidate : candidates) {
      if (candidate.length() > LONGEST || candidate.isEmpty()) {
        continue;
      }
      int distance = distance(from, candidate.toLowerCase(Locale.ROOT));
      // Of one or two letters everything is within one edit: ask for a shared letter at least.
      if (distance < bestDistance && distance < Math.max(from.length(), candidate.length())) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  /**
   * The nearest candidate as a question.
   *
   * @param written what a person wrote
   * @param candidates the names that exist
   * @return {@code did you mean "Discovery"?}, or an empty text if nothing is near
   */
  public static String didYouMean(String written, Collection<String> candidates) {
    String nearest = nearest(written, candidates);
    return nearest == null ? "" : "did you mean \"" + nearest + "\"?";
  }

  /** The number of edits from one text to the other. */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
