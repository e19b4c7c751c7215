package io.salestwin.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The folder of one run: it appears with all of its files or not at all. */
public final class RunFolder {

  private static final int LONGEST_NAME = 60;

  private RunFolder() {}

  /** Writes one file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes the file.
     *
     * @param file where to; does not exist yet
     * @throws IOException when it cannot be written
     */
    void to(Path file) throws IOException;

    /**
     * A text.
     *
     * @param text the content of the file, in UTF-8
     * @return what writes it
     */
    static Content of(String text) {
      return file -> Files.writeString(file, text);
    }
  }

  /**
   * A name that every file system takes: letters, digits, dots and hyphens of the given name.
   *
   * @param name any text, such as the name of a scenario
   * @return 1 to 60 characters
   */
  public static String safe(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}.]+", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
    String cut =
        plain
            .codePoints()
            .limit(LONGEST_NAME)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return cut.isEmpty() ? "run" : cut;
  }

  /**
   * Writes a folder: first beside its place under another name, then moved there in one step. An
   * existing folder is never touched: the new one then gets a number behind its name.
   *
   * @param parent where the folder is to stand; made when missing
   * @param name name of the folder
   * @param files what it holds, by path inside the folder
   * @return the folder
   * @throws IOException when it cannot be written; nothing is left behind then
   */
  public static Path write(Path parent, String name, Map<String, Content> files)
      throws IOException {
    Files.createDirectories(parent);
    Path unfinished = Files.createTempDirectory(parent, "." + name + "-");
    try {
      for (Map.Entry<String, Content> file : files.entrySet()) {
        Path path = unfinished.resolve(file.getKey()).normalize();
        if (!path.startsWith(unfinished)) {
          throw new IOException(file.getKey() + " is no path inside a folder");
        }
        Files.createDirectories(path.getParent());
        file.getValue().to(path);
      }
      readable(unfinished);
      return moved(unfinished, parent, name);
    } catch (IOException | RuntimeException e) {
      delete(unfinished);
      throw e;
    }
  }

  /**
   * Adds files to a folder, each whole or not at all. Nothing is overwritten.
   *
   * @param folder an existing folder
   * @param files what is added, by path inside the folder
   * @throws IOException when a file cannot be written, or is there already
   */
  public static void add(Path folder, Map<String, Content> files) throws IOException {
    for (Map.Entry<String, Content> file : files.entrySet()) {
      Path place = folder.resolve(file.getKey());
      Files.createDirectories(place.getParent());
      Path unfinished = place.resolveSibling("." + place.getFileName() + ".unfinished");
      try {
        Files.deleteIfExists(unfinished);
        file.getValue().to(unfinished);
        if (Files.exists(place)) {
          throw new FileAlreadyExistsException(place.toString());
        }
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    }
  }

  /** Temporary folders are for their owner alone; the finished one is as any folder. */
  private static void readable(Path folder) throws IOException {
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Path usual = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-mode"));
      try {
        Files.setPosixFilePermissions(folder, Files.getPosixFilePermissions(usual));
      } finally {
        Files.delete(usual);
      }
    }
  }

  private static Path moved(Path unfinished, Path parent, String name) throws IOException {
    for (int number = 1; ; number++) {
      Path place = parent.resolve(number == 1 ? name : name + "-" + number);
      if (Files.exists(place)) {
        continue;
      }
      try {
        return Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        throw new IOException("the folder " + parent + " cannot move a folder in one step", e);
      } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
        // Another run took the name in between: try the next one.
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
