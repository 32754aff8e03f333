import { describe, expect, test } from 'vitest';
import { readChatRequest } from './read-chat-request.ts';

describe('a data subject’s request by chat', () => {
  test.each([
    ['Xóa dữ liệu của tôi', 'erase'],
    ['xoá dữ liệu cá nhân của tôi', 'erase'],
    ['xoa du lieu cua toi', 'erase'],
    ['Dạ em muốn xóa hết dữ liệu của em ạ', 'erase'],
    ['xoa toan bo thong tin cua minh nhe', 'erase'],
    ['Xóa dữ liệu cá nhân', 'erase'],
    ['Delete my data', 'erase'],
    ['please delete all my personal data', 'erase'],
    ['XÓA DỮ LIỆU', 'erase_confirmed'],
    ['xoa du lieu.', 'erase_confirmed'],
    ['Xoá dữ liệu ạ', 'erase_confirmed'],
    ['DELETE DATA', 'erase_confirmed'],
    ['Tải dữ liệu của tôi', 'export'],
    ['tai du lieu cua toi', 'export'],
    ['cho em xem dữ liệu của em', 'export'],
    ['xuất dữ liệu', 'export'],
    ['export my data', 'export'],
    ['I want to download my data please', 'export'],
    ['Rút lại đồng ý', 'withdraw_consent'],
    ['rut lai dong y', 'withdraw_consent'],
    ['tôi muốn rút lại sự đồng ý của tôi', 'withdraw_consent'],
    ['Dừng dùng dữ liệu', 'withdraw_consent'],
    ['ngừng sử dụng dữ liệu của tôi', 'withdraw_consent'],
    ['withdraw my consent', 'withdraw_consent'],
    ['Stop using my data', 'withdraw_consent'],
  ] as const)('%j asks for %s', (words, request) => {
    expect(readChatRequest(words)).toBe(request);
    expect(readChatRequest(words.normalize('NFD'))).toBe(request);
  });

  test.each([
    'xóa hộ cái biển quảng cáo',
    'Xóa dữ liệu camera ở ngõ 12 Láng Hạ',
    'xóa chữ viết bậy trên tường nhà tôi',
    'Lộ dữ liệu của tôi ở bộ phận một cửa phường',
    'Cán bộ phường làm lộ thông tin cá nhân của tôi',
    'Tải trọng xe quá lớn',
    'xe tải đỗ trước nhà tôi',
    'rút nước cống cho ngõ 5',
    'Dừng thi công ban đêm',
    'không đồng ý với kết quả',
    'đồng ý',
    'hủy',
    'xóa',
    'cho tôi xem kết quả',
    'thu hồi đất của tôi không thông báo',
    'my data cable is hanging over the street',
    '',
  ])('%j is none', (words) => {
    expect(readChatRequest(words)).toBeNull();
  });

  test('a long story that mentions it belongs to a report', () => {
    expect(
      readChatRequest(
        'Tôi đã đề nghị công ty chiếu sáng xóa dữ liệu của tôi nhưng đến nay họ vẫn gọi điện làm phiền hằng ngày',
      ),
    ).toBeNull();
  });
});
