package io.salestwin.report;

/** The blocks of which the pages for audiences are made. */
final class Blocks {

  private Blocks() {}

  // ---- the monthly report for executives

  static final Block REVENUE =
      new Block(
              "Revenue",
              "Where does the result stand against its target, and how far has the forecast been"
                  + " right?",
              "target_bookings attainment bookings revenue gross_margin contribution forecast_bias"
                  + " forecast_error")
          .drawn("fan");

  static final Block PIPELINE =
      new Block(
          "Pipeline",
          "What is in the pipeline, how fast does it flow, what comes in and what goes out?",
          "pipeline_open pipeline_end coverage velocity opportunities pipeline_created won lost"
              + " stale_share");

  static final Block TEAM =
      new Block(
              "Team",
              "Who reaches the quota, how is it spread, and what work stands behind it?",
              "quota_attainment reps_at_50 reps_at_80 reps_at_100 reps_at_125 utilisation headcount"
                  + " ramped_reps touches touches_per_win")
          .by("role", "headcount ramped_reps utilisation quota_attainment reps_at_100");

  static final Block PROCESS =
      new Block(
              "Process",
              "How quick, how sure and how dear is the way from a lead to a customer?",
              "response_median cycle cycle_median win_rate opportunity_rate lead_win_rate"
                  + " cost_per_win payback_months")
          .by("stage", "stage_conversion stage_stated stage_days response_hours");

  // ---- weekly

  static final Block OPEN_PIPELINE =
      new Block(
              "Open pipeline",
              "What stands in the pipeline, stage by stage, and is it enough for the target?",
              "pipeline_open pipeline_weighted pipeline_deals coverage pipeline_end")
          .by("stage", "open_at_end open_age stage_days")
          .by("role", "open_leads waiting_leads")
          .drawn("funnel");

  static final Block CREATION =
      new Block(
              "Creation",
              "Does as much come in as goes out?",
              "leads opportunities pipeline_created pipeline_consumed pipeline_balance velocity")
          .by("segment", "opportunities_by_segment")
          .by("source", "leads opportunities");

  static final Block CLOSE_DATES =
      new Block(
              "Close dates and hygiene",
              "Which deals are due, which slip, and which only seem to live?",
              "slip_rate slips stale_deals stale_value stale_share stale_open")
          .by("forecast category", "category_deals category_value")
          .by("stage", "gone_stale stale_lost requalified next_step_compliance");

  static final Block CATEGORIES =
      new Block(
              "Forecast by category",
              "What do the reps promise, and what is in it?",
              "commit_forecast forecast_weighted forecast_adjusted forecast_won")
          .by("forecast category", "category_value category_conversion category_chance");

  static final Block ACCURACY =
      new Block(
          "Accuracy of the forecast",
          "How far has each forecast been from what came, period by period?",
          "forecast_bias forecast_error commit_error commit_divergence forecast_adjusted_error");

  static final Block COMMIT =
      new Block(
              "Movement of the commit",
              "What came into the commit of a period and what left it?",
              "")
          .by("movement", "commit_moves");

  // ---- monthly

  static final Block ATTAINMENT =
      new Block(
              "Attainment",
              "Who reaches the quota, now and over four quarters?",
              "quota_attainment quota_attainment_4q reps_at_50 reps_at_80 reps_at_100 reps_at_125")
          .by(
              "rep",
              "quota_attainment_by_rep quota_attainment_4q_by_rep bookings_by_rep"
                  + " won_by_rep win_rate_by_rep pay_by_rep");

  static final Block ACTIVITY =
      new Block(
              "Activity",
              "What work is done, and how much of it does a win take?",
              "touches touches_per_win utilisation velocity")
          .by("activity", "touches touches_per_win")
          .drawn("utilisation");

  static final Block RAMP =
      new Block(
              "Ramp",
              "How many reps are there, and how many of them work as ramped ones?",
              "headcount ramped_reps reps_hired reps_left leads_handed_over")
          .by("role", "headcount ramped_reps reps_hired reps_left bookings_per_rep wins_per_rep");

  static final Block SOURCES =
      new Block(
              "Sources",
              "Which sources bring leads, opportunities and customers, and at what cost?",
              "leads opportunities opportunity_rate lead_cost lead_cost_per_opportunity")
          .by(
              "source",
              "leads opportunity_rate lead_win_rate lead_cost_per_opportunity"
                  + " lead_cost_per_win source_roi")
          .drawn("arrivals");

  static final Block CONVERSION =
      new Block(
              "Conversion",
              "Where do leads advance, and where are they lost?",
              "opportunity_rate win_rate lead_win_rate cycle_median")
          .by("stage", "stage_entries stage_stated stage_conversion stage_lost_share stage_days")
          .by("reason", "lost lost_share")
          .drawn("funnel");

  static final Block RESPONSE =
      new Block(
              "Response",
              "How long does a lead wait for its first touch?",
              "response_median response_hours")
          .by("stage", "response_hours queue_days");

  // ---- quarterly: the six categories of analytics

  static final Block REVENUE_ANALYTICS =
      new Block(
              "Revenue",
              "What is sold, to whom, and what does it leave?",
              "bookings deal_size gross_margin contribution_margin whale_share last_month_share")
          .by("segment", "bookings won deal_size win_rate")
          .by("product", "bookings_by_product won_by_product deal_size_by_product")
          .by("deal size", "bookings_by_size won_by_size win_rate_by_size")
          .drawn("fan");

  static final Block TEAM_ANALYTICS =
      new Block(
              "Team",
              "What do the people bring, and what do they cost?",
              "quota_attainment reps_at_100 bookings_per_rep utilisation payout_rate cost_per_win"
                  + " spend budget_left")
          .by("role", "headcount utilisation quota_attainment bookings_per_rep payout_rate")
          .by(
              "territory",
              "bookings_by_territory won_by_territory win_rate_by_territory" + " penetration");

  static final Block CUSTOMERS =
      new Block(
              "Customers",
              "Do customers stay and grow, and do they pay back what they cost?",
              "customers_at_end arr_at_end nrr grr logo_churn renewal_rate ltv_to_cac"
                  + " payback_months")
          .by("segment", "customers_at_end arr_at_end nrr grr logo_churn");
}
