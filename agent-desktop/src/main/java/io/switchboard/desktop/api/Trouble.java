package io.switchboard.desktop.api;

import io.switchboard.desktop.words.Language;

/** Everything that can be wrong with a question, with its HTTP status and what to do about it. {@code %s} takes what it is about. */
public enum Trouble {
  MALFORMED(400, "The body is not JSON: %s. Send one JSON object in UTF-8.", "请求正文不是有效的 JSON：%s。请发送一个 UTF-8 编码的 JSON 对象。"),
  NOT_TEXT(400, "The body is not UTF-8 text. Save the file as UTF-8.", "请求正文不是 UTF-8 文本。请将文件保存为 UTF-8。"),
  NO_TOKEN(401, "This needs a login. Get a token by POST /api/login and send it as 'Authorization: Bearer TOKEN'.",
      "此操作需要登录。请先用 POST /api/login 获取令牌，并在请求头中发送 'Authorization: Bearer 令牌'。"),
  INVALID_TOKEN(401, "The token is not valid or has expired. Log in again by POST /api/login.", "令牌无效或已过期。请用 POST /api/login 重新登录。"),
  WRONG_CREDENTIALS(401, "User or password is wrong. Check both, and the tenant; an administrator can set a new password.",
      "用户名或密码错误。请检查用户名、密码和租户；管理员可以设置新密码。"),
  WRONG_ROLE(403, "Your role does not allow this; it needs one of: %s. Ask an administrator.", "您的角色无权执行此操作，需要以下角色之一：%s。请联系管理员。"),
  NOT_YOUR_CALL(403, "This call is not with you: %s. Scripts are for the call that rings, is talked in or wrapped up; ask a supervisor.",
      "该通话不在您处：%s。脚本仅用于正在振铃、通话或话后处理的通话；请联系班长。"),
  UNKNOWN_PATH(404, "There is nothing at this address. /api/openapi.yaml lists what there is.", "该地址不存在。可用地址见 /api/openapi.yaml。"),
  UNKNOWN_AGENT(404, "There is no agent '%s' in your tenant. GET /api/agents lists them.", "您的租户中没有坐席 '%s'。坐席列表见 GET /api/agents。"),
  UNKNOWN_QUEUE(404, "There is no queue '%s' in your tenant. GET /api/queues lists them.", "您的租户中没有队列 '%s'。队列列表见 GET /api/queues。"),
  UNKNOWN_SKILL(422, "Nothing was set: %s", "未做任何更改：%s"),
  UNKNOWN_REASON(422, "Nothing was changed, this reason is not known: %s", "未做任何更改，该原因未定义：%s"),
  UNKNOWN_CODE(422, "Nothing was written, this code is not known: %s", "未做任何记录，该代码未定义：%s"),
  CODE_REQUIRED(409, "This queue wants to know how the call went. Send one of these by POST /api/me/wrap-up: %s",
      "该队列要求填写话后代码。请用 POST /api/me/wrap-up 提交其中之一：%s"),
  NOT_IN_WRAP_UP(409, "The agent is not in wrap-up. There is nothing to extend.", "该坐席不在话后处理中，没有可延长的时间。"),
  NOT_EXTENDABLE(409, "This wrap-up cannot be extended: %s", "话后处理无法延长：%s"),
  UNKNOWN_CALL(404, "There is no call '%s' in your tenant. GET /api/calls lists them.", "您的租户中没有通话 '%s'。通话列表见 GET /api/calls。"),
  UNKNOWN_FILE(404, "There is no configuration file '%s'. GET /api/configuration lists them; a new flow, prompt or calendar file is put with 'If-None-Match: *'.",
      "没有配置文件 '%s'。文件列表见 GET /api/configuration；新的流程、提示音或日历文件请用 'If-None-Match: *' 创建。"),
  UNKNOWN_RELEASE(404, "There is no release '%s'. GET /api/releases lists them.", "没有发布版本 '%s'。版本列表见 GET /api/releases。"),
  UNKNOWN_VOICEMAIL(404, "There is no message '%s' in your tenant. GET /api/voicemails lists them.",
      "您的租户中没有留言 '%s'。留言列表见 GET /api/voicemails。"),
  UNKNOWN_RECORDING(404, "There is no recording '%s' in your tenant. GET /api/calls/ID shows those of a call: recording_kept and talk_recording_ended.",
      "您的租户中没有录音 '%s'。某次呼叫的录音见 GET /api/calls/ID 中的 recording_kept 和 talk_recording_ended。"),
  UNKNOWN_MESSAGE(404, "No message '%s' waits for you. It was seen already, or is somebody else's.", "没有待查看的消息 '%s'。它已被查看，或不属于您。"),
  UNKNOWN_ARTICLE(404, "There is no article '%s'. GET /api/knowledge?q= finds them.", "没有文章 '%s'。请用 GET /api/knowledge?q= 查找。"),
  UNKNOWN_TASK(404, "There is no task '%s' in your tenant. GET /api/tasks lists them.", "您的租户中没有任务 '%s'。任务列表见 GET /api/tasks。"),
  UNKNOWN_CUSTOMER(404, "There is no customer '%s' in your tenant, or he is anonymised. GET /api/customers?q= finds them.",
      "您的租户中没有客户 '%s'，或该客户已匿名化。请用 GET /api/customers?q= 查找。"),
  UNKNOWN_CASE(404, "There is no case '%s' in your tenant. GET /api/customers/{id}/cases lists those of a customer.",
      "您的租户中没有工单 '%s'。某客户的工单见 GET /api/customers/{id}/cases。"),
  UNKNOWN_FOLLOW_UP(404, "There is no follow-up '%s' in your tenant. GET /api/customers/{id}/tasks lists those of a customer.",
      "您的租户中没有跟进事项 '%s'。某客户的事项见 GET /api/customers/{id}/tasks。"),
  UNKNOWN_IMPORT(404, "There is no import '%s' any more. Its changes are in the customers; import the file again to see its report.",
      "导入 '%s' 已不存在。其更改已写入客户资料；如需报告，请重新导入文件。"),
  UNKNOWN_SCRIPT(404, "There is no script '%s' that can be begun. GET /api/scripts lists them.", "没有可以开始的脚本 '%s'。脚本列表见 GET /api/scripts。"),
  UNKNOWN_SCRIPT_RUN(404, "No script runs under '%s', or its interaction is closed. GET /api/calls/{id} shows what came of it.",
      "没有正在运行的脚本 '%s'，或其交互已结束。结果见 GET /api/calls/{id}。"),
  UNKNOWN_CALLBACK(404, "No callback '%s' is to be made in your tenant, or its customer has answered. GET /api/callbacks lists them.",
      "您的租户中没有待执行的回呼 '%s'，或客户已接听。回呼列表见 GET /api/callbacks。"),
  UNKNOWN_PROMPT(404, "There is no prompt '%s'. GET /api/prompts lists them; a new one begins with its text in prompts/LANGUAGE.yaml.",
      "没有提示音 '%s'。提示音列表见 GET /api/prompts；新的提示音请先在 prompts/语言.yaml 中写入文本。"),
  NOT_RECORDED(404, "The prompt '%s' is not recorded, it is spoken from its text. PUT a recording to this address.",
      "提示音 '%s' 没有录音，由文本合成播放。请用 PUT 上传录音到此地址。"),
  WRONG_METHOD(405, "This method is not for this address. It answers %s.", "该地址不支持此方法。支持的方法：%s。"),
  ANOTHER_PAGE(409, "Another page is at hand: %s. It was answered already, or gone back from. Get the run again and answer the page that it shows.",
      "当前页面已不同：%s。该页已被回答或已返回。请重新获取并回答显示的页面。"),
  FIRST_PAGE(409, "This is the first page. There is none before it to go back to.", "这是第一页，前面没有可返回的页面。"),
  SCRIPT_OVER(409, "The script is over: %s. Begin it anew by POST /api/calls/{id}/scripts/{name}.",
      "脚本已结束：%s。请用 POST /api/calls/{id}/scripts/{name} 重新开始。"),
  NO_BROWSER_PHONE(409, "Your phone is not in this page; it is one of its own. An administrator can change that: phone: { browser: NAME } in agents.yaml.",
      "您的电话不在此页面中，而是独立的话机。管理员可在 agents.yaml 中更改：phone: { browser: 名称 }。"),
  NOT_SIGNED_IN(409, "The agent is not signed in. Sign in first.", "该坐席尚未签入。请先签入。"),
  NOT_ALLOWED(409, "This is not possible now: %s", "当前无法执行此操作：%s"),
  NOT_DONE(503, "This was not done: %s", "未能执行：%s"),
  NO_TARGET(422, "One of 'agent', 'queue' and 'number' is wanted. Send exactly one of them.", "需要 'agent'、'queue'、'number' 之一。请只发送其中一个。"),
  NUMBER_BARRED(422, "This number cannot be called: %s", "无法呼叫该号码：%s"),
  DO_NOT_CALL(409, "He does not want to be called: %s", "该客户要求请勿致电：%s"),
  DIAL_NOT_NOW(409, "You cannot dial now: %s", "目前不能拨号：%s"),
  DIAL_LIMIT(409, "The number was not dialled: %s", "未拨打该号码：%s"),
  DIAL_NO_QUEUE(422, "The number was not dialled: %s", "未拨打该号码：%s"),
  PHONE_UNREACHABLE(409, "Your phone cannot be reached: %s", "您的话机无法接通：%s"),
  NO_TRUNK(409, "The number was not dialled, %s", "未拨打该号码，%s"),
  NO_CALL(409, "There is no such call at hand: %s", "当前没有此通话：%s"),
  NOT_NOW(409, "This does not fit what the call is doing: %s", "与通话当前状态不符：%s"),
  NO_OWN_PHONE(409, "You have no phone on which you could hear it: %s", "您没有可用于监听的电话：%s"),
  CANNOT_JOIN(409, "You cannot join this talk now: %s", "目前无法加入该通话：%s"),
  NOT_WAITING(409, "Nothing was changed: %s", "未做任何更改：%s"),
  NOT_REACHABLE(409, "Nobody can be reached there now: %s", "目前无法接通：%s"),
  NO_NUMBER(409, "The caller withheld his number. He cannot be called back.", "主叫号码被隐藏，无法回呼。"),
  CALLBACK_REFUSED(409, "No callback was booked: %s", "未预约回呼：%s"),
  CALLBACK_BOOKED(409, "There is a callback already: %s", "已有回呼预约：%s"),
  CALLBACK_NEEDLESS(409, "He was spoken to since, or waits now: %s. GET /api/gave-up shows what came of it.",
      "该客户之后已与坐席通话，或正在等待：%s。处理结果见 GET /api/gave-up。"),
  TASK_DONE(409, "This task is done already, by %s. Nothing is left to call back for.", "该任务已处理完毕，处理人：%s。无需回呼。"),
  HEARD_NOT_SEEN(409, "A message is taken note of by hearing it: GET /api/voicemails/%s/audio.", "留言收听后即视为已查看：GET /api/voicemails/%s/audio。"),
  NO_QUEUE(409, "The score is about no queue, so no queue can call back. Name one in the survey step.",
      "该评分不属于任何队列，无法回呼。请在流程的 survey 步骤中指定队列。"),
  MOST_NUMBERS(409, "No further number fits: a customer has at most %s. Remove one first.", "无法再添加号码：每位客户最多 %s 个。请先删除一个。"),
  CUSTOMER_ON_THE_LINE(409, "He is on the line or to be called back: %s. Try again when that is over.", "该客户正在通话或等待回呼：%s。请在结束后重试。"),
  IMPORT_RUNNING(409, "An import of your tenant is running: %s. Wait until GET /api/customers/imports/%s says that it is done.",
      "您的租户正在导入：%s。请等待 GET /api/customers/imports/%s 显示完成。"),
  PLAIN_SECRET(409, "The file has a secret in plain and is not handed out. See 'settings' for each and what to do.",
      "文件中含有明文密钥，无法提供。各项说明见 'settings'。"),
  NOT_WRITABLE(409, "The configuration cannot be changed here; nothing changed: %s", "无法在此更改配置，未做任何更改：%s"),
  CHANGED_MEANWHILE(412, "Somebody changed the file since you read it: %s. Read it again, put your change into that and send it with its ETag.",
      "文件在您读取之后已被更改：%s。请重新读取，在其基础上修改，并附上新的 ETag 发送。"),
  RECORD_CHANGED(412, "Somebody changed the same since you read it: %s. Read it again, put your change into that and send it with its ETag.",
      "在您读取之后，以下内容已被更改：%s。请重新读取，在其基础上修改，并附上新的 ETag 发送。"),
  TOO_LARGE(413, "The body is too large. Send at most %s.", "请求正文过大。最多 %s。"),
  WRONG_TYPE(415, "The body is not of the type that is read here. Send it with 'Content-Type: %s'.", "请求正文类型不正确。请发送 'Content-Type: %s'。"),
  WRONG_FIELDS(422, "Some fields are wrong; see 'fields' for each and what would be right.", "部分字段有误；各字段的说明见 'fields'。"),
  WRONG_SOUND(422, "The recording cannot be taken, nothing changed: %s.", "无法使用该录音，未做任何更改：%s。"),
  NOT_RECORDABLE(422, "A recording cannot say the values that this prompt has places for: %s. Take them out of its text, in every language, first.",
      "录音无法播报该提示音中的变量：%s。请先从各语言的文本中删除变量。"),
  WRONG_SETTINGS(422, "The configuration cannot be taken; what was in force stays. See 'settings' for each and what would be right.",
      "配置无法生效，原有配置保持不变。各项说明见 'settings'。"),
  WRONG_ANSWER(422, "This is no answer to the page at hand. Right would be: %s.", "该回答不适用于当前页面。正确的回答应为：%s。"),
  NO_SOCKET(426, "This address is a WebSocket. Ask for it with 'Upgrade: websocket'; docs/api.md has how.",
      "该地址是 WebSocket。请用 'Upgrade: websocket' 连接；详见 docs/api.md。"),
  WRONG_FRAME(400, "This frame is not understood: %s. Send hello first, then ping and phone; docs/api.md has them.",
      "无法识别该帧：%s。请先发送 hello，然后发送 ping 和 phone；详见 docs/api.md。"),
  NO_CONDITION(428, "Which version this replaces is missing. Read the file and send its ETag as 'If-Match'; for a new file 'If-None-Match: *'.",
      "缺少要替换的版本。请先读取文件，并将其 ETag 作为 'If-Match' 发送；新文件请用 'If-None-Match: *'。"),
  NO_VERSION(428, "Which version you read is missing. Send the ETag of what you read as 'If-Match'.", "缺少您读取的版本。请将读取时的 ETag 作为 'If-Match' 发送。"),
  TOO_MANY_TRIES(429, "Too many failed logins. Try again in %s s.", "登录失败次数过多。请在 %s 秒后重试。"),
  TOO_MANY_REQUESTS(429, "Too many requests. Try again in %s s.", "请求过于频繁。请在 %s 秒后重试。"),
  FAILED(500, "Something went wrong on our side; it is in the log under %s. Try again, then tell an administrator.",
      "服务器内部错误，日志编号为 %s。请重试；如仍失败，请联系管理员。"),
  OVERLOADED(503, "Too much to do at this moment. Try again in a second.", "系统繁忙。请稍后重试。"),
  UNAVAILABLE(503, "A part that is needed does not answer. Try again; GET /api/health names it.", "所需的组件没有响应。请重试；详情见 GET /api/health。");

  private final int status;
  private final String english;
  private final String chinese;

  Trouble(int status, String english, String chinese) {
    this.status = status;
    this.english = english;
    this.chinese = chinese;
  }

  public int status() {
    return status;
  }

  /** For programs: lower case, stable. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The sentence up to its first stop: the same for every occurrence, as RFC 9457 wants a title. */
  public String title(Language language) {
    return text(language).split("[.;:,。；：，]")[0].replace(" '%s'", "");
  }

  String text(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case CHINESE -> chinese;
    };
  }
}
