import { describe, expect, it } from 'vitest';
import { adminUnit, adminUnits, oldDistricts, oldUnits, wardName } from './admin-units.ts';
import { agencyOfType, agencyTypes, allAgencies, cityAgencies, isWardType } from './agencies.ts';
import { categories, category, categoryGroups } from './categories.ts';
import { priorityPolicy } from './priority-policy.ts';
import { loadSampleReports, parseSampleReports } from './sample-reports.ts';

describe('administrative units', () => {
  it('are 51 phường and 75 xã with unique codes and names', () => {
    expect(adminUnits.filter((unit) => unit.kind === 'phuong')).toHaveLength(51);
    expect(adminUnits.filter((unit) => unit.kind === 'xa')).toHaveLength(75);
    expect(new Set(adminUnits.map((unit) => unit.code)).size).toBe(126);
    expect(new Set(adminUnits.map((unit) => unit.name)).size).toBe(126);
  });

  it('have a centre inside their box and neighbours that know each other', () => {
    for (const { code, centre, bbox, neighbours } of adminUnits) {
      expect(centre[0] > bbox[0] && centre[0] < bbox[2] && centre[1] > bbox[1] && centre[1] < bbox[3], code).toBe(true);
      for (const other of neighbours) expect(adminUnit(other)?.neighbours, `${code}–${other}`).toContain(code);
    }
  });

  it('cover about 3,360 km² and 8.8 million people', () => {
    expect(adminUnits.reduce((sum, unit) => sum + unit.areaKm2, 0)).toBeCloseTo(3359.97, 0);
    expect(adminUnits.reduce((sum, unit) => sum + unit.population, 0) / 1e6).toBeCloseTo(8.81, 1);
  });

  it('succeed 526 old units of 30 districts', () => {
    expect(oldUnits).toHaveLength(526);
    expect(oldDistricts).toHaveLength(30);
    const districts = new Set(oldDistricts.map((district) => district.code));
    for (const old of oldUnits) {
      expect(districts).toContain(old.district);
      expect(old.newUnits).toContain(old.likely);
      for (const code of old.newUnits) expect(adminUnit(code), old.name).toBeDefined();
    }
    const all = [...oldDistricts.flatMap((d) => [...d.successors, ...d.touching])];
    for (const code of all) expect(adminUnit(code), code).toBeDefined();
  });

  it('are named in Vietnamese with their kind', () => {
    expect(wardName('00199')).toBe('phường Láng');
    expect(wardName('00577')).toBe('xã Bát Tràng');
    expect(() => wardName('99999')).toThrow(RangeError);
  });
});

describe('categories', () => {
  it('are 113 in 22 groups, 102 accepted and 11 out of scope', () => {
    expect(categories).toHaveLength(113);
    expect(categoryGroups).toHaveLength(22);
    expect(categories.filter((item) => item.accepts)).toHaveLength(102);
    for (const item of categories) {
      expect(
        categoryGroups.some((group) => group.code === item.group),
        item.code,
      ).toBe(true);
      expect(item.accepts, item.code).toBe(!item.code.startsWith('OS-'));
      expect(priorityPolicy[item.priority], item.code).toBeDefined();
    }
  });

  it('are 5 emergency, 22 urgent, 67 normal, 8 complex and 11 without a class', () => {
    const count = (priority: string) => categories.filter((item) => item.priority === priority).length;
    expect([count('emergency'), count('urgent'), count('normal'), count('complex'), count('none')]).toEqual([
      5, 22, 67, 8, 11,
    ]);
  });

  it('name an agency type that exists and resolves to a seeded agency or, knowingly, to none', () => {
    const known = new Set(agencyTypes.map((type) => type.type));
    const seeded = new Set(allAgencies().map((agency) => agency.code));
    const unresolved = new Set<string>();
    for (const { code, agencyType } of categories) {
      expect(known, code).toContain(agencyType);
      const agency = agencyOfType(agencyType, '00199');
      if (agency === null) unresolved.add(agencyType);
      else expect(seeded, code).toContain(agency);
    }
    expect([...unresolved].sort()).toEqual(
      [
        'assistant',
        'existing_report',
        'justice_conciliation',
        'none',
        'other_province',
        'telecom_co',
        'water_co',
      ].sort(),
    );
  });

  it('use routing rules we implement', () => {
    const rules = ['none', 'city_list_else_ward', 'ward_first', 'contractor_urenco', 'ward_police_night'];
    const known = new Set<string>([...rules, 'telecom_if_cable', 'inspect', ...agencyTypes.map((type) => type.type)]);
    for (const item of categories) expect(known, item.code).toContain(item.routingRule);
  });
});

describe('agencies', () => {
  it('are the city bodies and two for each ward, with unique codes', () => {
    const all = allAgencies();
    expect(all).toHaveLength(cityAgencies.length + 252);
    expect(new Set(all.map((agency) => agency.code)).size).toBe(all.length);
    const codes = new Set(all.map((agency) => agency.code));
    for (const { parent } of all) if (parent) expect(codes).toContain(parent);
  });

  it('carry the names people know', () => {
    const name = (code: string) => allAgencies().find((agency) => agency.code === code)?.nameVi;
    expect(name('ubnd-00199')).toBe('UBND phường Láng');
    expect(name('ca-00577')).toBe('Công an xã Bát Tràng');
    expect(name('so-xay-dung')).toBe('Sở Xây dựng');
  });

  it('need the ward only for ward types', () => {
    expect(isWardType('ward_pc')).toBe(true);
    expect(agencyOfType('ward_pc')).toBeNull();
    expect(agencyOfType('ward_police', '00577')).toBe('ca-00577');
    expect(agencyOfType('power_co')).toBe('evnhanoi');
    expect(agencyOfType('water_co', '00577')).toBeNull();
  });

  it('mark the 17 wards of the 2024 pilot area', () => {
    expect(allAgencies().filter((agency) => agency.kind === 'ward_pc' && agency.pilot2024)).toHaveLength(17);
  });
});

describe('sample reports', () => {
  it('are 518, cover every category and name only known ones', () => {
    const samples = loadSampleReports();
    expect(samples).toHaveLength(518);
    expect(new Set(samples.map((sample) => sample.category)).size).toBe(113);
    for (const sample of samples) expect(category(sample.category), sample.id).toBeDefined();
  });

  it('say which line is broken', () => {
    expect(() => parseSampleReports('\n{"id":')).toThrow('line 2');
  });
});
