'use strict';
// The least that is a phone: signs in over /api/phone, answers, hangs up, and measures what it says and hears.

class Line {
  constructor(path, protocols) {
    this.url = `ws://${location.host}${path}`;
    this.sip_uri = `sip:${location.hostname};transport=ws`;
    this.via_transport = 'WS';
    this.protocols = protocols;
    this.closings = [];
  }

  connect() {
    if (this.socket) return;
    const socket = new WebSocket(this.url, this.protocols);
    this.socket = socket;
    socket.onopen = () => this.onconnect();
    socket.onmessage = (message) => this.ondata(message.data);
    socket.onclose = (closed) => {
      this.socket = null;
      this.closings.push(closed.code);
      this.ondisconnect(!closed.wasClean, closed.code, closed.reason);
    };
  }

  disconnect() {
    if (this.socket) this.socket.close();
  }

  send(text) {
    if (!this.socket || this.socket.readyState !== WebSocket.OPEN) return false;
    this.socket.send(text);
    return true;
  }

  isConnected() {
    return !!this.socket && this.socket.readyState === WebSocket.OPEN;
  }

  isConnecting() {
    return !!this.socket && this.socket.readyState === WebSocket.CONNECTING;
  }
}

const phone = {
  log: [],

  note(what) {
    this.log.push(what);
  },

  async api(method, path, fields) {
    const headers = { 'Content-Type': 'application/json' };
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    const response = await fetch(path, { method, headers, body: fields && JSON.stringify(fields) });
    return response.json();
  },

  async start(tenant, user, password) {
    this.token = (await this.api('POST', '/api/login', { tenant, user, password })).token;
    await this.register();
  },

  async register() {
    this.session = await this.api('POST', '/api/me/phone', {});
    this.line = new Line(this.session.path, ['sip', `bearer.${this.token}`, `session.${this.session.session}`]);
    this.ua = new JsSIP.UA({
      sockets: [this.line], uri: this.session.uri, authorization_user: this.session.endpoint, password: this.session.secret,
      register_expires: 60, session_timers: false, connection_recovery_min_interval: 1, connection_recovery_max_interval: 2,
    });
    for (const event of ['connected', 'disconnected', 'registered', 'unregistered', 'registrationFailed']) {
      this.ua.on(event, (e) => this.note(event + (e && e.cause ? ` ${e.cause}` : '')));
    }
    this.ua.on('registered', () => this.gate());
    this.ua.on('newRTCSession', ({ session }) => this.rings(session));
    this.ua.start();
  },

  /** As if it had measured and found all well. */
  async gate() {
    const well = { permission: true, microphone: true, registration: true, round_trip_ms: 5, hears: true, heard: true };
    const answer = await this.api('POST', '/api/me/gate', well);
    this.note(answer.passed ? 'fit' : `unfit ${JSON.stringify(answer)}`);
  },

  rings(session) {
    this.call = session;
    this.note(`${session.direction} call`);
    session.on('ended', (e) => this.note(`ended ${e.originator} ${e.cause}`));
    session.on('failed', (e) => this.note(`failed ${e.originator} ${e.cause}`));
    session.on('confirmed', () => this.note('confirmed'));
    session.on('peerconnection', (e) => this.listen(e.peerconnection));
    if (session.connection) this.listen(session.connection);
  },

  listen(connection) {
    this.connection = connection;
    connection.addEventListener('track', (e) => {
      const stream = e.streams[0] || new MediaStream([e.track]);
      const ear = document.body.appendChild(document.createElement('audio'));
      ear.autoplay = true;
      ear.srcObject = stream;
      this.context = new AudioContext();
      this.analyser = this.context.createAnalyser();
      this.analyser.fftSize = 8192;
      this.context.createMediaStreamSource(stream).connect(this.analyser);
    });
  },

  media() {
    return { mediaConstraints: { audio: true, video: false }, pcConfig: { iceServers: [] } };
  },

  answer() {
    this.call.answer(this.media());
  },

  dial(address) {
    this.ua.call(address, this.media());
  },

  hangUp() {
    this.call.terminate();
  },

  /** Packets both ways, and the loudest frequency that is heard, in Hz; 0 while it is still. */
  async heard() {
    const now = { received: 0, sent: 0, energy: 0, hz: 0, codec: '' };
    if (!this.connection) return now;
    for (const each of (await this.connection.getStats()).values()) {
      if (each.type === 'inbound-rtp') {
        now.received = each.packetsReceived;
        now.energy = each.totalAudioEnergy;
      } else if (each.type === 'outbound-rtp') {
        now.sent = each.packetsSent;
      } else if (each.type === 'codec') {
        now.codec = each.mimeType;
      }
    }
    if (this.analyser) {
      const bins = new Float32Array(this.analyser.frequencyBinCount);
      this.analyser.getFloatFrequencyData(bins);
      const loudest = bins.reduce((best, level, bin) => (level > bins[best] ? bin : best), 0);
      now.hz = bins[loudest] > -70 ? Math.round((loudest * this.context.sampleRate) / this.analyser.fftSize) : 0;
    }
    return now;
  },
};
window.phone = phone;
