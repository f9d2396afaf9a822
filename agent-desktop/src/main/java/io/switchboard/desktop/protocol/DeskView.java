package io.switchboard.desktop.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agent's desk; each component is a section. */
public record DeskView(
    MeView me, PhoneView phone, @Nullable CallView call, @Nullable SideView side, @Nullable ListeningView listening, TodayView today,
    List<MessageView> messages) {}
