/** With no word from the server for so long after a question, the way is gone, though nobody said so. */
export const SILENT_MS = 4_000;
export const ASK_EVERY_MS = 2_000;
/** RFC 7118: who hears it says so at once. */
const QUESTION = '\r\n\r\n';

/**
 * SIP over our own WebSocket, in the shape that JsSIP asks of a socket. The token and the session go along as subprotocols: a browser has no other
 * place for them. It asks the server now and then whether the way is there: a network that became another one closes nothing.
 */
export class PhoneSocket {
  readonly via_transport: string;
  readonly url: string;
  readonly sip_uri: string;
  onconnect: () => void = () => undefined;
  ondisconnect: (error: boolean, code?: number, reason?: string) => void = () => undefined;
  ondata: (data: string) => void = () => undefined;
  private socket: WebSocket | null = null;
  private asking: ReturnType<typeof setInterval> | null = null;
  /** When the question was asked that is not answered yet; 0: there is none. */
  private askedMs = 0;
  private readonly token: () => string | null;
  private readonly session: string;
  private readonly over: (code: number) => void;

  /** @param over the server says that this page is the phone no more, or that its token is good no more */
  constructor(url: string, token: () => string | null, session: string, over: (code: number) => void) {
    this.url = url;
    this.via_transport = url.startsWith('wss:') ? 'WSS' : 'WS';
    this.sip_uri = `sip:${new URL(url).host};transport=ws`;
    this.token = token;
    this.session = session;
    this.over = over;
  }

  connect(): void {
    if (this.isConnected() || this.isConnecting()) {
      return;
    }
    const socket = new WebSocket(this.url, ['sip', `bearer.${this.token() ?? ''}`, `session.${this.session}`]);
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    socket.onopen = () => {
      this.asking = setInterval(() => this.ask(), ASK_EVERY_MS);
      this.onconnect();
    };
    socket.onmessage = (event) => {
      this.askedMs = 0;
      this.ondata(String(event.data));
    };
    socket.onclose = (event) => {
      this.rest();
      this.socket = null;
      if (event.code === TOKEN_OVER || event.code === SESSION_OVER) {
        this.over(event.code);
      }
      this.ondisconnect(!event.wasClean, event.code, event.reason);
    };
  }

  /** The network is away or another one: nothing that is sent this way arrives any more. */
  lost(): void {
    if (this.socket !== null) {
      this.disconnect();
      this.ondisconnect(true);
    }
  }

  disconnect(): void {
    this.rest();
    if (this.socket !== null) {
      this.socket.onopen = this.socket.onmessage = this.socket.onclose = null;
      this.socket.close();
      this.socket = null;
    }
  }

  send(message: string | ArrayBufferLike | Blob | ArrayBufferView): boolean {
    if (!this.isConnected() || typeof message !== 'string') {
      return false;
    }
    this.socket?.send(message);
    return true;
  }

  /** A hidden page's timers may be minutes apart: only a question that was asked and not answered counts. */
  private ask(): void {
    const now = Date.now();
    if (this.askedMs > 0 && now - this.askedMs >= SILENT_MS) {
      this.lost();
    } else if (this.send(QUESTION) && this.askedMs === 0) {
      this.askedMs = now;
    }
  }

  private rest(): void {
    if (this.asking !== null) {
      clearInterval(this.asking);
      this.asking = null;
    }
    this.askedMs = 0;
  }

  isConnected(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  isConnecting(): boolean {
    return this.socket?.readyState === WebSocket.CONNECTING;
  }
}

export const TOKEN_OVER = 4401;
/** Another page is the phone now. */
export const SESSION_OVER = 4409;
