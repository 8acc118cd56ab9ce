package city.xueliang.console.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a workbook back, straight from its parts (ISO/IEC 29500). */
public final class Spreadsheet {
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final double SECONDS_OF_DAY = 86_400;

  private final Map<String, Document> parts = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /**
   * A cell.
   *
   * @param type {@code s} for a text, {@code n} for a number
   * @param style 0 for none
   */
  public record Cell(String type, String value, int style) {
    LocalDateTime time() {
      return FIRST_DAY.plusSeconds(Math.round(Double.parseDouble(value) * SECONDS_OF_DAY));
    }
  }

  public Spreadsheet(byte[] workbook)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    // Only the directory at its end tells how long each part is.
    Path file = Files.createTempFile("history", ".xlsx");
    Files.write(file, workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry part : Collections.list(zip.entries())) {
        try (InputStream content = zip.getInputStream(part)) {
          parts.put(part.getName(), factory.newDocumentBuilder().parse(content));
        }
      }
    } finally {
      Files.delete(file);
    }
    NodeList shared = parts.get("xl/sharedStrings.xml").getElementsByTagNameNS("*", "si");
    for (int i = 0; i < shared.getLength(); i++) {
      texts.add(shared.item(i).getTextContent());
    }
  }

  List<String> sheetNames() {
    List<String> names = new ArrayList<>();
    NodeList sheets = parts.get("xl/workbook.xml").getElementsByTagNameNS("*", "sheet");
    for (int i = 0; i < sheets.getLength(); i++) {
      names.add(((Element) sheets.item(i)).getAttribute("name"));
    }
    return names;
  }

  /** How many rows stay in sight. */
  int frozenRows(int sheet) {
    NodeList panes = part(sheet).getElementsByTagNameNS("*", "pane");
    return panes.getLength() == 0
        ? 0
        : Integer.parseInt(((Element) panes.item(0)).getAttribute("ySplit"));
  }

  /** Cells by their columns' letters, row by row. */
  public List<Map<String, Cell>> rows(int sheet) {
    List<Map<String, Cell>> rows = new ArrayList<>();
    NodeList all = part(sheet).getElementsByTagNameNS("*", "row");
    for (int i = 0; i < all.getLength(); i++) {
      Map<String, Cell> row = new HashMap<>();
      NodeList cells = ((Element) all.item(i)).getElementsByTagNameNS("*", "c");
      for (int j = 0; j < cells.getLength(); j++) {
        Element cell = (Element) cells.item(j);
        NodeList value = cell.getElementsByTagNameNS("*", "v");
        if (value.getLength() > 0) {
          row.put(
              cell.getAttribute("r").replaceAll("\\d", ""),
              cell(cell, value.item(0).getTextContent()));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private Cell cell(Element cell, String value) {
    String type = cell.getAttribute("t").isEmpty() ? "n" : cell.getAttribute("t");
    String style = cell.getAttribute("s");
    return new Cell(
        type,
        type.equals("s") ? texts.get(Integer.parseInt(value)) : value,
        style.isEmpty() ? 0 : Integer.parseInt(style));
  }

  private Document part(int sheet) {
    return parts.get("xl/worksheets/sheet%d.xml".formatted(sheet));
  }
}
