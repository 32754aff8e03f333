/** A report as the desk sees it, piece by piece. No id of a citizen is in any of it; name and phone only for who handles it. */
import Type from 'typebox';
import { ratingLevels } from '../reports/lifecycle/commands.ts';
import { AttachmentItem } from './attachment-items.ts';
import { PhotoLink } from './photos.ts';
import {
  Moment,
  Named,
  NullableMoment,
  NullableText,
  nullable,
  oneOf,
  PriorityClassCode,
  Role,
  State,
} from './schemas.ts';

export const EvidenceItem = Type.Object({
  id: Type.Integer(),
  kind: oneOf(['photo', 'document']),
  mediaType: Type.String(),
  url: Type.String(),
  thumbnailUrl: NullableText,
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
  bytes: Type.Integer(),
  uploadedAt: Moment,
});

export const HistoryEntry = Type.Object({
  seq: Type.Integer(),
  at: Moment,
  event: Type.String(),
  label: Type.String(),
  actor: Type.Object({ kind: Type.String(), role: Type.String(), roleName: Type.String(), name: NullableText }),
  reason: NullableText,
  data: Type.Record(Type.String(), Type.Unknown(), { description: 'mã, thời điểm; không có lời của người dân' }),
  isPublic: Type.Boolean({ description: 'người dân có thấy không' }),
  hash: Type.String(),
});

export const ClockItem = Type.Object({
  kind: oneOf(['accept', 'answer', 'finish']),
  label: Type.String(),
  round: Type.Integer(),
  startedAt: Moment,
  dueAt: NullableMoment,
  paused: Type.Boolean(),
  metAt: NullableMoment,
  outcome: nullable(oneOf(['met', 'needless'])),
  late: Type.Boolean(),
  explanation: Type.Array(Type.String()),
});

const Question = Type.Object({
  text: Type.String(),
  agency: nullable(Named),
  askedAt: Moment,
  askedBy: NullableText,
  waitDueAt: Moment,
  state: oneOf(['open', 'replied', 'timed_out', 'withdrawn']),
  reply: NullableText,
  closedAt: NullableMoment,
});

const Answer = Type.Object({
  round: Type.Integer(),
  agency: Named,
  text: Type.String(),
  noEvidence: nullable(Type.Object({ reason: Type.String(), note: NullableText })),
  givenAt: Moment,
  givenBy: NullableText,
  evidence: Type.Array(EvidenceItem),
  ratings: Type.Array(
    Type.Object({
      level: oneOf(ratingLevels),
      reasons: Type.Array(Type.String()),
      ratedAt: Moment,
      review: nullable(
        Type.Object({ finding: Type.String(), cause: Type.String(), note: NullableText, reviewedAt: Moment }),
      ),
    }),
  ),
});

const MessageItem = Type.Object({
  kind: Type.String(),
  state: Type.String(),
  stateLabel: Type.String(),
  text: Type.String(),
  createdAt: Moment,
  acceptedAt: NullableMoment,
  receivedAt: NullableMoment,
  seenAt: NullableMoment,
  plan: Type.Array(Type.String(), { description: 'vì sao tin đi kênh này, từng bước' }),
});

const OtherReport = Type.Object({ code: Type.String(), state: State, stateLabel: Type.String() });

export const Reporter = Type.Object(
  {
    name: NullableText,
    phone: NullableText,
    hidden: Type.Boolean({ description: 'người phản ánh xin ẩn tên, kể cả với đơn vị xử lý' }),
  },
  { description: 'tên tự ghi và số điện thoại, khi họ đồng ý cho liên hệ; chỉ cho người được giao việc' },
);

export const ReportDetail = Type.Object({
  code: Type.String(),
  version: Type.Integer({ description: 'gửi lại trong If-Match' }),
  state: State,
  stateLabel: Type.String(),
  channel: oneOf(['chat', 'miniapp']),
  text: Type.String(),
  reporter: Reporter,
  place: NullableText,
  latitude: nullable(Type.Number()),
  longitude: nullable(Type.Number()),
  ward: nullable(Named),
  wardBasis: NullableText,
  wardAlternatives: Type.Array(Named),
  outsideCity: Type.Boolean(),
  category: nullable(Named),
  categoryBasis: NullableText,
  suggestions: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), score: Type.Number() })),
  priorityClass: PriorityClassCode,
  emergencyWords: Type.Boolean(),
  agency: nullable(Named),
  level: Type.Integer(),
  round: Type.Integer(),
  handOvers: Type.Integer(),
  extensions: Type.Integer(),
  receivedAt: Moment,
  dispatchedAt: NullableMoment,
  acceptedAt: NullableMoment,
  answeredAt: NullableMoment,
  closedAt: NullableMoment,
  dueAt: NullableMoment,
  acceptDueAt: Moment,
  answerDueAt: NullableMoment,
  finishDueAt: NullableMoment,
  overdue: Type.Boolean(),
  tray: nullable(
    Type.Object({
      since: Moment,
      reasons: Type.Array(Type.Object({ reason: Type.String(), text: Type.String() })),
    }),
  ),
  refusal: nullable(Type.Object({ reason: Type.String(), text: Type.String() })),
  photos: Type.Array(PhotoLink),
  attachments: Type.Array(AttachmentItem, { description: 'tin thoại, video và tệp gửi kèm' }),
  questions: Type.Array(Question),
  answers: Type.Array(Answer),
  looseEvidence: Type.Array(EvidenceItem, { description: 'đã tải lên, chưa gắn vào câu trả lời nào' }),
  mergedInto: nullable(OtherReport),
  merged: Type.Object({
    count: Type.Integer(),
    items: Type.Array(OtherReport, { description: 'một trăm phản ánh đầu đã gộp vào đây' }),
  }),
  openDuplicates: Type.Integer({ description: 'gợi ý trùng chưa quyết định; xem /duplicates' }),
  messages: Type.Object({
    citizenTold: Type.Boolean({ description: 'false: có tin người dân chưa nhận được' }),
    items: Type.Array(MessageItem, { description: 'mới nhất trước' }),
  }),
  actions: Type.Array(Type.Object({ command: Type.String(), path: Type.String(), label: Type.String(), role: Role })),
});
