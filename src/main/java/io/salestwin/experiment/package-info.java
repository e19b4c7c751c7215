/**
 * Which process is better, and how sure are we. {@code io.salestwin.experiment.calculator} answers
 * single statistical questions by name.
 */
package io.salestwin.experiment;
