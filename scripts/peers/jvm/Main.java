import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Runs one article extractor of the JVM over page after page: one JSON object a line in, one a line out, as README.md says
 * of {@code jsonl}. The argument says which extractor.
 */
public final class Main {
  private static final Gson JSON = new Gson();

  /** A page as an extractor gets it, decoded as a browser does. The address is null where it is not known. */
  record Page(String id, String url, String html) {}

  /** An answer. Only what an extractor says for itself is filled in: nulls are left out. */
  record Extraction(String id, String error, String text, String html, String title, List<String> authors) {
    static Extraction failure(String error) {
      return new Extraction(null, error, null, null, null, null);
    }

    Extraction of(Page page) {
      return new Extraction(page.id, error, text, html, title, authors);
    }
  }

  public static void main(String[] arguments) throws IOException {
    Extractor extractor = arguments.length == 1 ? Extractor.ALL.get(arguments[0]) : null;
    if (extractor == null) {
      System.err.println("expected one extractor of " + String.join(", ", Extractor.ALL.keySet()));
      System.exit(2);
    }
    PrintStream answers = System.out;
    // What a library prints itself must not garble an answer.
    System.setOut(System.err);
    say(answers, Map.of(
        "assay", 1, "name", arguments[0], "version", extractor.version(), "accepts", List.of("html"), "wants", "html"));
    BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      Page page = JSON.fromJson(line, Page.class);
      say(answers, answer(extractor, page).of(page));
    }
  }

  /** Turns whatever an extractor throws, also an overflow of its stack, into its failure on this page. */
  private static Extraction answer(Extractor extractor, Page page) {
    try {
      return extractor.extraction().of(page);
    } catch (Exception | StackOverflowError fault) {
      return Extraction.failure(fault.toString());
    }
  }

  private static void say(PrintStream answers, Object line) {
    byte[] bytes = (JSON.toJson(line) + "\n").getBytes(StandardCharsets.UTF_8);
    answers.write(bytes, 0, bytes.length);
    answers.flush();
  }
}
