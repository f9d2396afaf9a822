package io.switchboard.core.adapter.asterisk.files;

import java.util.LinkedHashMap;
import java.util.Map;

/** All files, by their name in the configuration directory. */
public final class AsteriskFiles {
  private AsteriskFiles() {}

  /**
   * For an Asterisk that does nothing else.
   *
   * @throws IllegalArgumentException if a value cannot stand in a configuration file; the message names it
   */
  public static Map<String, String> own(AsteriskSetup setup) {
    Map<String, String> files = new LinkedHashMap<>();
    files.putAll(CoreFiles.all(setup));
    files.put("pjsip.conf", PjsipFile.own(setup));
    files.put("manager.conf", ManagerFile.own(setup));
    files.put("extensions.conf", DialplanFile.own());
    files.put("musiconhold.conf", "#include switchboard_musiconhold.conf\n");
    files.put("sorcery.conf", "#include switchboard_sorcery.conf\n");
    files.putAll(shared(setup));
    return files;
  }

  /** For an Asterisk that serves others too: files of our own names, read where {@link #includes} says. */
  public static Map<String, String> shared(AsteriskSetup setup) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("switchboard_pjsip.conf", PjsipFile.phonesAndTrunks(setup));
    files.put("switchboard_extensions.conf", DialplanFile.text());
    files.put("switchboard_manager.conf", ManagerFile.user(setup));
    files.put("switchboard_musiconhold.conf", MusicFile.text(setup));
    files.put("switchboard_sorcery.conf", SorceryFile.text());
    return files;
  }

  /** Whether no phone or trunk may be named so, for the files have a section of this name already. */
  public static boolean reserved(String name) {
    return ConfText.reserved(name);
  }

  /** The line that each existing file needs, at its end. */
  public static Map<String, String> includes() {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String file : new String[] {"pjsip", "extensions", "manager", "musiconhold", "sorcery"}) {
      lines.put(file + ".conf", "#include switchboard_" + file + ".conf");
    }
    return lines;
  }
}
