package io.salestwin.explain;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** One step of a lead's story. Times are those of the scenario's calendar, durations in hours. */
public sealed interface Step {

  /**
   * When it happened; for what takes time, when it began, but for a decision when the lead left.
   *
   * @return date and time of day
   */
  LocalDateTime at();

  /**
   * The lead is a deal of the starting pipeline.
   *
   * @param at when it entered its stage
   * @param stage the stage in which it stands on day one
   * @param days how long it had been there on day one
   */
  record Opened(LocalDateTime at, String stage, double days) implements Step {}

  /**
   * It arrived.
   *
   * @param at when
   */
  record Arrived(LocalDateTime at) implements Step {}

  /**
   * It entered a stage.
   *
   * @param at when
   * @param stage the stage
   */
  record Entered(LocalDateTime at, String stage) implements Step {}

  /**
   * A rep became its owner.
   *
   * @param at when
   * @param rep the rep
   * @param openLeads how many open leads he owns now, this one included
   */
  record Owned(LocalDateTime at, String rep, int openLeads) implements Step {}

  /**
   * Routing compared the reps who could take it.
   *
   * @param at when
   * @param candidates those reps, the highest score first
   */
  record Routed(LocalDateTime at, List<Candidate> candidates) implements Step {
    /** Copies the list. */
    public Routed {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * A rep who could take the lead.
   *
   * @param rep the rep
   * @param score what the routing gives him
   * @param factors for weighted routing what it looks at, each from 0 to 1
   */
  record Candidate(String rep, double score, Map<String, Double> factors) {}

  /**
   * Its owner let it go, because the next stage is another role's.
   *
   * @param at when
   * @param rep the rep
   */
  record Released(LocalDateTime at, String rep) implements Step {}

  /** For what a lead waits. */
  enum Line {
    /** For a touch of its owner. */
    OWNER,
    /** For an owner: any rep of the role who has room. */
    ROOM,
    /** For a free rep of the role, who becomes its owner. */
    FREE_REP,
    /** For a touch of any rep of a role that helps. */
    HELP
  }

  /** How a wait or a touch came to its end. */
  enum End {
    /** As it should. */
    DONE,
    /** The lead left before. */
    LEFT,
    /** The rep went before; the work begins again. */
    REP_WENT,
    /** It still goes on at the end of the horizon. */
    HORIZON
  }

  /**
   * It waited for a rep.
   *
   * @param at since when
   * @param line for what
   * @param whom name of the rep, or of the role whose reps share the line
   * @param before how many leads waited in the same line already
   * @param reps how many reps serve the line
   * @param busy how many of them were at work on other leads when the wait began
   * @param full how many of them had no room for one more open lead
   * @param hours how long it waited
   * @param workingHours how much of that were working hours
   * @param end how the wait ended
   */
  record Waited(
      LocalDateTime at,
      Line line,
      String whom,
      int before,
      int reps,
      int busy,
      int full,
      double hours,
      double workingHours,
      End end)
      implements Step {}

  /**
   * A rep worked on it.
   *
   * @param at since when
   * @param rep the rep
   * @param activity what he did
   * @param until until when
   * @param workingHours how many working hours lay in between
   * @param end how the touch ended
   */
  record Touched(
      LocalDateTime at,
      String rep,
      String activity,
      LocalDateTime until,
      double workingHours,
      End end)
      implements Step {}

  /** How a lead leaves a stage. */
  enum Way {
    /** To the next stage; from the last one it is won. */
    FORWARDS,
    /** To an earlier stage. */
    BACK,
    /** Lost. */
    LOST,
    /** The time-out fired before the exit that had been drawn. */
    TIMED_OUT
  }

  /**
   * One effect on the odds.
   *
   * @param name what has the effect
   * @param logOdds what it adds to the log-odds
   * @param chance the chance to advance after this effect and those before it
   */
  record Effect(String name, double logOdds, double chance) {}

  /**
   * The lead left a stage by its odds, or would have.
   *
   * @param at when it left
   * @param stage the stage that it left
   * @param buyerSince when the work was done and the buyer's delay began
   * @param written chance of the reference lead to advance, as the scenario states it
   * @param stated the same as drawn for this replication, where it is uncertain
   * @param effects what moved the chance, in order
   * @param chance the chance with all effects
   * @param byAge whether the deal was open on day one, so that the limits below are those given how
   *     long it had stayed
   * @param advanceBelow a draw below this advances
   * @param backBelow a draw from there to below this goes back; everything else is lost
   * @param draw the number drawn, from 0 to 1
   * @param way how it left
   */
  record Decided(
      LocalDateTime at,
      String stage,
      LocalDateTime buyerSince,
      double written,
      double stated,
      List<Effect> effects,
      double chance,
      boolean byAge,
      double advanceBelow,
      double backBelow,
      double draw,
      Way way)
      implements Step {
    /** Copies the list. */
    public Decided {
      effects = List.copyOf(effects);
    }
  }

  /**
   * It was lost.
   *
   * @param at when
   * @param stage where
   * @param reason why
   * @param returns whether it will come back
   */
  record Lost(LocalDateTime at, String stage, String reason, boolean returns) implements Step {}

  /**
   * It had not moved for too long and was sent back to be requalified.
   *
   * @param at when
   * @param stage where it had stayed
   * @param days how long
   */
  record Requalified(LocalDateTime at, String stage, double days) implements Step {}

  /**
   * It came back.
   *
   * @param at when
   * @param days how long it was dormant
   */
  record Returned(LocalDateTime at, double days) implements Step {}

  /**
   * It was won.
   *
   * @param at when
   * @param rep its owner; empty without one
   * @param value annual contract value, in units of the currency
   * @param days how long it took since it arrived, or since it entered the stage of day one
   */
  record Won(LocalDateTime at, String rep, double value, double days) implements Step {}

  /**
   * The horizon ended.
   *
   * @param at when
   * @param stage where the lead is; empty while it is dormant
   * @param days how long it has been there, or dormant
   */
  record Ended(LocalDateTime at, String stage, double days) implements Step {}
}
