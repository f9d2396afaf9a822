package io.switchboard.bench.capacity;

import java.util.List;
import java.util.Locale;

/** What the figures mean, as the bench prints it. */
final class Definitions {
  private Definitions() {}

  static List<String> of(Load load, double step) {
    return String.format(Locale.ROOT, """
        A caller dials, is answered, hears a prompt of 2 s, presses 1 after 1 s, waits with music, talks %.1f s with one of %d agents, who hangs up and
        wraps up for %d s. Both queues have the same menu, agents, talk and wrap-up, on an Asterisk of its own for each trial; the agents together can take %.1f calls/s.
        Before each trial some callers come, %.0f/s for %d s, who do not count.
        Callers come at an even rate for %d s, the queue being empty at first; then all who are on the line are served. At more than %.1f calls/s
        more would wait than may, however fast the queue is: such rates are not tried.
        failed call:  not answered by an agent, hung up or refused before that, not over in twice the time that the agents need for all who wait,
                      or a message that SIPp at either end had to give up or did not expect.
        waiting:      callers on the line whom no agent has answered, menu included; more than %d is a queue that grows without bound, and a failure.
        good rate:    no failed call, and at least 98 %% of the calls were placed when they were due.
        calls_per_s:  the highest good rate; the next one, higher by %.0f %%, was not good. app_queue_calls_per_s: the same for app_queue.
        waiting_max:  the most that waited at once at Switchboard's highest good rate.
        cores:        CPU time of all server processes per second while callers came: Asterisk, and for Switchboard the platform, PostgreSQL, Redis.""",
        load.talkMs() / 1000.0, load.agents(), load.wrapUpS(), load.agentsPerSecond(), Trial.WARM_PER_S, Trial.WARM_S, load.seconds(), load.mostPerSecond(), load.waiting(), (step - 1) * 100)
        .lines().toList();
  }
}
