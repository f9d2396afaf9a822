package io.switchboard.core.adapter.asterisk.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An Asterisk of our own: where things lie, what is loaded, and all that is switched off. */
final class CoreFiles {
  /** In the order of their use. What is not here costs nothing. */
  private static final List<String> MODULES = List.of(
      // configuration, time, files and encodings
      "res_sorcery_config", "res_sorcery_memory", "res_sorcery_astdb", "res_timing_timerfd", "pbx_config",
      "format_pcm", "format_wav", "format_sln", "format_gsm", "codec_ulaw", "codec_alaw", "codec_a_mu", "codec_g722", "codec_gsm",
      "codec_resample", "codec_opus_open_source", "res_format_attr_opus",
      // SIP and media
      "res_pjproject", "res_rtp_asterisk", "res_srtp", "res_pjsip", "res_pjsip_session", "res_pjsip_pubsub", "res_pjsip_sdp_rtp",
      "res_pjsip_caller_id", "res_pjsip_nat", "res_pjsip_registrar", "res_pjsip_authenticator_digest",
      "res_pjsip_outbound_authenticator_digest", "res_pjsip_outbound_registration", "res_pjsip_endpoint_identifier_user",
      "res_pjsip_endpoint_identifier_ip", "res_pjsip_dtmf_info", "res_pjsip_header_funcs", "res_pjsip_rfc3326", "chan_pjsip",
      // bridges
      "bridge_simple", "bridge_native_rtp",
      // what the dialplan and AMI use
      "res_speech", "res_agi", "res_musiconhold", "res_manager_devicestate", "app_playback", "app_controlplayback", "app_stack",
      "func_channel", "func_lock", "func_callerid",
      // conferences, and ringing for who waits
      "app_confbridge", "bridge_softmix", "app_playtones",
      // supervisors in talks, and microphones that are off
      "app_chanspy", "res_mutestream",
      // transfers and messages
      "app_dial", "app_record", "func_strings", "app_userevent",
      // recording of talks
      "app_mixmonitor");

  /** What phones in pages need besides. */
  private static final List<String> BROWSER_MODULES =
      List.of("res_http_websocket", "res_pjsip_transport_websocket", "func_timeout", "app_echo");
  /** A page has one connection. */
  private static final int MOST_PAGES = 5_000;

  private CoreFiles() {}

  static Map<String, String> all(AsteriskSetup setup) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("asterisk.conf", asterisk(setup));
    files.put("modules.conf", modules(setup));
    files.put("logger.conf", logger());
    files.put("rtp.conf", rtp(setup));
    files.put("indications.conf", "[general]\ncountry = us\n\n[us]\ndescription = Default\nringcadence = 2000,4000\ndial = 350+440\n"
        + "ring = 440+480/2000,0/4000\n");
    files.put("cdr.conf", off("enable"));
    files.put("cel.conf", off("enable"));
    files.put("http.conf", setup.browsers().map(CoreFiles::http).orElse(off("enabled")));
    for (String quiet : List.of("features.conf", "udptl.conf", "ccss.conf")) {
      files.put(quiet, "[general]\n");
    }
    files.put("confbridge.conf", "[general]\n");
    files.put("acl.conf", "; none\n");
    files.put("pjproject.conf", "[startup]\ntype = startup\nlog_level = 1\n");
    return files;
  }

  private static String asterisk(AsteriskSetup setup) {
    if (!setup.systemName().matches("[A-Za-z0-9]{1,20}")) {
      throw new IllegalArgumentException("the system name has 1 to 20 letters and digits, not '" + setup.systemName() + "'");
    }
    AsteriskSetup.Places p = setup.places();
    return new ConfText("Asterisk for Switchboard.")
        .section("directories")
        .set("astetcdir", p.config())
        .set("astmoddir", p.modules())
        .set("astdatadir", p.data())
        .set("astvarlibdir", p.state().resolve("lib"))
        .set("astdbdir", p.state().resolve("lib"))
        .set("astkeydir", p.state().resolve("lib"))
        .set("astagidir", p.state().resolve("lib/agi-bin"))
        .set("astspooldir", p.state().resolve("spool"))
        .set("astrundir", p.state().resolve("run"))
        .set("astlogdir", p.state().resolve("log"))
        .section("options")
        .because("Begins every channel's unique id, and so every call's: unique over servers.")
        .set("systemname", setup.systemName())
        .set("live_dangerously", "no")
        .set("nocolor", "yes")
        .set("hideconnect", "yes")
        .toString();
  }

  private static String modules(AsteriskSetup setup) {
    ConfText text = new ConfText("Only what calls need.").section("modules").set("autoload", "no");
    if (setup.browsers().isPresent()) {
      BROWSER_MODULES.forEach(module -> text.set("load", module + ".so"));
    }
    MODULES.forEach(module -> text.set("load", module + ".so"));
    return text.toString();
  }

  private static String logger() {
    return new ConfText("What goes wrong.")
        .section("general")
        .set("queue_log", "no")
        .section("logfiles")
        .set("console", "warning,error")
        .set("messages.log", "notice,warning,error")
        .toString();
  }

  private static String rtp(AsteriskSetup setup) {
    return new ConfText("Media.")
        .section("general")
        .set("rtpstart", ConfText.port("the first RTP port", setup.rtp().first()))
        .set("rtpend", ConfText.port("the last RTP port", setup.rtp().last()))
        .set("icesupport", setup.browsers().isPresent() ? "yes" : "no")
        .toString();
  }

  private static String http(AsteriskSetup.Listen listen) {
    return new ConfText("Where browser phones come in, passed on by the platform.")
        .section("general")
        .set("enabled", "yes")
        .set("enable_static", "no")
        .set("enable_status", "no")
        .set("bindaddr", ConfText.host("the address for browser phones", listen.host()))
        .set("bindport", ConfText.port("the port for browser phones", listen.port()))
        .set("sessionlimit", MOST_PAGES)
        .toString();
  }

  private static String off(String key) {
    return "[general]\n" + key + " = no\n";
  }
}
