package io.switchboard.core.adapter.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.line.LineEvent.PhoneReachable;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.SippPhones;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Phones that sign in to us, and a provider to whom we sign in. */
class RegistrationIT {

  @Test
  void whenATrunkWantsUsToSignIn_thenWeDoWithItsPassword_andItIsUp() throws Exception {
    try (LineOnAsterisk on = new LineOnAsterisk(); SipParty provider = on.registrar(SipDialogue.registrar("4930123450"))) {
      provider.awaitAsWritten(); // Asterisk begins within ten seconds
      String state = registrations(on);
      for (long end = System.nanoTime() + 5_000_000_000L; !state.contains(" Registered") && System.nanoTime() < end; ) {
        state = registrations(on);
      }
      assertTrue(state.matches("(?s).*signed-in.* Registered.*"), state);
    }
  }

  @Test
  void whenAPhoneRegisters_thenItIsToldToBeReachable() throws IOException {
    try (LineOnAsterisk on = new LineOnAsterisk()) {
      int mark = on.events.mark();
      try (SippPhones carl = SippPhones.registered(
          on.home, "carl", new Behaviour.RingsOnly(), Ports.free(), on.sipPort,
          List.of(new SippPhones.Login("carl", LineOnAsterisk.CARLS_SECRET)))) {
        assertEquals(new PhoneReachable("carl", true), on.events.await(PhoneReachable.class, mark));
      }
    }
  }

  private static String registrations(LineOnAsterisk on) {
    return on.server.console("pjsip show registrations");
  }
}
