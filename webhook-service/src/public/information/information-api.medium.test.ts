import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentDuePolicy } from '../../deadlines/policy.ts';
import { addPolicy } from '../../deadlines/policy-store.ts';
import { type RunningApp, startApp } from '../testing/running-app.ts';

let running: RunningApp;
const clock = { at: new Date('2026-10-05T02:00:00Z') };
beforeAll(async () => {
  running = await startApp(() => clock.at, {
    env: { ZALO_MINIAPP_ID: '3350917264850192736', DATA_CONTROLLER_NAME: 'Trung tâm Phục vụ hành chính công' },
  });
});
afterAll(() => running?.stop());

const ask = async (path: string) => {
  const answer = await running.app.inject({ url: `/api/public/${path}` });
  return { status: answer.statusCode, kept: answer.headers['cache-control'], body: answer.json() };
};

describe('who is behind the channel', () => {
  test('is told with the ways to reach it, and may be kept by phones', async () => {
    const { status, kept, body } = await ask('about');
    expect([status, kept]).toEqual([200, 'public, max-age=300']);
    expect(body).toMatchObject({
      oaId: '2910384756102938475',
      chatLink: 'https://zalo.me/2910384756102938475',
      appLink: 'https://zalo.me/s/3350917264850192736/',
      controller: 'Trung tâm Phục vụ hành chính công',
    });
  });

  test('without a name for it, is said in the reader’s language; another language than ours is refused', async () => {
    const nameless = await startApp(() => clock.at);
    const controller = async (query: string) =>
      (await nameless.app.inject({ url: `/api/public/about${query}` })).json().controller;
    expect([await controller(''), await controller('?lang=en')]).toEqual(['Đơn vị vận hành', 'the operating body']);
    await nameless.stop();
    expect((await ask('about?lang=fr')).body).toMatchObject({ status: 400 });
  });
});

describe('how long things take', () => {
  test('is told by the policy in force, also when staff have changed it', async () => {
    const normal = async () =>
      (await ask('promises')).body.items.find((item: { class: string }) => item.class === 'normal');
    expect(await normal()).toMatchObject({
      accept: '1 ngày làm việc',
      answer: '5 ngày làm việc',
      again: '3 ngày làm việc',
    });
    const { classes } = currentDuePolicy;
    const faster = {
      ...currentDuePolicy,
      version: 'faster-1',
      classes: { ...classes, normal: { ...classes.normal, answerHours: 24 } },
    };
    await addPolicy(running.db, faster, { by: 'staff:1', validFrom: clock.at, now: clock.at });
    clock.at = new Date(clock.at.getTime() + 120_000);
    expect(await normal()).toMatchObject({ answer: '3 ngày làm việc' });
  });

  test('nothing is promised for what is only redirected', async () => {
    const { body } = await ask('promises?lang=en');
    expect(body.items.map((item: { class: string }) => item.class)).toEqual([
      'emergency',
      'urgent',
      'normal',
      'complex',
    ]);
    expect(body.items[0]).toMatchObject({ answer: '4 hours, nights and holidays included' });
    expect(body.confirmDays).toBe(7);
  });
});

describe('the notice on personal data', () => {
  test('says the same as the public page, with the name of who is responsible', async () => {
    const { body } = await ask('privacy-notice');
    const page = (await running.app.inject({ url: '/quyen-rieng-tu' })).body;
    expect(body.lead).toContain('Trung tâm Phục vụ hành chính công');
    expect(page).toContain(body.lead);
    expect(body.sections).toHaveLength(5);
    for (const { title } of body.sections) expect(page).toContain(title);
    expect((await ask('privacy-notice?lang=en')).body.title).toBe('Privacy');
  });
});
