/** Adding people and looking after their tokens: what the command and the API share. */
import { asc, eq, gt, inArray } from 'drizzle-orm';
import type { Db, Tx } from '../../../db/client.ts';
import { agencies, staffMembers, staffRoles } from '../../../db/schema/index.ts';
import { categories, categoryGroups } from '../../../db/seed/categories.ts';
import { AppError } from '../errors.ts';
import type { StaffRole } from '../reports/lifecycle/roles.ts';
import { newStaffToken, tokenHash } from './token.ts';

export interface NewMember {
  name: string;
  roles: readonly string[];
  /** None = every agency; a handler or leader needs some. */
  agencyCodes?: readonly string[] | null;
  /** Categories (`GT-01`) or groups (`GT`); none = all. */
  categoryCodes?: readonly string[] | null;
}

export type MemberRow = typeof staffMembers.$inferSelect;

type RandomBytes = (size: number) => Buffer;

/**
 * Adds a member with a token of their own, which is returned here and never again.
 * @throws AppError 422 `name_invalid`, `role_unknown`, `roles_missing`, `agencies_needed`, `agency_unknown`, `category_unknown`
 */
export async function addMember(
  tx: Tx,
  member: NewMember,
  { by, now, randomBytes }: { by: string; now: Date; randomBytes: RandomBytes },
): Promise<{ member: MemberRow; token: string }> {
  const checked = checkedMember(member);
  await requireAgencies(tx, checked.agencyCodes ?? []);
  const token = newStaffToken(randomBytes);
  const [added] = await tx
    .insert(staffMembers)
    .values({ ...checked, tokenHash: tokenHash(token), createdAt: now, createdBy: by })
    .returning();
  if (!added) throw new Error('the member was not stored');
  return { member: added, token };
}

/** Members in the order they were added, also those who left. */
export async function listMembers(
  db: Db,
  { after, limit }: { after: number; limit: number },
): Promise<{ items: MemberRow[]; next: number | null }> {
  const rows = await db
    .select()
    .from(staffMembers)
    .where(gt(staffMembers.id, after))
    .orderBy(asc(staffMembers.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Shuts a member out and forgets the token. Doing it again changes nothing. @throws AppError 404 `person_not_found` */
export async function deactivateMember(db: Db, id: number): Promise<MemberRow> {
  const [row] = await db
    .update(staffMembers)
    .set({ active: false, tokenHash: null })
    .where(eq(staffMembers.id, id))
    .returning();
  if (!row) throw personNotFound();
  return row;
}

/**
 * Gives a member a new token; the old one is worth nothing from now on.
 * @throws AppError 404 `person_not_found`, 409 `person_inactive`
 */
export async function renewToken(
  db: Db,
  id: number,
  randomBytes: RandomBytes,
): Promise<{ member: MemberRow; token: string }> {
  const token = newStaffToken(randomBytes);
  return await db.transaction(async (tx) => {
    const [member] = await tx.select().from(staffMembers).where(eq(staffMembers.id, id)).for('update');
    if (!member) throw personNotFound();
    if (!member.active)
      throw new AppError({ code: 'person_inactive', status: 409, detail: 'Tài khoản này đã ngừng hoạt động.' });
    await tx
      .update(staffMembers)
      .set({ tokenHash: tokenHash(token) })
      .where(eq(staffMembers.id, id));
    return { member, token };
  });
}

/** What can be said about a member without asking the database. @throws AppError 422, see `addMember` */
export function checkedMember({ name, roles, agencyCodes, categoryCodes }: NewMember) {
  const named = name.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (named.length < 2 || named.length > 100 || !/^[\p{L}\p{M}\p{N} .,'’()–-]+$/u.test(named)) {
    throw invalid('name_invalid', 'Tên phải có 2 đến 100 ký tự: chữ, số, dấu cách và dấu câu thông thường.');
  }
  const unknown = roles.find((role) => !(staffRoles as readonly string[]).includes(role));
  if (unknown !== undefined)
    throw invalid('role_unknown', `Không có vai trò này. Các vai trò: ${staffRoles.join(', ')}.`);
  const [...given] = new Set(roles as readonly StaffRole[]);
  if (given.length === 0) throw invalid('roles_missing', 'Cần ít nhất một vai trò.');
  const agencyList = someOrNull(agencyCodes);
  if (agencyList === null && given.some((role) => role === 'handler' || role === 'leader')) {
    throw invalid('agencies_needed', 'Cán bộ xử lý và lãnh đạo phải thuộc ít nhất một đơn vị.');
  }
  const categoryList = someOrNull(categoryCodes);
  if (categoryList?.some((code) => !knownCategories.has(code)))
    throw invalid('category_unknown', 'Có lĩnh vực hoặc nhóm lĩnh vực không tồn tại.');
  return { name: named, roles: given, agencyCodes: agencyList, categoryCodes: categoryList };
}

const knownCategories = new Set([...categories, ...categoryGroups].map(({ code }) => code));

/** Wards of a later ward map have agencies that only the database knows. */
async function requireAgencies(tx: Tx, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const found = await tx
    .select({ code: agencies.code })
    .from(agencies)
    .where(inArray(agencies.code, [...codes]));
  if (found.length < codes.length) throw invalid('agency_unknown', 'Có mã đơn vị không tồn tại.');
}

function someOrNull(codes: readonly string[] | null | undefined): string[] | null {
  return codes && codes.length > 0 ? [...new Set(codes)] : null;
}

function personNotFound(): AppError {
  return new AppError({ code: 'person_not_found', status: 404, detail: 'Không có tài khoản này.' });
}

function invalid(code: string, detail: string): AppError {
  return new AppError({ code, status: 422, detail });
}
