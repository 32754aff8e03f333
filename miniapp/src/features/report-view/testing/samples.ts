import type { Answer, ReportDetail } from '../report-api.ts';

export const CODE = 'HN-7K3MR4T5';

const picture = (id: number, kind: 'photos' | 'evidence') => ({
  id,
  url: `/api/citizen/${kind}/${id}`,
  thumbnailUrl: `/api/citizen/${kind}/${id}/thumbnail`,
  width: 1600,
  height: 1200,
  bytes: 200_000,
});

/** Everybody and everything in it is invented. */
export const inProgress: ReportDetail = {
  code: CODE,
  state: 'in_progress',
  stateLabel: 'Đang xử lý',
  mainCode: null,
  mainState: null,
  actions: [],
  role: 'reporter',
  mine: {
    text: 'Ổ gà to, xe máy ngã liên tục',
    place: 'trước số 12 phố Chùa Láng',
    latitude: 21.0236,
    longitude: 105.8056,
    photos: [picture(1, 'photos'), picture(2, 'photos')],
    attachments: [],
  },
  category: 'Ổ gà, mặt đường hư hỏng',
  ward: 'phường Láng',
  holder: 'UBND phường Láng đang xử lý',
  agency: 'UBND phường Láng',
  receivedAt: '2026-11-19T02:00:00.000Z',
  due: {
    at: '2026-11-25T10:00:00.000Z',
    kind: 'answer',
    words: '17:00 thứ Tư, 25/11/2026',
    why: ['Đơn vị có 40 giờ làm việc để trả lời.', 'Ngày 24/11 là ngày nghỉ nên không tính.'],
  },
  published: false,
  publish: false,
  hideMyName: false,
  mayPublish: true,
  whyNotPublic: [],
  followers: 0,
  shareLink: `https://api.test/tra-cuu/${CODE}`,
  shown: null,
  before: [picture(1, 'photos'), picture(2, 'photos')],
  overdue: false,
  refusal: null,
  question: null,
  answers: [],
  timeline: [
    { at: '2026-11-19T02:00:00.000Z', event: 'received', text: 'Đã nhận phản ánh qua Zalo.' },
    { at: '2026-11-19T02:05:00.000Z', event: 'accepted', text: 'UBND phường Láng đã nhận xử lý.' },
  ],
};

export const answerGiven: Answer = {
  round: 1,
  stands: true,
  agency: 'UBND phường Láng',
  text: 'Sáng nay tổ quản lý đô thị đã vá xong ổ gà.',
  givenAt: '2026-11-23T03:00:00.000Z',
  noEvidence: null,
  photos: [picture(5, 'evidence')],
  documents: [{ ...picture(6, 'evidence'), thumbnailUrl: null, bytes: 1_400_000 }],
  myRating: null,
};

export const answered: ReportDetail = {
  ...inProgress,
  state: 'answered',
  stateLabel: 'Đã có kết quả',
  actions: ['confirm', 'reject', 'rating'],
  holder: 'UBND phường Láng đã trả lời',
  due: { at: '2026-11-30T03:00:00.000Z', kind: 'confirm', words: '10:00 thứ Hai, 30/11/2026', why: [] },
  answers: [answerGiven],
};

export const asked: ReportDetail = {
  ...inProgress,
  state: 'awaiting_citizen',
  stateLabel: 'Chờ người dân bổ sung',
  actions: ['reply'],
  holder: 'UBND phường Láng đang chờ người gửi bổ sung thông tin',
  due: { at: '2026-11-27T10:00:00.000Z', kind: 'reply', words: '17:00 thứ Sáu, 27/11/2026', why: [] },
  question: {
    text: 'Ổ gà nằm bên chẵn hay bên lẻ?',
    askedAt: '2026-11-20T02:00:00.000Z',
    replyBy: '2026-11-27T10:00:00.000Z',
    replyByWords: '17:00 thứ Sáu, 27/11/2026',
  },
};
