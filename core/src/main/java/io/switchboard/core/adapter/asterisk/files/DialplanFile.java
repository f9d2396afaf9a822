package io.switchboard.core.adapter.asterisk.files;

import java.util.List;

/**
 * What Asterisk does by itself, so that no caller and no talk depends on the platform being alive.
 *
 * <ul>
 *   <li>{@code switchboard-inbound} answers a caller and holds him with music; {@code AGI(agi:async)} makes him take commands. Whenever
 *       that ends, even for a missing sound file, he is held again.
 *   <li>{@code switchboard-say} plays over the music and brings it back.
 *   <li>{@code switchboard-tape} tells a caller that he is recorded and begins that: whatever he says and hears in talks ({@code b}: while he is in a
 *       bridge), each side in a channel of its own ({@code D}).
 *   <li>{@code switchboard-join} is where the leg of an agent who answered goes: it takes the caller into a bridge. Where several phones
 *       rang, the first to take the call's lock has him, for as long as that leg lives; a second leg would steal him, so it gives way.
 *   <li>{@code switchboard-aside}, {@code switchboard-third} and {@code switchboard-room} are where the legs of a talk stand while its agent
 *       has put the caller on hold, consults somebody, or talks with both.
 *   <li>{@code switchboard-listen} is where a supervisor's leg is who listens to an agent's, whispers to him, or barges in: it follows that
 *       leg wherever it goes, and ends with it.
 *   <li>{@code switchboard-callback} is where a customer goes who answered when he was called back: from there on he is held like one who
 *       called.
 *   <li>{@code switchboard-dial} is where the leg of an agent goes who dials a number: he hears it ring, over one trunk after the other, and is
 *       joined with whoever answers, who is a caller from then on.
 *   <li>{@code switchboard-transfer} connects a caller with a number outside and {@code switchboard-record} takes his message; both bring him
 *       back to be held, and leave what came of it on his channel.
 *   <li>{@code switchboard-parted} is where a caller goes whose agent hung up, named by the leg: his call ends, marked, unless his flow goes on
 *       after the talk, or the platform was just taking that leg back and he keeps his place, or the
 *       agent set him aside, or nobody hung up and the agent's phone is lost. Then he is held again.
 *   <li>{@code switchboard-check} plays a tone to an agent's page and sends back what it hears, so that the page can measure both ways.
 * </ul>
 */
final class DialplanFile {
  /**
   * Numbers, numbers with +, and names of two characters and more, so that Asterisk's own extensions of one letter (h, i, t, s) never
   * match. Service codes with * and # are numbers too.
   */
  private static final List<String> CALLED = List.of("_X!", "_+X!", "_[a-zA-Z*#].");

  /** Where a browser phone comes that dials by itself: it can do nothing but hear itself. */
  static final String CHECK = "switchboard-check";

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
    text.section("switchboard-tape")
        .line("exten => s,1,GotoIf($[\"${ARG1}\" = \"\"]?on)")
        .line(" same => n,Playback(${ARG1})")
        .because("Whoever did not hear that he is recorded is not.")
        .line(" same => n,GotoIf($[\"${PLAYBACKSTATUS}\" != \"SUCCESS\"]?out)")
        .line(" same => n(on),MixMonitor(${ARG2},bD)")
        .line(" same => n,Set(CC_TAPE=${ARG3})")
        .line(" same => n(out),StartMusicOnHold(${CC_MUSIC})")
        .line(" same => n,Return()");
    text.section("switchboard-join")
        .line("exten => s,1,GotoIf($[0${TRYLOCK(switchboard-${CC_CALL})} != 1]?left)")
        .line(" same => n(talk),Set(CC_STATE=customer)")
        .line(" same => n,Bridge(${CC_CALLER},F(switchboard-parted^${CC_LEG}^1))")
        .line(" same => n(left),Set(CC_STATE=left)")
        .line(" same => n,Hangup()")
        .line("exten => again,1,MSet(CC_STATE=customer,CC_TRIES=0)")
        .line(" same => n,StopPlaytones()")
        .because("Who is just being moved cannot be joined for a moment.")
        .line(" same => n(try),Bridge(${CC_CALLER},F(switchboard-parted^${CC_LEG}^1))")
        .line(" same => n,Set(CC_TRIES=$[${CC_TRIES} + 1])")
        .line(" same => n,GotoIf($[\"${BRIDGERESULT}\" != \"FAILURE\" | ${CC_TRIES} > 20]?s,left)")
        .line(" same => n,Wait(0.05)")
        .line(" same => n,Goto(try)");
    text.section("switchboard-callback")
        .line("exten => s,1,MSet(CC_ROLE=caller,CC_OFFER=,CALLERID(dnid)=callback)")
        .line(" same => n,Goto(switchboard-inbound,callback,hold)");
    dial(text);
    errands(text);
    arrangements(text);
    listening(text);
    text.section("switchboard-parted")
        .line("exten => _[a-zA-Z0-9].,1,GotoIf($[\"${CC_KEEP}\" = \"${EXTEN}\"]?keep)")
        .line(" same => n,GotoIf($[\"${CC_AFTER}\" = \"1\"]?keep)")
        .because("16: the agent hung up. Anything else, and his phone is lost.")
        .line(" same => n,GotoIf($[\"${HANGUPCAUSE}\" != \"16\"]?keep)")
        .line(" same => n,Set(CC_STATE=parted)")
        .line(" same => n,Hangup()")
        .line(" same => n(keep),Goto(switchboard-inbound,${CALLERID(dnid)},hold)");
    text.section(CHECK)
        .line("exten => check,1,Answer()")
        .line(" same => n,Set(TIMEOUT(absolute)=20)")
        .line(" same => n,PlayTones(1004)")
        .line(" same => n,Wait(1.5)")
        .line(" same => n,StopPlayTones()")
        .line(" same => n,Echo()")
        .line(" same => n,Hangup()");
    return text.toString();
  }

  /**
   * Where the legs of a talk are when it is more than two in one bridge. A leg that is moved away leaves the other side where its own
   * dialplan goes on: the caller is held, an agent stands aside, and a third party that is put on hold was moved first.
   */
  private static void arrangements(ConfText text) {
    text.section("switchboard-aside")
        .line("exten => s,1,Set(CC_STATE=aside)")
        .line(" same => n,Wait(86400)")
        .line(" same => n,Hangup()")
        .line("exten => rings,1,Set(CC_STATE=aside)")
        .line(" same => n,Playtones(440+480/2000,0/4000)")
        .line(" same => n,Wait(86400)")
        .line(" same => n,Hangup()");
    text.section("switchboard-third")
        .line("exten => s,1,GotoIf($[\"${CC_WITH}\" = \"\"]?switchboard-join,s,talk)")
        .line(" same => n,MSet(CC_STATE=third,CC_TRIES=0)")
        .line(" same => n(try),Bridge(${CC_WITH},F(switchboard-aside^s^1))")
        .line(" same => n,Set(CC_TRIES=$[${CC_TRIES} + 1])")
        .line(" same => n,GotoIf($[\"${BRIDGERESULT}\" != \"FAILURE\" | ${CC_TRIES} > 20]?left)")
        .line(" same => n,Wait(0.05)")
        .line(" same => n,Goto(try)")
        .line(" same => n(left),Set(CC_STATE=left)")
        .line(" same => n,Hangup()")
        .line("exten => held,1,Set(CC_STATE=waits)")
        .line(" same => n,StartMusicOnHold(${CC_MUSIC})")
        .line(" same => n,Wait(86400)")
        .line(" same => n,Hangup()");
    text.section("switchboard-room")
        .line("exten => leg,1,Set(CC_STATE=room)")
        .line(" same => n,StopPlaytones()")
        .line(" same => n,Set(CONFBRIDGE(user,quiet)=yes)")
        .line(" same => n,ConfBridge(${CC_CALL})")
        .line(" same => n,Set(CC_STATE=left)")
        .line(" same => n,Hangup()")
        .line("exten => caller,1,Set(CC_STATE=room)")
        .line(" same => n,StopMusicOnHold()")
        .line(" same => n,Set(CONFBRIDGE(user,quiet)=yes)")
        .line(" same => n,ConfBridge(${CC_CALL})")
        .line("exten => back,1,Set(CC_STATE=)")
        .line(" same => n,Goto(switchboard-inbound,${CALLERID(dnid)},hold)");
  }

  /**
   * A supervisor hears what the agent's leg hears and says. {@code q}: without a beep; {@code E} and {@code S}: no further than this leg;
   * {@code u}: it is named by its unique id; {@code w}: the agent hears him; {@code B}: also who is in a bridge with the agent. In a
   * conference that is nobody, so there he is one more in it.
   */
  private static void listening(ConfText text) {
    text.section("switchboard-listen")
        .line("exten => listen,1,Set(CC_SPY=qESu)")
        .line(" same => n,Goto(spy,1)")
        .line("exten => whisper,1,Set(CC_SPY=qESuw)")
        .line(" same => n,Goto(spy,1)")
        .line("exten => barge,1,Set(CC_SPY=qESuB)")
        .line(" same => n,Goto(spy,1)")
        .line("exten => spy,1,Set(CC_STATE=listens)")
        .line(" same => n(again),ChanSpy(${CC_SPIED},${CC_SPY})")
        .because("Who is just being moved cannot be heard for a moment; and a star on the keypad ends nothing.")
        .line(" same => n,GotoIf($[0${CHANNEL_EXISTS(${CC_SPIED})} != 1]?over)")
        .line(" same => n,Wait(0.05)")
        .line(" same => n,Goto(again)")
        .line(" same => n(over),Hangup()")
        .line("exten => room,1,Set(CC_STATE=listens)")
        .line(" same => n,Set(CONFBRIDGE(user,quiet)=yes)")
        .line(" same => n,ConfBridge(${CC_CALL})")
        .line(" same => n,Hangup()");
  }

  /**
   * As Dial joins the two, they stand as after a Bridge: where the agent's leg is moved away or ends, {@code F} says where the caller goes on.
   * Another trunk is tried where none of those who were asked knows the number, not where he is busy (17), declines (21) or does not exist
   * (1, 22, 28). {@code r}: the agent hears ringing; {@code I}: his phone keeps showing the number that he dialled.
   */
  private static void dial(ConfText text) {
    text.section("switchboard-dial")
        .line("exten => s,1,Set(CC_STATE=dials)")
        .line(" same => n,UserEvent(SwitchboardDial)")
        .line(" same => n,Set(CALLERID(num)=${CC_SHOWN})")
        .line(" same => n,Set(CALLERID(name)=)")
        .line(" same => n(trunk),Set(CC_ROUTE=${SHIFT(CC_ROUTES)})")
        .line(" same => n,Dial(${CC_ROUTE},${CC_RING_S},grIiF(switchboard-parted^${CC_LEG}^1)"
            + "b(switchboard-called^s^1(${CC_CALL}^${CC_MUSIC}))U(switchboard-reached^s^1))")
        .line(" same => n,GotoIf($[\"${DIALSTATUS}\" = \"ANSWER\"]?left)")
        .line(" same => n,GotoIf($[\"${DIALSTATUS}\" != \"CHANUNAVAIL\" & \"${DIALSTATUS}\" != \"CONGESTION\"]?over)")
        .line(" same => n,GotoIf($[${REGEX(\"^(1|17|21|22|28)$\" ${HANGUPCAUSE})} = 1]?over)")
        .line(" same => n,GotoIf($[\"${CC_ROUTES}\" != \"\"]?trunk)")
        .line(" same => n(over),Set(CC_STATE=dialled.${DIALSTATUS}.${HANGUPCAUSE})")
        .line(" same => n,UserEvent(SwitchboardDial)")
        .line(" same => n,Hangup()")
        .line(" same => n(left),Set(CC_STATE=left)")
        .line(" same => n,Hangup()");
    text.section("switchboard-called")
        .line("exten => s,1,MSet(CC_CALL=${ARG1},CC_MUSIC=${ARG2},CC_ROLE=called)")
        .line(" same => n,Return()");
    text.section("switchboard-reached")
        .line("exten => s,1,MSet(CC_ROLE=caller,CALLERID(dnid)=callback)")
        .line(" same => n,UserEvent(SwitchboardDial)")
        .line(" same => n,Return()");
  }

  /**
   * Dial over one trunk after the other: what names no trunk (no route, no reply, refused) leads to the next one. {@code g}: the caller comes
   * back when the called party hangs up; {@code i}: the called side cannot send him elsewhere; {@code f}: whose number is shown.
   */
  private static void errands(ConfText text) {
    text.section("switchboard-transfer")
        .line("exten => s,1,Set(CC_STATE=dials.${CC_ERRAND})")
        .line(" same => n(trunk),Set(CC_ROUTE=${SHIFT(CC_ROUTES)})")
        .line(" same => n,Dial(${CC_ROUTE},${CC_RING_S},gim(${CC_MUSIC})f(${CC_SHOWN})b(switchboard-outside^s^1(${CC_CALL})))")
        .line(" same => n,GotoIf($[\"${DIALSTATUS}\" != \"CHANUNAVAIL\" & \"${DIALSTATUS}\" != \"CONGESTION\"]?over)")
        .line(" same => n,GotoIf($[\"${CC_ROUTES}\" != \"\"]?trunk)")
        .line(" same => n(over),Set(CC_STATE=dialled.${CC_ERRAND}.${DIALSTATUS}.${ANSWEREDTIME_MS})")
        .line(" same => n,Goto(switchboard-inbound,${CALLERID(dnid)},hold)");
    text.section("switchboard-outside")
        .line("exten => s,1,MSet(CC_CALL=${ARG1},CC_ROLE=outside)")
        .line(" same => n,Return()");
    text.section("switchboard-record")
        .line("exten => s,1,Set(CC_STATE=records.${CC_ERRAND})")
        .line(" same => n,StopMusicOnHold()")
        .line(" same => n,Record(${CC_FILE}.wav,${CC_SILENCE_S},${CC_MOST_S},k)")
        .line(" same => n,Set(CC_STATE=recorded.${CC_ERRAND}.${RECORD_STATUS})")
        .line(" same => n,Goto(switchboard-inbound,${CALLERID(dnid)},hold)");
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
