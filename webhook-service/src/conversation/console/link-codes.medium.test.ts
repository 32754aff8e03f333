import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectDatabase, type DatabaseClients } from '../../../../db/client.ts';
import { consoleAccounts, linkCodes, staffChats, staffMembers } from '../../../../db/schema/index.ts';
import { createTestDatabase } from '../../../../scripts/testing/database.ts';
import { type Citizen, meetCitizen } from '../citizens.ts';
import { linkAccount, linkChat, makeLinkCode } from './link-codes.ts';

let database: DatabaseClients;
let drop: () => Promise<unknown>;
beforeAll(async () => {
  const own = await createTestDatabase();
  database = connectDatabase(own.url, { max: 4 });
  drop = own.drop;
});
afterAll(async () => {
  await database?.close();
  await drop?.();
});

const NOW = new Date('2026-11-23T03:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
let people = 0;

async function member(): Promise<number> {
  const row = {
    name: 'Cán bộ',
    roles: ['handler' as const],
    agencyCodes: ['ubnd-00199'],
    createdAt: NOW,
    createdBy: 'x',
  };
  const [made] = await database.db.insert(staffMembers).values(row).returning();
  return made?.id ?? 0;
}

async function chat(): Promise<Citizen> {
  people += 1;
  const who = { oaUserId: `20000000000000${people}`, userIdByApp: null, interactedAt: NOW };
  return database.db.transaction((tx) => meetCitizen(tx, who));
}

async function account(): Promise<string> {
  people += 1;
  const adminId = `7700000000${people}`;
  await database.db.insert(consoleAccounts).values({ adminId, firstSeenAt: NOW, lastSeenAt: NOW });
  return adminId;
}

const codeFor = (staffId: number, now = NOW) => makeLinkCode(database.db, { staffId, now, randomBytes });
const says = (citizen: Citizen, words: string, now = NOW) =>
  database.db.transaction((tx) => linkChat(tx, { citizen, words, now }));
const types = (adminId: string, code: string, now = NOW) =>
  database.db.transaction((tx) => linkAccount(tx, { adminId, code, now }));

it('a code links one chat and then one account, and each only once', async () => {
  const staffId = await member();
  const { code } = await codeFor(staffId);
  expect(code).toMatch(/^\d{6}$/);
  const [one, two] = [await chat(), await chat()];

  expect(await says(one, `Liên kết ${code}`)).toBe('linked');
  expect(await says(two, `Liên kết ${code}`)).toBe('unknown_code');
  expect(await types(await account(), code)).toBe('linked');
  expect(await types(await account(), code)).toBe('unknown_code');
  const chats = await database.db.select().from(staffChats);
  expect(chats.filter((row) => row.staffId === staffId).map(({ citizenId }) => citizenId)).toEqual([one.id]);
});

it('used twice at once it works once', async () => {
  const { code } = await codeFor(await member());
  const chats = await Promise.all(Array.from({ length: 3 }, chat));

  const became = await Promise.all(chats.map((one) => says(one, `Liên kết ${code}`)));

  expect(became.filter((result) => result === 'linked')).toHaveLength(1);
});

it('typed in the console it opens no chat any more: the citizen there has read it', async () => {
  const { code } = await codeFor(await member());
  expect(await types(await account(), code)).toBe('linked');

  expect(await says(await chat(), `Liên kết ${code}`)).toBe('unknown_code');
});

it('counts for fifteen minutes, and a new one ends it', async () => {
  const staffId = await member();
  const old = await codeFor(staffId);
  const fresh = await codeFor(staffId);
  expect(await says(await chat(), `Liên kết ${old.code}`)).toBe('unknown_code');
  expect(await says(await chat(), `Liên kết ${fresh.code}`, later(15))).toBe('unknown_code');
  expect(await says(await chat(), `Liên kết ${fresh.code}`, later(14))).toBe('linked');
});

it('is not guessed: after five wrong ones an hour must pass', async () => {
  const guesser = await chat();
  const { code } = await codeFor(await member(), later(20));
  const wrong = code === '000000' ? '000001' : '000000';
  for (let attempt = 0; attempt < 5; attempt += 1) await says(guesser, `Liên kết ${wrong}`, later(attempt));

  expect(await says(guesser, `Liên kết ${code}`, later(21))).toBe('unknown_code');
  const { code: next } = await codeFor(await member(), later(100));
  expect(await says(guesser, `Liên kết ${next}`, later(100))).toBe('linked');
});

it('a chat that becomes another official’s is no longer the first one’s', async () => {
  const [first, second] = [await member(), await member()];
  const phone = await chat();
  await says(phone, `Liên kết ${(await codeFor(first)).code}`);
  await says(phone, `Liên kết ${(await codeFor(second)).code}`);

  const chats = (await database.db.select().from(staffChats)).filter(({ citizenId }) => citizenId === phone.id);
  expect(chats.map(({ staffId }) => staffId)).toEqual([second]);
});

it('is kept only as its hash', async () => {
  const { code } = await codeFor(await member());
  expect(JSON.stringify(await database.db.select().from(linkCodes))).not.toContain(`"${code}"`);
});

it('other words are none of its business', async () => {
  expect(await says(await chat(), 'liên kết cầu bị hỏng')).toBeNull();
});
