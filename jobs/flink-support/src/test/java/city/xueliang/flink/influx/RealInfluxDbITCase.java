package city.xueliang.flink.influx;

import city.xueliang.flink.influx.NumberedRows.Row;
import city.xueliang.testing.InfluxServer;
import city.xueliang.testing.OlderWriteApi;
import java.nio.file.Path;
import java.util.List;

class RealInfluxDbITCase extends InfluxDbSinkContract {
  @Override
  Store start(Path folder) {
    InfluxServer server = InfluxServer.start(folder);
    server.createDatabase("xueliang");
    return new InfluxStore(server);
  }

  private record InfluxStore(InfluxServer server) implements Store {
    @Override
    public String url() {
      return server.url();
    }

    @Override
    public HttpClientCustomizer httpClient() {
      return client -> client.addInterceptor(new OlderWriteApi());
    }

    @Override
    public void away() {
      server.kill();
    }

    @Override
    public void back() {
      server.start();
    }

    @Override
    public List<Row> rows() {
      String csv = server.query("xueliang", "SELECT whole, decimal FROM readings");
      // name, tags, time, then what was selected.
      return csv.lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(cells -> new Row(Long.parseLong(cells[3]), Double.parseDouble(cells[4])))
          .toList();
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
