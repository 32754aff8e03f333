import { describe, expect, test } from 'vitest';
import { toCsv } from './csv.ts';

describe('an export', () => {
  test('starts with the mark of UTF-8 and ends its lines as RFC 4180 wants', () => {
    expect(toCsv(['Số', 'Đề xuất'], [[1, 'Thay nắp cống']])).toBe('\uFEFFSố,Đề xuất\r\n1,Thay nắp cống\r\n');
  });

  test.each([
    ['a,b', '"a,b"'],
    ['nói "không"', '"nói ""không"""'],
    ['một\nhai', '"một\nhai"'],
    ['một\rhai', '"một\rhai"'],
    ['', ''],
    [null, ''],
    [-5, '-5'],
    [0, '0'],
  ])('writes %j as %s', (value, written) => expect(toCsv(['x'], [[value]])).toBe(`\uFEFFx\r\n${written}\r\n`));

  test.each(['=1+1', '+84', '-2', '@sum', '\tx', '=HYPERLINK("http://x.vn","a")'])(
    'lets no spreadsheet run %j',
    (value) => {
      const [, line = ''] = toCsv(['x'], [[value]]).split(/\r\n/);
      expect(line.replace(/^"/, '')[0]).toBe("'");
    },
  );

  test.each(['a=1', ' =1', 'số -2'])('leaves %j alone', (value) => {
    expect(toCsv(['x'], [[value]])).toBe(`\uFEFFx\r\n${value}\r\n`);
  });
});
