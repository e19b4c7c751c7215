/**
 * The commands: {@link io.salestwin.cli.Main} reads a command line, asks one question and gives an
 * exit code.
 *
 * <p>Every command is one class here, listed in {@code Main}; it turns arguments into a plain call
 * of a package below and prints the record that comes back. It holds no logic of its own. A command
 * returns 0 when all is well and 3 when a threshold was not met; for bad input it throws {@code
 * BadInput} with what is wrong and what to do, which becomes exit code 2:
 *
 * <pre>{@code
 * $ salestwin forecast no-such-file.yaml; echo $?
 * salestwin: no-such-file.yaml: there is no such file
 * 2
 * }</pre>
 */
package io.salestwin.cli;
