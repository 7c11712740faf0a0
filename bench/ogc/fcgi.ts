import { once } from 'node:events';
import { connect } from 'node:net';

const VERSION = 1;
const [BEGIN, PARAMS, STDIN, STDOUT, END] = [1, 4, 5, 6, 3];

/** Asks a FastCGI server once, as a web server would, and resolves to all that it wrote: headers and body. */
export async function askFcgi(port: number, params: Readonly<Record<string, string>>): Promise<Buffer> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  socket.write(
    Buffer.concat([
      record(BEGIN, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])),
      record(PARAMS, Buffer.concat(Object.entries(params).map(pair))),
      record(PARAMS, Buffer.alloc(0)),
      record(STDIN, Buffer.alloc(0)),
    ]),
  );
  const pieces: Buffer[] = [];
  let received = Buffer.alloc(0);
  for await (const piece of socket) {
    received = Buffer.concat([received, piece as Buffer]);
    while (received.length >= 8) {
      const length = received.readUInt16BE(4);
      const whole = 8 + length + received.readUInt8(6);
      if (received.length < whole) break;
      const type = received.readUInt8(1);
      if (type === STDOUT) pieces.push(received.subarray(8, 8 + length));
      received = received.subarray(whole);
      if (type === END) {
        socket.destroy();
        return Buffer.concat(pieces);
      }
    }
  }
  throw new Error('The FastCGI server ended before its answer did');
}

function record(type = 0, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt8(VERSION, 0);
  head.writeUInt8(type, 1);
  head.writeUInt16BE(1, 2);
  head.writeUInt16BE(content.length, 4);
  return Buffer.concat([head, content]);
}

function pair([name, value]: [string, string]): Buffer {
  const length = (text: string) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE((Buffer.byteLength(text) | 0x80000000) >>> 0);
    return bytes;
  };
  return Buffer.concat([length(name), length(value), Buffer.from(name + value)]);
}
