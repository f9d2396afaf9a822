package io.switchboard.servers.process;

import io.switchboard.servers.ServerException;
import java.io.IOException;

/** The signals by which our processes are asked to end. */
public enum Signal {
  INT,
  TERM,
  KILL,
  /** SIPp takes it for: no new calls, and the end once the running ones are over. */
  USR1;

  /** Sends to exactly this process; one that is gone already is no error. */
  void sendTo(ProcessHandle process) {
    switch (this) {
      case TERM -> process.destroy();
      case KILL -> process.destroyForcibly();
      case INT, USR1 -> sendByShell(process.pid());
    }
  }

  private void sendByShell(long pid) {
    try {
      new ProcessBuilder("sh", "-c", "kill -s " + this + " " + pid)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new ServerException("cannot run sh to signal process " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
