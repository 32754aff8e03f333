import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { zalo } from '../../zalo/index.ts';
import { published } from '../around/testing/samples.ts';
import { fakeService, json } from '../category/testing/fake-service.tsx';
import type { ReportDetail } from './report-api.ts';
import { deed, leave, onTheDay, openReport, own, press, publicOne, standingOf } from './testing/open-report.tsx';
import { answered, inProgress } from './testing/samples.ts';

beforeEach(onTheDay);
afterEach(leave);

describe('what others see', () => {
  const open_ = { ...inProgress, published: true, publish: true };
  const shown = {
    text: 'Ổ gà to, gọi [đã ẩn]',
    place: 'phố Chùa Láng',
    latitude: null,
    longitude: null,
    rounded: true,
  };

  it('is shown in the words others read, with what is hidden from them', async () => {
    fakeService({ [own]: { ...open_, shown, followers: 2, hideMyName: true } });
    openReport();
    const others = within(await screen.findByRole('region', { name: 'Người khác thấy gì' }));
    expect(others.getByText('Ổ gà to, gọi [đã ẩn]')).toBeTruthy();
    expect(others.getByText('Nơi xảy ra chỉ hiện gần đúng, vì là nhà riêng.')).toBeTruthy();
    expect(others.getByText('2 người khác cùng phản ánh hoặc theo dõi.')).toBeTruthy();
    expect(others.getByText('Tên bạn được giấu với đơn vị xử lý.')).toBeTruthy();
  });

  it('can be taken back, and the question of the page stays where it is', async () => {
    let report: ReportDetail = { ...answered, published: true, publish: true, shown };
    const sent: unknown[] = [];
    fakeService({
      [own]: () => report,
      [deed('publish')]: async (request: Request) => {
        sent.push(await request.json());
        report = { ...answered, publish: false };
        return standingOf(report);
      },
    });
    openReport();
    const tick = await screen.findByRole('checkbox', { name: /^Công khai phản ánh này/ });
    expect((tick as HTMLInputElement).checked).toBe(true);
    await userEvent.click(tick);
    expect(screen.getByRole('button', { name: 'Đã xong' })).toBeTruthy();
    expect(await screen.findByText('Đã ghi lựa chọn: không công khai.')).toBeTruthy();
    expect((tick as HTMLInputElement).checked).toBe(false);
    expect(await screen.findByText(/Chỉ bạn và đơn vị xử lý đọc được/)).toBeTruthy();
    expect(sent).toEqual([{ publish: false }]);
  });

  it('leads to the consent that is needed first', async () => {
    fakeService({
      [own]: inProgress,
      [deed('publish')]: json(409, {
        code: 'publish_consent_needed',
        detail: 'Để công khai, xin đọc và đồng ý cho công khai nội dung trước.',
      }),
    });
    openReport();
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Công khai phản ánh này/ }));
    expect(await screen.findByText(/xin đọc và đồng ý/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Đọc và đồng ý cho công khai' }).getAttribute('href')).toBe('/me/consents');
  });

  it('is nothing where the kind of matter forbids it, and why is said', async () => {
    const why = 'Lĩnh vực này không công khai.';
    fakeService({ [own]: { ...inProgress, mayPublish: false, whyNotPublic: [why] } });
    openReport();
    expect(await screen.findByText(why)).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Chia sẻ phản ánh' })).toBeNull();
  });

  it('is passed on as the page everybody reads', async () => {
    const share = vi.spyOn(zalo, 'share').mockResolvedValue(true);
    fakeService({ [own]: { ...open_, shown }, [publicOne]: published });
    openReport();
    await press('Chia sẻ phản ánh');
    await waitFor(() => expect(share).toHaveBeenCalledOnce());
    expect(share.mock.calls[0]?.[0]).toMatchObject({ path: `/around/${published.code}` });
  });
});
