package io.salestwin.explain;

import io.salestwin.document.Parsed;
import io.salestwin.document.Suggestion;
import io.salestwin.metrics.Trace;
import io.salestwin.metrics.Trace.Lead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why it went as it went: the stories of a replication. */
public final class Explanation {

  private static final int REPS_NAMED = 12;
  private static final Pattern NUMBER = Pattern.compile("(?:lead-)?(\\d{1,9})");

  private Explanation() {}

  /**
   * The story of a lead.
   *
   * @param trace the replication
   * @param name its number in the order of arrival from 1, or the id of a deal of the starting
   *     pipeline; {@code lead-203} or {@code deal-203} where one text is both
   * @return the story, or why there is no such lead
   */
  public static Parsed<LeadStory> lead(Trace trace, String name) {
    String asked = name.strip();
    int number = number(asked);
    List<Integer> arrived = find(trace, lead -> number > 0 && lead.number() == number);
    List<Integer> deals =
        find(trace, lead -> lead.number() == 0 && fits(asked, "deal-", lead.deal()));
    if (arrived.size() + deals.size() == 1) {
      int index = arrived.isEmpty() ? deals.get(0) : arrived.get(0);
      return Parsed.of(new LeadStoryOf(trace, index).story());
    }
    if (!arrived.isEmpty()) {
      return Parsed.bad(
          "\"" + asked + "\" is the number of a lead and the id of an open deal",
          "say lead-" + asked + " or deal-" + asked);
    }
    return noLead(trace, asked);
  }

  /** The place in the order of arrival that is meant; 0 when no number is. */
  private static int number(String asked) {
    Matcher number = NUMBER.matcher(asked);
    return number.matches() ? Integer.parseInt(number.group(1)) : 0;
  }

  private static boolean fits(String asked, String prefix, String name) {
    return asked.equals(name) || asked.equals(prefix + name);
  }

  private static List<Integer> find(Trace trace, Predicate<Lead> what) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < trace.leads().size(); i++) {
      if (what.test(trace.leads().get(i))) {
        found.add(i);
      }
    }
    return found;
  }

  private static Parsed<LeadStory> noLead(Trace trace, String asked) {
    boolean stale =
        trace.scenario().begin().pipeline().orElse(List.of()).stream()
            .anyMatch(deal -> fits(asked, "deal-", deal.id()));
    if (stale) {
      return Parsed.bad(
          "the open deal \""
              + asked
              + "\" is stale: it is older than any deal of its stage can be,"
              + " so nothing happens to it",
          "name another one");
    }
    List<String> ids =
        trace.leads().stream().filter(lead -> lead.number() == 0).map(Lead::deal).toList();
    int arrived = trace.leads().size() - ids.size();
    String has =
        String.format(Locale.ROOT, "replication %d has %,d leads", trace.replication(), arrived);
    String wrong =
        asked.matches("(lead-)?-?[0-9]+") ? has : "there is no lead \"" + asked + "\": " + has;
    String numbers = arrived == 0 ? "" : "name one of 1 to " + arrived;
    String guess = Suggestion.didYouMean(asked, ids);
    String deals =
        ids.isEmpty()
            ? ""
            : (numbers.isEmpty() ? "name" : ", or") + " an open deal by its id" + ", " + guess;
    return Parsed.bad(wrong, (numbers + deals).replaceFirst(", $", ""));
  }

  /**
   * The story of a rep.
   *
   * @param trace the replication
   * @param name the rep's name; small and capital letters count as the same where that is clear
   * @return the story, or why there is no such rep
   */
  public static Parsed<RepStory> rep(Trace trace, String name) {
    List<String> reps = trace.names().reps();
    String asked = name.strip();
    int rep = reps.indexOf(asked);
    List<String> alike = reps.stream().filter(asked::equalsIgnoreCase).toList();
    if (rep < 0 && alike.size() == 1) {
      rep = reps.indexOf(alike.get(0));
    }
    if (rep >= 0) {
      return Parsed.of(new RepStoryOf(trace, rep).story());
    }
    String guess = Suggestion.didYouMean(asked, reps);
    String all =
        reps.size() <= REPS_NAMED
            ? String.join(", ", reps)
            : String.join(", ", reps.subList(0, REPS_NAMED)) + " and so on";
    return Parsed.bad(
        "there is no rep \"" + asked + "\"",
        guess.isEmpty() ? "the reps are " + all : guess + " The reps are " + all);
  }

  /**
   * Whose stories are worth telling.
   *
   * @param trace the replication
   * @return some leads and reps; none where nothing happened
   */
  public static Suggestions suggestions(Trace trace) {
    return new SuggestionsOf(trace).suggestions();
  }
}
