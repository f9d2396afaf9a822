package io.switchboard.desktop.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.ManualTime;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.protocol.Frame;
import io.switchboard.desktop.protocol.FrameType;
import io.switchboard.desktop.protocol.Hello;
import io.switchboard.desktop.protocol.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is shown the same gets one and the same body. */
class SharedChangesTest {
  private static final TenantId TENANT = new TenantId("demo");
  private static final AgentId ANNA = new AgentId(TENANT, "anna");

  private int made;
  private int sessions;
  private final Links links = new Links(
      Map.of(Topic.DESK, new Counted(true), Topic.WALL, new Counted(false)), new ManualTime(0), () -> "session" + sessions++);

  private final class Counted implements Source {
    private final boolean own;

    Counted(boolean own) {
      this.own = own;
    }

    @Override
    public Object whole(Reader reader) {
      return Map.of();
    }

    @Override
    public Object alike(Reader reader) {
      return own ? reader : reader.user().tenant();
    }

    @Override
    public Map<String, Object> parts(Reader reader, Set<Part> parts) {
      made++;
      return Map.of("parts", Set.copyOf(parts));
    }
  }

  private static final class Window implements Outlet {
    private final List<Frame> changes = new ArrayList<>();

    @Override
    public void send(Frame frame) {
      if (frame.type() == FrameType.CHANGE) {
        changes.add(frame);
      }
    }

    @Override
    public void whenSent(Runnable then) {
      then.run();
    }

    @Override
    public boolean full() {
      return false;
    }

    @Override
    public void close(Closing why) {}
  }

  private Window open(String user, Topic topic) {
    Window window = new Window();
    links.hello(window, new Visitor.User(TENANT, user, Role.SUPERVISOR), new Hello("token", List.of(topic), null));
    return window;
  }

  @Test
  void theWindowsOfOneAgentGetTheSameBodyUnderTheirOwnNumbers() {
    Window one = open("anna", Topic.DESK);
    links.touch(Topic.DESK, ANNA, Part.of("me"));
    links.flush();
    Window other = open("anna", Topic.DESK);
    made = 0;
    links.touch(Topic.DESK, ANNA, Part.of("call"));
    links.flush();
    assertEquals(1, made);
    assertSame(one.changes.getLast().body(), other.changes.getLast().body());
    assertEquals(List.of(3L, 2L), List.of(one.changes.getLast().seq(), other.changes.getLast().seq()));
  }

  @Test
  void aWindowThatIsNotThePhoneIsShownSomethingElseThanTheOneThatIs() {
    Window one = open("anna", Topic.DESK);
    Window phone = open("anna", Topic.DESK);
    links.phone(phone, true);
    assertNotSame(one.changes.getLast().body(), phone.changes.getLast().body());
  }

  @Test
  void allWhoLookAtAWallboardGetTheSameBody_butForWhatTheOthersHadAlready() {
    Window one = open("sam", Topic.WALL);
    Window other = open("eve", Topic.WALL);
    links.touch(Topic.WALL, TENANT, List.of(new Part("agents", "anna"), new Part("agents", "ben")));
    links.flush();
    assertEquals(1, made);
    assertSame(one.changes.getLast().body(), other.changes.getLast().body());
    links.touch(Topic.WALL, TENANT, List.of(new Part("agents", "anna")));
    links.flush();
    assertNotSame(one.changes.getFirst().body(), one.changes.getLast().body());
  }
}
