package io.switchboard.desktop.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.desktop.words.Language;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleTest {
  @ParameterizedTest
  @EnumSource
  void everyTroubleIsSaidInBothLanguages(Trouble trouble) {
    assertFalse(trouble.text(Language.ENGLISH).codePoints().anyMatch(TroubleTest::han), trouble.text(Language.ENGLISH));
    assertTrue(trouble.text(Language.CHINESE).codePoints().anyMatch(TroubleTest::han), trouble.text(Language.CHINESE));
    assertEquals(trouble.text(Language.ENGLISH).contains("%s"), trouble.text(Language.CHINESE).contains("%s"));
    for (Language language : Language.values()) {
      assertFalse(trouble.title(language).contains("%") || trouble.title(language).isBlank(), trouble.title(language));
    }
  }

  @Test
  void codesAreStable_forProgramsDependOnThem() {
    assertEquals(
        "malformed 400, not_text 400, no_token 401, invalid_token 401, wrong_credentials 401, wrong_role 403, "
            + "not_your_call 403, unknown_path 404, unknown_agent 404, unknown_queue 404, unknown_skill 422, unknown_reason 422, "
            + "unknown_code 422, code_required 409, not_in_wrap_up 409, not_extendable 409, unknown_call 404, unknown_file 404, "
            + "unknown_release 404, unknown_voicemail 404, unknown_recording 404, unknown_message 404, unknown_article 404, "
            + "unknown_task 404, unknown_customer 404, unknown_case 404, unknown_follow_up 404, unknown_import 404, "
            + "unknown_script 404, unknown_script_run 404, unknown_callback 404, unknown_prompt 404, not_recorded 404, "
            + "wrong_method 405, another_page 409, first_page 409, script_over 409, no_browser_phone 409, not_signed_in 409, "
            + "not_allowed 409, not_done 503, no_target 422, number_barred 422, do_not_call 409, dial_not_now 409, "
            + "dial_limit 409, dial_no_queue 422, phone_unreachable 409, no_trunk 409, no_call 409, not_now 409, no_own_phone 409, cannot_join 409, not_waiting 409, not_reachable 409, "
            + "no_number 409, callback_refused 409, callback_booked 409, callback_needless 409, task_done 409, heard_not_seen 409, "
            + "no_queue 409, most_numbers 409, customer_on_the_line 409, import_running 409, plain_secret 409, not_writable 409, "
            + "changed_meanwhile 412, record_changed 412, too_large 413, wrong_type 415, wrong_fields 422, wrong_sound 422, "
            + "not_recordable 422, wrong_settings 422, wrong_answer 422, no_socket 426, wrong_frame 400, no_condition 428, "
            + "no_version 428, too_many_tries 429, too_many_requests 429, failed 500, overloaded 503, unavailable 503",
        Arrays.stream(Trouble.values()).map(trouble -> trouble.code() + " " + trouble.status()).collect(Collectors.joining(", ")));
  }

  @Test
  void whatCameFromOutsideIsShownShortAndWithoutControlCharacters() {
    String detail = Problem.of(Trouble.UNKNOWN_AGENT, "a\r\nSet-Cookie: x" + "y".repeat(5000)).detail(Language.ENGLISH);
    assertTrue(detail.length() < 400, detail);
    assertTrue(detail.startsWith("There is no agent 'a??Set-Cookie: xyyy"), detail);
  }

  private static boolean han(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
