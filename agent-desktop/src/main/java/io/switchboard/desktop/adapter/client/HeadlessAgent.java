package io.switchboard.desktop.adapter.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.function.Consumer;

/** An agent at work without a screen: his phone rings elsewhere, this is what he clicks. Each verb returns his state then. */
public final class HeadlessAgent {
  private final ApiClient api;

  public HeadlessAgent(HttpClient http, URI base, String tenant, String name, String password) {
    this.api = new ApiClient(http, base, tenant, name, password);
  }

  /** Whatever else he asks. */
  public ApiClient api() {
    return api;
  }

  public String signIn() throws IOException, InterruptedException, ApiRefusal {
    return verb("sign-in", Map.of());
  }

  public String ready() throws IOException, InterruptedException, ApiRefusal {
    return verb("ready", Map.of());
  }

  public String notReady(String reason) throws IOException, InterruptedException, ApiRefusal {
    return verb("not-ready", Map.of("reason", reason));
  }

  public String extendWrapUp() throws IOException, InterruptedException, ApiRefusal {
    return verb("extend-wrap-up", Map.of());
  }

  public String signOut() throws IOException, InterruptedException, ApiRefusal {
    return verb("sign-out", Map.of());
  }

  /** His desk, as it changes. */
  public DeskSocket desk() throws IOException, InterruptedException, ApiRefusal {
    return api.socket("desk");
  }

  /** What he does with the call at hand: a verb of {@code /api/me/call}. */
  public void inTalk(String verb, Map<String, ?> fields) throws IOException, InterruptedException, ApiRefusal {
    api.post("/api/me/call/" + verb, fields);
  }

  /** How the call at hand went: fields of {@code POST /api/me/wrap-up}. */
  public void wrapUp(Map<String, ?> fields) throws IOException, InterruptedException, ApiRefusal {
    api.post("/api/me/wrap-up", fields);
  }

  /** His desk, as it changes; {@code listener} gets each frame as it comes. */
  public DeskSocket desk(Consumer<DeskSocket.Received> listener) throws IOException, InterruptedException, ApiRefusal {
    return api.socket("desk", listener);
  }

  /** What {@code GET /api/me} says of him. */
  public Map<String, Object> me() throws IOException, InterruptedException, ApiRefusal {
    return api.get("/api/me");
  }

  private String verb(String verb, Map<String, ?> fields) throws IOException, InterruptedException, ApiRefusal {
    return String.valueOf(api.post("/api/me/" + verb, fields).get("state"));
  }
}
