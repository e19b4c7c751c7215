/** Posterior odds: chance to beat, expected loss, chance to be the best. */
package io.salestwin.statistics.bayes;
