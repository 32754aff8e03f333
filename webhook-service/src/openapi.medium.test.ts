import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staffCommands } from './staff/command-names.ts';
import { type Desk, startDesk } from './staff/testing/running-desk.ts';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  format?: string;
  anyOf?: Schema[];
  items?: Schema;
}
interface Operation {
  summary?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  parameters?: { name: string; in: string }[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

let desk: Desk;
let operations: [name: string, operation: Operation][];
beforeAll(async () => {
  desk = await startDesk();
  const { body } = await desk.get('/openapi.json', {});
  operations = Object.entries(body.paths as Record<string, Record<string, Operation>>)
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    );
});
afterAll(() => desk?.stop());

/** Names of the operations that do not fit. */
const unlike = (fits: (operation: Operation, name: string) => boolean) =>
  operations.filter(([name, operation]) => !fits(operation, name)).map(([name]) => name);
const schemasOf = ({ responses }: Operation, from: number, to: number) =>
  Object.entries(responses)
    .filter(([status]) => Number(status) >= from && Number(status) < to)
    .map(([status, { content = {} }]) => ({ status, schema: Object.values(content)[0]?.schema }));
const isProblem = (schema?: Schema) =>
  ['type', 'title', 'status', 'code', 'detail'].every((member) => schema?.required?.includes(member));
/** A list, a file, or named members: nothing that would let any column through. */
const isClosed = (schema?: Schema): boolean =>
  schema?.properties !== undefined ||
  schema?.format === 'binary' ||
  schema?.type === 'string' ||
  (schema?.type === 'array' && isClosed(schema.items));

describe('every route under /api', () => {
  test('is in the document', () => {
    const names = operations.map(([name]) => name);
    expect(names.length).toBeGreaterThan(40);
    expect(names).toEqual(
      expect.arrayContaining([
        'GET /api/staff/me',
        'POST /api/staff/people',
        'GET /api/staff/reports',
        'GET /api/staff/reports/{code}',
        'GET /api/staff/reports/{code}/clocks',
        'POST /api/staff/reports/{code}/evidence',
        'POST /api/staff/reports/{code}/answer/check',
        'DELETE /api/staff/evidence/{id}',
      ]),
    );
    const commands = names.filter((name) => /^POST \/api\/staff\/reports\/\{code\}\/[a-z-]+$/.test(name));
    expect(commands.length).toBeGreaterThanOrEqual(staffCommands.length);
  });

  test('says what it is for in a Vietnamese sentence, and to whom it belongs', () => {
    expect(
      unlike(({ summary = '' }) => /^\p{Lu}.{5,}[^.]$/u.test(summary) && summary === summary.normalize('NFC')),
    ).toEqual([]);
    expect(unlike(({ tags }) => tags?.length === 1)).toEqual([]);
    expect(unlike(({ security }, name) => !name.includes('/api/staff/') || security?.[0]?.staff !== undefined)).toEqual(
      [],
    );
  });

  test('says what it answers with, member by member, so that no column leaks', () => {
    expect(
      unlike((operation, name) => {
        // A JSON Schema itself, and a constant one.
        if (name === 'GET /api/staff/routing-rules/schema') return true;
        const answers = schemasOf(operation, 200, 300);
        return answers.length > 0 && answers.every(({ status, schema }) => status === '204' || isClosed(schema));
      }),
    ).toEqual([]);
  });

  test('says how it fails: problems of RFC 9457 and nothing else', () => {
    expect(unlike((operation) => schemasOf(operation, 400, 600).length > 0)).toEqual([]);
    expect(unlike((operation) => schemasOf(operation, 400, 600).every(({ schema }) => isProblem(schema)))).toEqual([]);
    expect(unlike(({ responses }, name) => !name.includes('/api/staff/') || '401' in responses)).toEqual([]);
  });
});

describe('the document', () => {
  const operation = (name: string) => operations.find(([one]) => one === name)?.[1];

  test('shows an upload as files of a form', () => {
    const body = operation('POST /api/staff/reports/{code}/evidence')?.requestBody?.content['multipart/form-data'];
    expect(body?.schema.properties?.file?.items?.format).toBe('binary');
  });

  test('shows what a refused answer lists', () => {
    const refusal = operation('POST /api/staff/reports/{code}/answer')?.responses['422'];
    const schema = Object.values(refusal?.content ?? {})[0]?.schema;
    expect(Object.keys(schema?.properties?.missing?.items?.properties ?? {})).toEqual(['rule', 'cause', 'text']);
  });

  test('names the headers of a command', () => {
    const headers = operation('POST /api/staff/reports/{code}/accept')?.parameters?.filter(
      (one) => one.in === 'header',
    );
    expect(headers?.map(({ name }) => name)).toEqual(['idempotency-key', 'if-match']);
  });
});
