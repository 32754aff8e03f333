/** Reads the file named by `ZALO_TEMPLATES`: every fault at once, in Vietnamese, for whoever starts the service. */
import { readFileSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { isMessageKind, weightOf } from '../message-kinds.ts';
import {
  type ChannelTemplate,
  type ChannelTemplates,
  noTemplates,
  parameterLimits,
  type TemplateChannel,
  type TemplateFact,
  type TemplateParameter,
  templateChannels,
  templateFacts,
} from './templates.ts';

const oneOf = <Name extends string>(names: readonly Name[]) => Type.Enum([...names]);
const closed = { additionalProperties: false };
const typed = {
  type: oneOf(Object.keys(parameterLimits) as (keyof typeof parameterLimits)[]),
  maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 400 })),
};
const Parameter = Type.Union([
  Type.Object({ from: oneOf(templateFacts), ...typed }, closed),
  Type.Object({ text: Type.String({ minLength: 1 }), ...typed }, closed),
]);
const Template = Type.Object(
  {
    kind: Type.String(),
    channel: oneOf(templateChannels),
    language: Type.Optional(oneOf(['vi', 'en'])),
    templateId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
    dong: Type.Integer({ minimum: 0, maximum: 100_000 }),
    night: Type.Optional(Type.Boolean()),
    parameters: Type.Record(Type.String(), Parameter),
  },
  closed,
);

/** The fields of a notification (§7.4); each must be there, or Zalo answers -100. */
const NOTICE_FIELDS = ['title', 'contentTitle', 'contentDescription', 'buttonText', 'buttonUrl'];

/** Weights that may take each way (`ways.ts`): a template for another kind would never be used. */
const WEIGHTS: Readonly<Record<TemplateChannel, readonly string[]>> = {
  miniapp: ['answer', 'question', 'news'],
  uid: ['answer', 'question'],
  zns: ['answer'],
};

/** Kinds of parameter that can hold a fact; a constant text fits every kind. */
const TYPES: Readonly<Record<TemplateFact, readonly string[]>> = {
  code: ['code', 'label', 'title'],
  agency: ['name', 'contact', 'label', 'product', 'title', 'paragraph'],
  state: ['status', 'label', 'title', 'paragraph'],
  dueAt: ['time', 'label', 'title'],
  link: ['url'],
  summary: ['product', 'address', 'paragraph'],
  category: ['label', 'name', 'product', 'title', 'paragraph'],
};

/** Templates of the file at `path`, and what is wrong with it; with any fault the templates are none. */
export function loadTemplates(path: string): { templates: ChannelTemplates; faults: string[] } {
  try {
    return readTemplates(readFileSync(path, 'utf8'));
  } catch {
    return { templates: noTemplates, faults: ['không đọc được tệp'] };
  }
}

/** The same for the text of such a file. */
export function readTemplates(json: string): { templates: ChannelTemplates; faults: string[] } {
  const items = listOf(json);
  if (!items) return { templates: noTemplates, faults: ['phải là một danh sách JSON các mẫu tin'] };
  const faults = items.flatMap((item, index) => faultsOf(item).map((fault) => `mẫu ${index + 1}: ${fault}`));
  const sound = items.filter(isTemplate) as ChannelTemplate[];
  faults.push(...doubled(sound));
  return faults.length > 0 ? { templates: noTemplates, faults } : { templates: { list: sound }, faults };
}

function listOf(json: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function isTemplate(item: unknown): item is Static<typeof Template> {
  return Value.Check(Template, item);
}

function faultsOf(item: unknown): string[] {
  if (!isTemplate(item)) return shapeFaults(item);
  const template = item as ChannelTemplate;
  const { kind, channel, dong, night } = template;
  const faults: string[] = [];
  if (!isMessageKind(kind)) faults.push(`không có loại tin “${kind}”`);
  else if (!WEIGHTS[channel].includes(weightOf(kind))) faults.push(`tin “${kind}” không gửi qua kênh ${channel}`);
  if (channel === 'miniapp' && dong !== 0) faults.push('thông báo Mini App không mất phí, dong phải là 0');
  if (channel !== 'miniapp' && dong === 0) faults.push('dong phải là giá một tin, lớn hơn 0');
  if (night && channel !== 'zns') faults.push('night chỉ dùng cho kênh zns');
  const names = Object.keys(template.parameters);
  if (names.length === 0) faults.push('không có tham số nào');
  if (channel === 'miniapp') faults.push(...noticeFaults(template));
  return [...faults, ...names.flatMap((name) => parameterFaults(name, template))];
}

/** Which fields are not as they must be; TypeBox names the same one several times. */
function shapeFaults(item: unknown): string[] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return ['phải là một đối tượng'];
  const known = Object.keys(Template.properties) as (keyof typeof Template.properties)[];
  const extra = Object.keys(item).filter((name) => !(known as string[]).includes(name));
  const values = item as Record<string, unknown>;
  const wrong = known.filter((name) => {
    const schema = Template.properties[name];
    if (values[name] === undefined) return Template.required.includes(name as never);
    return name !== 'parameters' && !Value.Check(schema, values[name]);
  });
  const faults = [
    ...extra.map((name) => `không có trường “${name}”`),
    ...wrong.map((name) => (values[name] === undefined ? `thiếu trường “${name}”` : `trường “${name}” không hợp lệ`)),
    ...parameterShapeFaults(values.parameters),
  ];
  return faults.length > 0 ? faults : ['không đúng mẫu'];
}

function parameterShapeFaults(parameters: unknown): string[] {
  if (parameters === undefined) return [];
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters))
    return ['trường “parameters” không hợp lệ'];
  return Object.entries(parameters)
    .filter(([, value]) => !Value.Check(Parameter, value))
    .map(([name]) => `tham số “${name}” phải có type của Zalo và một trong hai: from hoặc text`);
}

function parameterFaults(name: string, { channel, parameters }: ChannelTemplate): string[] {
  const parameter = parameters[name] as TemplateParameter;
  const { type, maxLength } = parameter;
  const limit = parameterLimits[type];
  const faults: string[] = [];
  const tell = (fault: string) => faults.push(`tham số “${name}” ${fault}`);
  if (!/^\w{1,64}$/.test(name)) tell('phải có tên không dấu, không khoảng trắng');
  if (maxLength !== undefined && maxLength > limit) tell(`dài nhất ${limit} ký tự theo type ${type}`);
  if ('text' in parameter && [...parameter.text.normalize('NFC')].length > (maxLength ?? limit))
    tell('có text quá dài');
  if (!('from' in parameter)) return faults;
  const { from } = parameter;
  if (!TYPES[from].includes(type)) tell(`không thể mang ${from} với type ${type}`);
  // A parameter of a ZBS template may not carry whole sentences (§10).
  if (from === 'summary' && channel !== 'miniapp') tell('không được mang cả câu (summary) ngoài Mini App');
  return faults;
}

function noticeFaults({ parameters }: ChannelTemplate): string[] {
  const missing = NOTICE_FIELDS.filter((name) => !Object.hasOwn(parameters, name));
  const extra = Object.keys(parameters).filter((name) => !NOTICE_FIELDS.includes(name));
  const button = parameters.buttonUrl;
  return [
    ...missing.map((name) => `thiếu tham số “${name}” của thông báo Mini App`),
    ...extra.map((name) => `thông báo Mini App không có tham số “${name}”`),
    ...(button && !('from' in button && button.from === 'link') ? ['tham số “buttonUrl” phải lấy từ link'] : []),
  ];
}

function doubled(templates: readonly ChannelTemplate[]): string[] {
  const names = templates.map(({ kind, channel, language }) => [kind, channel, language].filter(Boolean).join(', '));
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `có hai mẫu cho ${name}`,
  );
}
