package io.salestwin.calibration;

/**
 * A row that could not be used.
 *
 * @param file the file's name without its folder
 * @param line its line, from 1; 0 when not known
 * @param deal the deal that it speaks of; empty when not known
 * @param problem what is wrong, in words
 * @param text what the row says, as far as it is known
 */
public record BadRow(String file, long line, String deal, String problem, String text) {}
