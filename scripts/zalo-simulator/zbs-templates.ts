import { ControlFault } from './answers.ts';
import type { ParameterType, TemplateParameter, TemplateQuality, TemplateStatus, ZbsTemplate } from './control-api.ts';
import { asArray, isFilled, isObject, type JsonObject } from './values.ts';

/** §4.2: the longest custom label; what a parameter may hold unless it says otherwise. */
const DEFAULT_MAX_LENGTH = 30;

const STATUSES: TemplateStatus[] = ['ENABLE', 'PENDING_REVIEW', 'DISABLE', 'REJECT', 'DELETE'];
const QUALITIES: TemplateQuality[] = ['HIGH', 'MEDIUM', 'LOW', 'UNDEFINED'];
const TYPES: ParameterType[] = ['STRING', 'NUMBER', 'DATE', 'PHONE', 'URL'];

/** `TemplateInput`s as templates: what one leaves out is that of a good, approved template. */
export function readTemplates(value: unknown): ZbsTemplate[] {
  return asArray(value).map(readTemplate);
}

function readTemplate(value: unknown): ZbsTemplate {
  if (!isObject(value) || !isFilled(value.id)) throw new ControlFault(400, 'Mẫu tin cần id');
  const fallback: TemplateStatus = value.approved === false ? 'PENDING_REVIEW' : 'ENABLE';
  return {
    id: value.id,
    name: isFilled(value.name) ? value.name : `Mẫu ${value.id}`,
    status: choiceOf(value.status, STATUSES, fallback),
    byUid: value.byUid !== false,
    byPhone: value.byPhone !== false,
    foreign: value.foreign === true,
    noNight: value.noNight === true,
    quality: choiceOf(value.quality, QUALITIES, 'HIGH'),
    dailyQuota: typeof value.dailyQuota === 'number' ? value.dailyQuota : null,
    tag: choiceOf(value.tag, [1, 2, 3] as const, 1),
    // §4.3: typical prices.
    pricePhone: amountOf(value.pricePhone, 300),
    priceUid: amountOf(value.priceUid, 200),
    parameters: asArray(value.parameters).map(readParameter),
  };
}

function readParameter(value: unknown): TemplateParameter {
  const given: JsonObject = isObject(value) ? value : { name: value };
  if (!isFilled(given.name)) throw new ControlFault(400, 'Tham số của mẫu tin cần name');
  return {
    name: given.name,
    maxLength: amountOf(given.maxLength, DEFAULT_MAX_LENGTH),
    type: choiceOf(given.type, TYPES, 'STRING'),
    require: given.require !== false,
  };
}

function choiceOf<T>(value: unknown, choices: readonly T[], fallback: T): T {
  if (value === undefined) return fallback;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new ControlFault(400, `“${String(value)}” phải là một trong: ${choices.join(', ')}`);
  return found;
}

function amountOf(value: unknown, fallback: number): number {
  return typeof value === 'number' && value >= 0 ? value : fallback;
}
