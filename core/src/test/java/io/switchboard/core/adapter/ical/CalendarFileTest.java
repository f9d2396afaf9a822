package io.switchboard.core.adapter.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.adapter.ical.CalendarFile.Result;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closures are written in the zone's local time: {@code 2026-12-25T00:00/2026-12-26T00:00}. */
class CalendarFileTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2030-01-01T00:00:00Z");

  private static String calendar(String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n";
  }

  private static String event(String... lines) {
    return "BEGIN:VEVENT\r\nUID:one\r\nDTSTAMP:20260101T000000Z\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT";
  }

  private static List<String> closures(ZoneId zone, String text) {
    return switch (CalendarFile.read(text, zone, FROM, TO)) {
      case Result.Good good -> good.closures().stream().map(each -> local(each.fromMs(), zone) + "/" + local(each.toMs(), zone)).toList();
      case Result.Bad bad -> throw new AssertionError(bad.toString());
    };
  }

  private static LocalDateTime local(long ms, ZoneId zone) {
    return Instant.ofEpochMilli(ms).atZone(zone).toLocalDateTime();
  }

  private static List<String> faults(String text) {
    return switch (CalendarFile.read(text, BERLIN, FROM, TO)) {
      case Result.Good good -> List.of();
      case Result.Bad bad -> bad.faults().stream().map(each -> each.line() + " " + each.key() + ": " + each.wrong() + "; " + each.right()).toList();
    };
  }

  @Test
  void aDayThatComesEachYear_lessTheYearsExcepted_andMoreDays() {
    assertEquals(
        List.of("2026-10-03T00:00/2026-10-04T00:00", "2027-10-04T00:00/2027-10-05T00:00", "2028-10-03T00:00/2028-10-04T00:00",
            "2029-10-03T00:00/2029-10-04T00:00"),
        closures(BERLIN, calendar(event(
            "DTSTART;VALUE=DATE:19901003", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20271003", "RDATE;VALUE=DATE:20271004"))));
  }

  @Test
  void severalDaysEndBeforeTheirDtend_whoseDayIsOpenAgain() {
    assertEquals(List.of("2026-12-24T00:00/2027-01-02T00:00"),
        closures(BERLIN, calendar(event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20270102"))));
    assertEquals(List.of("2026-12-24T00:00/2026-12-27T00:00"),
        closures(BERLIN, calendar(event("DTSTART;VALUE=DATE:20261224", "DURATION:P3D"))));
  }

  @Test
  void whatBeganBeforeTheFirstInstantStillCloses() {
    assertEquals(List.of("2025-12-20T00:00/2026-01-07T00:00"),
        closures(BERLIN, calendar(event("DTSTART;VALUE=DATE:20251220", "DTEND;VALUE=DATE:20260107"))));
    assertEquals("2025-12-30T00:00/2026-01-03T00:00",
        closures(BERLIN, calendar(event("DTSTART;VALUE=DATE:20201230", "DURATION:P4D", "RRULE:FREQ=YEARLY"))).getFirst());
  }

  @Test
  void wholeDaysAreThoseOfTheHoursZone() {
    ZoneId shanghai = ZoneId.of("Asia/Shanghai");
    assertEquals(List.of("2026-10-01T00:00/2026-10-02T00:00"), closures(shanghai, calendar(event("DTSTART;VALUE=DATE:20261001"))));
  }

  @Test
  void nineOClockStaysNineOClockWhenTheClocksChange_inTheZoneOfTheEvent() {
    String weekly = calendar(event(
        "DTSTART;TZID=Europe/Berlin:20260322T090000", "DTEND;TZID=Europe/Berlin:20260322T100000", "RRULE:FREQ=WEEKLY;COUNT=2"));
    assertEquals(List.of("2026-03-22T09:00/2026-03-22T10:00", "2026-03-29T09:00/2026-03-29T10:00"), closures(BERLIN, weekly));
    assertEquals(List.of("2026-03-22T08:00/2026-03-22T09:00", "2026-03-29T07:00/2026-03-29T08:00"), closures(ZoneId.of("UTC"), weekly));
  }

  @Test
  void aTimeThatTheClocksSkipIsTheOneAfter_andADayHas23Hours() {
    assertEquals(List.of("2026-03-29T03:30/2026-03-29T04:30"),
        closures(BERLIN, calendar(event("DTSTART;TZID=Europe/Berlin:20260329T023000", "DURATION:PT1H"))));
    assertEquals(List.of("2026-03-29T00:00/2026-03-30T00:00"), closures(BERLIN, calendar(event("DTSTART;VALUE=DATE:20260329"))));
    assertEquals(List.of("2026-03-28T12:00/2026-03-29T13:00"),
        closures(BERLIN, calendar(event("DTSTART;TZID=Europe/Berlin:20260328T120000", "DURATION:PT24H"))));
  }

  @ParameterizedTest
  @CsvSource({
      "DTSTART:20260601T100000Z, 2026-06-01T12:00", "DTSTART:20260601T100000, 2026-06-01T10:00",
      "DTSTART;TZID=America/New_York:20260601T100000, 2026-06-01T16:00", "DTSTART;TZID=W. Europe Standard Time:20260601T100000, 2026-06-01T10:00",
      "DTSTART;TZID=/program.example/20260101/America/New_York:20260601T100000, 2026-06-01T16:00"})
  void aTimeIsInItsOwnZone_orInThatOfTheHours(String start, String local) {
    assertEquals(local, closures(BERLIN, calendar(event(start, "DURATION:PT1H"))).getFirst().split("/")[0]);
  }

  @Test
  void aRuleEndsWithItsUntil_thatDayIncluded() {
    assertEquals(3, closures(BERLIN, calendar(event("DTSTART;VALUE=DATE:20260601", "RRULE:FREQ=MONTHLY;UNTIL=20260801"))).size());
    assertEquals(3, closures(BERLIN, calendar(event("DTSTART:20260601T100000", "DURATION:PT1H", "RRULE:UNTIL=20260801T080000Z;FREQ=MONTHLY"))).size());
    assertEquals(2, closures(BERLIN, calendar(event("DTSTART:20260601T100000", "DURATION:PT1H", "RRULE:FREQ=MONTHLY;UNTIL=20260801T075959Z"))).size());
  }

  @Test
  void anOccurrenceThatWasMovedTakesPlaceOnce_aCancelledOneNever() {
    String moved = event("DTSTART:20260608T120000", "DTEND:20260608T130000", "RECURRENCE-ID:20260608T100000");
    String cancelled = event("DTSTART:20260615T100000", "DTEND:20260615T110000", "RECURRENCE-ID:20260615T100000", "STATUS:CANCELLED");
    assertEquals(List.of("2026-06-01T10:00/2026-06-01T11:00", "2026-06-08T12:00/2026-06-08T13:00"), closures(BERLIN, calendar(
        event("DTSTART:20260601T100000", "DTEND:20260601T110000", "RRULE:FREQ=WEEKLY;COUNT=3"), moved, cancelled)));
  }

  @Test
  void foldedAndEmptyLinesAndOtherComponentsAreRead() {
    assertEquals(List.of("2026-12-25T00:00/2026-12-26T00:00"), closures(BERLIN, calendar(
        "", "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE",
        event("SUMMARY:Christmas\\, the\r\n  first day", "DTSTART;VA\r\n LUE=DATE:2026\r\n\t1225", "TRANSP:TRANSPARENT",
            "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nEND:VALARM"),
        "BEGIN:VTODO\nDTSTART;VALUE=DATE:20260101\nEND:VTODO")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      DTSTART;VALUE=DATE:20260230 | 7 DTSTART: '20260230' is no date or time of iCalendar; give one such as DTSTART;VALUE=DATE:20261225, or DTSTART;TZID=Europe/Berlin:20261224T140000
      SUMMARY:no beginning | 4 VEVENT: has no DTSTART; give its beginning, e.g. DTSTART;VALUE=DATE:20261225
      DTSTART;VALUE=DATE:20260101⏎RRULE:FREQ=SOMETIMES | 8 RRULE: 'FREQ=SOMETIMES' is no rule of iCalendar; give one such as FREQ=YEARLY or FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
      DTSTART:20260101T100000⏎DURATION:PT1S⏎RRULE:FREQ=SECONDLY | 9 RRULE: 'FREQ=SECONDLY' comes again within a day; give FREQ=DAILY or less often
      DTSTART:20260101T100000⏎DURATION:PT1S⏎RRULE:FREQ=DAILY;BYHOUR=1,2,3,4;BYMINUTE=1,2,3 | 9 RRULE: the event comes again more than 10000 times; give FREQ=DAILY or less often, without BYMINUTE and BYSECOND
      DTSTART;TZID=Mars/Base:20260101T100000⏎DURATION:PT1H | 7 DTSTART: 'Mars/Base' is no time zone that is known here; give one such as Europe/Berlin; rules of a VTIMEZONE are not read
      DTSTART:20260102T100000⏎DTEND:20260102T090000 | 8 DTEND: is before DTSTART; give the later of the two as DTEND
      DTSTART:20260102T100000⏎DTEND;VALUE=DATE:20260103 | 8 DTEND: is a date but DTSTART is not; write both alike
      DTSTART:20260102T100000 | 7 DTSTART: the event takes no time and closes nothing; give a later DTEND, or remove the event
      DTSTART;VALUE=DATE:20260102⏎DURATION:soon | 8 DURATION: 'soon' is no duration of iCalendar; give one such as PT1H30M or P2D
      DTSTART;VALUE=DATE:20260102⏎EXRULE:FREQ=YEARLY | 8 EXRULE: is not read; list the days in EXDATE
      DTSTART;VALUE=DATE:20260102⏎FOO | 8 : 'FOO' is no line of iCalendar; write NAME:value, or NAME;PARAMETER=value:value
      DTSTART;VALUE=DATE:20260102⏎BEGIN:VALARM | 9 : 'END:VEVENT' is out of place; end each BEGIN:NAME with its END:NAME
      """)
  void whatIsWrongIsSaidWithItsLine(String lines, String fault) {
    assertEquals(List.of(fault), faults(calendar(event(lines.replace("⏎", "\r\n")))));
  }

  @Test
  void whenItIsNoCalendar_thenItIsSaid() {
    assertEquals(List.of("1 : 'hello' is no line of iCalendar; write NAME:value, or NAME;PARAMETER=value:value"), faults("hello"));
    assertEquals(List.of("1 : does not begin with BEGIN:VCALENDAR; give a file as calendar programs export it (.ics, RFC 5545)"), faults(""));
    assertEquals(List.of("6 : 'X:1' is out of place; end each BEGIN:NAME with its END:NAME"), faults(calendar("Y:1") + "X:1"));
  }

  @Test
  void aFileMayHoldSeveralCalendars() {
    assertEquals(2, closures(BERLIN, calendar(event("DTSTART;VALUE=DATE:20260101")) + calendar(event("DTSTART;VALUE=DATE:20260103"))).size());
  }

  @Test
  void whatWouldTakeForeverIsRefused() {
    String daily = event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY");
    assertEquals(List.of("208 VEVENT: with this event the file closes more than 50000 times; remove events, or give them fewer times"),
        faults(calendar((daily + "\r\n").repeat(100).strip())));
    assertEquals(List.of("8 EXDATE: is one of more than 2000 exceptions; remove those that are over"),
        faults(calendar(event("DTSTART;VALUE=DATE:20260101", "EXDATE;VALUE=DATE:" + "20260101,".repeat(2_000) + "20260101"))));
    assertEquals(1, faults(calendar((event("DTSTART;VALUE=DATE:20260101") + "\r\n").repeat(5_001).strip())).size());
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertEquals(2, faults(calendar(event("DTSTART:x"), event("DTSTART:20260101T000000Z", "DURATION:y"))).size());
  }
}
