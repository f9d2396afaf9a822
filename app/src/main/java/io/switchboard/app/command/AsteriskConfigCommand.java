package io.switchboard.app.command;

import io.switchboard.app.ExternalAsterisk;
import io.switchboard.app.Music;
import io.switchboard.app.configuration.AsteriskServer;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.core.adapter.asterisk.files.AsteriskDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an existing Asterisk ours as well. */
@Command(
    name = "asterisk-config",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what an existing Asterisk on this machine needs for Switchboard into its configuration directory: AMI user, dialplan, phones,",
      "trunks, music. It prints each file and line that it changes and writes them without asking: files of its own names, and one include",
      "line in five others. --dry-run prints and writes nothing. New files get the owner and group of DIR, and only these may read them.",
      "Then run 'core reload' there. switchboard.yaml names that server: asterisk: ami://user:secret@host:port"
    })
public final class AsteriskConfigCommand implements Callable<Integer> {
  @Mixin private ConfigOption config;

  @Parameters(paramLabel = "DIR", description = "The configuration directory of the Asterisk, mostly /etc/asterisk.")
  private Path directory;

  @Option(names = "--dry-run", description = "Say what would change and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--platform", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
      description = "The address from which Switchboard connects, as the Asterisk sees it; only it may (${DEFAULT-VALUE}).")
  private String platform;

  @Override
  public Integer call() throws Exception {
    Configuration configuration = config.load();
    if (!(configuration.installation().asterisk() instanceof AsteriskServer.Ami ami)) {
      throw new Exit.Refusal(
          "config/switchboard.yaml says asterisk: embedded; name the existing server there: asterisk: ami://switchboard:SECRET@127.0.0.1:5038");
    }
    if (!Files.isDirectory(directory)) {
      throw new Exit.Refusal(directory + " is no directory; name the configuration directory of the Asterisk, mostly /etc/asterisk");
    }
    try {
      AsteriskDiff diff = AsteriskDiff.of(ExternalAsterisk.setup(configuration, ami, platform), directory);
      System.out.print(diff.report());
      if (!dryRun) {
        music(ExternalAsterisk.sounds(configuration));
        diff.write();
        System.out.println("Written. Now run there: asterisk -rx 'core reload'");
      }
      return 0;
    } catch (IOException e) {
      throw new Exit.Refusal("cannot read or write " + e.getMessage() + "; run it as a user who may");
    }
  }

  /** Asterisk reads at its reload what there is to play. */
  private static void music(Path sounds) {
    try {
      Music.renderInto(sounds);
    } catch (IOException e) {
      throw new Exit.Refusal("nothing is written, for the music to wait by cannot be made in " + sounds + ": " + e.getMessage());
    }
  }
}
