import type { PublishedLine, PublishedReport } from '../wire.ts';

export const rubbish: PublishedLine = {
  code: 'HN-7K3M9QXV',
  category: { code: 'MT-01', name: 'Rác thải sinh hoạt' },
  group: { code: 'MT', name: 'Môi trường' },
  ward: { code: '00199', name: 'phường Láng' },
  state: 'in_progress',
  stateGroup: 'open',
  stateLabel: 'Đang xử lý',
  excerpt: 'Rác ba ngày chưa thu',
  place: 'phố Chùa Láng',
  latitude: 21.0236,
  longitude: 105.8056,
  rounded: false,
  receivedAt: '2026-11-20T02:00:00.000Z',
  holder: 'UBND phường Láng đang xử lý',
  due: { at: '2026-11-25T10:00:00.000Z', words: '17:00 thứ Tư 25/11' },
  overdue: false,
  thumbnailUrl: '/api/public/reports/HN-7K3M9QXV/photos/1/thumbnail',
  followers: 2,
  answered: null,
};

export const answeredRubbish: PublishedLine = {
  ...rubbish,
  state: 'answered',
  stateGroup: 'answered',
  stateLabel: 'Đã có kết quả',
  holder: 'UBND phường Láng đã trả lời',
  due: null,
  answered: {
    at: '2026-11-22T03:00:00.000Z',
    excerpt: 'Đã thu gom sáng 22/11',
    thumbnailUrl: '/api/public/reports/HN-7K3M9QXV/evidence/5/thumbnail',
  },
};

const picture = (id: number, kind: 'photos' | 'evidence') => ({
  id,
  url: `/api/public/reports/HN-7K3M9QXV/${kind}/${id}`,
  thumbnailUrl: `/api/public/reports/HN-7K3M9QXV/${kind}/${id}/thumbnail`,
  width: 1600,
  height: 1200,
  bytes: 200_000,
});

export const published: PublishedReport = {
  ...answeredRubbish,
  text: 'Rác ba ngày chưa thu, gọi [đã ẩn]',
  publishedAt: '2026-11-20T03:00:00.000Z',
  agency: 'UBND phường Láng',
  photos: [picture(1, 'photos'), picture(2, 'photos')],
  answers: [
    {
      round: 1,
      stands: true,
      agency: 'UBND phường Láng',
      text: 'Đã thu gom sáng 22/11, xem ảnh kèm theo.',
      givenAt: '2026-11-22T03:00:00.000Z',
      noEvidence: null,
      photos: [picture(5, 'evidence')],
      documents: [],
    },
  ],
  timeline: [
    { at: '2026-11-20T02:00:00.000Z', event: 'received', text: 'Đã nhận phản ánh qua Zalo.' },
    { at: '2026-11-22T03:00:00.000Z', event: 'answered', text: 'UBND phường Láng đã trả lời.' },
  ],
  page: '/tra-cuu/HN-7K3M9QXV',
};
