import type { FilledTemplate } from './plan.ts';

/** What the planner knows of Zalo's templates: those of `ZALO_TEMPLATES`, none by default. */
export interface ChannelTemplates {
  readonly list: readonly ChannelTemplate[];
}

export type TemplateChannel = 'miniapp' | 'uid' | 'zns';

export interface ChannelTemplate {
  kind: string;
  channel: TemplateChannel;
  language?: 'vi' | 'en';
  templateId: string;
  dong: number;
  night?: boolean;
}

/** The template of a message for one way: none, one that its facts do not fit into, or filled in. */
export type TemplateChoice =
  | null
  | { unfit: string }
  | {
      filled: FilledTemplate;
      dong: number /** Refused by Zalo from 22:00 to 06:00 (§3.10, -133). */;
      notAtNight: boolean;
    };

export const noTemplates: ChannelTemplates = { list: [] };
