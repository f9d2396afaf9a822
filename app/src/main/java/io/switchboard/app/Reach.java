package io.switchboard.app;

import io.switchboard.core.adapter.asterisk.AmiAddress;
import io.switchboard.core.adapter.postgres.PgSettings;
import java.nio.file.Path;

/**
 * Where the platform reaches its servers.
 *
 * @param sounds directory that this platform writes and Asterisk reads, at the same path for both
 */
public record Reach(PgSettings postgres, String redisUri, AmiAddress asterisk, Path sounds) {}
