package io.switchboard.desktop.api;

import io.switchboard.desktop.words.Language;

/** What must be so before an agent is offered a call on the phone in his page. In the order in which it is to be mended. */
enum Check {
  PERMISSION("This page may not use the microphone. Allow it in the browser's settings for this page, beside its address, and load the page again.",
      "此页面无权使用麦克风。请在浏览器地址栏旁的网站设置中允许，然后重新加载页面。"),
  MICROPHONE("The microphone gives no sound. Plug it in, choose it in the phone's settings, and see that it is not muted by a switch of its own.",
      "麦克风没有声音。请插好麦克风，在电话设置中选择它，并确认未通过其自身的开关静音。"),
  SOCKET("This page is not connected to the platform. See that the network is there; the page connects again by itself.",
      "此页面未连接到平台。请检查网络；页面会自动重新连接。"),
  REGISTRATION("The phone in this page is not signed in. Load the page again; if it stays so, tell your supervisor.",
      "此页面中的电话未注册。请重新加载页面；若仍未恢复，请联系班长。"),
  ROUND_TRIP("The way to the platform takes longer than 1.2 s. Use a cable instead of radio, or end what else loads the network.",
      "到平台的往返时间超过 1.2 秒。请改用有线网络，或停止其他占用网络的程序。"),
  HEARS("The test tone did not arrive. Choose the right headset in the phone's settings; if it is right, the network lets no sound in: tell your supervisor.",
      "未收到测试音。请在电话设置中选择正确的耳机；若选择无误，则网络未放行语音，请联系班长。"),
  HEARD("Your voice did not come back. Speak up during the check; if you did, the network lets no sound out: tell your supervisor.",
      "未收到您的回声。检查时请说话；若已说话，则网络未放行语音，请联系班长。");

  private final String english;
  private final String chinese;

  Check(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  String text(Language language) {
    return language == Language.CHINESE ? chinese : english;
  }
}
