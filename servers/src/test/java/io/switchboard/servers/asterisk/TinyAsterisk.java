package io.switchboard.servers.asterisk;

import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.process.Life;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An Asterisk with one SIP endpoint for all who call from this machine, and a dialplan of the test.
 *
 * @param sip its UDP port for SIP
 */
public record TinyAsterisk(AsteriskServer server, int sip) implements AutoCloseable {
  private static final int RTP_PORTS = 200;

  /** Starts it with the given extensions in the context {@code callers}, and further sections of pjsip.conf. */
  public static TinyAsterisk start(Path directory, String extensions, String pjsip) throws IOException {
    AsteriskLocation location = AsteriskLocation.find();
    int ami = Ports.free();
    int sip = Ports.free();
    int rtp = Ports.freeRange(RTP_PORTS);
    Files.createDirectories(directory);
    write(directory, "asterisk.conf", """
        [directories]
        astetcdir => %1$s
        astmoddir => %2$s
        astdatadir => %3$s
        astvarlibdir => %1$s/lib
        astdbdir => %1$s/lib
        astkeydir => %1$s/lib
        astspooldir => %1$s/spool
        astrundir => %1$s/run
        astlogdir => %1$s/log
        astsbindir => %1$s
        [options]
        documentation_language = en_US
        """.formatted(directory, location.modules(), location.data()));
    write(directory, "modules.conf", "[modules]\nautoload=yes\nnoload=chan_iax2.so\nnoload=pbx_dundi.so\nnoload=chan_unistim.so\n");
    write(directory, "logger.conf", "[logfiles]\nconsole => notice,warning,error\n");
    write(directory, "manager.conf", "[general]\nenabled=yes\nbindaddr=127.0.0.1\nport=%d\n".formatted(ami));
    write(directory, "rtp.conf", "[general]\nrtpstart=%d\nrtpend=%d\n".formatted(rtp, rtp + RTP_PORTS - 1));
    write(directory, "extensions.conf", "[callers]\n" + extensions);
    write(directory, "pjsip.conf", """
        [global]
        endpoint_identifier_order=username,ip,anonymous
        [udp]
        type=transport
        protocol=udp
        bind=127.0.0.1:%d
        [anyone]
        type=endpoint
        context=callers
        disallow=all
        allow=ulaw
        direct_media=no
        [anyone]
        type=identify
        endpoint=anyone
        match=127.0.0.1
        %s
        """.formatted(sip, pjsip));
    return new TinyAsterisk(AsteriskServer.start(location, directory, ami, Life.WITH_US, Progress.SILENT), sip);
  }

  private static void write(Path directory, String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  @Override
  public void close() {
    server.close();
  }
}
