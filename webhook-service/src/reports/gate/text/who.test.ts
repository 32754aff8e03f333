import { describe, expect, it } from 'vitest';
import { read } from './reading.ts';
import { whoIn } from './who.ts';

const who = (text: string, agency = 'UBND phường Láng') => whoIn(read(text), agency);

describe('who an answer names', () => {
  it.each([
    ['UBND phường Láng đã vá', 'UBND phường Láng'],
    ['Phường Láng đã vá', 'UBND phường Láng'],
    ['ubnd phuong lang da va', 'UBND phường Láng'],
    ['Công an đến', 'công an'],
    ['đội 3 đã rửa', 'đội 3'],
    ['đội bảo vệ đến', 'đội bảo'],
    ['đội số 3 đến', 'đội số 3'],
    ['tổ bảo vệ dọn', 'tổ bảo'],
    ['sở chủ quản', 'sở chủ'],
    ['trường tiểu học nhận cháu', 'trường tiểu học'],
    ['Chủ tịch phường ký', 'chủ tịch'],
    ['HTX gom rác', 'htx'],
    ['doi quan ly trat tu den', 'doi quan ly'],
  ])('%s: %s', (text, named) => expect(who(text)).toBe(named));

  it.each([
    'Lực lượng chức năng đã đến',
    'các đơn vị liên quan',
    'tổ 8 sạch rồi',
    'tổ dân phố số 5',
    'tổ chức dọn',
    'tổ quốc',
    'đội ngũ đông',
    'sở hữu chung',
    'rác tại phường Láng đã hết',
    'o ga to truoc nha',
    'doi 3 ngay',
  ])('nobody: %s', (text) => expect(who(text)).toBeNull());

  it('is the agency by its own name, in full only unless it is a ward', () => {
    expect(who('Viwaco thau bể', 'Viwaco')).toBe('Viwaco');
    expect(who('thuộc phường Láng quản lý; phường Láng đã vá')).toBe('UBND phường Láng');
    expect(who('phương án của bên thi công', '')).toBeNull();
  });
});
