package city.xueliang.console.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the first sheet of an Excel workbook. */
final class ExcelRows {
  private ExcelRows() {}

  /** Cells of each row as texts; a cell that is not there is empty. */
  static List<List<String>> of(Path file) throws IOException {
    try (ZipFile book = new ZipFile(file.toFile())) {
      List<String> texts = new ArrayList<>();
      if (book.getEntry("xl/sharedStrings.xml") != null) {
        each(document(book, "xl/sharedStrings.xml"), "si")
            .forEach(si -> texts.add(si.getTextContent()));
      }
      List<List<String>> rows = new ArrayList<>();
      for (Element row : each(document(book, "xl/worksheets/sheet1.xml"), "row")) {
        rows.add(cells(row, texts));
      }
      return rows;
    }
  }

  private static List<String> cells(Element row, List<String> texts) {
    List<String> cells = new ArrayList<>();
    for (Element cell : each(row, "c")) {
      int column = cell.getAttribute("r").charAt(0) - 'A';
      while (cells.size() < column) {
        cells.add("");
      }
      String content = cell.getTextContent();
      cells.add(
          cell.getAttribute("t").equals("s") ? texts.get(Integer.parseInt(content)) : content);
    }
    return cells;
  }

  private static Document document(ZipFile book, String entry) throws IOException {
    try (var content = book.getInputStream(book.getEntry(entry))) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static List<Element> each(Document document, String name) {
    return each(document.getDocumentElement(), name);
  }

  private static List<Element> each(Element within, String name) {
    NodeList found = within.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int at = 0; at < found.getLength(); at++) {
      elements.add((Element) found.item(at));
    }
    return elements;
  }
}
