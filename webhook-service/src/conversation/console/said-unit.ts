/** Which agency an official means by the name they typed: "UBND phường Láng", "cong an p. lang", "Sở GTVT", "Urenco". Pure. */
import { adminUnits, wardTitle } from '../../../../db/seed/admin-units.ts';
import { allAgencies, cityAgencies } from '../../../../db/seed/agencies.ts';
import { fold } from './fold.ts';

/** `candidates`: agency codes it could be, none or several; never one. */
export type UnitReading = { ok: true; code: string } | { ok: false; candidates: string[] };

const MOST_CANDIDATES = 5;

/** Exactly one agency, or those it may be: nobody is handed a report by a guess. */
export function readUnit(typed: string): UnitReading {
  const name = nameOf(typed);
  if (name === '') return { ok: false, candidates: [] };
  const exact = book.get(name);
  if (exact) return one([...exact]);
  const words = name.split(' ');
  const loose = [...book].filter(([known]) => includesAll(known.split(' '), words)).flatMap(([, codes]) => [...codes]);
  // One word alone ("Láng") is a place, not a name of an agency, even when only one of ours has it.
  if (words.length < 2) return { ok: false, candidates: [...new Set(loose)].slice(0, MOST_CANDIDATES) };
  return one([...new Set(loose)]);
}

function one(codes: readonly string[]): UnitReading {
  const [code, ...more] = codes;
  return code !== undefined && more.length === 0
    ? { ok: true, code }
    : { ok: false, candidates: codes.slice(0, MOST_CANDIDATES) };
}

/** Names in use that stand in no list. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'so-xay-dung': ['so xd', 'sxd', 'so gtvt', 'so giao thong'],
  'so-nn-mt': ['so nn mt', 'so nnmt', 'so tnmt', 'so tn mt', 'so nnptnt', 'so nong nghiep', 'so moi truong'],
  'so-gddt': ['so gddt', 'so gd dt', 'so giao duc', 'so gd'],
  'so-qhkt': ['so qhkt', 'so quy hoach kien truc', 'so quy hoach'],
  'so-khcn': ['so khcn', 'so tttt', 'so khoa hoc cong nghe'],
  'so-vhtt': ['so vhtt', 'so van hoa', 'so van hoa the thao'],
  'so-cong-thuong': ['so ct'],
  'so-noi-vu': ['so nv', 'so ldtbxh'],
  'so-tai-chinh': ['so tc', 'so khdt'],
  'so-dt-tg': ['so dan toc ton giao'],
  'vp-ubnd': ['van phong ubnd', 'vp ubnd', 'ubnd thanh pho', 'ubnd thanh pho ha noi'],
  'ca-tp': ['cong an thanh pho', 'cong an ha noi', 'catp'],
  pc08: ['pc08', 'pc 08', 'csgt', 'canh sat giao thong', 'phong csgt'],
  pc07: ['pc07', 'pc 07', 'pccc', 'canh sat pccc', 'phong chay chua chay'],
  qltt: ['qltt', 'quan ly thi truong', 'chi cuc qltt'],
  urenco: ['urenco', 'moi truong do thi', 'cong ty moi truong do thi'],
  'thoat-nuoc': ['thoat nuoc', 'cong ty thoat nuoc'],
  'cay-xanh': ['cay xanh', 'cong ty cay xanh', 'cong vien cay xanh'],
  'chieu-sang': ['chieu sang', 'don vi chieu sang', 'hapulico'],
  evnhanoi: ['evn', 'evn ha noi', 'evnhanoi', 'dien luc', 'dien luc ha noi'],
  'nuoc-sach': ['nuoc sach', 'cap nuoc', 'don vi cap nuoc'],
  transerco: ['transerco', 'xe buyt'],
  'hanoi-metro': ['hanoi metro', 'metro', 'duong sat ha noi'],
  bhxh: ['bhxh'],
  vpdkdd: ['vpdkdd', 'van phong dat dai'],
};

function buildBook(): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  const add = (typed: string, code: string) => {
    const name = nameOf(typed);
    if (name !== '') names.set(name, (names.get(name) ?? new Set()).add(code));
  };
  for (const { code, nameVi } of allAgencies()) add(nameVi, code);
  for (const { code, formerNames } of cityAgencies) for (const name of formerNames) add(name, code);
  for (const [code, aliases] of Object.entries(ALIASES)) for (const alias of aliases) add(alias, code);
  for (const unit of adminUnits) {
    add(`UBND ${unit.name}`, `ubnd-${unit.code}`);
    add(`Công an ${unit.name}`, `ca-${unit.code}`);
    // "Chuyển phường Láng" means its People's Committee: the police is always called by its name.
    add(wardTitle(unit), `ubnd-${unit.code}`);
  }
  return names;
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  p: 'phuong',
  f: 'phuong',
  x: 'xa',
  ca: 'cong an',
  cap: 'cong an phuong',
  cax: 'cong an xa',
  tp: 'thanh pho',
  cty: 'cong ty',
};
/** Said of nearly every city body; a name is the same without it. */
const NEEDLESS = / (?:thanh pho ha noi|thanh pho|ha noi)$/;
/** Without it these would be everybody's names. */
const KEPT = /^(?:ubnd|cong an|duong sat) (?:thanh pho ha noi|thanh pho|ha noi)$/;

function nameOf(typed: string): string {
  const words = fold(typed.normalize('NFC'))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^(?:(?:cho|sang|toi|den|ve|qua|don vi|co quan)(?= ) )+/, '')
    .split(' ')
    .map((word) => ABBREVIATIONS[word] ?? word)
    .join(' ')
    .replace(/^uy ban nhan dan(?= |$)/, 'ubnd')
    .replace(/^uy ban(?= )/, 'ubnd');
  return KEPT.test(words) ? words : words.replace(NEEDLESS, '');
}

function includesAll(known: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => known.includes(word));
}

/** Built once, from the tables above. */
const book = buildBook();
