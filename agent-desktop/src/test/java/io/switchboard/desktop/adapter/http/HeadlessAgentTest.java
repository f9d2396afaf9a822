package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlessAgentTest {
  @Test
  void itLogsInAndWorks() throws Exception {
    AgentId anna = AgentId.of("demo", "anna");
    try (ApiOnTheWire api = ApiOnTheWire.started(); HttpClient http = HttpClient.newHttpClient()) {
      HeadlessAgent agent = new HeadlessAgent(http, api.base(), "demo", "anna", ApiOnTheWire.PASSWORD);
      assertEquals("ready", agent.signIn());
      agent.ready();
      agent.notReady("lunch");
      agent.signOut();
      assertEquals("anna", agent.me().get("user"));
      assertEquals(List.of(new AgentRequest.SignIn(anna), new AgentRequest.Ready(anna), new AgentRequest.NotReady(anna, "lunch"),
          new AgentRequest.SignOut(anna)), api.asked);
    }
  }

  @Test
  void aRefusalCarriesCodeAndRemedy() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started(); HttpClient http = HttpClient.newHttpClient()) {
      api.reply = new Reply.Refused("not_signed_in", Words.of(""));
      HeadlessAgent agent = new HeadlessAgent(http, api.base(), "demo", "anna", ApiOnTheWire.PASSWORD);
      ApiRefusal refusal = assertThrows(ApiRefusal.class, agent::ready);
      assertEquals("not_signed_in", refusal.code());
      assertEquals("The agent is not signed in. Sign in first.", refusal.getMessage());
      ApiClient stranger = new ApiClient(http, api.base(), "demo", "anna", "wrong");
      assertEquals("wrong_credentials", assertThrows(ApiRefusal.class, () -> stranger.get("/api/me")).code());
    }
  }
}
