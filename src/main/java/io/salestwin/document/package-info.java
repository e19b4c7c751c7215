/**
 * Files that people write; the face is {@link io.salestwin.document.Document}.
 *
 * <p>A {@link io.salestwin.document.Document} is a YAML or JSON file as a tree of {@link
 * io.salestwin.document.Node}s. Every node keeps its text exactly as written, and knows its file,
 * line and path, so that whoever reads a value can say where it is wrong. {@link
 * io.salestwin.document.Quantity} understands what people write ({@code 45 days}, {@code 2.4M},
 * {@code 26%}); {@link io.salestwin.document.Problems} collects everything that is wrong, so that
 * all of it is told at once.
 *
 * <pre>{@code
 * Document document = Document.parse("stages: [{name: Discovery, advance: 1.2}]", "saas.yaml");
 * Problems problems = new Problems();
 * problems.addAll(document.problems());
 * Node advance = document.root().find(List.of("stages", "Discovery", "advance")).value();
 * double p = problems.read(advance, Quantity::probability, 0.5);
 * // saas.yaml:1: stages.Discovery.advance: 1.2 is not a probability; give a number from 0 to 1,
 * // or a percentage
 * }</pre>
 *
 * <p>Nothing that a file holds makes this package throw: what is wrong comes back as a {@link
 * io.salestwin.document.Problem} or as a {@link io.salestwin.document.Parsed} with its reason.
 * Tags, anchors and aliases are refused, and size and depth are limited, because files come from
 * anyone.
 */
package io.salestwin.document;
