package io.salestwin.report;

import io.salestwin.forecast.Forecast;
import io.salestwin.forecast.Forecast.PeriodOutlook;
import io.salestwin.statistics.Estimate;

/** The answer as one card per period: its odds, or its median where there is no target. */
final class PeriodCards {

  private final Html html;
  private final Forecast forecast;
  private final Words words;

  PeriodCards(Html html, Forecast forecast) {
    this.html = html;
    this.forecast = forecast;
    this.words = new Words(forecast);
  }

  void write() {
    html.open("ul", "class", "cards");
    forecast.periods().forEach(period -> card(period, period.name()));
    if (forecast.periods().size() != 1) {
      card(forecast.total(), "Whole horizon");
    }
    html.close();
  }

  private void card(PeriodOutlook period, String name) {
    html.open("li", "class", "card");
    html.element("h3", name);
    Estimate.Value odds = period.odds().flatMap(Estimate::value).orElse(null);
    if (odds == null) {
      html.open("div", "class", "big").text(words.bookings(median(period))).close();
      html.element("p", words.odds(period).orElse("median; there is no target"));
    } else {
      HtmlFrame.odds(html, odds.estimate());
      html.element("p", HtmlFrame.sentence(words.odds(period).orElseThrow()));
    }
    html.element(
        "p",
        "8 of 10 lie between "
            + words.bookings(at(period, 0.10))
            + " and "
            + words.bookings(at(period, 0.90))
            + ".",
        "class",
        "note");
    if (!words.remark(period).isEmpty()) {
      html.element("p", HtmlFrame.sentence(words.remark(period)), "class", "note");
    }
    html.closeLine();
  }

  private static double median(PeriodOutlook period) {
    return at(period, 0.50);
  }

  private static double at(PeriodOutlook period, double level) {
    return period.range().get(Forecast.LEVELS.indexOf(level));
  }
}
