import type { simulatorControl } from '../zalo-simulator/control-client.ts';

type Control = ReturnType<typeof simulatorControl>;

/** The citizen opens the Mini App once and agrees that what they report is published: so that "Quanh đây" has something to show. */
export async function agreeToPublish(zalo: Control, citizenId: string, serviceUrl: string): Promise<void> {
  const { accessToken } = await zalo.graphToken(citizenId, {});
  const session = await ask<{ token: string }>(`${serviceUrl}/api/citizen/session`, { body: { accessToken } });
  const url = `${serviceUrl}/api/citizen/consents`;
  const { items } = await ask<{ items: { purpose: string; version: string }[] }>(url, session);
  const version = items.find(({ purpose }) => purpose === 'publish')?.version;
  const body = { purpose: 'publish', version, given: true };
  await ask(url, { ...session, method: 'PUT', body });
}

/** Somebody at the desk has looked at the citizens' photos and lets them be seen. @returns of how many reports */
export async function letPhotosBeSeen({
  serviceUrl,
  staffToken,
}: {
  serviceUrl: string;
  staffToken: string;
}): Promise<number> {
  const staff = `${serviceUrl}/api/staff`;
  const { items } = await ask<{ items: { code: string }[] }>(`${staff}/reports?limit=100`, { token: staffToken });
  let seen = 0;
  for (const { code } of items) {
    const url = `${staff}/reports/${code}/publication`;
    const { published } = await ask<{ published: boolean }>(url, { token: staffToken });
    if (!published) continue;
    const reason = 'Đã xem ảnh: không có khuôn mặt, biển số hay trẻ em.';
    await ask(url, { token: staffToken, body: { photos: true, reason } });
    seen += 1;
  }
  return seen;
}

async function ask<Answer>(
  url: string,
  { token, body, method = body === undefined ? 'GET' : 'POST' }: { token?: string; body?: unknown; method?: string },
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${new URL(url).pathname}: HTTP ${response.status}`);
  return (await response.json()) as Answer;
}
