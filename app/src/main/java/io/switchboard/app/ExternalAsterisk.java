package io.switchboard.app;

import io.switchboard.app.configuration.AsteriskServer.Ami;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.core.adapter.asterisk.AmiAddress;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup;
import java.nio.file.Path;

/** What an Asterisk that runs already must know. */
public final class ExternalAsterisk {
  /** How often a phone is asked whether it is there: a dead one is known after so many seconds. */
  static final int QUALIFY_S = 10;

  private ExternalAsterisk() {}

  /**
   * Its own files keep its directories, ports and addresses: those of the setup are not written.
   *
   * @param platform the address from which we connect
   */
  public static AsteriskSetup setup(Configuration configuration, Ami ami, String platform) {
    Path data = configuration.installation().data().toAbsolutePath();
    var sip = configuration.installation().sip();
    return new AsteriskSetup(
        "sb1",
        new AsteriskSetup.Places(data, data, data, data),
        new AsteriskSetup.Listen(sip.host(), sip.port()),
        new AsteriskSetup.Ports(sip.rtpFirstPort(), sip.rtpLastPort()),
        new AmiAddress(ami.host(), ami.port(), ami.user(), ami.secret()), Phones.browsers(configuration.agents(), "127.0.0.1", ami.webPort()),
        platform, QUALIFY_S, Music.classes(sounds(configuration)), configuration.trunks(), Phones.accounts(configuration.agents()));
  }

  /** Under which an Asterisk on this machine finds its music; it plays what is there when it starts or reloads. */
  public static Path sounds(Configuration configuration) {
    return configuration.installation().data().toAbsolutePath().resolve("sounds");
  }

  /** The same for an Asterisk that does nothing else, in a directory of its own, whose simulated phones answer no OPTIONS: none is asked. */
  public static AsteriskSetup in(AsteriskSetup setup, Path directory, Path modules, Path data) {
    return new AsteriskSetup(
        setup.systemName(), new AsteriskSetup.Places(directory, modules, data, directory.resolve("state")), setup.sip(), setup.rtp(),
        setup.ami(), setup.browsers(), setup.platform(), 0, setup.music(), setup.trunks(), setup.phones());
  }
}
