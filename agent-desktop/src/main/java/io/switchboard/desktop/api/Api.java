package io.switchboard.desktop.api;

import io.switchboard.core.interaction.Interactions;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.signal.TalkRequest;
import io.switchboard.desktop.phone.PhoneSessions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers every question, each at the one place that its endpoint names. */
public final class Api {
  private final AgentEndpoints agents;
  private final TalkEndpoints talks;
  private final DialEndpoints dials;
  private final WaitingEndpoints waiting;
  private final SupervisionEndpoints supervision;
  private final PhoneEndpoints phones;
  private final BoardEndpoints board;
  private final WhyEndpoint why;
  private final ScriptEndpoints scripts;
  private final VoicemailEndpoints voicemails;
  private final RecordingEndpoint recordings;
  private final CallbackEndpoints callbacks;
  private final TaskEndpoints tasks;
  private final CustomerEndpoints customers;
  private final WhoseCallEndpoint whoseCall;
  private final CustomerWorkEndpoints customerWork;
  private final CustomerBookEndpoints customerBook;
  private final WorkEndpoints work;
  private final ReloadEndpoint reload;
  private final ConfigurationEndpoints configuration;
  private final ReleaseEndpoints releases;
  private final PromptEndpoints prompts;
  private final LoginEndpoint login;
  private final HealthEndpoint health;
  private final MetricsEndpoint metrics;
  private final String description;

  /**
   * @param reads where the journal is read
   */
  public Api(Signals signals, PhoneSessions phones, Sources sources, Entrance entrance, Aside reads) {
    Numbers numbers = sources.numbers();
    Interactions interactions = sources.interactions();
    CallingBack callingBack = sources.callingBack();
    Mailboxes mailboxes = sources.mailboxes();
    Clientele clientele = sources.clientele();
    Served served = new Served(mailboxes.queues());
    Dialable dialable = new Dialable(sources.outside(), clientele.customers(), reads);
    this.agents = new AgentEndpoints(signals);
    this.phones = new PhoneEndpoints(phones);
    this.talks = new TalkEndpoints(signals, dialable);
    this.dials = new DialEndpoints(signals, dialable, clientele.customers(), reads);
    this.supervision = new SupervisionEndpoints(signals);
    this.waiting = new WaitingEndpoints(signals);
    this.board = new BoardEndpoints(numbers, interactions, callingBack.callbacks(), reads);
    this.why = new WhyEndpoint(signals, interactions, numbers, reads);
    this.scripts = new ScriptEndpoints(signals);
    this.voicemails = new VoicemailEndpoints(mailboxes, served, signals, reads);
    this.recordings = new RecordingEndpoint(interactions, mailboxes.data(), signals, reads);
    this.callbacks = new CallbackEndpoints(callingBack, served, signals, reads);
    this.tasks = new TaskEndpoints(callingBack.tasks(), callingBack.clock(), callbacks, served, signals, reads);
    this.customers = new CustomerEndpoints(clientele, sources.work().codes(), reads);
    this.whoseCall = new WhoseCallEndpoint(clientele, numbers, signals, reads);
    this.customerWork = new CustomerWorkEndpoints(clientele.work(), entrance.accounts(), reads);
    this.customerBook = new CustomerBookEndpoints(clientele, signals, reads);
    this.work = new WorkEndpoints(agents, callbacks, sources.work(), numbers, mailboxes.queues(), signals, callingBack.clock(), reads);
    this.reload = new ReloadEndpoint(signals);
    this.configuration = new ConfigurationEndpoints(signals);
    this.releases = new ReleaseEndpoints(sources.published(), signals, reads);
    this.prompts = new PromptEndpoints(signals);
    this.login = new LoginEndpoint(entrance);
    this.health = new HealthEndpoint(sources.health());
    this.metrics = new MetricsEndpoint(numbers, sources.health());
    this.description = description();
  }

  /**
   * The visitor's right to ask has been checked. A failed stage is a part that does not answer, or a bug.
   */
  public CompletionStage<Answer> answer(Question question) {
    return switch (question.endpoint()) {
      case LOGIN -> login.answer(question);
      case HEALTH -> health.answer(question);
      case DESCRIPTION -> CompletableFuture.completedFuture(new Answer.Text("application/yaml; charset=utf-8", description));
      case EVENTS -> CompletableFuture.completedFuture(Problem.of(Trouble.NO_SOCKET));
      case ME -> board.me(question);
      case ME_SIGN_IN -> agents.own(question, AgentRequest.SignIn::new);
      case ME_READY -> agents.own(question, AgentRequest.Ready::new);
      case ME_NOT_READY -> agents.ownNotReady(question);
      case ME_EXTEND_WRAP_UP -> agents.own(question, AgentRequest.ExtendWrapUp::new);
      case CALL_DECLINE -> talks.simple(question, TalkRequest.Decline::new);
      case CALL_HANG_UP -> talks.simple(question, TalkRequest.HangUp::new);
      case CALL_HOLD -> talks.simple(question, TalkRequest.Hold::new);
      case CALL_RESUME -> talks.simple(question, TalkRequest.Resume::new);
      case CALL_MUTE -> talks.mute(question);
      case CALL_TRANSFER -> talks.to(question, TalkRequest.Transfer::new);
      case CALL_CONSULT -> talks.to(question, TalkRequest.Consult::new);
      case CALL_SWAP -> talks.simple(question, TalkRequest.Swap::new);
      case CALL_COMPLETE -> talks.simple(question, TalkRequest.Complete::new);
      case CALL_CANCEL -> talks.simple(question, TalkRequest.Cancel::new);
      case CALL_CONFERENCE -> talks.simple(question, TalkRequest.Conference::new);
      case CALL_CUSTOMER -> whoseCall.answer(question);
      case CALL_RECORDING -> recordings.turn(question);
      case ME_DIAL -> dials.dial(question);
      case ME_SIGN_OUT -> agents.own(question, AgentRequest.SignOut::new);
      case ME_WRAP_UP -> work.wrapUp(question);
      case ME_TODAY -> work.today(question);
      case ME_MESSAGE_SEEN -> work.seen(question);
      case MESSAGES -> work.send(question);
      case KNOWLEDGE -> work.search(question);
      case KNOWLEDGE_ARTICLE -> work.article(question);
      case ME_COLLEAGUES -> board.colleagues(question);
      case ME_PHONE -> phones.begin(question);
      case ME_PHONE_END -> phones.end(question);
      case ME_GATE -> phones.gate(question);
      case PHONE_SOCKET -> CompletableFuture.completedFuture(Problem.of(Trouble.NO_SOCKET));
      case AGENTS -> board.agents(question);
      case AGENT_SIGN_IN -> agents.of(question, AgentRequest.SignIn::new);
      case AGENT_READY -> agents.of(question, AgentRequest.Ready::new);
      case AGENT_NOT_READY -> agents.notReadyOf(question);
      case AGENT_BREAK -> agents.breakOf(question);
      case AGENT_SKILLS -> agents.skillsOf(question);
      case AGENT_SIGN_OUT -> agents.of(question, AgentRequest.SignOut::new);
      case QUEUES -> board.queues(question);
      case CALLS -> board.calls(question);
      case CALL -> board.call(question);
      case CALL_MOVE -> waiting.move(question);
      case CALL_PRIORITY -> waiting.prioritise(question);
      case CALL_PICK -> waiting.give(question);
      case CALL_LISTEN -> supervision.listen(question);
      case CALL_LISTEN_END -> supervision.leave(question);
      case CALL_TAKE_OVER -> supervision.takeOver(question);
      case CALL_WHY -> board.known(question, call -> why.answer(question, call));
      case SCRIPTS -> scripts.list(question);
      case CALL_SCRIPT -> scripts.begin(question);
      case SCRIPT_RUN -> scripts.look(question);
      case SCRIPT_RUN_ANSWER -> scripts.answer(question);
      case SCRIPT_RUN_BACK -> scripts.back(question);
      case VOICEMAILS -> voicemails.list(question);
      case VOICEMAIL_AUDIO -> voicemails.audio(question);
      case VOICEMAIL_DONE -> voicemails.done(question);
      case RECORDING_AUDIO -> recordings.audio(question);
      case TASKS -> tasks.list(question);
      case TASK_SEEN -> tasks.seen(question);
      case TASK_DONE -> tasks.done(question);
      case TASK_CALL_BACK -> tasks.callBack(question);
      case SURVEYS -> board.surveys(question);
      case GAVE_UP -> callbacks.gaveUp(question);
      case GAVE_UP_CALL_BACK -> callbacks.callBack(question);
      case CALLBACKS -> callbacks.ahead(question);
      case CALLBACK_CANCEL -> callbacks.cancel(question);
      case CUSTOMERS -> customers.search(question);
      case CUSTOMER_CREATE -> customers.create(question);
      case CUSTOMER_IMPORT -> customerBook.take(question);
      case CUSTOMER_IMPORT_PROGRESS -> customerBook.progress(question);
      case CUSTOMER_EXPORT -> customerBook.give(question);
      case CUSTOMER -> customers.one(question);
      case CUSTOMER_CHANGE -> customers.change(question);
      case CUSTOMER_NUMBER_ADD -> customers.addNumber(question);
      case CUSTOMER_NUMBER_REMOVE -> customers.removeNumber(question);
      case CUSTOMER_NOTE -> customers.note(question);
      case CUSTOMER_TIMELINE -> customers.timeline(question);
      case CUSTOMER_CASES -> customerWork.cases(question);
      case CUSTOMER_CASE_OPEN -> customerWork.open(question);
      case CASE_CHANGE -> customerWork.move(question);
      case CUSTOMER_TASKS -> customerWork.followUps(question);
      case CUSTOMER_TASK_MAKE -> customerWork.promise(question);
      case CUSTOMER_TASK_DONE -> customerWork.done(question);
      case CUSTOMER_ANONYMISE -> customerBook.anonymise(question);
      case CLOSURES -> agents.closure(question);
      case QUEUE_CHANGE -> configuration.changeQueue(question);
      case RELOAD -> reload.answer(question);
      case CONFIGURATION -> configuration.list(question);
      case CONFIGURATION_WRITE -> configuration.writeAll(question);
      case CONFIGURATION_FILE, CONFIGURATION_FOLDER_FILE -> configuration.read(question);
      case CONFIGURATION_FILE_WRITE, CONFIGURATION_FOLDER_FILE_WRITE -> configuration.write(question);
      case RELEASES -> releases.list(question);
      case RELEASE -> releases.one(question);
      case RELEASE_DIFFERENCE -> releases.difference(question);
      case RELEASE_ROLL_BACK -> releases.rollBack(question);
      case PROMPTS -> prompts.list(question);
      case PROMPT_RECORDING -> prompts.hear(question);
      case PROMPT_RECORDING_PUT -> prompts.put(question);
      case PROMPT_RECORDING_REMOVE -> prompts.remove(question);
      case METRICS -> metrics.answer(question);
    };
  }

  private static String description() {
    try (InputStream text = Api.class.getResourceAsStream("/openapi.yaml")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the program lacks its own openapi.yaml", broken);
    }
  }
}
