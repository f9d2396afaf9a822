package io.switchboard.app;

import io.switchboard.core.adapter.asterisk.AmiAddress;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup.Listen;
import io.switchboard.core.adapter.postgres.PgSettings;
import java.nio.file.Path;

/**
 * Where the platform reaches its servers.
 *
 * @param browsers Asterisk's HTTP server, where browser phones come in; its port is 0 where there are none
 * @param sounds directory that this platform writes and Asterisk reads, at the same path for both
 */
public record Reach(PgSettings postgres, String redisUri, AmiAddress asterisk, Listen browsers, Path sounds) {}
