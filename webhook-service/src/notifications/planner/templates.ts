/** Templates of Zalo's as this installation has them: what `ZALO_TEMPLATES` says, checked before anything is sent by them. */
import type { Language } from '../message-texts.ts';
import type { FilledTemplate } from './plan.ts';

/** The ways that speak in templates: notification of the Mini App (§7.4), by Zalo account (§3.9), by phone (§4). */
export const templateChannels = ['miniapp', 'uid', 'zns'] as const;
export type TemplateChannel = (typeof templateChannels)[number];

/** What of a message a parameter may carry. `link` opens the Mini App or, outside it, the status page. */
export const templateFacts = ['code', 'agency', 'state', 'dueAt', 'link', 'summary', 'category'] as const;
export type TemplateFact = (typeof templateFacts)[number];
export type TemplateFacts = Readonly<Record<TemplateFact, string | null>>;

/**
 * Most characters by kind of parameter (§4.2). The last three are the content limits of the same section: §7.4 gives none
 * of its own for notifications.
 */
export const parameterLimits = {
  name: 30,
  phone: 15,
  address: 200,
  code: 30,
  label: 30,
  status: 30,
  contact: 50,
  product: 200,
  amount: 20,
  time: 20,
  otp: 10,
  url: 200,
  currency: 12,
  title: 65,
  paragraph: 400,
  button: 30,
} as const;
export type ParameterType = keyof typeof parameterLimits;

/** A fact, cut to its length where that is harmless, or always the same words. */
export type TemplateParameter = { type: ParameterType; maxLength?: number } & (
  | { from: TemplateFact }
  | { text: string }
);

export interface ChannelTemplate {
  /** Kind of message (`outbox_messages.kind`). */
  kind: string;
  channel: TemplateChannel;
  /** Only for readers of this language; without it for all for whom there is no other. */
  language?: Language;
  templateId: string;
  /** Price of one message, đồng with VAT; 0 for notifications of the Mini App. */
  dong: number;
  /** Zalo refuses it from 22:00 to 06:00 (§3.10, -133). */
  night?: boolean;
  parameters: Readonly<Record<string, TemplateParameter>>;
}

export interface ChannelTemplates {
  readonly list: readonly ChannelTemplate[];
}

/** The template of a message for one way: none, one its facts do not fit into, or filled in. */
export type TemplateChoice = null | { unfit: string } | { filled: FilledTemplate; dong: number; notAtNight: boolean };

/** Without `ZALO_TEMPLATES` no way by template is open. */
export const noTemplates: ChannelTemplates = { list: [] };

/** The template for this kind and reader: one in their language before one for all. */
export function templateFor(
  templates: ChannelTemplates,
  { kind, channel, language }: { kind: string; channel: TemplateChannel; language: Language },
): ChannelTemplate | null {
  const fitting = templates.list.filter((template) => template.kind === kind && template.channel === channel);
  return (
    fitting.find((template) => template.language === language) ??
    fitting.find((template) => template.language === undefined) ??
    null
  );
}
