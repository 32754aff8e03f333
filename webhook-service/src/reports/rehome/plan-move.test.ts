import { describe, expect, it } from 'vitest';
import { adminUnits } from '../../../../db/seed/admin-units.ts';
import { erasFrom, type WardVersion } from '../../routing/boundaries/era.ts';
import {
  box,
  CUA_NAM,
  centreOf,
  collection,
  DONG_DA,
  DONG_DA_DONG,
  DONG_DA_TAY,
  HALF,
  HO_GUOM,
  HOAN_KIEM,
  LANG,
  LANG_TRUNG,
  outlineOf,
  pointIn,
  reorganisation,
  reorganisationOutlines,
  squareWards,
} from '../../routing/boundaries/testing/square-wards.ts';
import type { WardMap } from '../../routing/ward-map.ts';
import { becauseOf, planMove, type RehomingReport, type Reorganisation, wardsAfter } from './plan-move.ts';

const version: WardVersion = {
  validFrom: '2027-01-01',
  units: reorganisation(),
  outlines: reorganisationOutlines(),
};
const changeOf = (base: WardMap, ...versions: WardVersion[]): Reorganisation => {
  const eras = erasFrom(base, versions);
  const [before, era] = eras.slice(-2);
  if (!before || !era) throw new Error('no change');
  return { before, era, units: versions.at(-1)?.units ?? [] };
};
const change = changeOf(squareWards(), version);
const withoutOutlines = changeOf({ units: adminUnits, boundaries: null }, { ...version, outlines: null });

const report = (facts: Partial<RehomingReport> = {}): RehomingReport => ({
  code: 'HN-TEST0001',
  wardCode: null,
  agencyCode: null,
  latitude: null,
  longitude: null,
  ...facts,
});
const plan = (facts: Partial<RehomingReport>, by = change) => {
  const item = planMove(report(facts), by);
  return item && [item.how, item.toWard, item.toAgency];
};
const near = (code: string, east = 0) => pointIn(code, east);

describe('a report whose ward the map does not touch stays', () => {
  it.each<[string, Partial<RehomingReport>]>([
    ['with its ward agency', { wardCode: '00025', agencyCode: 'ubnd-00025', ...near('00025') }],
    ['with its pin in another ward', { wardCode: '00025', agencyCode: 'ubnd-00025', ...near(HOAN_KIEM) }],
    ['with no ward at all', { agencyCode: 'so-xay-dung' }],
    ['with nothing', {}],
    ['renamed, not moved', { wardCode: '00577', agencyCode: 'ubnd-00577' }],
    ['with the agency of another ward that goes on', { wardCode: '00025', agencyCode: `ubnd-${LANG}` }],
  ])('%s', (_, facts) => expect(plan(facts)).toBeNull());
});

describe('a report in wards that were put together', () => {
  it('goes with its ward, by its pin', () => {
    expect(planMove(report({ wardCode: HOAN_KIEM, agencyCode: 'ubnd-00070', ...near(HOAN_KIEM) }), change)).toEqual({
      code: 'HN-TEST0001',
      fromWard: HOAN_KIEM,
      toWard: HO_GUOM,
      fromAgency: 'ubnd-00070',
      toAgency: 'ubnd-99001',
      how: 'pin',
    });
  });

  it.each<[string, Partial<RehomingReport>]>([
    ['has no pin', {}],
    ['has half a pin', { latitude: 21 }],
    ['has the other half', { longitude: 105.8 }],
    ['has a pin elsewhere', near('00025')],
    ['has a pin outside', { latitude: 10, longitude: 100 }],
  ])('goes to the only successor when it %s', (_, pin) => {
    expect(plan({ wardCode: CUA_NAM, agencyCode: 'ca-00082', ...pin })).toEqual([
      'only-successor',
      HO_GUOM,
      'ca-99001',
    ]);
  });

  it('keeps a city agency, and none', () => {
    expect(plan({ wardCode: CUA_NAM, agencyCode: 'so-xay-dung' })).toEqual(['only-successor', HO_GUOM, 'so-xay-dung']);
    expect(plan({ wardCode: CUA_NAM, agencyCode: 'ca-tp' })).toEqual(['only-successor', HO_GUOM, 'ca-tp']);
    expect(plan({ wardCode: CUA_NAM })).toEqual(['only-successor', HO_GUOM, null]);
  });
});

describe('a report in a ward that was divided', () => {
  it('goes where its pin lies', () => {
    const facts = { wardCode: DONG_DA, agencyCode: 'ca-00235' };
    expect(plan({ ...facts, ...near(DONG_DA, -HALF / 2) })).toEqual(['pin', DONG_DA_TAY, 'ca-99003']);
    expect(plan({ ...facts, ...near(DONG_DA, HALF / 2) })).toEqual(['pin', DONG_DA_DONG, 'ca-99004']);
  });

  it('needs a person without a pin, and with one outside all successors', () => {
    const item = planMove(report({ wardCode: DONG_DA, agencyCode: 'ubnd-00235' }), change);
    expect(item).toEqual({
      code: 'HN-TEST0001',
      fromWard: DONG_DA,
      toWard: null,
      fromAgency: 'ubnd-00235',
      toAgency: null,
      how: 'needs_person',
    });
    expect(plan({ wardCode: DONG_DA, ...near('00025') })).toEqual(['needs_person', null, null]);
  });

  it('goes to the one successor near a pin that fell just outside it', () => {
    expect(plan({ wardCode: DONG_DA, ...near(DONG_DA, HALF * 1.2) })).toEqual(['pin', DONG_DA_DONG, null]);
  });

  it('needs a person when the pin is near two successors and in none', () => {
    const [longitude, latitude] = centreOf(DONG_DA);
    const pin = { latitude: latitude + HALF * 1.2, longitude };
    expect(plan({ wardCode: DONG_DA, ...pin })).toEqual(['needs_person', null, null]);
  });

  it('needs a person when there are no outlines: a guess moves nothing', () => {
    expect(plan({ wardCode: DONG_DA, ...near(DONG_DA, HALF / 2) }, withoutOutlines)).toEqual([
      'needs_person',
      null,
      null,
    ]);
    expect(plan({ wardCode: HOAN_KIEM, ...near(HOAN_KIEM) }, withoutOutlines)).toEqual([
      'only-successor',
      HO_GUOM,
      null,
    ]);
  });
});

describe('a report in a ward that gave land away', () => {
  it('stays where its pin is still in the ward', () => {
    expect(plan({ wardCode: LANG, agencyCode: 'ubnd-00199', ...near(LANG, -HALF / 2) })).toBeNull();
  });

  it('goes with the land, and its ward agency with it', () => {
    const pin = near(LANG, HALF / 2);
    expect(plan({ wardCode: LANG, agencyCode: 'ubnd-00199', ...pin })).toEqual(['pin', LANG_TRUNG, 'ubnd-99002']);
    expect(plan({ wardCode: LANG, agencyCode: 'evnhanoi', ...pin })).toEqual(['pin', LANG_TRUNG, 'evnhanoi']);
    expect(plan({ wardCode: LANG, agencyCode: 'ubnd-00025', ...pin })).toEqual(['pin', LANG_TRUNG, 'ubnd-00025']);
  });

  it('needs a person without a pin', () => {
    expect(plan({ wardCode: LANG, agencyCode: 'ubnd-00199' })).toEqual(['needs_person', null, null]);
  });
});

describe('a report held by the agency of a ward that ended', () => {
  it('goes to the only successor of that ward', () => {
    expect(plan({ wardCode: '00025', agencyCode: 'ca-00082' })).toEqual(['only-successor', '00025', 'ca-99001']);
    expect(plan({ agencyCode: 'ca-00082' })).toEqual(['only-successor', null, 'ca-99001']);
  });

  it('needs a person when that ward was divided', () => {
    expect(plan({ wardCode: '00025', agencyCode: 'ubnd-00235' })).toEqual(['needs_person', null, null]);
  });

  it('goes to the successor its own ward became', () => {
    const eastWithCuaNam = reorganisation().map((unit) =>
      unit.code === DONG_DA_DONG ? { ...unit, from: [DONG_DA, '00025'], ends: [DONG_DA, '00025'] } : unit,
    );
    const outlines = collection(
      ...reorganisationOutlines().features.filter(({ properties }) => properties.code !== DONG_DA_DONG),
      outlineOf(DONG_DA_DONG, box(centreOf(DONG_DA), { west: 0 }), box(centreOf('00025'))),
    );
    const moved = changeOf(squareWards(), { ...version, units: eastWithCuaNam, outlines });
    expect(plan({ wardCode: '00025', agencyCode: 'ubnd-00235' }, moved)).toEqual([
      'only-successor',
      DONG_DA_DONG,
      'ubnd-99004',
    ]);
  });
});

describe('a report left behind by an earlier map', () => {
  const second: WardVersion = {
    validFrom: '2028-01-01',
    units: [{ code: '99009', name: 'Láng Đông', kind: 'phuong', centre: centreOf(LANG), from: [LANG_TRUNG] }],
    outlines: null,
  };
  const later = changeOf(squareWards(), version, second);

  it('goes to where the earlier one would have put it, and on', () => {
    expect(plan({ wardCode: HOAN_KIEM, agencyCode: 'ubnd-00070' }, later)).toEqual([
      'only-successor',
      HO_GUOM,
      'ubnd-99001',
    ]);
    expect(plan({ wardCode: LANG_TRUNG }, later)).toEqual(['only-successor', '99009', null]);
  });

  it('is not asked about again when the later map does not touch its ward', () => {
    expect(plan({ wardCode: LANG, agencyCode: 'ubnd-00199' }, later)).toBeNull();
    expect(wardsAfter(LANG, later)).toEqual([LANG]);
    expect(wardsAfter(DONG_DA, later)).toEqual([DONG_DA_TAY, DONG_DA_DONG]);
  });
});

describe('the history says why', () => {
  const because = (facts: Partial<RehomingReport>) => {
    const item = planMove(report(facts), change);
    return item && becauseOf(item, change);
  };

  it('by the pin', () => {
    expect(because({ wardCode: HOAN_KIEM, ...near(HOAN_KIEM) })).toEqual([
      'Bản đồ phường, xã áp dụng từ ngày 01/01/2027: vị trí đã ghim thuộc phường Hồ Gươm.',
    ]);
  });

  it('by the only successor', () => {
    expect(because({ wardCode: HOAN_KIEM })).toEqual([
      'Bản đồ phường, xã áp dụng từ ngày 01/01/2027: phường Hoàn Kiếm nay thuộc phường Hồ Gươm.',
    ]);
  });

  it('by the end of the agency alone', () => {
    expect(because({ wardCode: '00025', agencyCode: 'ca-00082' })).toEqual([
      'Bản đồ phường, xã áp dụng từ ngày 01/01/2027: đơn vị đang giữ phản ánh không còn, việc chuyển cho đơn vị kế thừa.',
    ]);
  });

  it('without the name of a ward that ended long ago', () => {
    const item = { fromWard: '99998', toWard: HO_GUOM, how: 'only-successor' } as const;
    expect(becauseOf({ code: 'HN-TEST0001', fromAgency: null, toAgency: null, ...item }, change)).toEqual([
      'Bản đồ phường, xã áp dụng từ ngày 01/01/2027: phường, xã cũ nay thuộc phường Hồ Gươm.',
    ]);
  });
});
