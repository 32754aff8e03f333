import { shorten } from '../message-length.ts';
import {
  type ChannelTemplate,
  parameterLimits,
  type TemplateChoice,
  type TemplateFact,
  type TemplateFacts,
  type TemplateParameter,
} from './templates.ts';

/** Half a code, half a time, half a link or half a state is worse than no message this way. */
const WHOLE: ReadonlySet<TemplateFact> = new Set(['code', 'dueAt', 'link', 'state']);

/**
 * Fills the parameters in: NFC, one line, within the lengths of §4.2 (-1121 otherwise). `unfit` names the parameter for
 * which there is no fact, or whose fact is too long and may not be cut.
 */
export function fillTemplate(template: ChannelTemplate, facts: TemplateFacts): Exclude<TemplateChoice, null> {
  const data: Record<string, string> = {};
  for (const [name, parameter] of Object.entries(template.parameters)) {
    const value = parameterValue(parameter, facts);
    if (!value) return { unfit: name };
    data[name] = value;
  }
  return {
    filled: { templateId: template.templateId, data },
    dong: template.dong,
    notAtNight: template.night ?? false,
  };
}

/** Null when there is nothing to say, or no room to say it whole. */
function parameterValue(parameter: TemplateParameter, facts: TemplateFacts): string | null {
  const limit = parameter.maxLength ?? parameterLimits[parameter.type];
  if ('text' in parameter) return parameter.text.normalize('NFC');
  const value = facts[parameter.from]?.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  if (!value) return null;
  if (!WHOLE.has(parameter.from)) return shorten(value, limit);
  return [...value].length <= limit ? value : null;
}
