import { readdir } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../reports/report.ts';
import { type Desk, goodAnswer, type Headers, LANG, type Reply, startDesk } from './testing/running-desk.ts';

let desk: Desk;
let handler: Headers;
let report: Report;
beforeAll(async () => {
  desk = await startDesk();
  handler = await desk.member(['handler']);
  report = await desk.report({}, 'in_progress');
});
afterAll(() => desk?.stop());

let shade = 0;
const photo = (format: 'jpeg' | 'png' = 'jpeg') => {
  shade = (shade + 11) % 250;
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: { r: shade, g: 10, b: 200 } } });
  return picture
    .withExif({ IFD0: { Artist: 'Bác Tư' } })
    .toFormat(format)
    .toBuffer();
};
const paper = () => {
  shade += 1;
  return Buffer.from(`%PDF-1.7\nBiên bản ${shade}\n%%EOF`);
};

interface Part {
  bytes: Buffer;
  name?: string;
  type?: string;
}

/** Sends files as a browser does. */
async function upload(parts: (Part | string)[], options: { headers?: Headers; code?: string } = {}): Promise<Reply> {
  const form = new FormData();
  for (const part of parts) {
    if (typeof part === 'string') form.append('note', part);
    else form.append('file', new Blob([new Uint8Array(part.bytes)], { type: part.type ?? '' }), part.name ?? 'x.jpg');
  }
  const request = new Request('http://x', { method: 'POST', body: form });
  const answer = await desk.app.inject({
    method: 'POST',
    url: `/api/staff/reports/${options.code ?? report.code}/evidence`,
    headers: { ...(options.headers ?? handler), 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: answer.statusCode, body: JSON.parse(answer.body), headers: answer.headers };
}

const fetchRaw = (url: string, headers: Headers = handler) => desk.app.inject({ method: 'GET', url, headers });
const remove = async (id: number, headers: Headers = handler) => {
  const answer = await desk.app.inject({ method: 'DELETE', url: `/api/staff/evidence/${id}`, headers });
  return [answer.statusCode, answer.body ? JSON.parse(answer.body).code : undefined];
};
const fileCount = async () =>
  (await readdir(desk.mediaDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

describe('uploading evidence', () => {
  test('takes several files at once and names each by a number', async () => {
    const answer = await upload([{ bytes: await photo() }, { bytes: await photo('png') }, { bytes: paper() }]);
    expect(answer.status).toBe(201);
    expect(answer.body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['photo', 'photo', 'document']);
    const [first, , third] = answer.body.items;
    expect(first).toEqual({
      id: expect.any(Number),
      ...{ kind: 'photo', mediaType: 'image/jpeg', width: 60, height: 40, bytes: expect.any(Number) },
      url: `/api/staff/evidence/${first.id}`,
      thumbnailUrl: `/api/staff/evidence/${first.id}/thumbnail`,
      uploadedAt: desk.now().toISOString(),
    });
    expect(third).toMatchObject({ mediaType: 'application/pdf', thumbnailUrl: null, width: null });
  });

  test('serves a photo made anew, without what the camera wrote into it', async () => {
    const [item] = (await upload([{ bytes: await photo() }])).body.items;
    for (const url of [item.url, item.thumbnailUrl]) {
      const answer = await fetchRaw(url);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/jpeg']);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect((await sharp(answer.rawPayload).metadata()).exif).toBeUndefined();
      expect(answer.rawPayload.includes('Bác Tư')).toBe(false);
    }
  });

  test('serves a PDF to be saved, never to be opened here', async () => {
    const bytes = paper();
    const [item] = (await upload([{ bytes, name: '../../x.html', type: 'text/html' }])).body.items;
    const answer = await fetchRaw(item.url);
    expect(answer.rawPayload.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="minh-chung-${item.id}.pdf"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect((await fetchRaw(`${item.url}/thumbnail`)).statusCode).toBe(404);
  });

  test('judges by content: a name and a type that lie change nothing', async () => {
    const lie = { name: 'anh.jpg', type: 'image/jpeg' };
    const page = await upload([{ bytes: Buffer.from('<html><script>1</script></html>'), ...lie }]);
    expect([page.status, page.body.code]).toEqual([415, 'evidence_type_unsupported']);
    const honest = await upload([{ bytes: await photo(), name: 'x.exe', type: 'application/octet-stream' }]);
    expect(honest.body.items[0].kind).toBe('photo');
  });

  test.each<[string, () => Promise<(Part | string)[]>, number, string]>([
    ['no file', async () => [], 422, 'evidence_missing'],
    ['an empty file', async () => [{ bytes: Buffer.alloc(0) }], 422, 'evidence_empty'],
    ['a broken photo', async () => [{ bytes: (await photo()).subarray(0, 60) }], 415, 'broken_image'],
    ['seven files', async () => Array.from({ length: 7 }, () => ({ bytes: paper() })), 413, 'evidence_too_many'],
    ['a field beside the file', async () => [{ bytes: paper() }, 'lời nhắn'], 413, 'evidence_too_many'],
    [
      'a file of more than 15 MB',
      async () => [{ bytes: Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(15 * 1024 * 1024)]) }],
      413,
      'evidence_too_large',
    ],
    [
      'more than 40 MB together',
      async () =>
        [1, 2, 3].map((n) => ({ bytes: Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(14 * 1024 * 1024, n)]) })),
      413,
      'evidence_too_large',
    ],
    [
      'a bad file after a good one',
      async () => [{ bytes: paper() }, { bytes: Buffer.from('x') }],
      415,
      'evidence_type_unsupported',
    ],
  ])('refuses %s as a whole, and keeps no file of it', async (_what, parts, status, code) => {
    const before = await fileCount();
    const answer = await upload(await parts());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).toMatch(/^\p{Lu}.+\.$/u);
    expect(await fileCount()).toBe(before);
  });

  test('needs a form with files', async () => {
    const url = `/api/staff/reports/${report.code}/evidence`;
    const answer = await desk.post(url, { file: 'x' }, handler);
    expect([answer.status, answer.body.code]).toEqual([415, 'media_type_unsupported']);
    const raw = await desk.app.inject({
      ...{ method: 'POST', url, payload: await photo() },
      headers: { ...handler, 'content-type': 'image/jpeg' },
    });
    expect(raw.statusCode).toBe(415);
  });

  test('is for those who may answer this report', async () => {
    const files = [{ bytes: paper() }];
    const dispatcher = await desk.member(['dispatcher']);
    expect((await upload(files, { headers: dispatcher })).body.code).toBe('not_for_this_role');
    const elsewhere = await desk.member(['handler'], { agencies: ['so-xay-dung'] });
    expect((await upload(files, { headers: elsewhere })).body.code).toBe('report_not_found');
    expect((await upload(files, { code: 'HN-00000000' })).status).toBe(404);
    expect((await upload(files, { headers: {} })).status).toBe(401);
  });
});

describe('evidence that was uploaded', () => {
  test('is seen by who sees the report, and by nobody else', async () => {
    const [item] = (await upload([{ bytes: await photo() }])).body.items;
    expect((await fetchRaw(item.url, await desk.member(['leader']))).statusCode).toBe(200);
    const elsewhere = await desk.member(['handler'], { agencies: ['so-xay-dung'] });
    for (const url of [item.url, item.thumbnailUrl, '/api/staff/evidence/999999']) {
      const answer = await fetchRaw(url, elsewhere);
      expect([answer.statusCode, JSON.parse(answer.body).code]).toEqual([404, 'evidence_not_found']);
    }
  });

  test('can be taken back by whoever uploaded it, until an answer carries it', async () => {
    const [first, second] = (await upload([{ bytes: paper() }, { bytes: await photo() }])).body.items;
    expect(await remove(first.id, await desk.member(['leader']))).toEqual([403, 'not_your_evidence']);
    expect(await remove(first.id)).toEqual([204, undefined]);
    expect(await remove(first.id)).toEqual([404, 'evidence_not_found']);
    expect((await fetchRaw(first.url)).statusCode).toBe(404);

    const other = await desk.report({ agencyCode: LANG }, 'in_progress');
    const [proof] = (await upload([{ bytes: await photo() }], { code: other.code })).body.items;
    const answer = await desk.post(
      `/api/staff/reports/${other.code}/answer`,
      { text: goodAnswer(), evidenceIds: [proof.id] },
      { ...handler, 'idempotency-key': 'evidence-1' },
    );
    expect(answer.status).toBe(200);
    expect(await remove(proof.id)).toEqual([409, 'evidence_in_use']);
    expect((await fetchRaw(proof.url)).statusCode).toBe(200);
    const { body } = await desk.get(`/api/staff/reports/${other.code}`, handler);
    expect(body.answers[0].evidence).toEqual([proof]);
    expect(body.looseEvidence).toEqual([]);
    const waiting = (await desk.get(`/api/staff/reports/${report.code}`, handler)).body.looseEvidence;
    expect(waiting.map(({ id }: { id: number }) => id)).toContain(second.id);
  });
});
