/** What must be right before a ward map is accepted, every fault in Vietnamese for the operator who loads it. */
import { wardTitle } from '../../../../db/seed/admin-units.ts';
import { dayNumberOf, type LocalDate } from '../../deadlines/calendar-day.ts';
import { checkOutlines } from './check-outlines.ts';
import type { WardEra } from './era.ts';
import { endedBy, type WardMapUnit } from './ward-map-unit.ts';

/** A version as an operator gives it: from a file or a request, believed in nothing. */
export interface WardMapInput {
  validFrom: string;
  label: string;
  units: unknown;
  outlines?: unknown;
}

export interface CheckedWardMap {
  validFrom: LocalDate;
  label: string;
  units: WardMapUnit[];
  outlines: unknown;
}

/** The version when nothing is wrong with it as the successor of `before`, or all its faults. */
export function checkWardMap(
  input: WardMapInput,
  before: WardEra,
): { ok: true; version: CheckedWardMap } | { ok: false; faults: string[] } {
  const validFrom = input.validFrom;
  const label = input.label.normalize('NFC').trim();
  const faults = [...dayFaults(validFrom, before.validFrom), ...(label ? [] : ['Thiếu tên gọi của bản đồ.'])];
  const list = Array.isArray(input.units) ? input.units : [];
  if (list.length === 0) faults.push('Danh sách phường, xã trống.');
  const units: WardMapUnit[] = [];
  list.forEach((raw: unknown, index) => {
    const unit = readUnit(raw);
    if (unit) units.push(unit);
    else
      faults.push(
        `Dòng ${index + 1}: cần code (5 chữ số), name, kind (phuong hoặc xa), centre [kinh độ, vĩ độ], from.`,
      );
  });
  faults.push(...units.flatMap((unit) => unitFaults(unit, units, before)), ...nameFaults(units, before));
  const outlines = input.outlines ?? null;
  // Outlines are judged by the units; while those are wrong, half of what would be said about the outlines is noise.
  if (faults.length === 0 && outlines !== null) faults.push(...checkOutlines(outlines, units, before.map.units));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, version: { validFrom, label, units, outlines } };
}

function dayFaults(validFrom: string, latest: LocalDate): string[] {
  try {
    dayNumberOf(validFrom);
  } catch {
    return [`Ngày hiệu lực “${validFrom}” không phải một ngày viết dạng NNNN-TT-NN.`];
  }
  return validFrom > latest ? [] : [`Ngày hiệu lực ${validFrom} phải sau ngày ${latest} của bản đồ mới nhất đang có.`];
}

function readUnit(raw: unknown): WardMapUnit | null {
  const { code, name, kind, centre, from, ends } = (typeof raw === 'object' && raw ? raw : {}) as Record<
    string,
    unknown
  >;
  if (!isCode(code) || typeof name !== 'string' || !name.trim() || (kind !== 'phuong' && kind !== 'xa')) return null;
  if (!Array.isArray(centre) || centre.length !== 2 || !centre.every(Number.isFinite)) return null;
  if (!isCodes(from) || (ends !== undefined && !isCodes(ends))) return null;
  const [longitude, latitude] = centre as [number, number];
  const unit = {
    code,
    name: name.normalize('NFC').trim(),
    kind,
    centre: [longitude, latitude],
    from,
  } satisfies WardMapUnit;
  return ends === undefined ? unit : { ...unit, ends };
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^\d{5}$/.test(value);
}

function isCodes(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isCode);
}

function unitFaults(unit: WardMapUnit, units: readonly WardMapUnit[], before: WardEra): string[] {
  const which = `${unit.code} (${wardTitle(unit)})`;
  const inForce = new Map(before.map.units.map((ward) => [ward.code, ward]));
  const ended = endedBy(units);
  const faults: string[] = [];
  if (units.filter((other) => other.code === unit.code).length > 1)
    faults.push(`Mã ${which} có hai lần trong danh sách.`);
  if (/^(phường|xã|thị trấn)\s/iu.test(unit.name)) faults.push(`Tên của ${which} phải viết không kèm chữ phường, xã.`);
  if (!inCity(unit.centre, before)) faults.push(`Tâm của ${which} nằm ngoài Hà Nội; centre là [kinh độ, vĩ độ].`);
  if (unit.from.length === 0) faults.push(`${which} không ghi lấy từ phường, xã nào.`);
  for (const code of unit.from) {
    if (!inForce.has(code)) faults.push(`${which} lấy từ mã ${code}, không phải phường, xã đang có.`);
  }
  for (const code of unit.ends ?? []) {
    if (!unit.from.includes(code)) faults.push(`${which} chấm dứt mã ${code} mà không lấy từ mã đó.`);
  }
  if (ended.has(unit.code)) faults.push(`Mã ${which} vừa được lập vừa bị chấm dứt.`);
  const owner = inForce.get(unit.code);
  if (owner && !unit.from.includes(unit.code)) faults.push(`Mã ${which} đang là mã của ${wardTitle(owner)}.`);
  if (before.heirs.has(unit.code)) faults.push(`Mã ${which} đã dùng cho một phường, xã trước đây.`);
  return faults;
}

function inCity([longitude, latitude]: WardMapUnit['centre'], { map }: WardEra): boolean {
  const within = ({ bbox: [west, south, east, north] }: (typeof map.units)[number]) =>
    longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  return map.units.some(within);
}

/** Two wards of one kind and name would have two agencies of one name. */
function nameFaults(units: readonly WardMapUnit[], before: WardEra): string[] {
  const ended = endedBy(units);
  const listed = new Set(units.map((unit) => unit.code));
  const staying = before.map.units.filter(({ code }) => !ended.has(code) && !listed.has(code));
  const bearers = new Map<string, Set<string>>();
  for (const unit of [...staying, ...units]) {
    const title = wardTitle(unit);
    bearers.set(title, (bearers.get(title) ?? new Set()).add(unit.code));
  }
  return [...bearers]
    .filter(([, codes]) => codes.size > 1)
    .map(([title, codes]) => `Tên ${title} trùng nhau: mã ${[...codes].toSorted().join(', ')}.`);
}
