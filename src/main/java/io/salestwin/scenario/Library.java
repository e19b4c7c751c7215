package io.salestwin.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Files that come with the program.
 *
 * @param folder where they lie, such as {@code templates}
 * @param noun what one of them is called
 * @param names the names, in the order to show them
 */
record Library(String folder, String noun, List<String> names) {

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  String text(String name) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "there is no " + noun + " \"" + name + "\"; there are " + String.join(", ", names));
    }
    String file = "/" + folder + "/" + name.replace(' ', '-') + ".yaml";
    try (InputStream in = Library.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("the " + noun + " (" + name + ") is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
