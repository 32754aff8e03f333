import type { ParameterType, TemplateParameter, ZbsTemplate } from './control-api.ts';
import { codePoints, isFilled, isHttpsUrl, type JsonObject } from './values.ts';

export interface DataFault {
  /** The number of §4.4. */
  error: -111 | -112 | -1121 | -1122 | -1124;
  explanation: string;
}

/** What is wrong with `template_data`, in the order of §11.3: empty, missing, too long, wrong format, undefined key. */
export function faultOfData(template: ZbsTemplate, data: JsonObject): DataFault | undefined {
  if (Object.keys(data).length === 0 && template.parameters.some(({ require }) => require)) {
    return { error: -111, explanation: 'template_data trống' };
  }
  for (const parameter of template.parameters) {
    const fault = faultOfValue(parameter, data[parameter.name]);
    if (fault) return fault;
  }
  const unknown = Object.keys(data).find((key) => !template.parameters.some(({ name }) => name === key));
  return unknown === undefined ? undefined : { error: -112, explanation: `Mẫu tin không có tham số “${unknown}”` };
}

function faultOfValue({ name, maxLength, type, require }: TemplateParameter, value: unknown): DataFault | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (text === undefined || text === null || text === '') {
    return require ? { error: -1122, explanation: `template_data thiếu tham số “${name}”` } : undefined;
  }
  if (!isFilled(text)) return { error: -1124, explanation: `Tham số “${name}” phải là một chuỗi` };
  if (codePoints(text) > maxLength) {
    return { error: -1121, explanation: `Tham số “${name}” dài quá ${maxLength} ký tự` };
  }
  return FORMATS[type](text)
    ? undefined
    : { error: -1124, explanation: `Tham số “${name}” không đúng dạng ${FORMAT_WORDS[type]}` };
}

const FORMATS: Record<ParameterType, (text: string) => boolean> = {
  STRING: () => true,
  NUMBER: (text) => /^\d+([.,]\d+)*$/.test(text),
  DATE: (text) => /^(\d{1,2}:\d{2}(:\d{2})? )?\d{1,2}\/\d{1,2}\/\d{4}$/.test(text),
  PHONE: (text) => /^\+?\d{8,15}$/.test(text),
  URL: isHttpsUrl,
};

const FORMAT_WORDS: Record<ParameterType, string> = {
  STRING: 'chữ',
  NUMBER: 'số',
  DATE: 'ngày (hh:mm dd/mm/yyyy)',
  PHONE: 'số điện thoại',
  URL: 'địa chỉ https',
};
