package io.switchboard.core.adapter.asterisk.files;

import java.util.List;

/**
 * What Asterisk does by itself, so that no caller and no talk depends on the platform being alive.
 *
 * <ul>
 *   <li>{@code switchboard-inbound} answers a caller and holds him with music; {@code AGI(agi:async)} makes him take commands. Whenever
 *       that ends, even for a missing sound file, he is held again.
 *   <li>{@code switchboard-say} plays over the music and brings it back.
 *   <li>{@code switchboard-join} is where the leg of an agent who answered goes: it takes the caller into a bridge. Where several phones
 *       rang, the first to take the call's lock has him, for as long as that leg lives; a second leg would steal him, so it gives way.
 *   <li>{@code switchboard-callback} is where a customer goes who answered when he was called back: from there on he is held like one who
 *       called.
 *   <li>{@code switchboard-parted} is where a caller goes whose agent hung up, named by the leg: his call ends, marked, unless the
 *       platform was just taking that leg back; then he is held again and keeps his place.
 * </ul>
 */
final class DialplanFile {
  /**
   * Numbers, numbers with +, and names of two characters and more, so that Asterisk's own extensions of one letter (h, i, t, s) never
   * match. Service codes with * and # are numbers too.
   */
  private static final List<String> CALLED = List.of("_X!", "_+X!", "_[a-zA-Z*#].");

  private DialplanFile() {}

  static String own() {
    return "[general]\nstatic = yes\nwriteprotect = yes\nclearglobalvars = no\n\n#include switchboard_extensions.conf\n";
  }

  static String text() {
    ConfText text = new ConfText("The dialplan: what goes on while the platform is dead.");
    text.section("switchboard-inbound");
    CALLED.forEach(pattern -> held(text, pattern));
    text.section("switchboard-say")
        .line("exten => s,1,Playback(${ARG1})")
        .line(" same => n,StartMusicOnHold(${CC_MUSIC})")
        .line(" same => n,Return()");
    text.section("switchboard-join")
        .line("exten => s,1,GotoIf($[0${TRYLOCK(switchboard-${CC_CALL})} != 1]?left)")
        .line(" same => n,Bridge(${CC_CALLER},F(switchboard-parted^${CC_LEG}^1))")
        .line(" same => n(left),Set(CC_STATE=left)")
        .line(" same => n,Hangup()");
    text.section("switchboard-callback")
        .line("exten => s,1,MSet(CC_ROLE=caller,CC_OFFER=,CALLERID(dnid)=callback)")
        .line(" same => n,Goto(switchboard-inbound,callback,hold)");
    text.section("switchboard-parted")
        .line("exten => _[a-zA-Z0-9].,1,GotoIf($[\"${CC_KEEP}\" = \"${EXTEN}\"]?keep)")
        .line(" same => n,Set(CC_STATE=parted)")
        .line(" same => n,Hangup()")
        .line(" same => n(keep),Goto(switchboard-inbound,${CALLERID(dnid)},hold)");
    return text.toString();
  }

  private static void held(ConfText text, String pattern) {
    text.line("exten => " + pattern + ",1,MSet(CC_CALL=${UNIQUEID},CC_ROLE=caller)")
        .line(" same => n,Answer(,i)")
        .line(" same => n(hold),StartMusicOnHold(${CC_MUSIC})")
        .line(" same => n,AGI(agi:async)")
        .line(" same => n,Wait(0.1)")
        .line(" same => n,Goto(hold)");
  }
}
