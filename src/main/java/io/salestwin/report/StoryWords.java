package io.salestwin.report;

import io.salestwin.explain.RepStory;
import io.salestwin.explain.Step;
import io.salestwin.explain.Step.Decided;
import io.salestwin.explain.Step.Effect;
import io.salestwin.explain.Step.End;
import io.salestwin.explain.Step.Touched;
import io.salestwin.explain.Step.Waited;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences of a story, the same on the terminal and in JSON. */
final class StoryWords {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final double HOURS_OF_TWO_DAYS = 48;
  private static final int MOST_DECIMALS = 6;

  private final String currency;

  private static final int MOST_CANDIDATES = 4;

  StoryWords(String currency) {
    this.currency = currency;
  }

  /** Such as {@code Wed 2027-02-03 10:12}. */
  static String when(LocalDateTime at) {
    return DAY_AND_TIME.format(at);
  }

  /** What happened, as one or more sentences. */
  String of(Step step) {
    if (step instanceof Step.Opened opened) {
      return "It enters "
          + opened.stage()
          + ", where it stands on day one, "
          + days(opened.days())
          + " later.";
    } else if (step instanceof Step.Arrived) {
      return "It arrives.";
    } else if (step instanceof Step.Entered entered) {
      return "It enters " + entered.stage() + ".";
    } else if (step instanceof Step.Routed routed) {
      return routed(routed);
    } else if (step instanceof Step.Owned owned) {
      String leads = owned.openLeads() == 1 ? " open lead now." : " open leads now.";
      return owned.rep() + " takes it on and owns " + Figures.count(owned.openLeads()) + leads;
    } else if (step instanceof Step.Released released) {
      return released.rep() + " hands it over.";
    } else if (step instanceof Waited waited) {
      return waited(waited);
    } else if (step instanceof Touched touched) {
      return touched(touched);
    } else if (step instanceof Decided decided) {
      return decided(decided);
    } else if (step instanceof Step.Lost lost) {
      String back = lost.returns() ? " It will come back." : "";
      return "It is lost in " + lost.stage() + ": " + lost.reason() + "." + back;
    } else if (step instanceof Step.Requalified requalified) {
      return "It has not moved from "
          + requalified.stage()
          + " for "
          + days(requalified.days())
          + " and is requalified.";
    } else if (step instanceof Step.Returned returned) {
      return "It comes back after " + days(returned.days()) + ".";
    } else if (step instanceof Step.Won won) {
      String by = won.rep().isEmpty() ? "" : " by " + won.rep();
      String value = Figures.brief(won.value()) + " " + currency + " a year";
      return "It is won" + by + ": " + value + ", after " + days(won.days()) + " in all.";
    }
    Step.Ended ended = (Step.Ended) step;
    return ended.stage().isEmpty()
        ? "The horizon ends; it has been dormant for " + days(ended.days()) + "."
        : "The horizon ends; it has been in " + ended.stage() + " for " + days(ended.days()) + ".";
  }

  /** The best few, and what weighted routing sees in the first. */
  private static String routed(Step.Routed routed) {
    List<Step.Candidate> all = routed.candidates();
    StringBuilder text = new StringBuilder("Routing compares ");
    text.append(all.size() == 1 ? "the one rep" : all.size() + " reps")
        .append(" who could take it: ");
    for (int i = 0; i < Math.min(all.size(), MOST_CANDIDATES); i++) {
      Step.Candidate candidate = all.get(i);
      text.append(i == 0 ? "" : ", ").append(candidate.rep()).append(' ');
      text.append(Figures.fixed(candidate.score(), 2));
      if (i == 0 && !candidate.factors().isEmpty()) {
        List<String> parts = new ArrayList<>();
        candidate.factors().forEach((name, x) -> parts.add(name + " " + Figures.fixed(x, 2)));
        text.append(" (").append(String.join(", ", parts)).append(')');
      }
    }
    return text.append(all.size() > MOST_CANDIDATES ? " and others." : ".").toString();
  }

  private static String waited(Waited wait) {
    StringBuilder text = new StringBuilder("It waits " + hours(wait.hours()));
    if (wait.workingHours() == 0) {
      text.append(", all of it outside working hours,");
    } else if (wait.hours() - wait.workingHours() >= 0.05) {
      text.append(" (").append(workingTime(wait.workingHours())).append(')');
    }
    text.append(
        switch (wait.line()) {
          case OWNER ->
              " for " + wait.whom() + (wait.busy() > 0 ? ", at work on another lead" : "");
          case ROOM ->
              " for " + wait.whom() + " with room for it" + among(wait.full(), wait, "full");
          case FREE_REP -> " for a free " + wait.whom() + among(wait.busy(), wait, "at work");
          case HELP -> " for help by " + wait.whom() + among(wait.busy(), wait, "at work");
        });
    if (wait.before() > 0) {
      text.append(
          wait.before() == 1
              ? "; 1 other waits already"
              : "; " + Figures.count(wait.before()) + " others wait already");
    }
    if (wait.end() == End.LEFT) {
      text.append("; in vain");
    } else if (wait.end() == End.HORIZON) {
      text.append("; the horizon ends before");
    }
    return text.append('.').toString();
  }

  private static String among(int n, Waited wait, String what) {
    return " (" + n + " of " + wait.reps() + " " + what + ")";
  }

  private static String touched(Touched touch) {
    boolean sameDay = touch.at().toLocalDate().equals(touch.until().toLocalDate());
    String until = sameDay ? TIME.format(touch.until()) : when(touch.until());
    String end =
        switch (touch.end()) {
          case DONE -> ", until " + until;
          case LEFT -> ", until " + until + ", when the lead leaves and the work is cut off";
          case REP_WENT -> ", until " + until + ", when the rep goes; the work will begin again";
          case HORIZON -> ", still at it when the horizon ends";
        };
    return touch.rep()
        + " works on it: "
        + touch.activity()
        + ", "
        + workingTime(touch.workingHours())
        + end
        + ".";
  }

  private static String decided(Decided exit) {
    StringBuilder text = new StringBuilder();
    double waitedHours = ChronoUnit.MILLIS.between(exit.buyerSince(), exit.at()) / 3_600_000.0;
    boolean timedOut = exit.way() == Step.Way.TIMED_OUT;
    if (timedOut) {
      text.append("The time-out comes before the buyer's decision, ");
      text.append(hours(waitedHours)).append(" after the last work. ");
    } else if (waitedHours > 0) {
      text.append("The buyer decides after ").append(hours(waitedHours)).append(". ");
    }
    text.append("The stated chance to advance from ").append(exit.stage()).append(" is ");
    text.append(percent(exit.written()));
    if (Math.abs(exit.stated() - exit.written()) > 1e-9) {
      text.append(", drawn as ").append(percent(exit.stated())).append(" in this replication");
    }
    for (int i = 0; i < exit.effects().size(); i++) {
      Effect effect = exit.effects().get(i);
      text.append(i == 0 ? "; " : ", ").append(effect.name());
      text.append(" (").append(logOdds(effect.logOdds())).append(") makes it ");
      text.append(percent(effect.chance()));
    }
    text.append(". ").append(limits(exit)).append(timedOut ? ", too late." : ending(exit));
    return text.toString();
  }

  private static String limits(Decided exit) {
    int decimals = decimals(exit);
    boolean back = exit.backBelow() > exit.advanceBelow();
    String given = exit.byAge() ? "Given how long it has been there, it" : "It";
    return given
        + " advances on a draw below "
        + Figures.fixed(exit.advanceBelow(), decimals)
        + (back ? " and goes back below " + Figures.fixed(exit.backBelow(), decimals) : "")
        + "; it draws "
        + Figures.fixed(exit.draw(), decimals);
  }

  /** As many as tell the draw from the limits, at least two. */
  private static int decimals(Decided exit) {
    int decimals = 2;
    while (decimals < MOST_DECIMALS
        && (same(exit.draw(), exit.advanceBelow(), decimals)
            || same(exit.draw(), exit.backBelow(), decimals))) {
      decimals++;
    }
    return decimals;
  }

  private static boolean same(double a, double b, int decimals) {
    return Figures.fixed(a, decimals).equals(Figures.fixed(b, decimals));
  }

  private static String ending(Decided exit) {
    return switch (exit.way()) {
      case FORWARDS -> " and advances.";
      case BACK -> " and goes back.";
      case LOST, TIMED_OUT -> " and does not advance.";
    };
  }

  /** What a rep did in a span, as a sentence without its dates. */
  String of(RepStory.Span span, boolean owns) {
    String touches =
        span.touchCount() == 0
            ? "no touches"
            : Figures.count(span.touchCount())
                + (span.touchCount() == 1 ? " touch (" : " touches (")
                + span.touches().entrySet().stream()
                    .map(each -> each.getKey() + " " + Figures.count(each.getValue()))
                    .collect(Collectors.joining(", "))
                + ")";
    double share = span.workingHours() == 0 ? 0 : span.hours() / span.workingHours();
    return touches
        + " in "
        + Figures.count(span.hours())
        + " of "
        + Figures.count(span.workingHours())
        + " working hours ("
        + Figures.share(share)
        + ")"
        + (owns ? owned(span) : "")
        + ".";
  }

  private String owned(RepStory.Span span) {
    return "; took on "
        + leads(span.tookOn())
        + ", owned "
        + Figures.count(span.openAtEnd())
        + " at the end; won "
        + Figures.count(span.won())
        + (span.won() == 0 ? "" : " (" + Figures.brief(span.value()) + " " + currency + ")")
        + ", lost "
        + Figures.count(span.lost());
  }

  static String leads(int n) {
    return Figures.count(n) + (n == 1 ? " lead" : " leads");
  }

  static String logOdds(double effect) {
    return String.format(Locale.ROOT, Math.abs(effect) < 0.005 ? "%+.4f" : "%+.2f", effect);
  }

  private static String percent(double chance) {
    return Figures.fixed(chance * 100, 1).replaceFirst("\\.0$", "") + " %";
  }

  /** In hours, because the days of working time are not those of the calendar. */
  private static String workingTime(double hours) {
    return hours >= 0.995
        ? one(Figures.fixed(hours, 1), "working hour")
        : one(Figures.fixed(hours * 60, 0), "working minute");
  }

  private static String days(double days) {
    return hours(days * 24);
  }

  /** A duration in the unit that people would say it in. */
  private static String hours(double hours) {
    if (hours >= HOURS_OF_TWO_DAYS) {
      return one(Figures.fixed(hours / 24, hours / 24 < 99.95 ? 1 : 0), "day");
    }
    return hours >= 0.995
        ? one(Figures.fixed(hours, 1), "hour")
        : one(Figures.fixed(hours * 60, 0), "minute");
  }

  private static String one(String number, String unit) {
    String brief = number.replaceFirst("\\.0$", "");
    return brief + " " + unit + (brief.equals("1") ? "" : "s");
  }
}
