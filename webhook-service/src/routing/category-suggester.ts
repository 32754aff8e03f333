/** Suggests the category of a report from its text: trained from the seed when the process starts (domain-hanoi §3). */
import { type Category, categories as seedCategories } from '../../../db/seed/categories.ts';
import { categoryPhrases } from '../../../db/seed/category-phrases.ts';
import { loadSampleReports } from '../../../db/seed/sample-reports.ts';
import { textFeatures } from './category-features.ts';
import { centroidScorer, phraseScorer, standardised, type TrainingText } from './category-model.ts';
import type { CategorySuggester, CategorySuggestion } from './category-suggestion.ts';
import { detectEmergency, type EmergencyKind } from './emergency.ts';

export interface TrainingSeed {
  samples: readonly { text: string; category: string }[];
  categories: readonly Category[];
  /** Further ways to say a category, by code. */
  phrases: ReadonlyMap<string, readonly string[]>;
}

/** The suggester of production: everything the seed knows. Takes about half a second. */
export function loadCategorySuggester(): CategorySuggester {
  return trainCategorySuggester({ samples: loadSampleReports(), categories: seedCategories, phrases: categoryPhrases });
}

/** Learns from labelled texts, category names, keywords and phrases. Pure; the bench trains it on parts of the samples. */
export function trainCategorySuggester({ samples, categories, phrases }: TrainingSeed): CategorySuggester {
  const codes = categories.map((category) => category.code);
  const labels = new Map(codes.map((code, label) => [code, label]));
  const sayings = categories.flatMap((category, label) => {
    const texts = [category.nameVi, category.nameEn, ...category.keywords, ...(phrases.get(category.code) ?? [])];
    return [...new Set(texts)].map((text) => ({ label, features: textFeatures(text) }));
  });
  const reports = samples.flatMap(({ text, category }) => {
    const label = labels.get(category);
    return label === undefined ? [] : [{ label, features: textFeatures(text) }];
  });
  const texts = [...sayings, ...reports];
  const view = (name: 'plain' | 'marked' | 'chars'): TrainingText[] =>
    texts.map(({ label, features }) => ({ label, features: features[name] }));
  const byPlain = centroidScorer(view('plain'), codes.length);
  const byMarked = centroidScorer(view('marked'), codes.length);
  const byChars = centroidScorer(view('chars'), codes.length);
  const byPhrase = phraseScorer(
    sayings.map(({ label, features }) => ({ label, run: features.whole })),
    codes.length,
  );

  return {
    suggest(text) {
      const features = textFeatures(text);
      if (features.plain.length === 0) return [];
      const scores = new Float64Array(codes.length);
      add(scores, standardised(byPlain(features.plain)), MIX.plain);
      add(scores, standardised(byMarked(features.marked)), MIX.marked);
      add(scores, standardised(byChars(features.chars)), MIX.chars);
      add(scores, standardised(byPhrase(features.runs)), MIX.phrase);
      for (const code of emergencyCategories(text)) {
        const label = labels.get(code);
        if (label !== undefined) scores[label] = (scores[label] ?? 0) + MIX.emergency;
      }
      return likeliest(scores, codes);
    },
  };
}

/** How much each view counts; chosen by cross-validation, flat around these values. */
const MIX = { plain: 1, marked: 0.3, chars: 0.5, phrase: 0.5, emergency: 3 };

const CATEGORY_OF_EMERGENCY: Partial<Record<EmergencyKind, string>> = {
  fire: 'PC-01',
  drowning: 'YT-05',
  electric: 'CS-04',
  accident: 'GT-12',
  child_abuse: 'AN-09',
  self_harm: 'YT-05',
  medical: 'YT-05',
};

function emergencyCategories(text: string): string[] {
  const kinds = detectEmergency(text)?.kinds ?? [];
  return kinds.flatMap((kind) => CATEGORY_OF_EMERGENCY[kind] ?? []);
}

/** Sharpness of the softmax, fitted on wording not seen in training: there, the mean score equals the share that is right. */
const SHARPNESS = 0.4;

function likeliest(scores: Float64Array, codes: readonly string[]): CategorySuggestion[] {
  const highest = Math.max(...scores);
  const odds = Array.from(scores, (score) => Math.exp((score - highest) * SHARPNESS));
  const total = odds.reduce((sum, value) => sum + value, 0);
  return codes
    .map((categoryCode, label) => ({ categoryCode, score: (odds[label] ?? 0) / total }))
    .sort((a, b) => b.score - a.score || a.categoryCode.localeCompare(b.categoryCode))
    .slice(0, 3);
}

function add(target: Float64Array, scores: Float64Array, weight: number): void {
  scores.forEach((score, label) => {
    target[label] = (target[label] ?? 0) + weight * score;
  });
}
