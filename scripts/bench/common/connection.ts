import { connect, type Socket } from 'node:net';

/** One kept-alive HTTP connection that sends ready-made bytes; a fraction of a client library's cost on a shared machine. */
export interface Connection {
  /** Sends one request and answers the status of its response. One at a time. */
  send(request: Buffer): Promise<number>;
  /** False once the server has closed it, as it does with one that was idle for a minute. */
  isOpen(): boolean;
  close(): void;
}

export async function openConnection(port: number): Promise<Connection> {
  const socket = await connected(port);
  let settle: { resolve: (status: number) => void; reject: (error: Error) => void } | null = null;
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
    const status = completeStatus(received);
    if (status === null) return;
    received = '';
    settle?.resolve(status);
  });
  const broken = (error: Error): void => settle?.reject(error);
  socket.on('error', broken);
  socket.on('close', () => broken(new Error('connection closed by the server')));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(request);
      }),
    isOpen: () => !socket.closed && !socket.destroyed && socket.writable,
    close: () => {
      settle = null;
      socket.destroy();
    },
  };
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** The status once head and body are there. Our servers answer with a Content-Length, never in chunks. */
function completeStatus(received: string): number | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;
  const length = /\r\ncontent-length: (\d+)/i.exec(received)?.[1];
  if (length === undefined) throw new Error('a response without Content-Length');
  return received.length >= headEnd + 4 + Number(length) ? Number(received.slice(9, 12)) : null;
}
