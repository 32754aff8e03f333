import Type, { type Static } from 'typebox';
import { wardName } from '../../../db/seed/admin-units.ts';
import { categoryHint } from '../../../db/seed/category-hints.ts';
import type { Citizen } from '../conversation/citizens.ts';
import type { DraftPhoto } from '../conversation/mini-app/draft-photos.ts';
import type { DraftView } from '../conversation/mini-app/view-draft.ts';
import { categoryName } from '../reports/intake/receive-report.ts';
import { attachmentOf } from './attachment-of.ts';
import { Attachment, Standing } from './report-schemas.ts';
import { Moment, NullableText, nullable, oneOf } from './schemas.ts';

const Named = Type.Object({ code: Type.String(), name: Type.String() });
const Pin = Type.Object({
  latitude: Type.Number({ minimum: -90, maximum: 90 }),
  longitude: Type.Number({ minimum: -180, maximum: 180 }),
});
/** No NUL: PostgreSQL takes none. */
const written = (maxLength: number) => Type.String({ maxLength, pattern: '^[^\\u0000]*$' });

export const Photo = Type.Object({
  id: Type.Integer(),
  state: Type.Unsafe<'pending' | 'stored' | 'refused'>({
    ...oneOf(['pending', 'stored', 'refused']),
    description: 'đang tải, đã lưu, không nhận được',
  }),
  url: NullableText,
  thumbnailUrl: NullableText,
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
});

export const Draft = Type.Object({
  id: Type.Integer({ description: 'gửi lại khi sửa, để không ghi vào một bản nháp khác' }),
  text: Type.String({ description: 'mọi điều đã viết, ở chat và ở đây' }),
  pin: nullable(Pin),
  address: NullableText,
  ward: Type.Union(
    [
      Type.Object({
        ...Named.properties,
        sure: Type.Boolean({ description: 'sai: mới là phỏng đoán, cần người dân xác nhận' }),
      }),
      Type.Null(),
    ],
    { description: 'phường, xã đọc được' },
  ),
  wardChoices: Type.Array(Named, { description: 'phường, xã khác có thể là nơi này' }),
  nearBorder: Type.Boolean({ description: 'vị trí nằm sát ranh giới: hãy cho chọn giữa ward và wardChoices' }),
  chosen: Type.Object(
    { address: NullableText, wardCode: NullableText, categoryCode: NullableText },
    { description: 'điều người dân tự chọn' },
  ),
  suggestions: Type.Array(
    Type.Object({
      ...Named.properties,
      hint: Type.String({ description: 'nên viết, chụp gì thêm' }),
      example: Type.String({ description: 'một phản ánh mẫu của lĩnh vực này' }),
    }),
    { description: 'lĩnh vực có thể là, đúng nhất trước, tối đa ba' },
  ),
  photos: Type.Array(Photo),
  attachments: Type.Array(Attachment),
  emergencyNumbers: Type.Array(Type.String(), { description: 'có thể nguy hiểm: hãy gọi ngay, trước khi gửi' }),
  missing: Type.Array(oneOf(['what', 'place']), { description: 'còn thiếu gì thì chưa gửi được' }),
  openedAt: Moment,
});

export const OpenDraft = Type.Object({ draft: nullable(Draft) });

export const DraftBody = Type.Object(
  {
    id: Type.Optional(Type.Integer({ minimum: 1, description: 'bản nháp đang hiện; bỏ trống để bắt đầu' })),
    text: Type.Optional(written(5_000)),
    pin: Type.Optional(nullable(Pin)),
    address: Type.Optional(nullable(written(300))),
    wardCode: Type.Optional(nullable(Type.String({ maxLength: 20 }))),
    categoryCode: Type.Optional(nullable(Type.String({ maxLength: 20 }))),
  },
  { additionalProperties: false, description: 'bỏ trống: giữ nguyên; null: xóa' },
);

export const SubmitBody = Type.Object(
  {
    id: Type.Optional(
      Type.Integer({ minimum: 1, description: 'bản nháp muốn gửi: 409 draft_closed khi bản đang mở là bản khác' }),
    ),
    publish: Type.Optional(
      Type.Boolean({ description: 'công khai phản ánh này; cần đã đồng ý cho công khai (PUT /api/citizen/consents)' }),
    ),
    hideMyName: Type.Optional(Type.Boolean({ description: 'ẩn tên, số điện thoại cả với đơn vị xử lý' })),
    joins: Type.Optional(
      Type.String({
        maxLength: 40,
        description: 'mã một phản ánh của GET /api/citizen/draft/duplicates: cùng phản ánh',
      }),
    ),
  },
  { additionalProperties: false },
);

export const Sent = Type.Object({
  ...Standing.properties,
  acceptDueAt: Moment,
  acceptDueWords: Type.String({ description: 'hạn chuyển đơn vị xử lý, viết thành lời' }),
  link: Type.String({ description: 'trang theo dõi công khai' }),
});

export function draftOf(view: DraftView, { language }: Citizen): Static<typeof Draft> {
  const { draft, reading, assessment } = view;
  const { content } = draft;
  const { ward, suggestions } = assessment;
  const { address, wardCode, categoryCode } = content.chosen ?? {};
  const named = (code: string) => ({ code, name: wardName(code) });
  const sure = ward.basis === 'polygon' || ward.basis === 'named';
  return {
    id: draft.id,
    text: reading.text.trim(),
    pin: reading.place?.pin ?? null,
    address: reading.place?.address ?? null,
    ward: ward.code === null ? null : { ...named(ward.code), sure },
    wardChoices: ward.alternatives.filter((code) => code !== ward.code).map(named),
    nearBorder: ward.basis === 'border',
    chosen: { address: address ?? null, wardCode: wardCode ?? null, categoryCode: categoryCode ?? null },
    suggestions: suggestions.map(({ categoryCode: code }) => ({
      ...{ code, name: categoryName(code, language) },
      ...(categoryHint(code, language) ?? { hint: '', example: '' }),
    })),
    photos: view.photos.map(photoOf),
    attachments: view.attachments.map(attachmentOf),
    emergencyNumbers: content.emergencyNumbers ?? [],
    missing: view.missing,
    openedAt: draft.openedAt.toISOString(),
  };
}

export function photoOf({ id, state, width, height }: DraftPhoto): Static<typeof Photo> {
  const url = state === 'stored' ? `/api/citizen/photos/${id}` : null;
  return { id, state, url, thumbnailUrl: url && `${url}/thumbnail`, width, height };
}
