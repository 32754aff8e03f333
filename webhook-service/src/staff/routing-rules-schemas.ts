/** What the routing rules' face takes and gives. Rules themselves are checked by `saveDraft`, which lists every fault. */
import Type from 'typebox';
import { RoutingRule } from '../routing/rules/rule.ts';
import { RoutingTrace } from '../routing/rules/trace.ts';

export const nullableText = Type.Union([Type.String(), Type.Null()]);
export const Moment = Type.String({ format: 'date-time' });
const nullableMoment = Type.Union([Moment, Type.Null()]);

/** In answers the shape is only told, not enforced: a set that was damaged must still be shown to be mended. */
const RuleAsStored = Type.Unknown({ description: `Quy tắc: ${Object.keys(RoutingRule.properties).join(', ')}` });

export const DraftBody = Type.Object({
  rules: Type.Array(Type.Unknown({ description: 'Quy tắc theo mẫu ở /api/staff/routing-rules/schema' }), {
    description: 'Theo thứ tự; quy tắc khớp đầu tiên quyết định',
  }),
  note: Type.String({ minLength: 5, maxLength: 500, pattern: '^[^\\u0000]*$', description: 'Vì sao thay đổi' }),
});

export const SavedDraft = Type.Object({
  id: Type.Integer(),
  contentHash: Type.String(),
  version: Type.String(),
  warnings: Type.Array(Type.String()),
});

export const RuleSetSummary = Type.Object({
  id: Type.Integer(),
  status: Type.Union([Type.Literal('draft'), Type.Literal('live'), Type.Literal('retired')]),
  version: Type.String(),
  rules: Type.Integer({ description: 'Số quy tắc' }),
  note: Type.String(),
  createdBy: Type.String(),
  createdAt: Moment,
  activatedBy: nullableText,
  activatedAt: nullableMoment,
  dryRunAt: nullableMoment,
});

export const RuleSetList = Type.Object({
  live: Type.Object({ id: Type.Integer(), version: Type.String(), rules: Type.Array(RuleAsStored) }),
  sets: Type.Array(RuleSetSummary),
  next: Type.Union([Type.Integer({ description: 'Gửi lại làm before' }), Type.Null()]),
  lists: Type.Array(
    Type.Object({ list: Type.String(), size: Type.Integer(), loadedAt: nullableMoment, source: nullableText }),
  ),
});

const Outcome = Type.Object({
  tray: Type.Boolean(),
  agencyCode: nullableText,
  copyTo: Type.Array(Type.String()),
  reasons: Type.Array(Type.String()),
});

const RuleName = Type.Object({ ruleId: Type.String(), name: Type.String() });

export const DryRunResult = Type.Object({
  draftId: Type.Integer(),
  liveId: Type.Integer(),
  at: Moment,
  replayed: Type.Integer(),
  changed: Type.Integer(),
  agencies: Type.Array(
    Type.Object({
      agencyCode: Type.String(),
      before: Type.Integer(),
      after: Type.Integer(),
      gains: Type.Integer(),
      loses: Type.Integer(),
    }),
  ),
  tray: Type.Object({ before: Type.Integer(), after: Type.Integer(), in: Type.Integer(), out: Type.Integer() }),
  changes: Type.Array(Type.Object({ code: Type.String(), from: Outcome, to: Outcome, ruleId: nullableText })),
  failed: Type.Array(Type.Object({ ruleId: Type.String(), code: Type.String(), reports: Type.Integer() })),
  neverMatched: Type.Array(RuleName),
  shadowed: Type.Array(Type.Object({ ...RuleName.properties, coveredBy: Type.Array(Type.String()) })),
  warnings: Type.Array(Type.String()),
});

export const RuleSetDetail = Type.Object({
  ...RuleSetSummary.properties,
  content: Type.Array(RuleAsStored),
  dryRun: Type.Union([DryRunResult, Type.Null()]),
});

export const RoutingExplained = Type.Object({
  code: Type.String(),
  history: Type.Array(
    Type.Object({
      at: Moment,
      event: Type.String(),
      agencyCode: nullableText,
      because: Type.Array(Type.String()),
      routing: Type.Union([RoutingTrace, Type.Null()], { description: 'null: không do quy tắc quyết định' }),
    }),
  ),
  today: Type.Object(
    { outcome: Outcome, because: Type.Array(Type.String()), routing: RoutingTrace, contact: nullableText },
    { description: 'Bộ quy tắc đang áp dụng sẽ quyết định thế nào ngay lúc này' },
  ),
});

export const AssetListBody = Type.Object({
  names: Type.Array(Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000]*$' }), { maxItems: 50_000 }),
  source: Type.String({ minLength: 3, maxLength: 300, pattern: '^[^\\u0000]*$', description: 'Văn bản, ngày' }),
});
