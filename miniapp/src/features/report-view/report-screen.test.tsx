import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeService, offline } from '../category/testing/fake-service.tsx';
import type { ReportDetail } from './report-api.ts';
import { comeBack, leave, onTheDay, openReport, own, press, publicOne } from './testing/open-report.tsx';
import { answered, answerGiven, CODE, inProgress } from './testing/samples.ts';

beforeEach(onTheDay);
afterEach(leave);

describe('the page of a report', () => {
  it('says on top who has it and until when, and why, for whoever asks', async () => {
    fakeService({ [own]: inProgress });
    openReport();
    expect(await screen.findByText('UBND phường Láng đang xử lý · trả lời trước 17:00 thứ Tư 25/11')).toBeTruthy();
    expect(screen.getByText('còn 1 ngày')).toBeTruthy();
    await userEvent.click(screen.getByText('Vì sao có hạn này?'));
    expect(screen.getByText('Ngày 24/11 là ngày nghỉ nên không tính.')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: `Mã ${CODE}` })).toBeTruthy();
  });

  it('tells what happened oldest first, with its time, and shows what was sent', async () => {
    fakeService({ [own]: inProgress });
    openReport();
    const happened = within(await screen.findByRole('region', { name: 'Diễn biến' })).getAllByRole('listitem');
    expect(happened.map(({ textContent }) => textContent)).toEqual([
      'Đã nhận phản ánh qua Zalo.09:00 thứ Năm 19/11 · 5 ngày trước',
      'UBND phường Láng đã nhận xử lý.09:05 thứ Năm 19/11 · 5 ngày trước',
    ]);
    const sent = within(screen.getByRole('region', { name: 'Điều bạn đã gửi' }));
    expect(sent.getByText('Ổ gà to, xe máy ngã liên tục')).toBeTruthy();
    expect(sent.getByRole('button', { name: 'Xem lớn: Ảnh 2/2 bạn đã gửi' })).toBeTruthy();
  });

  it('that was refused says why and where to turn', async () => {
    const refusal = { reason: 'nội dung là tranh chấp dân sự', where: 'tổ hòa giải ở cơ sở hoặc tòa án' };
    fakeService({ [own]: { ...inProgress, state: 'refused', refusal, due: null } });
    openReport();
    expect(await screen.findByText('Chưa tiếp nhận được vì nội dung là tranh chấp dân sự.')).toBeTruthy();
    expect(screen.getByText('Bạn có thể gửi tới: tổ hòa giải ở cơ sở hoặc tòa án.')).toBeTruthy();
  });

  it('offers nothing that the service does not list', async () => {
    fakeService({ [own]: inProgress });
    openReport();
    await screen.findByText('Người khác thấy gì');
    for (const name of [/xong/, /Rút/, /xem lại/, /theo dõi/i, /đánh giá/, /trả lời/])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('opens by a code typed in any way, under its true address', async () => {
    fakeService({ [own]: inProgress });
    const { where } = openReport(encodeURIComponent('hn 7k3m r4t5'));
    await screen.findByText(/đang xử lý ·/);
    await waitFor(() => expect(where()).toBe(`/reports/${CODE}`));
  });

  it('of somebody else leads to where everybody reads it, if it is published', async () => {
    fakeService({ [publicOne]: { code: CODE } });
    const { where } = openReport();
    await waitFor(() => expect(where()).toBe(`/around/${CODE}`));
  });

  it('that cannot be found says why that may be and where to look', async () => {
    fakeService({});
    openReport();
    expect(await screen.findByRole('heading', { name: 'Chưa thấy phản ánh này' })).toBeTruthy();
    expect(screen.getByText(/một tài khoản Zalo khác/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Xem phản ánh của tôi' })).toBeTruthy();
  });

  it('that was never read says so without a network, and can be tried again', async () => {
    fakeService({ [own]: offline() });
    openReport();
    expect(await screen.findByText('Máy chưa từng tải phản ánh này. Xin mở lại khi có mạng.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Thử lại' })).toBeTruthy();
  });

  it('shows earlier answers apart, once it was opened again', async () => {
    const earlier = { ...answerGiven, stands: false };
    fakeService({ [own]: { ...inProgress, answers: [earlier] } });
    openReport();
    expect(await screen.findByRole('region', { name: 'Câu trả lời trước' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Kết quả' })).toBeNull();
  });

  it('says politely what changed while it is looked at', async () => {
    let report: ReportDetail = inProgress;
    fakeService({ [own]: () => report });
    openReport();
    await screen.findByText(/đang xử lý ·/);
    report = answered;
    comeBack();
    const news = await screen.findByText('Vừa có thay đổi: UBND phường Láng đã trả lời');
    expect(news.closest('[role=status]')).toBeTruthy();
    await press('Xem');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });
});
