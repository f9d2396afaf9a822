package io.switchboard.app.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideValuesTest {
  @ParameterizedTest
  @ValueSource(strings = {
      "a: { secret: hunter2 }", "a: { secret: 12345 }", "a: { \"secret\": 'hunter2' }", "a:\n  secret:\n    hunter2", "a: { secret: [x] }",
      "a: { secret: '${env:A:-hunter2}' }", "postgres_password: pre${env:A}", "token_secret: x", "asterisk: ami://me:hunter2@host:5038",
      "redis: redis://:hunter2@host:6379/0", "# secret: hunter2", "x: y # was secret: hunter2", "# redis://:hunter2@host", "a: [",
      "postgres: jdbc:postgresql://host/db?password=hunter2", "postgres: 'jdbc:postgresql://host/db?sslmode=require&sslpassword=hunter2&x=1'",
      "postgres: jdbc:postgresql://host/db?Password=pre${env:A}", "# postgres: jdbc:postgresql://host/db?user=me&password=hunter2"})
  void aSecretInPlainIsFound(String text) {
    assertEquals(1, OutsideValues.plainSecrets("trunks.yaml", text).size(), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "a: { secret: '${env:A}' }", "a: { secret: file:secrets/a }", "asterisk: ami://me:${env:A}@host", "# ami://user:secret@host", "postgres: 'jdbc:postgresql://host/db?user=me&password=${env:A}&ssl=true'",
      "postgres: jdbc:postgresql://host/db?sslmode=require", "# secret: ${env:A}", "",
      "a: { secret: '' }", "metrics: on"})
  void aPlaceholderIsNone(String text) {
    assertEquals(List.of(), OutsideValues.plainSecrets("trunks.yaml", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "sources: { a: { sql: { password: hunter2 } } }", "sources: { a: { sql: { password: '${env:A:-hunter2}' } } }",
      "sources: { a: { sql: { url: 'jdbc:postgresql://h/d?user=x&password=hunter2' } } }", "sources: { a: { http: { headers: { Authorization: Bearer hunter2 } } } }",
      "sources: { a: { http: { headers: { x-api-KEY: hunter2 } } } }", "sources: { a: { http: { url: 'https://me:hunter2@h' } } }", "# password: hunter2"})
  void aSecretOfADataSourceIsFound(String text) {
    assertEquals(1, OutsideValues.plainSecrets("lookups.yaml", text).size(), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "sources: { a: { sql: { password: '${env:A}' } } }", "sources: { a: { http: { headers: { Authorization: 'Bearer ${env:A}', Cookie: file:c, Accept: x } } } }",
      "lookups: { a: { takes: { pin: secret, password: secret, secret: text, token: text } } }", "lookups: { a: { gives: { token: text } } }"})
  void aPlaceholderOrAParameterOfADataSourceIsNone(String text) {
    assertEquals(List.of(), OutsideValues.plainSecrets("lookups.yaml", text));
  }

  @Test
  void whatIsSaidDoesNotShowIt() {
    assertEquals(
        List.of("trunks.yaml:2: spare.secret: has a secret in plain; write it as ${env:NAME} or file:path on the machine, then this file can be read and changed here"),
        OutsideValues.plainSecrets("trunks.yaml", "spare:\n  secret: hunter2\n"));
  }

  @Test
  void theFilesThatComeWithTheProgramHaveNone() throws Exception {
    try (Stream<Path> files = Files.list(Checkout.home().resolve("config"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        assertEquals(List.of(), OutsideValues.plainSecrets(file.getFileName().toString(), Files.readString(file)));
      }
    }
  }

  @Test
  void aPlaceholderMayStayButNotCome() {
    String before = "demo:\n  anna: { display_name: A, phone: { secret: '${env:A}' } }\n";
    assertEquals(List.of(), OutsideValues.newPlaceholders("agents.yaml", before, before.replace("display_name: A", "display_name: B")));
    for (String name : List.of("${env:A}", "file:/etc/shadow", "x${env:B:-y}")) {
      List<String> found = OutsideValues.newPlaceholders("agents.yaml", before, before.replace("display_name: A", "display_name: '" + name + "'"));
      assertEquals(1, found.size(), name);
      assertTrue(found.getFirst().startsWith("agents.yaml:2: demo.anna.display_name: has a placeholder that was not there before"), found::toString);
    }
  }
}
