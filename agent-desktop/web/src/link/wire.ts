import type { Wire } from './socket';

/** A real WebSocket as the link uses it. */
export function openWire(path: string): Wire {
  const url = new URL(path, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(url);
  const wire: Wire = {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) {
        socket.send(text);
      }
    },
    close: () => socket.close(),
    onopen: null,
    onmessage: null,
    onclose: null,
  };
  socket.onopen = () => wire.onopen?.();
  socket.onmessage = (event) => wire.onmessage?.(String(event.data));
  socket.onclose = (event) => wire.onclose?.(event.code);
  return wire;
}
