package io.switchboard.app.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Comfort;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.app.configuration.AgentPlan.PhonePlan;
import io.switchboard.core.access.Role;
import io.switchboard.core.call.EntryPoint;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.line.Phone;
import io.switchboard.core.line.Trunk;
import io.switchboard.core.time.Hours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFilesTest {
  private static final TenantId DEMO = new TenantId("demo");

  @TempDir
  private Path path;

  @Test
  void everySettingBecomesARecord() throws ConfigurationException {
    Configuration configuration = new Directory(path).load();

    assertEquals(List.of(new EntryPoint(DEMO, "main", "+4930123450", "main", "en")), configuration.entryPoints());
    assertEquals(new EntryPoint(DEMO, "unknown_number", "", "unknown-number", "en"), configuration.unknownNumber());
    assertEquals("busy", configuration.busyFlow());
    QueueSettings sales = configuration.queues().getFirst();
    assertEquals(QueueId.of("demo", "sales"), sales.id());
    assertEquals(Map.of("sales", 5), sales.skills());
    assertEquals(List.of(new Relaxation(30_000, Map.of("sales", 3))), sales.relaxations());
    assertEquals(15_000, sales.ringMs());
    AgentPlan anna = configuration.agents().getFirst();
    assertEquals(AgentId.of("demo", "anna"), anna.id());
    assertEquals(new PhonePlan.Fixed(new Phone.Endpoint("demo-anna"), "sip:anna@127.0.0.1:5070"), anna.phone());
    assertEquals(Set.of(QueueId.of("demo", "sales")), anna.settings().queues());
    assertEquals(List.of(new UserPlan(DEMO, "anna", Role.AGENT), new UserPlan(DEMO, "sam", Role.SUPERVISOR)), configuration.users());
    assertEquals(List.of(new Trunk("carrier", Trunk.Mode.ADDRESS, "127.0.0.1", 5060, "", "", new NumberPlan("DE", ""))),
        configuration.trunks());
  }

  @Test
  void hoursAreInTheTenantsZoneUnlessTheyNameTheirOwn() throws ConfigurationException {
    QueueSettings sales = new Directory(path).load().queues().getFirst();

    assertTrue(sales.doors().hours().openAt(ms("2026-07-01T08:00:00+02:00")));
    assertFalse(sales.doors().hours().openAt(ms("2026-07-01T18:00:00+02:00")));
    assertFalse(sales.doors().hours().openAt(ms("2026-12-25T12:00:00+01:00")));
  }

  @Test
  void whatACalendarClosesIsClosed_butOnASpecialDayOnlyThatDaysSpansCount() throws ConfigurationException {
    Hours hours = new Directory(path).change("hours.yaml", "closed: [2026-12-25]", """
        calendars: [holidays.ics]
            special: { 2028-10-03: 09:00-13:00, 2026-07-04: ["10:00-12:00"], 2026-07-01: [] }""").load().queues().getFirst().doors().hours();

    assertEquals(
        List.of(false, true, true, false, true, false, false),
        List.of("2027-10-03T12:00:00+02:00", "2027-10-04T12:00:00+02:00", "2028-10-03T12:00:00+02:00", "2028-10-03T13:00:00+02:00",
            "2026-07-04T11:59:00+02:00", "2026-07-04T12:00:00+02:00", "2026-07-01T12:00:00+02:00").stream()
            .map(at -> hours.openAt(ms(at))).toList());
  }

  @Test
  void theNextTenYearsOfARuleAreKnown() throws ConfigurationException {
    Hours hours = new Directory(path).change("hours.yaml", "closed: [2026-12-25]", "calendars: [holidays.ics]").load()
        .queues().getFirst().doors().hours();
    assertEquals(12, hours.closures().all().size());
    assertTrue(hours.closures().closedAt(ZonedDateTime.now().plusYears(10).withMonth(10).withDayOfMonth(3).withHour(12).toInstant().toEpochMilli()));
  }

  @Test
  void whatIsLeftOutHasTheDefaultThatItsSchemaStates() throws ConfigurationException, IOException {
    Directory directory = new Directory(path).write("switchboard.yaml", "").write("queues.yaml", "demo: { sales: {} }");
    Configuration configuration = directory.load();

    com.fasterxml.jackson.databind.JsonNode schema = schema("switchboard").path("properties");
    Installation installation = configuration.installation();
    assertEquals(schema.at("/http/properties/port/default").asInt(), installation.http().port());
    assertEquals(schema.at("/http/properties/host/default").asText(), installation.http().host());
    assertEquals(schema.at("/sip/properties/port/default").asInt(), installation.sip().port());
    assertEquals(schema.at("/sip/properties/host/default").asText(), installation.sip().host());
    assertEquals(schema.at("/sip/properties/rtp_first_port/default").asInt(), installation.sip().rtpFirstPort());
    assertEquals(schema.at("/sip/properties/rtp_last_port/default").asInt(), installation.sip().rtpLastPort());
    assertEquals(Path.of(schema.at("/data/default").asText()), installation.data());
    assertEquals(schema.at("/limits/properties/calls/default").asInt(), installation.calls());
    assertEquals(schema.at("/limits/properties/spill_mb/default").asLong() << 20, installation.spillBytes());
    assertEquals(schema.at("/service_level/properties/target_s/default").asLong() * 1000, installation.definitions().withinMs());
    assertEquals(schema.at("/service_level/properties/short_abandon_s/default").asLong() * 1000,
        installation.definitions().shortAbandonMs());
    assertEquals(schema.at("/service_level/properties/form/default").asText(),
        installation.definitions().serviceLevel().name().toLowerCase(java.util.Locale.ROOT));
    assertEquals(new AsteriskServer.Embedded(), installation.asterisk());
    assertEquals(new DataServer.Embedded(), installation.postgres());
    com.fasterxml.jackson.databind.JsonNode queue = schema("queues").at("/additionalProperties/additionalProperties/properties");
    QueueSettings sales = configuration.queues().getFirst();
    assertEquals(queue.at("/ring_s/default").asLong() * 1000, sales.ringMs());
    assertEquals(queue.at("/wrap_up_s/default").asLong() * 1000, sales.work().wrapUp().ms());
    assertEquals(queue.at("/auto_answer/default").asBoolean(), sales.work().autoAnswer());
    assertEquals(io.switchboard.acd.queue.Work.ALL_STRIKES, sales.work().strikes());
    assertEquals(queue.at("/announce_position_every_s/default").asLong() * 1000, sales.waiting().announceEveryMs());
    assertEquals(queue.at("/announce_position_on_entry/default").asBoolean(), sales.waiting().announceOnEntry());
    assertEquals(queue.at("/answer_within_s/default").asLong() * 1000, sales.order().answerWithinMs());
    assertEquals(queue.at("/policy/default").asText(), sales.choice().policy().text());
    assertEquals(queue.at("/last_agent_days/default").asLong(), sales.choice().lastAgentMs());
    assertEquals(queue.at("/ring_at_once/default").asInt(), sales.choice().atOnce());
    assertEquals(queue.at("/preferred_agent_wait_s/default").asLong() * 1000, sales.choice().preferredWaitMs());
    assertEquals(Reserve.NONE, sales.choice().reserve());
    assertEquals(schema.at("/routing/properties/point_worth_s/default").asLong() * 1000, installation.routing().pointWorthMs());
    assertEquals(schema.at("/routing/properties/phone_retry_s/default").asLong() * 1000, installation.routing().phoneRetryMs());
    assertEquals(queue.at("/music/default").asText(), sales.waiting().musicClass());
    assertEquals(queue.at("/announce_expected_wait/default").asBoolean(), sales.waiting().expectedWait());
    assertEquals(List.of(), sales.waiting().comfort().prompts());
    assertEquals(queue.at("/max_waiting/default").asInt(), sales.doors().maxWaiting());
    assertEquals(queue.at("/max_wait_s/default").asLong() * 1000, sales.doors().maxWaitMs());
    assertEquals(queue.at("/wait_without_agents/default").asBoolean(), sales.doors().withoutAgents());
    assertEquals(queue.at("/priority/default").asInt(), sales.order().priority());
    assertTrue(sales.doors().hours().openAt(0));
  }

  @Test
  void whenNoPhoneIsNamed_thenItIsInThePage_andHasANameOfItsOwn() throws ConfigurationException {
    List<AgentPlan> agents = new Directory(path).write("agents.yaml", """
        demo:
          anna: { display_name: Anna, queues: [sales] }
          ben: { display_name: Ben, phone: { browser: desk-7 }, queues: [sales] }
        """).load().agents();
    assertEquals(new PhonePlan.Browser(new Phone.Endpoint("demo-anna")), agents.getFirst().phone());
    assertEquals(new PhonePlan.Browser(new Phone.Endpoint("desk-7")), agents.getLast().phone());
  }

  @Test
  void whatCallersHearWhileTheyWaitIsReadAsItStands() throws ConfigurationException {
    QueueSettings sales = new Directory(path).write("queues.yaml", """
        demo:
          sales:
            announce_expected_wait: false
            comfort: { prompts: [comfort-thanks, goodbye], every_s: 45 }
        """).load().queues().getFirst();
    assertFalse(sales.waiting().expectedWait());
    assertEquals(new Comfort(List.of("comfort-thanks", "goodbye"), 45_000), sales.waiting().comfort());
  }

  @Test
  void aServerOfOnesOwnIsOneLineEach() throws ConfigurationException {
    Installation installation = new Directory(path).environment("AMI_SECRET", "s3cr:et").write("switchboard.yaml", """
        asterisk: ami://switchboard:${env:AMI_SECRET}@10.0.0.5
        postgres: jdbc:postgresql://db:5432/calls
        postgres_user: switchboard
        postgres_password: file:secrets/db
        redis: redis://:pw@cache:6379/2
        http: { metrics_token: abcdefghijklmnop, port: "${env:PORT:-9000}" }
        """).write("secrets/db", "0123456789\n").load().installation();

    assertEquals(new AsteriskServer.Ami("10.0.0.5", 5038, "switchboard", "s3cr:et", 8088), installation.asterisk());
    assertEquals(new DataServer.External("jdbc:postgresql://db:5432/calls", "switchboard", "0123456789"), installation.postgres());
    assertEquals("redis://:pw@cache:6379/2", ((DataServer.External) installation.redis()).url());
    assertEquals(9000, installation.http().port());
    assertEquals(Optional.of("abcdefghijklmnop"), installation.http().metricsToken());
    assertFalse(installation.toString().contains("s3cr:et") || installation.toString().contains("0123456789")
        || installation.toString().contains(":pw@") || installation.toString().contains("abcdefghijklmnop"), installation::toString);
  }

  @Test
  void theDemoCompanyIsRight() throws IOException, ConfigurationException {
    Path shipped = Path.of("../config");
    Directory directory = new Directory(path);
    try (var files = Files.list(shipped)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        directory.write(file.getFileName().toString(), Files.readString(file));
      }
    }
    try (var flows = Files.list(shipped.resolve("flows"))) {
      flows.forEach(flow -> directory.write("flows/" + flow.getFileName(), ""));
    }
    try (var scripts = Files.list(shipped.resolve("scripts"))) {
      scripts.forEach(script -> directory.write("scripts/" + script.getFileName(), ""));
    }
    directory.write("calendars/berlin-holidays.ics", Files.readString(shipped.resolve("calendars/berlin-holidays.ics")));
    Configuration demo = directory.load();

    Hours office = demo.hours().get(DEMO).get("office");
    assertFalse(office.openAt(ms("2027-03-26T12:00:00+01:00")), "Good Friday");
    assertTrue(office.openAt(ms("2027-03-25T12:00:00+01:00")));
    assertFalse(office.openAt(ms("2028-05-01T12:00:00+02:00")), "Labour Day");
    assertEquals(10, demo.agents().size());
    assertEquals(Set.of("en", "zh"), Set.copyOf(demo.tenants().getFirst().languages()));
    assertTrue(demo.agents().stream().allMatch(agent -> agent.role() != Role.AGENT || !agent.settings().queues().isEmpty()));
  }

  private static com.fasterxml.jackson.databind.JsonNode schema(String file) throws IOException {
    return new com.fasterxml.jackson.databind.ObjectMapper().readTree(
        ConfigurationFilesTest.class.getResourceAsStream("/schema/" + file + ".schema.json"));
  }

  private static long ms(String text) {
    return ZonedDateTime.parse(text).toInstant().toEpochMilli();
  }
}
