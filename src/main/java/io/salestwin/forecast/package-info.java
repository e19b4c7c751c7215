/** {@link io.salestwin.forecast.Forecast}: where the organisation will end up, as odds. */
package io.salestwin.forecast;
