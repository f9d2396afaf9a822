package io.switchboard.core.adapter.asterisk.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.adapter.asterisk.AmiAddress;
import io.switchboard.core.adapter.asterisk.files.AsteriskDiff.Change;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup.PhoneAccount;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.line.Trunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsteriskFilesTest {
  private static final NumberPlan GERMAN = new NumberPlan("DE", "");

  @TempDir Path directory;

  @Test
  void whenTrunksAndPhonesAreGiven_thenEachHasItsSections() {
    String pjsip = AsteriskFiles.own(setup("secret", "anna")).get("switchboard_pjsip.conf");
    assertTrue(pjsip.contains("\n[carrier]\ntype = registration\nendpoint = carrier\n"), pjsip);
    assertTrue(pjsip.contains("client_uri = sip:user@sip.example.org:5060"), pjsip);
    assertTrue(pjsip.contains("[peer]\ntype = identify\nendpoint = peer\nmatch = 192.0.2.7\n"), pjsip);
    assertTrue(pjsip.contains("[anna]\ntype = aor\nmax_contacts = 1\nremove_existing = yes\n"), pjsip);
    assertTrue(pjsip.contains("[ben]\ntype = aor\ncontact = sip:desk-7@127.0.0.1:5070\n"), pjsip);
  }

  @Test
  void whenTheAmiUserIsWritten_thenItHasNoRightToRunOrChangeAnything() {
    String manager = AsteriskFiles.own(setup("secret", "anna")).get("switchboard_manager.conf");
    assertTrue(manager.contains("write = call,agi,originate,reporting\n"), manager);
    assertTrue(manager.contains("deny = 0.0.0.0/0.0.0.0\npermit = 127.0.0.1/255.255.255.255\n"), manager);
    assertFalse(manager.contains("command") || manager.contains("config,"), manager);
  }

  @Test
  void whenAPhoneIsInAPage_thenItsMediaAreEncrypted_itsSecretStandsInNoFile_andItCanDialNobody() {
    Map<String, String> files = AsteriskFiles.own(inPages());
    String pjsip = files.get("switchboard_pjsip.conf");
    assertTrue(pjsip.contains("[page](switchboard-endpoint,switchboard-browser)\naors = page\nidentify_by = username\nauth = page\n"), pjsip);
    assertTrue(pjsip.contains("webrtc = yes\n") && !pjsip.contains("[page]\ntype = auth"), pjsip);
    assertTrue(pjsip.indexOf("context = switchboard-inbound") < pjsip.indexOf("context = switchboard-check"), pjsip);
    assertTrue(files.get("http.conf").contains("bindaddr = 127.0.0.1\nbindport = 8088\n"), files.get("http.conf"));
    assertTrue(files.get("switchboard_manager.conf").contains("[switchboard.phones]\n"), files.get("switchboard_manager.conf"));
    assertEquals("[general]\nenabled = no\n", AsteriskFiles.own(setup("secret", "anna")).get("http.conf"));
  }

  private AsteriskSetup inPages() {
    AsteriskSetup other = setup("secret", "anna");
    return new AsteriskSetup(other.systemName(), other.places(), other.sip(), other.rtp(), other.ami(),
        Optional.of(new AsteriskSetup.Listen("127.0.0.1", 8088)), other.platform(), 0, other.music(), List.of(), List.of(new PhoneAccount.Browser("page")));
  }

  @Test
  void whenAValueCouldBreakAFile_thenItIsRefusedOrEscaped() {
    assertTrue(AsteriskFiles.own(setup("a;b", "anna")).get("switchboard_pjsip.conf").contains("password = a\\;b\n"));
    for (String secret : new String[] {"a\nb", "a\rb", "a\\", " a", "a ", "> a", "a\u0000"}) {
      assertThrows(IllegalArgumentException.class, () -> AsteriskFiles.own(setup(secret, "anna")), secret);
    }
    for (String endpoint : new String[] {"an na", "a]b", "global", "a\nb", "", "-x", "switchboard-endpoint"}) {
      assertThrows(IllegalArgumentException.class, () -> AsteriskFiles.own(setup("s", endpoint)), endpoint);
    }
  }

  @Test
  void whenFilesAreWrittenTwice_thenTheSecondTimeNothingChanges_andOthersFilesKeepTheirText() throws IOException {
    Files.writeString(directory.resolve("extensions.conf"), "[theirs]\nexten => 1,1,Answer()");
    Files.writeString(directory.resolve("sip_notify.conf"), "theirs");
    AsteriskDiff first = AsteriskDiff.of(setup("secret", "anna"), directory);
    String report = "changed   " + directory.resolve("extensions.conf") + "\n    + #include switchboard_extensions.conf";
    assertTrue(first.report().contains(report), first.report());
    assertTrue(first.report().contains("new       " + directory.resolve("switchboard_pjsip.conf")));
    first.write();
    assertEquals(
        "[theirs]\nexten => 1,1,Answer()\n#include switchboard_extensions.conf\n", Files.readString(directory.resolve("extensions.conf")));
    assertTrue(AsteriskDiff.of(setup("secret", "anna"), directory).changes().stream().allMatch(Change.Same.class::isInstance));
    assertEquals("theirs", Files.readString(directory.resolve("sip_notify.conf")));
  }

  @Test
  void whenTheDirectoryBelongsToSomebodyElse_thenSoDoNewFiles() throws IOException {
    UserPrincipalLookupService names = directory.getFileSystem().getUserPrincipalLookupService();
    PosixFileAttributeView theirs = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
    try {
      theirs.setGroup(names.lookupPrincipalByGroupName("daemon"));
      theirs.setOwner(names.lookupPrincipalByName("daemon"));
    } catch (IOException onlyRootMay) {
      Assumptions.abort("only root may give files away");
    }
    AsteriskDiff.of(setup("secret", "anna"), directory).write();
    PosixFileAttributes written = Files.readAttributes(directory.resolve("switchboard_pjsip.conf"), PosixFileAttributes.class);
    assertEquals(List.of("daemon", "daemon", "rw-r-----"),
        List.of(written.owner().getName(), written.group().getName(), PosixFilePermissions.toString(written.permissions())));
  }

  @Test
  void whenASecretChanges_thenTheReportSaysSoWithoutTellingIt() throws IOException {
    AsteriskDiff.of(setup("hush-one", "anna"), directory).write();
    AsteriskDiff second = AsteriskDiff.of(setup("hush-two", "anna"), directory);
    assertTrue(second.report().contains("- password = (hidden)") && second.report().contains("+ password = (hidden)"), second.report());
    assertFalse(second.report().contains("hush"), second.report());
    assertEquals(1, second.changes().stream().filter(Change.Changed.class::isInstance).count());
  }

  private AsteriskSetup setup(String secret, String endpoint) {
    return new AsteriskSetup(
        "sb1",
        new AsteriskSetup.Places(Path.of("/c"), Path.of("/m"), Path.of("/d"), Path.of("/s")),
        new AsteriskSetup.Listen("0.0.0.0", 5060),
        new AsteriskSetup.Ports(10_000, 20_000),
        new AmiAddress("127.0.0.1", 5038, "switchboard", "hidden"),
        "127.0.0.1",
        30,
        Map.of("default", Path.of("/music")),
        List.of(
            new Trunk("carrier", Trunk.Mode.REGISTRATION, "sip.example.org", 5060, "user", "pass", GERMAN),
            new Trunk("peer", Trunk.Mode.ADDRESS, "192.0.2.7", 5080, "", "", GERMAN)),
        List.of(new PhoneAccount.Registering(endpoint, secret), new PhoneAccount.Fixed("ben", "desk-7", "127.0.0.1", 5070)));
  }
}
