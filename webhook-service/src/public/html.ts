/**
 * Markup as a value of its own: what is put into `html` is escaped unless it came out of `html`. Values may stand in
 * text and inside quoted attributes; nowhere else (no unquoted attributes, no script, no style).
 */
const markup = Symbol('markup');

export interface Html {
  readonly [markup]: string;
}

/** Nothing is written for null, undefined and false, so that `condition && html…` reads naturally. */
export type Renderable = Html | string | number | null | undefined | false | readonly Renderable[];

export function html(parts: TemplateStringsArray, ...values: Renderable[]): Html {
  return { [markup]: parts.reduce((page, part, index) => page + render(values[index - 1]) + part) };
}

/** The finished markup. */
export function markupOf(value: Html): string {
  return value[markup];
}

/** What a person reads of it, for those who show no markup. */
export function textOf(value: Html): string {
  return value[markup]
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

function render(value: Renderable): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  if (markup in value) return value[markup];
  return value.map(render).join('');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const characters = Object.fromEntries(Object.entries(escapes).map(([character, entity]) => [entity, character]));

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}
