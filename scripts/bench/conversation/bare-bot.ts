import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { OaIdentity } from '../common/events.ts';

/**
 * The least a bot can do: check the signature, answer 200, send one sentence. No database, no queue, no memory; what is
 * slower than this is ours.
 */
export async function bareBot(options: {
  oa: OaIdentity;
  port: number;
  simulatorUrl: string;
  token: string;
}): Promise<{ port: number; close(): Promise<void> }> {
  const { oa, port, simulatorUrl, token } = options;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      const event = JSON.parse(raw) as { timestamp: string; sender: { id: string } };
      const mac = createHash('sha256')
        .update(oa.appId + raw + event.timestamp + oa.oaSecret)
        .digest('hex');
      response.writeHead(request.headers['x-zevent-signature'] === `mac=${mac}` ? 200 : 401, { 'content-length': '0' });
      response.end();
      void fetch(`${simulatorUrl}/v3.0/oa/message/cs`, {
        method: 'POST',
        headers: { access_token: token, 'content-type': 'application/json' },
        body: JSON.stringify({ recipient: { user_id: event.sender.id }, message: { text: 'Đã nhận tin của bạn.' } }),
      }).catch(() => {});
    });
  });
  // Connections of the sender rest between two of its events.
  server.keepAliveTimeout = 72_000;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
