package io.switchboard.desktop.api;

import static io.switchboard.core.access.Role.ADMIN;
import static io.switchboard.core.access.Role.AGENT;
import static io.switchboard.core.access.Role.INTEGRATOR;
import static io.switchboard.core.access.Role.SUPERVISOR;

import io.switchboard.core.access.Role;
import io.switchboard.desktop.access.Visitor;
import java.util.Set;

/** Every endpoint and whom it opens to. An empty set of roles: anyone, also without a token. */
public enum Endpoint {
  LOGIN("POST", "/api/login"),
  HEALTH("GET", "/api/health"),
  DESCRIPTION("GET", "/api/openapi.yaml"),
  /** A socket: the token comes with its first frame, and each topic has its roles. */
  EVENTS("GET", "/api/events"),

  ME("GET", "/api/me", AGENT, SUPERVISOR, ADMIN, INTEGRATOR),
  ME_SIGN_IN("POST", "/api/me/sign-in", AGENT, SUPERVISOR, ADMIN),
  ME_READY("POST", "/api/me/ready", AGENT, SUPERVISOR, ADMIN),
  ME_NOT_READY("POST", "/api/me/not-ready", AGENT, SUPERVISOR, ADMIN),
  ME_EXTEND_WRAP_UP("POST", "/api/me/extend-wrap-up", AGENT, SUPERVISOR, ADMIN),
  CALL_DECLINE("POST", "/api/me/call/decline", AGENT, SUPERVISOR, ADMIN),
  CALL_HANG_UP("POST", "/api/me/call/hang-up", AGENT, SUPERVISOR, ADMIN),
  CALL_HOLD("POST", "/api/me/call/hold", AGENT, SUPERVISOR, ADMIN),
  CALL_RESUME("POST", "/api/me/call/resume", AGENT, SUPERVISOR, ADMIN),
  CALL_MUTE("POST", "/api/me/call/mute", AGENT, SUPERVISOR, ADMIN),
  CALL_TRANSFER("POST", "/api/me/call/transfer", AGENT, SUPERVISOR, ADMIN),
  CALL_CONSULT("POST", "/api/me/call/consult", AGENT, SUPERVISOR, ADMIN),
  CALL_SWAP("POST", "/api/me/call/swap", AGENT, SUPERVISOR, ADMIN),
  CALL_COMPLETE("POST", "/api/me/call/complete", AGENT, SUPERVISOR, ADMIN),
  CALL_CANCEL("POST", "/api/me/call/cancel", AGENT, SUPERVISOR, ADMIN),
  CALL_CONFERENCE("POST", "/api/me/call/conference", AGENT, SUPERVISOR, ADMIN),
  CALL_CUSTOMER("POST", "/api/me/call/customer", AGENT, SUPERVISOR, ADMIN),
  CALL_RECORDING("POST", "/api/me/call/recording", AGENT, SUPERVISOR, ADMIN),
  ME_DIAL("POST", "/api/me/calls", AGENT, SUPERVISOR, ADMIN),
  ME_SIGN_OUT("POST", "/api/me/sign-out", AGENT, SUPERVISOR, ADMIN),
  ME_WRAP_UP("POST", "/api/me/wrap-up", AGENT, SUPERVISOR, ADMIN),
  ME_TODAY("GET", "/api/me/today", AGENT, SUPERVISOR, ADMIN),
  ME_MESSAGE_SEEN("POST", "/api/me/messages/{id}/seen", AGENT, SUPERVISOR, ADMIN),
  MESSAGES("POST", "/api/messages", SUPERVISOR, ADMIN),
  KNOWLEDGE("GET", "/api/knowledge", AGENT, SUPERVISOR, ADMIN),
  KNOWLEDGE_ARTICLE("GET", "/api/knowledge/{id}", AGENT, SUPERVISOR, ADMIN),
  ME_COLLEAGUES("GET", "/api/me/colleagues", AGENT, SUPERVISOR, ADMIN),

  ME_PHONE("POST", "/api/me/phone", AGENT, SUPERVISOR, ADMIN),
  ME_PHONE_END("DELETE", "/api/me/phone", AGENT, SUPERVISOR, ADMIN),
  ME_GATE("POST", "/api/me/gate", AGENT, SUPERVISOR, ADMIN),
  /** A socket; its token comes among the subprotocols. */
  PHONE_SOCKET("GET", "/api/phone", AGENT, SUPERVISOR, ADMIN),

  AGENTS("GET", "/api/agents", SUPERVISOR, ADMIN, INTEGRATOR),
  AGENT_SIGN_IN("POST", "/api/agents/{name}/sign-in", SUPERVISOR, ADMIN),
  AGENT_READY("POST", "/api/agents/{name}/ready", SUPERVISOR, ADMIN),
  AGENT_NOT_READY("POST", "/api/agents/{name}/not-ready", SUPERVISOR, ADMIN),
  AGENT_BREAK("POST", "/api/agents/{name}/break", SUPERVISOR, ADMIN),
  AGENT_SKILLS("POST", "/api/agents/{name}/skills", SUPERVISOR, ADMIN),
  AGENT_SIGN_OUT("POST", "/api/agents/{name}/sign-out", SUPERVISOR, ADMIN),

  QUEUES("GET", "/api/queues", AGENT, SUPERVISOR, ADMIN, INTEGRATOR),
  CALLS("GET", "/api/calls", SUPERVISOR, ADMIN, INTEGRATOR),
  CALL("GET", "/api/calls/{id}", SUPERVISOR, ADMIN, INTEGRATOR),
  CALL_MOVE("POST", "/api/calls/{id}/move", SUPERVISOR, ADMIN),
  CALL_PRIORITY("POST", "/api/calls/{id}/priority", SUPERVISOR, ADMIN),
  CALL_PICK("POST", "/api/calls/{id}/pick", SUPERVISOR, ADMIN),
  CALL_LISTEN("POST", "/api/calls/{id}/listen", SUPERVISOR, ADMIN),
  CALL_LISTEN_END("DELETE", "/api/calls/{id}/listen", SUPERVISOR, ADMIN),
  CALL_TAKE_OVER("POST", "/api/calls/{id}/take-over", SUPERVISOR, ADMIN),
  CALL_WHY("GET", "/api/calls/{id}/why", SUPERVISOR, ADMIN, INTEGRATOR),
  SCRIPTS("GET", "/api/scripts", AGENT, SUPERVISOR, ADMIN),
  CALL_SCRIPT("POST", "/api/calls/{id}/scripts/{name}", AGENT, SUPERVISOR, ADMIN),
  SCRIPT_RUN("GET", "/api/script-runs/{id}", AGENT, SUPERVISOR, ADMIN),
  SCRIPT_RUN_ANSWER("POST", "/api/script-runs/{id}/answer", AGENT, SUPERVISOR, ADMIN),
  SCRIPT_RUN_BACK("POST", "/api/script-runs/{id}/back", AGENT, SUPERVISOR, ADMIN),
  VOICEMAILS("GET", "/api/voicemails", AGENT, SUPERVISOR, ADMIN),
  VOICEMAIL_AUDIO("GET", "/api/voicemails/{id}/audio", AGENT, SUPERVISOR, ADMIN),
  VOICEMAIL_DONE("POST", "/api/voicemails/{id}/done", AGENT, SUPERVISOR, ADMIN),
  RECORDING_AUDIO("GET", "/api/recordings/{id}/audio", AGENT, SUPERVISOR, ADMIN),
  TASKS("GET", "/api/tasks", AGENT, SUPERVISOR, ADMIN),
  TASK_SEEN("POST", "/api/tasks/{id}/seen", SUPERVISOR, ADMIN),
  TASK_DONE("POST", "/api/tasks/{id}/done", AGENT, SUPERVISOR, ADMIN),
  TASK_CALL_BACK("POST", "/api/tasks/{id}/call-back", AGENT, SUPERVISOR, ADMIN),
  SURVEYS("GET", "/api/surveys", SUPERVISOR, ADMIN, INTEGRATOR),
  GAVE_UP("GET", "/api/gave-up", AGENT, SUPERVISOR, ADMIN, INTEGRATOR),
  GAVE_UP_CALL_BACK("POST", "/api/gave-up/{id}/call-back", AGENT, SUPERVISOR, ADMIN),
  CALLBACKS("GET", "/api/callbacks", AGENT, SUPERVISOR, ADMIN, INTEGRATOR),
  CALLBACK_CANCEL("DELETE", "/api/callbacks/{id}", AGENT, SUPERVISOR, ADMIN),
  CUSTOMERS("GET", "/api/customers", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_CREATE("POST", "/api/customers", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_IMPORT("POST", "/api/customers/import", SUPERVISOR, ADMIN),
  CUSTOMER_IMPORT_PROGRESS("GET", "/api/customers/imports/{id}", SUPERVISOR, ADMIN),
  CUSTOMER_EXPORT("GET", "/api/customers/export", SUPERVISOR, ADMIN),
  CUSTOMER("GET", "/api/customers/{id}", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_CHANGE("PATCH", "/api/customers/{id}", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_NUMBER_ADD("POST", "/api/customers/{id}/numbers", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_NUMBER_REMOVE("DELETE", "/api/customers/{id}/numbers/{number}", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_NOTE("POST", "/api/customers/{id}/notes", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_TIMELINE("GET", "/api/customers/{id}/timeline", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_CASES("GET", "/api/customers/{id}/cases", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_CASE_OPEN("POST", "/api/customers/{id}/cases", AGENT, SUPERVISOR, ADMIN),
  CASE_CHANGE("PATCH", "/api/cases/{id}", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_TASKS("GET", "/api/customers/{id}/tasks", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_TASK_MAKE("POST", "/api/customers/{id}/tasks", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_TASK_DONE("POST", "/api/customer-tasks/{id}/done", AGENT, SUPERVISOR, ADMIN),
  CUSTOMER_ANONYMISE("POST", "/api/customers/{id}/anonymise", SUPERVISOR, ADMIN),
  CLOSURES("POST", "/api/closures", SUPERVISOR, ADMIN),
  QUEUE_CHANGE("PATCH", "/api/queues/{name}", ADMIN),
  RELOAD("POST", "/api/configuration/reload", ADMIN),
  CONFIGURATION("GET", "/api/configuration", ADMIN),
  CONFIGURATION_WRITE("PUT", "/api/configuration", ADMIN),
  CONFIGURATION_FILE("GET", "/api/configuration/{file}", ADMIN),
  CONFIGURATION_FILE_WRITE("PUT", "/api/configuration/{file}", ADMIN),
  CONFIGURATION_FOLDER_FILE("GET", "/api/configuration/{folder}/{file}", ADMIN),
  CONFIGURATION_FOLDER_FILE_WRITE("PUT", "/api/configuration/{folder}/{file}", ADMIN),
  RELEASES("GET", "/api/releases", SUPERVISOR, ADMIN),
  RELEASE("GET", "/api/releases/{id}", ADMIN),
  RELEASE_DIFFERENCE("GET", "/api/releases/{id}/difference", ADMIN),
  RELEASE_ROLL_BACK("POST", "/api/releases/{id}/roll-back", ADMIN),
  PROMPTS("GET", "/api/prompts", SUPERVISOR, ADMIN),
  PROMPT_RECORDING("GET", "/api/prompts/{language}/{name}/recording", SUPERVISOR, ADMIN),
  PROMPT_RECORDING_PUT("PUT", "/api/prompts/{language}/{name}/recording", ADMIN),
  PROMPT_RECORDING_REMOVE("DELETE", "/api/prompts/{language}/{name}/recording", ADMIN),
  METRICS("GET", "/metrics", SUPERVISOR, ADMIN, INTEGRATOR);

  private final String method;
  private final String path;
  private final Set<Role> roles;

  Endpoint(String method, String path, Role... roles) {
    this.method = method;
    this.path = path;
    this.roles = Set.of(roles);
  }

  public String method() {
    return method;
  }

  /** With {@code {name}} for what varies. */
  public String path() {
    return path;
  }

  public Set<Role> roles() {
    return roles;
  }

  /** Whether its body is a text file as it is, and not an object of fields. */
  public boolean takesFile() {
    return this == CUSTOMER_IMPORT || large() && this != CONFIGURATION_WRITE && !takesSound();
  }

  /** Whether its body is a sound file as it is. */
  public boolean takesSound() {
    return this == PROMPT_RECORDING_PUT;
  }

  /** Whether its body holds files and so may be large. */
  public boolean large() {
    return method.equals("PUT") || this == CUSTOMER_IMPORT;
  }

  /** Whether its body may be larger still: sounds, and files of many rows. */
  public boolean largest() {
    return takesSound() || this == CUSTOMER_IMPORT;
  }

  /** Whether it opens without a token. */
  public boolean open() {
    return roles.isEmpty();
  }

  public boolean opensTo(Visitor visitor) {
    return open() || switch (visitor) {
      case Visitor.Anyone anyone -> false;
      case Visitor.User user -> roles.contains(user.role());
      case Visitor.Scraper scraper -> this == METRICS;
    };
  }
}
