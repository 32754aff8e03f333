import Type from 'typebox';
import { actions, Level, Moment, NullableText, nullable, oneOf, Reason, State } from './schemas.ts';

export const Proof = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  thumbnailUrl: nullable(Type.String()),
  width: Type.Integer(),
  height: Type.Integer(),
  bytes: Type.Integer(),
});

export const Attachment = Type.Object({
  id: Type.Integer(),
  kind: oneOf(['voice', 'video', 'file']),
  name: NullableText,
  sentAt: Moment,
  state: oneOf(['pending', 'stored', 'refused']),
  problem: Type.Union([Type.String(), Type.Null()], { description: 'vì sao không nhận được, một câu' }),
  mediaType: NullableText,
  bytes: nullable(Type.Integer()),
  url: NullableText,
});

const Rating = Type.Object({ level: Level, reasons: Type.Array(Reason), ratedAt: Moment });

export const Offer = Type.Object({
  mainCode: Type.String(),
  category: Type.String(),
  place: NullableText,
  distanceMetres: nullable(Type.Integer()),
  state: State,
  because: Type.Array(Type.String(), { description: 'vì sao có vẻ trùng, mỗi lý do một câu' }),
});

/** Where a report stands after something was done to it. Kept for repeated requests, so it carries nobody's words. */
export const Standing = Type.Object({
  code: Type.String(),
  state: State,
  stateLabel: Type.String(),
  mainCode: NullableText,
  mainState: nullable(State),
  actions: Type.Array(oneOf(actions)),
});

export const Publication = Type.Object({
  published: Type.Boolean({ description: 'ai cũng xem được lúc này' }),
  publish: Type.Union([Type.Boolean(), Type.Null()], {
    description: 'người gửi chọn công khai; null: phản ánh của người khác',
  }),
  hideMyName: nullable(Type.Boolean()),
  mayPublish: Type.Boolean({ description: 'chọn công khai thì sẽ hiện (khi đã đồng ý cho công khai)' }),
  whyNotPublic: Type.Array(Type.String(), { description: 'vì sao không công khai được, mỗi lý do một câu' }),
  followers: Type.Integer({ description: 'số người cùng phản ánh hoặc theo dõi, không kể người gửi' }),
  shareLink: Type.String({ description: 'trang công khai' }),
  shown: Type.Union(
    [
      Type.Object({
        text: Type.String({ description: 'đã che thông tin cá nhân' }),
        place: NullableText,
        latitude: nullable(Type.Number()),
        longitude: nullable(Type.Number()),
        rounded: Type.Boolean(),
      }),
      Type.Null(),
    ],
    { description: 'điều ai cũng đọc được; null khi không công khai' },
  ),
  before: Type.Array(Proof, { description: 'ảnh của người gửi, đặt cạnh ảnh của câu trả lời' }),
});

export const ReportDetail = Type.Object({
  ...Standing.properties,
  ...Publication.properties,
  role: Type.Union([Type.Literal('reporter'), Type.Literal('follower')]),
  /** Own words and place; null for a report one only follows. */
  mine: nullable(
    Type.Object({
      text: Type.String(),
      place: NullableText,
      latitude: nullable(Type.Number()),
      longitude: nullable(Type.Number()),
      photos: Type.Array(Proof),
      attachments: Type.Array(Attachment, { description: 'tin thoại, video và tệp đã gửi' }),
    }),
  ),
  category: NullableText,
  ward: NullableText,
  holder: Type.String({ description: 'ai đang giữ, một câu' }),
  agency: NullableText,
  receivedAt: Moment,
  due: nullable(
    Type.Object({
      at: Moment,
      kind: oneOf(['accept', 'answer', 'reply', 'confirm']),
      words: Type.String({ description: 'hạn viết thành lời' }),
      why: Type.Array(Type.String(), { description: 'vì sao có hạn này, từng dòng' }),
    }),
  ),
  overdue: Type.Boolean(),
  refusal: Type.Union(
    [
      Type.Object({
        reason: Type.String({ description: 'vì sao không nhận, nửa câu' }),
        where: Type.String({ description: 'có thể gửi tới đâu' }),
      }),
      Type.Null(),
    ],
    { description: 'chỉ người gửi đọc được' },
  ),
  question: nullable(
    Type.Object({ text: Type.String(), askedAt: Moment, replyBy: Moment, replyByWords: Type.String() }),
  ),
  answers: Type.Array(
    Type.Object({
      round: Type.Integer(),
      stands: Type.Boolean({ description: 'sai khi phản ánh đã được mở lại sau câu trả lời này' }),
      agency: Type.String(),
      text: Type.String(),
      givenAt: Moment,
      noEvidence: NullableText,
      photos: Type.Array(Proof),
      documents: Type.Array(Proof),
      myRating: nullable(Rating),
    }),
    { description: 'mới nhất trước' },
  ),
  timeline: Type.Array(
    Type.Object({ at: Moment, event: Type.String({ description: 'mã, không đổi' }), text: Type.String() }),
    { description: 'cũ nhất trước' },
  ),
});
