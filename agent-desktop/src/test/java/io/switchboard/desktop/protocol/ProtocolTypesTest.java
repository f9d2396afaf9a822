package io.switchboard.desktop.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.customer.TimelineEntry;
import io.switchboard.core.ending.Party;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolTypesTest {
  private static final Path TYPES = Path.of("web/src/protocol/protocol.ts");

  private static final String FRAMES = """
      /** Sections that changed: each takes the place of the one that the client has. */
      export type DeskChange = Partial<DeskView>;

      /** Rows that changed, null for one that is no more; `waiting` and `alarms` are whole. */
      export interface WallChange {
        queues?: Record<string, QueueRow | null>;
        agents?: Record<string, AgentRow | null>;
        waiting?: WaitingCall[];
        alarms?: AlarmView[];
      }

      interface FrameHead {
        v: 1;
        /** Snapshots and changes count it up by one; other frames repeat the last one. */
        seq: number;
        at_ms: number;
      }

      export type ServerFrame = FrameHead &
        (
          | { type: 'welcome'; topic: null; body: Welcome }
          | { type: 'snapshot'; topic: 'desk'; body: DeskView }
          | { type: 'snapshot'; topic: 'wall'; body: WallView }
          | { type: 'change'; topic: 'desk'; body: DeskChange }
          | { type: 'change'; topic: 'wall'; body: WallChange }
          | { type: 'problem'; topic: Topic | null; body: ProblemNow }
          | { type: 'pong'; topic: null; body: Pong }
        );

      export type ClientFrame =
        | { v: 1; type: 'hello'; token: string; topics: Topic[]; resume?: Resume }
        | { v: 1; type: 'ping'; n: number }
        | { v: 1; type: 'phone'; here: boolean };

      /** Why the server closed the socket; other codes are the network's. */
      export const CLOSED = {
        /** A frame that cannot be read, or none within 5 s. */
        malformed: 4400,
        /** No valid token: log in again. */
        token: 4401,
        /** The role does not open this topic. */
        role: 4403,
        /** Too many sockets, or too many frames: wait a little. */
        tooMany: 4429,
      } as const;
      """;

  @Test
  void thePagesTypesAreThoseOfTheRecords() throws IOException {
    String now = """
        // Generated from the records of io.switchboard.desktop.protocol by ProtocolTypesTest, which fails when it is out of date and with
        // -Ddocs.write=true renews it. Do not change it by hand.

        %s
        %s""".formatted(
        new TypeScript().of(List.of(
            DeskView.class, WallView.class, Welcome.class, ProblemNow.class, Pong.class, Topic.class, Hello.Resume.class, TimelineEntry.class,
            Party.class)),
        FRAMES);
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(TYPES.getParent());
      Files.writeString(TYPES, now);
    }
    assertTrue(Files.exists(TYPES), "web/src/protocol/protocol.ts is missing; run this test with -Ddocs.write=true");
    assertEquals(now, Files.readString(TYPES), "web/src/protocol/protocol.ts is out of date; run this test with -Ddocs.write=true");
  }
}
