/**
 * {@link io.salestwin.statistics.study.Study} is the face: does each statistical method do what it
 * says? Data are drawn from a world whose truth is known, thousands of times, and it is counted how
 * often the method finds what is not there, holds the truth, or finds what is there. There is one
 * class for each family of methods; {@link io.salestwin.statistics.study.StudyPage} keeps the page
 * of the documentation that shows the figures.
 */
package io.salestwin.statistics.study;
