import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '../clock.ts';
import { type Kit, startKit } from '../testing/kit.ts';
import { documentedSample, shapeOf } from '../testing/samples.ts';

const NOW = Date.parse('2026-11-20T09:00:00+07:00');

let kit: Kit;
beforeAll(async () => {
  kit = await startKit({ now: () => NOW });
});
afterAll(() => kit.stop());

describe('§5 user/detail', () => {
  it('§11.2 somebody who never met the OA → -213, also when the id is nobody’s', async () => {
    const detail = (user_id: unknown) => kit.get('/v3.0/oa/user/detail', { user_id });
    expect((await detail(kit.citizen.id)).body).toEqual({ error: -213, message: 'User has not followed OA' });
    expect((await detail('1234567890123456789')).error).toBe(-213);
    expect((await detail(kit.citizen.idByApp)).error).toBe(-213);
    expect((await detail(undefined)).error).toBe(-201);
  });

  it('after a message: both ids, the date as DD/MM/YYYY of Viet Nam, no phone yet', async () => {
    await kit.control.act(kit.citizen.id, { act: 'text', text: 'Chào' });
    expect((await kit.get('/v3.0/oa/user/detail', { user_id: kit.citizen.id })).data).toMatchObject({
      user_id: kit.citizen.id,
      user_id_by_app: kit.citizen.idByApp,
      display_name: kit.citizen.name,
      user_is_follower: false,
      user_last_interaction_date: '20/11/2026',
      is_sensitive: false,
      shared_info: { phone: 0 },
    });
  });

  it('after user_submit_info the shared info is filled', async () => {
    await kit.control.act(kit.citizen.id, {
      act: 'submitInfo',
      name: 'Nguyễn Thị Mẫu',
      phone: '84900000001',
      city: 'Hà Nội',
    });
    const { data } = await kit.get('/v3.0/oa/user/detail', { user_id: kit.citizen.id });
    expect(data.shared_info).toMatchObject({ name: 'Nguyễn Thị Mẫu', phone: '84900000001', city: 'Hà Nội' });
  });

  it('§11.2 ordinary query parameters instead of data= are refused', async () => {
    const headers = { access_token: kit.accessToken };
    expect((await kit.call(`/v3.0/oa/user/detail?user_id=${kit.citizen.id}`, { headers })).error).not.toBe(0);
    expect((await kit.call('/v3.0/oa/user/detail?data=user_id', { headers })).error).not.toBe(0);
  });
});

describe('§5 user/getlist', () => {
  it('pages the people the OA has met; filters by follower, tag and period', async () => {
    const { citizens } = await kit.control.state();
    const [, second, third] = citizens;
    if (!second || !third) throw new Error('citizens are missing');
    await kit.control.act(second.id, { act: 'follow' });
    await kit.control.advance(DAY);
    await kit.control.act(third.id, { act: 'text', text: 'Hôm sau' });
    await kit.post('/v2.0/oa/tag/tagfollower', { user_id: third.id, tag_name: 'Phản ánh' });
    const list = async (data: object) =>
      (await kit.get('/v3.0/oa/user/getlist', { offset: 0, count: 50, ...data })).data;

    expect(await list({})).toMatchObject({ total: 3, count: 3, offset: 0 });
    expect(await list({ offset: 1, count: 1 })).toMatchObject({ total: 3, count: 1, users: [{ user_id: second.id }] });
    expect((await list({ is_follower: 'true' })).users).toEqual([{ user_id: second.id }]);
    expect((await list({ tag_name: 'Phản ánh' })).users).toEqual([{ user_id: third.id }]);
    expect((await list({ last_interaction_period: 'TODAY' })).users).toEqual([{ user_id: third.id }]);
    expect((await list({ last_interaction_period: 'YESTERDAY' })).total).toBe(2);
    expect((await list({ last_interaction_period: '2026_11_21:2026_11_22' })).users).toEqual([{ user_id: third.id }]);
  });

  it('§11.2 offset above 9951, count above 50 or an unknown period are refused', async () => {
    const error = async (data: object) => (await kit.get('/v3.0/oa/user/getlist', data)).error;
    expect(await error({ offset: 9952, count: 50 })).not.toBe(0);
    expect(await error({ offset: 0, count: 51 })).not.toBe(0);
    expect(await error({ offset: -1, count: 5 })).not.toBe(0);
    expect(await error({ offset: 0, count: 5, last_interaction_period: 'LAST_YEAR' })).not.toBe(0);
    expect(await error({ offset: 9951, count: 50 })).toBe(0);
  });
});

describe('§5 tags', () => {
  const event = async (name: string) => {
    await kit.simulator.idle();
    return kit.receiver.named(name).at(-1)?.body;
  };
  const tags = async () => (await kit.get('/v2.0/oa/tag/gettagsofoa', {})).body.data;

  it('putting a tag creates it; taking it off and removing it are told', async () => {
    const target = { user_id: kit.citizen.id, tag_name: 'Chờ ảnh' };
    await kit.post('/v2.0/oa/tag/tagfollower', target);
    expect(await tags()).toContain('Chờ ảnh');
    expect(shapeOf(await event('add_user_to_tag'))).toEqual(shapeOf(documentedSample('add_user_to_tag')));
    const { data } = await kit.get('/v3.0/oa/user/detail', { user_id: kit.citizen.id });
    expect(data.tags_and_notes_info).toMatchObject({ tag_names: ['Chờ ảnh'] });

    await kit.post('/v2.0/oa/tag/rmfollowerfromtag', target);
    expect(shapeOf(await event('remove_user_from_tag'))).toEqual(shapeOf(documentedSample('remove_user_from_tag')));
    expect((await kit.post('/v2.0/oa/tag/rmtag', { tag_name: 'Chờ ảnh' })).error).toBe(0);
    expect(shapeOf(await event('remove_tag'))).toEqual(shapeOf(documentedSample('remove_tag')));
    expect(await tags()).not.toContain('Chờ ảnh');
  });

  it('§5 a user_id sent as a number is corrupted beyond 2^53 and refused', async () => {
    const body = `{"user_id":${Number(kit.citizen.id)},"tag_name":"Số"}`;
    const headers = { access_token: kit.accessToken };
    expect((await kit.call('/v2.0/oa/tag/tagfollower', { method: 'POST', headers, body })).error).not.toBe(0);
  });
});

describe('§3.7 quota/message', () => {
  it('last_interaction is the value the 48 h and 7 day rules go by', async () => {
    const { lastInteractionAt } = (await kit.control.state()).citizens[0] ?? {};
    const { data } = await kit.post('/v3.0/oa/quota/message', { user_id: kit.citizen.id });
    expect(data).toMatchObject({ last_interaction: String(lastInteractionAt), cs_reply: { total: 8 } });
  });

  it('the packages of the OA', async () => {
    const ask = { quota_owner: 'OA', product_type: 'cs', quota_type: 'sub_quota' };
    const { body } = await kit.post('/v3.0/oa/quota/message', ask);
    expect(body.data).toMatchObject([{ product_type: 'cs', quota_type: 'sub_quota', total: 500, remain: 500 }]);
  });
});
