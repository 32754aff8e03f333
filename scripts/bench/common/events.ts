import { createHash, randomBytes } from 'node:crypto';

/** What an installation is told by Zalo (zalo-platform §0.2); made up for each run. */
export interface OaIdentity {
  appId: string;
  appSecret: string;
  oaId: string;
  oaSecret: string;
}

export function inventOa(): OaIdentity {
  return {
    appId: '4102938475610293847',
    oaId: '2910384756102938475',
    appSecret: randomBytes(15).toString('base64url'),
    oaSecret: randomBytes(15).toString('base64url'),
  };
}

export type EventContent =
  | { name: 'user_send_text'; text: string }
  | { name: 'user_send_image'; url: string }
  | { name: 'user_send_location'; latitude: number; longitude: number };

/** A signed event as the bytes of an HTTP request, ready to be written to a socket. */
export function signedRequest(oa: OaIdentity, citizenId: string, content: EventContent): Buffer {
  const timestamp = String(Date.now());
  const body = JSON.stringify({
    app_id: oa.appId,
    sender: { id: citizenId },
    user_id_by_app: `5${citizenId.slice(1)}`,
    recipient: { id: oa.oaId },
    event_name: content.name,
    message: messageOf(content),
    timestamp,
  });
  const mac = createHash('sha256')
    .update(oa.appId + body + timestamp + oa.oaSecret)
    .digest('hex');
  const head = [
    'POST /webhooks/zalo/oa HTTP/1.1',
    'Host: bench',
    'Content-Type: application/json',
    `X-ZEvent-Signature: mac=${mac}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Different text events of some thousand citizens. */
export function manyTexts(oa: OaIdentity, count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) =>
    signedRequest(oa, String(8_170_263_549_180_000n + BigInt(index % 5_000)), {
      name: 'user_send_text',
      text: `Đèn đường trước nhà số ${index % 300} phố Lê Trọng Tấn bị hỏng từ hôm qua, buổi tối đi lại rất nguy hiểm`,
    }),
  );
}

function messageOf(content: EventContent): object {
  // Every event has an id of its own: nothing may be answered as a duplicate.
  const id = { msg_id: randomBytes(10).toString('hex') };
  switch (content.name) {
    case 'user_send_text':
      return { text: content.text, ...id };
    case 'user_send_image':
      return { ...id, attachments: [{ payload: { thumbnail: content.url, url: content.url }, type: 'image' }] };
    case 'user_send_location': {
      const coordinates = { latitude: String(content.latitude), longitude: String(content.longitude) };
      return { text: '', ...id, attachments: [{ payload: { coordinates }, type: 'location' }] };
    }
  }
}
