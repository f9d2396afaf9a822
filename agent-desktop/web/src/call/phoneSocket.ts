/** SIP over our own WebSocket, in the shape that JsSIP asks of a socket. The token and the session go along as subprotocols: a browser has no other place for them. */
export class PhoneSocket {
  readonly via_transport: string;
  readonly url: string;
  readonly sip_uri: string;
  onconnect: () => void = () => undefined;
  ondisconnect: (error: boolean, code?: number, reason?: string) => void = () => undefined;
  ondata: (data: string) => void = () => undefined;
  private socket: WebSocket | null = null;
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
    socket.onopen = () => this.onconnect();
    socket.onmessage = (event) => this.ondata(String(event.data));
    socket.onclose = (event) => {
      if (event.code === TOKEN_OVER || event.code === SESSION_OVER) {
        this.over(event.code);
      }
      this.ondisconnect(!event.wasClean, event.code, event.reason);
    };
  }

  disconnect(): void {
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
