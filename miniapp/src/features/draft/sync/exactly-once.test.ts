import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fate, fates } from '../testing/bad-network.ts';
import { createFakeService, problem } from '../testing/fake-service.ts';
import { createDisk, startPhone } from '../testing/phone.ts';

const someFates = fc.array(fc.constantFrom(...fates), { maxLength: 40 });

/** What a person does, in any order, with goes at the service in between. */
const acts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('write' as const), text: fc.constantFrom('Ổ gà', 'Ổ gà to', 'Ổ gà to trước số 5') }),
    fc.record({ act: fc.constant('add' as const) }),
    fc.record({ act: fc.constant('remove' as const), index: fc.nat(2) }),
    fc.record({ act: fc.constant('go' as const) }),
  ),
  { maxLength: 8 },
);

describe('a report sent over a network that fails anywhere', () => {
  it('arrives exactly once, with all that was written and every photo once, also when the app ends at any call', async () => {
    await fc.assert(
      fc.asyncProperty(acts, someFates, async (done, drawn) => {
        const [disk, service] = [createDisk(), createFakeService()];
        const fatesOfCalls = [...drawn];
        const start = () => startPhone(disk, service.api, fatesOfCalls);
        let phone = await start();
        let pictures: number[] = [];
        let size = 0;
        for (const what of done) {
          if (what.act === 'write') phone.does.write(what.text);
          if (what.act === 'add' && pictures.length < 5) {
            phone.does.add(++size);
            pictures.push(size);
          }
          if (what.act === 'remove' && pictures[what.index] !== undefined) {
            const gone = phone.draft().photos[what.index]?.blob?.size;
            phone.does.remove(what.index);
            pictures = pictures.filter((one) => one !== gone);
          }
          await phone.store.written();
          if (what.act === 'go' && (await phone.go()) === 'died') phone = await start();
        }
        phone.does.write('Ổ gà to trước số 5, xe ngã');
        phone.does.send();
        await phone.store.written();
        for (let goes = 0; phone.draft().state !== 'sent' && goes < 100; goes++)
          if ((await phone.go()) === 'died') phone = await start();
        expect(service.reports.map(({ text }) => text)).toEqual(['Ổ gà to trước số 5, xe ngã']);
        expect([...(service.reports[0]?.photos ?? [])].sort()).toEqual([...pictures].sort());
        expect(phone.draft().sent?.code).toBe(service.reports[0]?.code);
        await phone.go();
        expect(service.open()).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('is the same report when the answer was lost and the service has forgotten the key meanwhile', async () => {
    const [disk, service] = [createDisk(), createFakeService()];
    // written, submitted, and the answer never heard
    const phone = await startPhone(disk, service.api, ['ok', 'ok', 'unheard']);
    phone.does.write('Ngập');
    phone.does.send();
    expect(await phone.go()).toBe('failed');
    service.forgetKeys();
    service.chat('Một chuyện khác');
    expect(await phone.go()).toBe('done');
    expect(service.reports).toHaveLength(1);
    expect(phone.draft()).toMatchObject({ state: 'sent', sent: { code: service.reports[0]?.code } });
    expect(service.open()?.text).toBe('Một chuyện khác');
  });

  it('is not begun anew when nobody went on with it for a day and the service has taken it for a report', async () => {
    const [disk, service] = [createDisk(), createFakeService()];
    const phone = await startPhone(disk, service.api);
    phone.does.write('Ngập');
    await phone.go();
    service.close('reported');
    phone.does.send();
    await phone.go();
    expect(service.reports).toHaveLength(1);
    expect(phone.draft().state).toBe('sent');
  });

  it('what was written after that is kept and told about, and not sent unasked', async () => {
    const [disk, service] = [createDisk(), createFakeService()];
    const phone = await startPhone(disk, service.api);
    phone.does.write('Ngập');
    phone.does.add(3);
    await phone.go();
    service.close('reported');
    phone.does.write('Ngập, xe không qua được');
    phone.does.add(7);
    phone.does.send();
    await phone.go();
    expect(service.reports).toHaveLength(1);
    const draft = phone.draft();
    expect(draft).toMatchObject({ state: 'refused', text: 'Ngập, xe không qua được', serverId: null });
    expect(draft.problem).toContain(service.reports[0]?.code);
    expect(draft.photos.map(({ blob }) => blob?.size)).toEqual([7]);
    phone.does.send();
    await phone.go();
    expect(service.reports.map(({ photos }) => photos)).toEqual([[3], [7]]);
  });
});

describe('a draft the service has closed', () => {
  const pushed = async () => {
    const [disk, service] = [createDisk(), createFakeService()];
    const phone = await startPhone(disk, service.api);
    phone.does.write('Ngập');
    phone.does.add(4);
    await phone.go();
    return { phone, service };
  };

  it('because it was forgotten is sent all the same, photos and all', async () => {
    const { phone, service } = await pushed();
    service.close('discarded');
    phone.does.send();
    await phone.go();
    expect(service.reports).toMatchObject([{ text: 'Ngập', photos: [4] }]);
  });

  it('because it was cancelled in the chat is asked about before it is sent', async () => {
    const { phone, service } = await pushed();
    service.close('cancelled');
    phone.does.send();
    await phone.go();
    expect(service.reports).toEqual([]);
    expect(phone.draft()).toMatchObject({ state: 'refused', text: 'Ngập', mend: '/report/review' });
    phone.does.send();
    await phone.go();
    expect(service.reports).toMatchObject([{ text: 'Ngập', photos: [4] }]);
  });

  it('is not begun again there before the person goes on with it', async () => {
    const { phone, service } = await pushed();
    service.close('cancelled');
    await phone.go();
    await phone.go();
    expect(service.open()).toBeNull();
    expect(phone.draft()).toMatchObject({ state: 'writing', text: 'Ngập' });
    phone.does.write('Ngập nặng');
    await phone.go();
    expect(service.open()).toMatchObject({ text: 'Ngập nặng', photos: [{}] });
  });
});

describe('a refusal', () => {
  it('says in words what to mend and where, and is judged anew after that', async () => {
    const [disk, service] = [createDisk(), createFakeService()];
    service.refusals.push(problem(422, 'draft_incomplete', { missing: ['place'] }));
    const phone = await startPhone(disk, service.api);
    phone.does.write('Ngập');
    phone.does.send();
    await phone.go();
    expect(phone.draft()).toMatchObject({
      ...{ state: 'refused', problem: 'Từ chối: draft_incomplete', mend: '/report/place' },
    });
    phone.does.write('Ngập ở số 5');
    expect(phone.draft()).toMatchObject({ state: 'writing', problem: null });
    phone.does.send();
    await phone.go();
    expect(service.reports).toMatchObject([{ text: 'Ngập ở số 5' }]);
  });

  it.each([
    [problem(401, 'session_over')],
    [problem(429, 'too_many_requests')],
    [problem(500, 'internal_error')],
    [problem(409, 'idempotency_in_progress')],
  ])('of %s is none: it goes on trying', async (passing) => {
    const [disk, service] = [createDisk(), createFakeService()];
    service.refusals.push(passing);
    const phone = await startPhone(disk, service.api);
    phone.does.write('Ngập');
    phone.does.send();
    expect(await phone.go()).toBe('failed');
    expect(phone.draft().state).toBe('sending');
    await phone.go();
    expect(service.reports).toHaveLength(1);
  });
});

describe('consents', () => {
  it('are given to the wording that was shown, and only those that were ticked', async () => {
    const [disk, service] = [createDisk(), createFakeService()];
    const phone = await startPhone(disk, service.api);
    phone.does.write('Ngập');
    phone.does.share({ handle: true, publish: true, versions: { handle: '1', publish: '1' } });
    phone.does.send();
    await phone.go();
    expect(service.consents.map(({ given }) => given)).toEqual([true, null, true]);
    expect(service.reports[0]?.submission).toMatchObject({ publish: true, hideMyName: false });
  });

  it('to words that have changed since lead back to the review', async () => {
    const [disk, service] = [createDisk(), createFakeService()];
    const phone = await startPhone(disk, service.api);
    phone.does.write('Ngập');
    phone.does.share({ handle: true, versions: { handle: '0' } });
    phone.does.send();
    await phone.go();
    expect(service.reports).toEqual([]);
    expect(phone.draft()).toMatchObject({ state: 'refused', mend: '/report/review' });
  });
});

describe('fates of single calls', () => {
  it.each(fates.map((fate): [Fate] => [fate]))('%s at every place in turn makes no second report', async (fate) => {
    for (let place = 0; place < 9; place++) {
      const [disk, service] = [createDisk(), createFakeService()];
      const list: Fate[] = [...Array.from({ length: place }, (): Fate => 'ok'), fate];
      let phone = await startPhone(disk, service.api, list);
      phone.does.write('Ngập');
      phone.does.add(2);
      phone.does.share({ handle: true });
      phone.does.send();
      await phone.store.written();
      for (let goes = 0; phone.draft().state !== 'sent' && goes < 10; goes++)
        if ((await phone.go()) === 'died') phone = await startPhone(disk, service.api, list);
      expect(service.reports).toMatchObject([{ text: 'Ngập', photos: [2] }]);
    }
  });
});
