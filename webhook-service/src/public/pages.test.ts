import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import type { Db } from '../../../db/client.ts';
import { type PublicPagesDeps, registerPublicPages } from './pages.ts';

describe('when the database cannot be reached', () => {
  it('says that nothing is lost, with 503 and without a word about the cause', async () => {
    const answer = await get('/tra-cuu/HN-7K3MR4T5', { db: failing('ECONNREFUSED') });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toContain('Phản ánh đã gửi không bị mất');
    expect(answer.body).not.toContain('ECONNREFUSED');
  });

  it('still shows the first page and still reads codes', async () => {
    const db = failing('ECONNREFUSED');
    expect((await get('/', { db })).statusCode).toBe(200);
    expect((await get('/tra-cuu/HN-12345678', { db })).statusCode).toBe(422);
  });
});

it('answers a fault of ours with 500, in the language of the page', async () => {
  const answer = await get('/tra-cuu/HN-7K3MR4T5?lang=en', { db: failing('42P01') });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).toContain('<html lang="en">');
});

it('links into the chat of the Official Account only when it is told which', async () => {
  const db = failing('unused');
  expect((await get('/', { db })).body).not.toContain('zalo.me');
  expect((await get('/', { db, zaloOaId: '2910384756102938475' })).body).toContain(
    'href="https://zalo.me/2910384756102938475"',
  );
});

it('says on the page about personal data who is responsible, by name once there is one', async () => {
  const privacy = { dataKey: Buffer.alloc(32), publicUrl: 'https://phananh.test' };
  const db = failing('ECONNREFUSED');
  expect((await get('/quyen-rieng-tu', { db, privacy })).body).toContain('Đơn vị vận hành chịu trách nhiệm');
  const named = await get('/quyen-rieng-tu', { db, privacy: { ...privacy, controller: 'UBND thành phố Hà Nội' } });
  expect(named.body).toContain('UBND thành phố Hà Nội chịu trách nhiệm');
});

async function get(url: string, deps: PublicPagesDeps) {
  const app = fastify();
  await registerPublicPages(app, deps);
  return app.inject(url);
}

function failing(code: string): Db {
  const select = () => {
    throw Object.assign(new Error('select … from reports'), { code });
  };
  return { select } as unknown as Db;
}
