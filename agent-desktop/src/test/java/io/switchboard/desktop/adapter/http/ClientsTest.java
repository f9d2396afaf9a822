package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsTest {
  private final Clients clients = new Clients(Set.of("127.0.0.1", "10.0.0.2", "2001:db8::1"));

  /** peer | X-Forwarded-For | the client. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      192.0.2.7   | -                                    | 192.0.2.7
      192.0.2.7   | 203.0.113.9                          | 192.0.2.7
      127.0.0.1   | -                                    | 127.0.0.1
      127.0.0.1   | 203.0.113.9                          | 203.0.113.9
      127.0.0.1   | 198.51.100.1, 203.0.113.9            | 203.0.113.9
      127.0.0.1   | 198.51.100.1,203.0.113.9 , 10.0.0.2  | 203.0.113.9
      127.0.0.1   | 10.0.0.2                             | 10.0.0.2
      127.0.0.1   | 203.0.113.9, unknown                 | 127.0.0.1
      127.0.0.1   | 203.0.113.9:51234                    | 203.0.113.9
      2001:db8::1 | [2001:db8:0:0::9]:443                | 2001:db8:0:0:0:0:0:9
      ::ffff:127.0.0.1 | 203.0.113.9                     | 203.0.113.9
      """)
  void theClientIsTheLastWhomNoTrustedProxyStandsFor(String peer, String forwardedFor, String client) {
    assertEquals(client, clients.address(peer, forwardedFor == null ? List.of() : List.of(forwardedFor)));
  }

  @Test
  void severalHeadersAreOneList() {
    assertEquals("203.0.113.9", clients.address("127.0.0.1", List.of("198.51.100.1", "203.0.113.9, 10.0.0.2")));
  }

  @Test
  void aNameIsNoAddress() {
    assertThrows(IllegalArgumentException.class, () -> new Clients(Set.of("proxy.example.com")));
  }
}
