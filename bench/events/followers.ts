/** Follows a stream of server-sent events with many clients at once; tells when each of them reads each marked event. */
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

export interface Following {
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
  readonly clients: number;
  /** What stands in an event that is counted. */
  readonly mark: string;
}

const { port, path, cookie, clients, mark }: Following = workerData;
/** Nobody's browsers come in the same instant. */
const AT_ONCE = 20;
let open = 0;
let begun = 0;

for (let i = 0; i < AT_ONCE; i++) follow();

function follow(): void {
  if (begun++ >= clients) return;
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let rest = '';
  let isOpen = false;
  socket.on('connect', () => {
    socket.write(
      `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\ncookie: ${cookie}\r\n\r\n`,
    );
  });
  socket.on('data', (data) => {
    const now = performance.timeOrigin + performance.now();
    rest += data.toString('latin1');
    if (!isOpen) {
      if (!rest.startsWith('HTTP/1.1 200')) throw new Error(rest.slice(0, 200));
      isOpen = true;
      open += 1;
      follow();
      if (open === clients) parentPort?.postMessage('open');
    }
    const whole = rest.lastIndexOf('\n\n');
    if (whole === -1) return;
    const read = rest.slice(0, whole).split(mark).length - 1;
    rest = rest.slice(whole + 2);
    for (let i = 0; i < read; i++) parentPort?.postMessage(now);
  });
}
