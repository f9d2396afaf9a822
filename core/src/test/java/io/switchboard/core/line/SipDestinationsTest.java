package io.switchboard.core.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipDestinationsTest {
  private static final SipDestinations MAY =
      new SipDestinations(List.of("pbx.example.com", "192.0.2.7:5080"), new NumberPlan("DE", ""));

  @ParameterizedTest
  @CsvSource({
      "sip:desk@pbx.example.com,      sip:desk@pbx.example.com:5060",
      "sip:desk@PBX.example.com:5060, sip:desk@pbx.example.com:5060",
      "sip:4711@192.0.2.7,            sip:4711@192.0.2.7:5080",
      "sip:4711@192.0.2.7:5080,       sip:4711@192.0.2.7:5080"})
  void anAddressOfAListedHostIsDialled_atItsPort(String address, String dialled) {
    assertEquals(Optional.of(dialled), MAY.resolve(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "sip:desk@pbx.example.org", "sip:desk@pbx.example.com.evil.net", "sip:desk@evil.pbx.example.com", "sip:desk@pbx.example.com:5061",
      "sip:desk@192.0.2.7:5060", "sip:desk@192.0.2.70:5080", "sip:desk@pbx.example.com;transport=tcp", "sip:desk@pbx.example.com&Local/x@y",
      "sip:a@b@pbx.example.com", "sip:desk@pbx.example.com?Replaces=x", "sips:desk@pbx.example.com", "sip:@pbx.example.com", "desk@pbx.example.com",
      "sip:${X}@pbx.example.com", "sip:a,b@pbx.example.com"})
  void whatIsNotListed_orNoPlainAddress_isNotDialled(String address) {
    assertEquals(Optional.empty(), MAY.resolve(address));
  }

  @Test
  void whenNothingIsListed_thenNoAddressIsDialled_notEvenTheTrunksOwn() {
    assertEquals(Optional.empty(), SipDestinations.NONE.resolve("sip:desk@pbx.example.com"));
  }

  @ParameterizedTest
  @CsvSource({
      "sip:+498912345678@pbx.example.com, +498912345678",
      "sip:+1-900-555.1234@pbx.example.com, +19005551234",
      "sip:0900312345@pbx.example.com,    +49900312345",
      "sip:00882123456789@pbx.example.com,+882123456789"})
  void anAddressThatIsATelephoneNumberIsOne(String address, String number) {
    assertEquals(Optional.of(number), MAY.number(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sip:4711@pbx.example.com", "sip:desk@pbx.example.com", "sip:desk-1234567@pbx.example.com"})
  void anExtensionOrANameIsNone(String address) {
    assertEquals(Optional.empty(), MAY.number(address));
  }
}
