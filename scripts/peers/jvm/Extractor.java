import de.l3s.boilerpipe.document.TextDocument;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import de.l3s.boilerpipe.sax.BoilerpipeSAXInput;
import java.io.File;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.xml.sax.InputSource;

/** An extractor: a class of the library that its version is stated of, and its call. */
record Extractor(Class<?> library, Call extraction) {
  interface Call {
    Main.Extraction of(Main.Page page) throws Exception;
  }

  static final Map<String, Extractor> ALL = new TreeMap<>(Map.of(
      "readability4j", new Extractor(Readability4J.class, Extractor::readability4j),
      "boilerpipe", new Extractor(ArticleExtractor.class, Extractor::boilerpipe)));

  /** It needs an address, which it only puts before relative links. */
  private static Main.Extraction readability4j(Main.Page page) {
    String address = page.url() == null ? "https://page.invalid/" : page.url();
    Article article = new Readability4J(address, page.html()).parse();
    String text = article.getTextContent();
    List<String> authors = stated(article.getByline()) == null ? null : List.of(article.getByline());
    return new Main.Extraction(
        null, null, text == null ? "" : text, article.getContent(), stated(article.getTitle()), authors);
  }

  private static Main.Extraction boilerpipe(Main.Page page) throws Exception {
    TextDocument document = new BoilerpipeSAXInput(new InputSource(new StringReader(page.html()))).getTextDocument();
    ArticleExtractor.INSTANCE.process(document);
    return new Main.Extraction(null, null, document.getContent(), null, stated(document.getTitle()), null);
  }

  /** A field that is there. */
  private static String stated(String field) {
    return field == null || field.isBlank() ? null : field;
  }

  private static final Pattern JAR = Pattern.compile(".*-(\\d[^-]*)\\.jar");

  /** The version in the name of the archive that the library is in, as Maven names it. */
  String version() {
    Matcher name = JAR.matcher(new File(library.getProtectionDomain().getCodeSource().getLocation().getPath()).getName());
    return name.matches() ? name.group(1) : "unstated";
  }
}
