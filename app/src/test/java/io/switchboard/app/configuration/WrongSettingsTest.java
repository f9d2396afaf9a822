package io.switchboard.app.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongSettingsTest {
  @TempDir
  private Path path;

  private Directory directory;

  @BeforeEach
  void rightDirectory() {
    directory = new Directory(path);
  }

  @Test
  void whenNothingIsWrong_thenNothingIsReported() {
    assertEquals(List.of(), directory.wrongs());
  }

  /** file | what stands there | what is written instead | the line that is read. */
  @ParameterizedTest(name = "{3}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      switchboard.yaml | limits: | limts: | switchboard.yaml:3: limts: unknown key; did you mean 'limits'?
      switchboard.yaml | limits: | colour: | switchboard.yaml:3: colour: unknown key; known keys are asterisk, asterisk_web_port, postgres, postgres_user, postgres_password, redis, http, sip, data, limits, routing, service_level
      switchboard.yaml | calls: 10 | calls: 0 | switchboard.yaml:4: limits.calls: 0 is not allowed; give calls at once from 1 to 100000; more hear the busy flow
      switchboard.yaml | calls: 10 | calls: many | switchboard.yaml:4: limits.calls: 'many' is not allowed; give calls at once from 1 to 100000; more hear the busy flow
      switchboard.yaml | calls: 10 | `calls: ` | switchboard.yaml:4: limits.calls: an empty value is not allowed; give calls at once from 1 to 100000; more hear the busy flow
      switchboard.yaml | asterisk: embedded | asterisk: ami://me:topsecret@host:port | switchboard.yaml:1: asterisk: 'ami://…@host:port' is not allowed; give 'embedded' or ami://user:secret@host:port, the user of A-Z a-z 0-9 _ . - and the secret without @ / > backslash or blank
      switchboard.yaml | asterisk: embedded | postgres: mysql://host/db | switchboard.yaml:1: postgres: 'mysql://host/db' is not allowed; give 'embedded' or jdbc:postgresql://host:port/database
      switchboard.yaml | asterisk: embedded | redis: localhost | switchboard.yaml:1: redis: 'localhost' is not allowed; give 'embedded' or redis://user:password@host:port/database
      switchboard.yaml | asterisk: embedded | service_level: { form: offered } | switchboard.yaml:1: service_level.form: 'offered' is not allowed; allowed are answered_and_abandoned_late, answered, answered_and_abandoned, answered_and_all_abandoned
      switchboard.yaml | port: 0 | token_secret: short | switchboard.yaml:2: http.token_secret: this value is not allowed; give at least 32 characters that nobody can guess; left out, one is made and kept in the data directory
      switchboard.yaml | port: 0 | trusted_proxies: [127.0.0.1, proxy] | switchboard.yaml:2: http.trusted_proxies[2]: 'proxy' is no IP address; give one such as 127.0.0.1 or 2001:db8::1
      switchboard.yaml | asterisk: embedded | sip: { rtp_first_port: 10000, rtp_last_port: 10001 } | switchboard.yaml:1: sip.rtp_last_port: 10001 leaves no room above rtp_first_port 10000; give at least 10003; a call needs four ports
      switchboard.yaml | asterisk: embedded | data: [var] | switchboard.yaml:1: data: a list is not allowed; give the directory for everything that is kept, absolute or from where the program starts
      switchboard.yaml | asterisk: embedded | "asterisk: embedded | switchboard.yaml:1: is not YAML: while scanning a quoted scalar; correct the indentation or quotes
      switchboard.yaml | asterisk: embedded | `data: "a\\nb"` | switchboard.yaml:1: data: contains a line break or another control character; write it on one line, without
      switchboard.yaml | asterisk: embedded | data: ${env:NOWHERE} | switchboard.yaml:1: data: the environment variable NOWHERE is not set; set it before the start
      switchboard.yaml | asterisk: embedded | data: ${NOWHERE} | switchboard.yaml:1: data: '${NOWHERE}' has a placeholder that is not known; write ${env:NAME} or ${env:NAME:-otherwise}
      tenants.yaml | time_zone: Europe/Berlin | time_zone: Europe/Berlim | tenants.yaml:3: demo.time_zone: 'Europe/Berlim' is no time zone; did you mean 'Europe/Berlin'?
      tenants.yaml | [en, zh] | [en, de] | tenants.yaml:4: demo.languages[2]: 'de' is not allowed; allowed are en, zh
      tenants.yaml | [en, zh] | [en, en] | tenants.yaml:4: demo.languages: a list is not allowed to name something twice; give a list of languages, the first is the default: [en, zh]
      tenants.yaml | `english]` | `english]⏎  skills: []` | tenants.yaml:6: demo.skills: is given twice, first in line 5; keep one or rename the other
      tenants.yaml | `  name: Demo` | ` ` | tenants.yaml:1: demo.name: is missing; give the company's name as people read it, 1 to 200 characters
      entry-points.yaml | "+4930123450" | +49 30 123450 | entry-points.yaml:2: entry_points.main.number: '+49 30 123450' is not allowed; give a number in E.164 such as +4930123450, or an extension of 1 to 15 digits
      entry-points.yaml | tenant: demo, flow: main | tenant: dmeo, flow: main | entry-points.yaml:2: entry_points.main.tenant: 'dmeo' is unknown; did you mean 'demo'?
      entry-points.yaml | flow: main | flow: mian | entry-points.yaml:2: entry_points.main.flow: 'mian' is unknown; did you mean 'main'?
      entry-points.yaml | flow: busy | flow: engaged | entry-points.yaml:4: busy.flow: 'engaged' is unknown; flows are busy, main, unknown-number
      entry-points.yaml | flow: main, language: en | flow: main, language: fr | entry-points.yaml:2: entry_points.main.language: 'fr' is unknown; languages of demo are en, zh
      entry-points.yaml | busy: { flow: busy } | `` | entry-points.yaml:1: busy: is missing; give the flow for calls beyond limits.calls
      queues.yaml | ring_s | rings_s | queues.yaml:6: demo.sales.rings_s: unknown key; did you mean 'ring_s'?
      queues.yaml | ring_s: 15 | ring_s: 1 | queues.yaml:6: demo.sales.ring_s: 1 is not allowed; give seconds from 3 to 300 that a phone rings before the next agent's
      queues.yaml | ring_s: 15 | wait_without_agents: yes | queues.yaml:6: demo.sales.wait_without_agents: 'yes' is not allowed; give true to let callers wait though nobody is signed in, or false
      queues.yaml | skills: { sales: 5 } | skills: { sale: 5 } | queues.yaml:3: demo.sales.skills.sale: 'sale' is unknown; did you mean 'sales'?
      queues.yaml | skills: { sales: 3 } | skills: { french: 3 } | queues.yaml:5: demo.sales.relax[1].skills.french: 'french' is unknown; skills in tenants.yaml are sales, english
      queues.yaml | skills: { sales: 5 } | skills: { sales: 11 } | queues.yaml:3: demo.sales.skills.sales: 11 is not allowed; give a level from 1 to 10
      queues.yaml | hours: office | hours: ofice | queues.yaml:7: demo.sales.hours: 'ofice' is unknown; did you mean 'office'?
      queues.yaml | ring_s: 15 | music: "a b" | queues.yaml:6: demo.sales.music: 'a b' is not allowed; give a music class of Asterisk: 1 to 79 of A-Z a-z 0-9 _ -; an embedded Asterisk has 'default' alone, whose files are in sounds/music of the data directory
      queues.yaml | ring_s: 15 | music: jazz | queues.yaml:6: demo.sales.music: the embedded Asterisk has no music class 'jazz'; give default: it plays the sound files in sounds/music of the data directory
      queues.yaml | `  sales:⏎` | `  sales: {}⏎  My Queue:⏎` | queues.yaml:3: demo.My Queue: is no name for such an entry; use 1 to 64 of a-z 0-9 _ . - from a letter or digit on, e.g. 'my-queue'
      queues.yaml | 3 } } | 3 } }⏎      - { after_s: 30, skills: { sales: 1 } } | queues.yaml:6: demo.sales.relax[2].after_s: 30 is not later than the step before, 30; put the steps in order of time
      queues.yaml | ring_s: 15 | recording: { mode: allways } | queues.yaml:6: demo.sales.recording.mode: 'allways' is not allowed; did you mean 'always'?
      queues.yaml | ring_s: 15 | recording: { agent_may: [stop] } | queues.yaml:6: demo.sales.recording.agent_may[1]: 'stop' is not allowed; allowed are start, pause
      queues.yaml | ring_s: 15 | recording: { keep_days: -1 } | queues.yaml:6: demo.sales.recording.keep_days: -1 is not allowed; give days from 0 (for good) to 36500 after which a recording is removed
      queues.yaml | ring_s: 15 | policy: oldest | queues.yaml:6: demo.sales.policy: 'oldest' is not allowed; allowed are longest_idle, round_robin, least_occupied, fewest_calls, most_skilled, weighted
      queues.yaml | ring_s: 15 | reserve: { agents: 1 } | queues.yaml:6: demo.sales.reserve.points: is missing; give 1 to 30: the call's priority, the queue's and the customer's class together
      queues.yaml | ring_s: 15 | answer_within_s: -1 | queues.yaml:6: demo.sales.answer_within_s: -1 is not allowed; give seconds from 0 to 3600, the goal of this queue: of two queues with one agent, whose call is due first is answered first
      tenants.yaml | `english]` | `english]⏎  value_classes: { vip: 11 }` | tenants.yaml:6: demo.value_classes.vip: 11 is not allowed; give points from 0 to 10
      tenants.yaml | `english]` | `english]⏎  destinations: ["030"]` | tenants.yaml:6: demo.destinations[1]: '030' is not allowed; give how numbers begin that may be called, with country code and in quotes, e.g. "+49"
      tenants.yaml | `english]` | `english]⏎  destinations: []` | tenants.yaml:6: demo.destinations: a list is not allowed; give a list of how numbers outside begin to which flows may transfer calls and which agents may dial: ["+49"]; left out: every number. Either way one that somebody earns by (premium rate, shared cost, personal number, pager) is called only if a beginning of 6 characters or more names it, e.g. "+49180"
      tenants.yaml | `english]` | `english]⏎  dialling: { emergency: ["+112"] }` | tenants.yaml:6: demo.dialling.emergency[1]: '+112' is not allowed; give an emergency number as it is dialled, digits in quotes, e.g. "112"
      tenants.yaml | `english]` | `english]⏎  dialling: { ring_s: 1 }` | tenants.yaml:6: demo.dialling.ring_s: 1 is not allowed; give how long the other side may ring, 5 to 120 seconds
      tenants.yaml | `english]` | `english]⏎  dialling: { trunks: { carier: { at_once: 5 } } }` | tenants.yaml:6: demo.dialling.trunks.carier: 'carier' is unknown; did you mean 'carrier'?
      tenants.yaml | `english]` | `english]⏎  dialling: { trunks: { carrier: { at_once: 0 } } }` | tenants.yaml:6: demo.dialling.trunks.carrier.at_once: 0 is not allowed; give how many calls that agents dialled may go over this trunk at once, 1 to 10000
      tenants.yaml | `english]` | `english]⏎  transfer_caller_id: mine` | tenants.yaml:6: demo.transfer_caller_id: 'mine' is not allowed; allowed are own, caller
      agents.yaml | queues: [sales] | queues: [sales]⏎    weight: 0 | agents.yaml:7: demo.anna.weight: 0 is not allowed; give 1 to 100: his share of the calls of queues whose policy is weighted
      agents.yaml | demo: | dema: | agents.yaml:1: dema: 'dema' is unknown; did you mean 'demo'?
      agents.yaml | queues: [sales] | queues: [sales, seals] | agents.yaml:6: demo.anna.queues[2]: 'seals' is unknown; did you mean 'sales'?
      agents.yaml | contact: | secret: mypassword, contact: | agents.yaml:4: demo.anna.phone: is not one kind of phone; give browser (in his page), endpoint and secret (it registers), endpoint and contact (fixed address), or number and trunks (public network)
      agents.yaml | "sip:anna@127.0.0.1:5070" | "anna;x" | agents.yaml:4: demo.anna.phone.contact: 'anna;x' is not allowed; give an address such as sip:anna@192.0.2.7:5060: it is dialled as it stands here, over UDP
      agents.yaml | "sip:anna@127.0.0.1:5070" | "sips:anna@127.0.0.1" | agents.yaml:4: demo.anna.phone.contact: 'sips:anna@127.0.0.1' is not allowed; give an address such as sip:anna@192.0.2.7:5060: it is dialled as it stands here, over UDP
      agents.yaml | "sip:anna@127.0.0.1:5070" | "sip:anna@127.0.0.1:65536" | agents.yaml:4: demo.anna.phone.contact: 'sip:anna@127.0.0.1:65536' is not allowed; give an address such as sip:anna@192.0.2.7:5060: it is dialled as it stands here, over UDP
      agents.yaml | `contact: "sip:anna@127.0.0.1:5070"` | `secret: "eight\\\\characters"` | agents.yaml:4: demo.anna.phone.secret: this value is not allowed; give the phone's password of 8 to 200 characters, best as ${env:NAME} or file:path; Asterisk's files cannot hold a backslash, a blank or > at the beginning, or a blank at the end
      agents.yaml | endpoint: demo-anna | endpoint: Global | agents.yaml:4: demo.anna.phone.endpoint: 'Global' is a name that Asterisk's own settings have; choose another name
      agents.yaml | display_name: Anna | display_name: "\\rAnna" | agents.yaml:3: demo.anna.display_name: contains a line break or another control character; write it on one line, without
      agents.yaml | queues: [sales] | queues: [sales]⏎    role: superviser | agents.yaml:7: demo.anna.role: 'superviser' is not allowed; did you mean 'supervisor'?
      agents.yaml | endpoint: demo-anna | endpoint: carrier | agents.yaml:4: demo.anna.phone.endpoint: 'carrier' is a trunk in trunks.yaml; choose another name
      users.yaml | sam: | anna: | users.yaml:2: demo.anna: is an agent in agents.yaml already; give the role there, or another name here
      hours.yaml | 2026-12-25 | 2026-02-30 | hours.yaml:5: demo.office.closed[1]: '2026-02-30' is no date; give one such as 2026-12-25
      hours.yaml | mon-fri | mon-fry | hours.yaml:4: demo.office.week.mon-fry: is no day; give a day or a range of mon, tue, wed, thu, fri, sat, sun, e.g. mon-fri
      hours.yaml | 08:00-18:00 | 8-18 | hours.yaml:4: demo.office.week.mon-fri[1]: '8-18' is not allowed; give a span such as "08:00-18:00", up to 24:00
      hours.yaml | 08:00-18:00 | 22:00-06:00 | hours.yaml:4: demo.office.week.mon-fri[1]: '22:00-06:00' ends before it begins; split it at midnight: 22:00-24:00, and 00:00-06:00 on the next day
      hours.yaml | "08:00-18:00" | "08:00-12:00", "11:00-24:00" | hours.yaml:4: demo.office.week.mon-fri[2]: '11:00-24:00' overlaps another span of mon; join the two
      hours.yaml | `    week:` | `    time_zone: Mars/Base⏎    week:` | hours.yaml:3: demo.office.time_zone: 'Mars/Base' is no time zone; give one such as Europe/Berlin
      hours.yaml | closed: [2026-12-25] | special: { 2026-02-30: "09:00-13:00" } | hours.yaml:5: demo.office.special.2026-02-30: is no date; give one such as 2026-12-24
      hours.yaml | closed: [2026-12-25] | special: { 2026-12-24: open } | hours.yaml:5: demo.office.special.2026-12-24: 'open' is not allowed; give a span such as "09:00-13:00", or a list of spans; [] for a closed day
      hours.yaml | closed: [2026-12-25] | special: { 2026-12-24: ["09:00-13:00", "12:00-14:00"] } | hours.yaml:5: demo.office.special.2026-12-24[2]: '12:00-14:00' overlaps another span of 2026-12-24; join the two
      hours.yaml | closed: [2026-12-25] | special: { 2026-12-24: 13:00-09:00 } | hours.yaml:5: demo.office.special.2026-12-24: '13:00-09:00' ends before it begins; split it at midnight: 13:00-24:00, and 00:00-09:00 on the next day
      hours.yaml | `closed: [2026-12-25]` | `closed: [2026-12-25]⏎    special: { 2026-12-25: 09:00-13:00 }` | hours.yaml:6: demo.office.special.2026-12-25: is in the list 'closed' too; keep one of the two
      hours.yaml | closed: [2026-12-25] | calendars: [holiday.ics] | hours.yaml:5: demo.office.calendars[1]: 'holiday.ics' is unknown; did you mean 'holidays.ics'?
      hours.yaml | closed: [2026-12-25] | calendars: [../holidays.ics] | hours.yaml:5: demo.office.calendars[1]: '../holidays.ics' is unknown; did you mean 'holidays.ics'?
      calendars/holidays.ics | FREQ=YEARLY | FREQ=NEVER | calendars/holidays.ics:7: RRULE: 'FREQ=NEVER' is no rule of iCalendar; give one such as FREQ=YEARLY or FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
      trunks.yaml | region: DE | region: D | trunks.yaml:4: carrier.region: 'D' is no country; give the two capital letters of ISO 3166, e.g. DE
      trunks.yaml | mode: address | mode: adress | trunks.yaml:2: carrier.mode: 'adress' is not allowed; did you mean 'address'?
      trunks.yaml | `region: DE` | `region: DE⏎  user: me` | trunks.yaml:1: carrier.secret: is missing; give user and secret, as the provider told them
      trunks.yaml | `region: DE` | `region: DE⏎  user: me@carrier.example⏎  secret: s` | trunks.yaml:5: carrier.user: 'me@carrier.example' is not allowed; give the user name at the provider: 1 to 64 of A-Z a-z 0-9 _ . + * -
      trunks.yaml | `region: DE` | `region: DE⏎  user: me⏎  secret: "> s"` | trunks.yaml:6: carrier.secret: this value is not allowed; give the password at the provider, best as ${env:NAME} or file:path; Asterisk's files cannot hold a backslash, a blank or > at the beginning, or a blank at the end
      trunks.yaml | carrier: | system: | trunks.yaml:1: system: 'system' is a name that Asterisk's own settings have; choose another name
      """)
  void oneWrongSetting(String file, String from, String to, String line) {
    directory.change(file, newLines(from), newLines(to));
    assertEquals(List.of(line), directory.wrongs());
  }

  private static String newLines(String text) {
    return text.replace("⏎", "\n");
  }

  @Test
  void whenATrunkRegistersWithoutUserAndSecret_thenBothAreAskedFor() {
    directory.change("trunks.yaml", "mode: address", "mode: registration");
    assertEquals(List.of(
        "trunks.yaml:1: carrier.user: is missing; give user and secret, as the provider told them",
        "trunks.yaml:1: carrier.secret: is missing; give user and secret, as the provider told them"), directory.wrongs());
  }

  @Test
  void whenTwoEntryPointsHaveOneNumber_thenBothAreNamed() {
    directory.change("entry-points.yaml", "unknown_number:",
        "  other: { number: \"+4930123450\", tenant: demo, flow: main, language: zh }\nunknown_number:");
    assertEquals(List.of("entry-points.yaml:3: entry_points.other.number: '+4930123450' is taken by entry_points.main in line 2; "
        + "an entry point has its number to itself"), directory.wrongs());
  }

  @Test
  void whenTwoAgentsHaveOnePhone_thenBothAreNamed() {
    directory.write("agents.yaml", """
        demo:
          anna: { display_name: A, phone: { endpoint: desk, contact: "sip:a@127.0.0.1" }, queues: [] }
          ben: { display_name: B, phone: { endpoint: desk, contact: "sip:b@127.0.0.1" }, queues: [] }
        """);
    assertEquals(List.of("agents.yaml:3: demo.ben.phone.endpoint: 'desk' is taken by demo.anna.phone in line 2; a phone rings for one agent"),
        directory.wrongs());
  }

  @Test
  void whenAnOutsidePhoneNamesAnUnknownTrunk_thenItIsNamed() {
    directory.change("agents.yaml", "{ endpoint: demo-anna, contact: \"sip:anna@127.0.0.1:5070\" }",
        "{ number: \"+491701234567\", trunks: [carier] }");
    assertEquals(List.of("agents.yaml:4: demo.anna.phone.trunks[1]: 'carier' is unknown; did you mean 'carrier'?"), directory.wrongs());
  }

  @Test
  void whenSeveralFilesAreWrong_thenAllIsToldAtOnceInOrder() throws IOException {
    directory.remove("users.yaml")
        .change("queues.yaml", "ring_s: 15", "ring_s: 0\n    priorty: 3")
        .change("agents.yaml", "[sales]", "[support]")
        .change("switchboard.yaml", "calls: 10", "calls: -1");
    assertEquals(List.of(
        "agents.yaml:6: demo.anna.queues[1]: 'support' is unknown; queues are sales",
        "queues.yaml:6: demo.sales.ring_s: 0 is not allowed; give seconds from 3 to 300 that a phone rings before the next agent's",
        "queues.yaml:7: demo.sales.priorty: unknown key; did you mean 'priority'?",
        "switchboard.yaml:4: limits.calls: -1 is not allowed; give calls at once from 1 to 100000; more hear the busy flow",
        "users.yaml: cannot be read in " + path + "; copy it from the config directory that came with the program"), directory.wrongs());
  }

  @Test
  void whenASecretIsWrong_thenItsValueIsNotShown() {
    directory.environment("TRUNK", "x".repeat(300)).change("trunks.yaml", "region: DE", "region: DE\n  user: me\n  secret: ${env:TRUNK}");
    assertEquals(List.of("trunks.yaml:6: carrier.secret: this value is not allowed; "
        + "give the password at the provider, best as ${env:NAME} or file:path; Asterisk's files cannot hold "
        + "a backslash, a blank or > at the beginning, or a blank at the end"), directory.wrongs());
  }

  @Test
  void whenAFileOfASecretIsMissing_thenItIsNamed() {
    directory.change("trunks.yaml", "region: DE", "region: DE\n  user: me\n  secret: file:secrets/trunk");
    assertEquals(List.of("trunks.yaml:6: carrier.secret: the file " + path.resolve("secrets/trunk")
        + " cannot be read; create it, readable by this user, with the value in it"), directory.wrongs());
  }

  @Test
  void whenAFileHasAliasesOrTwoDocuments_thenBothAreRefused() {
    directory.write("users.yaml", "demo:\n  sam: &s { role: supervisor }\n  ada: *s\n---\ndemo: {}\n");
    assertEquals(List.of(
        "users.yaml:3: demo.ada: is an alias of YAML; write the value itself",
        "users.yaml:5: a second document begins here; remove the line '---' and keep one document"), directory.wrongs());
  }

  @Test
  void whenAFileNestsWithoutEnd_thenItIsRefused() {
    directory.write("users.yaml", "[".repeat(500));
    assertEquals(List.of("users.yaml:1: is not YAML: nested deeper than 20 levels; correct the indentation or quotes"), directory.wrongs());
  }

  @Test
  void whenAFileIsNoText_thenItIsRefused() throws IOException {
    java.nio.file.Files.write(path.resolve("users.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertEquals(List.of("users.yaml: is not UTF-8 text; save it as UTF-8"), directory.wrongs());
  }
}
