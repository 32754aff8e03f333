/**
 * How good is the category suggester? Stratified 5-fold cross-validation on the labelled samples, three times, medians;
 * next to two baselines in the same folds. `--test <file.jsonl>` trains on all samples and scores another file.
 *
 * Read the numbers with care: the phrases in db/seed/data/category-phrases.json were written by people who had read the
 * samples, so cross-validation flatters them; the line "without our phrases" shows the suggester without that help.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { categories, category } from '../../db/seed/categories.ts';
import { categoryPhrases } from '../../db/seed/category-phrases.ts';
import { loadSampleReports, parseSampleReports, type SampleReport } from '../../db/seed/sample-reports.ts';
import { decideRouting } from '../../webhook-service/src/routing/agency-rules.ts';
import { textFeatures } from '../../webhook-service/src/routing/category-features.ts';
import { type ClassScorer, centroidScorer, phraseScorer } from '../../webhook-service/src/routing/category-model.ts';
import { trainCategorySuggester } from '../../webhook-service/src/routing/category-suggester.ts';
import {
  type CategorySuggester,
  type CategorySuggestion,
  CONFIDENT_SCORE,
  confidentEnough,
} from '../../webhook-service/src/routing/category-suggestion.ts';
import { detectEmergency } from '../../webhook-service/src/routing/emergency.ts';

interface Prediction {
  sample: SampleReport;
  suggestions: CategorySuggestion[];
}

type Trainer = (samples: readonly SampleReport[]) => CategorySuggester;

const FOLDS = 5;
const REPEATS = 3;
const codes = categories.map((item) => item.code);
const allSamples = loadSampleReports();

const trainers: Record<string, Trainer> = {
  'keyword match': () => fromScorer(keywordScorer(), (text) => textFeatures(text).runs),
  'TF-IDF centroid': (samples) => fromScorer(plainCentroids(samples), (text) => textFeatures(text).plain),
  'ours, without our phrases': (samples) => trainCategorySuggester({ samples, categories, phrases: new Map() }),
  ours: (samples) => trainCategorySuggester({ samples, categories, phrases: categoryPhrases }),
};

const { values } = parseArgs({ options: { test: { type: 'string' } } });
if (values.test) scoreFile(values.test);
else crossValidate();

function crossValidate(): void {
  console.log(`${allSamples.length} samples, ${FOLDS} folds × ${REPEATS}, medians\n`);
  for (const [name, train] of Object.entries(trainers)) {
    const runs = Array.from({ length: REPEATS }, (_, repeat) => predictionsByFold(train, repeat + 1));
    reportAccuracy(name, runs);
    if (name.startsWith('ours')) reportConfidence(name, runs);
  }
  reportEmergencies(allSamples);
  reportSpeed();
}

function scoreFile(file: string): void {
  const samples = parseSampleReports(readFileSync(file, 'utf8'));
  console.log(`trained on ${allSamples.length} samples, scored on ${samples.length} others\n`);
  for (const [name, train] of Object.entries(trainers)) {
    const suggester = train(allSamples);
    const runs = [samples.map((sample) => ({ sample, suggestions: suggester.suggest(sample.text) }))];
    reportAccuracy(name, runs);
    if (name.startsWith('ours')) reportConfidence(name, runs);
  }
  reportEmergencies(samples);
  reportSpeed();
}

/** Each sample is predicted once, by a model that has not seen it. */
function predictionsByFold(train: Trainer, seed: number): Prediction[] {
  const foldOf = stratifiedFolds(allSamples, seed);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const suggester = train(allSamples.filter((_, index) => foldOf[index] !== fold));
    return allSamples
      .filter((_, index) => foldOf[index] === fold)
      .map((sample) => ({ sample, suggestions: suggester.suggest(sample.text) }));
  }).flat();
}

/** Deals the samples of each category round the folds, shuffled by the seed. */
function stratifiedFolds(samples: readonly SampleReport[], seed: number): number[] {
  const random = generator(seed);
  const folds = new Array<number>(samples.length).fill(0);
  let next = 0;
  for (const code of codes) {
    const own = samples.flatMap((sample, index) => (sample.category === code ? [{ index, key: random() }] : []));
    for (const { index } of own.sort((a, b) => a.key - b.key)) folds[index] = next++ % FOLDS;
  }
  return folds;
}

function reportAccuracy(name: string, runs: Prediction[][]): void {
  const registers = [...new Set(runs[0]?.map(({ sample }) => sample.register))].sort();
  console.log(`${name}`);
  row('all', runs, () => true);
  for (const kind of ['report', 'emergency', 'other'])
    row(`kind ${kind}`, runs, ({ sample }) => kindOf(sample) === kind);
  for (const register of registers) row(register, runs, ({ sample }) => sample.register === register);
  const kindRight = median(runs.map((run) => share(run, (item) => predictedKind(item) === kindOf(item.sample))));
  console.log(`  report/emergency/other told apart: ${percent(kindRight)}\n`);
}

function row(label: string, runs: Prediction[][], keep: (item: Prediction) => boolean): void {
  const kept = runs.map((run) => run.filter(keep));
  const top1 = median(kept.map((run) => share(run, isRight)));
  const top3 = median(kept.map((run) => share(run, isAmongThree)));
  const lenient = median(kept.map((run) => share(run, isAcceptable)));
  const count = String(kept[0]?.length ?? 0).padStart(4);
  console.log(
    `  ${label.padEnd(16)} n ${count}  top-1 ${percent(top1)}  (alternatives count: ${percent(lenient)})  top-3 ${percent(top3)}`,
  );
}

/** Calibration, and what automatic dispatch would do. */
function reportConfidence(name: string, runs: Prediction[][]): void {
  const all = runs.flat();
  console.log(`${name}: score of the first suggestion → right`);
  const edges = [0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
  edges.slice(0, -1).forEach((from, index) => {
    const to = edges[index + 1] ?? 1;
    const bucket = all.filter((item) => scoreOf(item) >= from && scoreOf(item) < to);
    const mean = bucket.reduce((sum, item) => sum + scoreOf(item), 0) / bucket.length;
    const label = `${from.toFixed(1)}–${Math.min(to, 1).toFixed(1)}`;
    console.log(
      `  ${label}  n ${String(bucket.length).padStart(4)}  mean score ${percent(mean)}  right ${percent(share(bucket, isRight))}`,
    );
  });
  const accepted = all.filter((item) => confidentEnough(item.suggestions));
  const dispatched = accepted.filter(({ suggestions }) => {
    const first = category(suggestions[0]?.categoryCode ?? '');
    return first?.priority === 'normal' || first?.priority === 'complex';
  });
  console.log(
    `threshold ${CONFIDENT_SCORE}: accepted ${percent(accepted.length / all.length)}, right ${percent(share(accepted, isRight))}`,
  );
  console.log(
    `  of them normal or complex, so dispatched without a person: ${percent(dispatched.length / all.length)}, ` +
      `right ${percent(share(dispatched, isRight))}, alternatives counted ${percent(share(dispatched, isAcceptable))}`,
  );
  console.log(
    `  of them at the right agency, which is what is acted on: ${percent(share(dispatched, reachesRightAgency))}\n`,
  );
}

/** The agency of the suggested category is the agency of the true one; two categories of one holder do no harm. */
function reachesRightAgency({ sample, suggestions }: Prediction): boolean {
  const agencyFor = (chosenCategory: string) => {
    const decision = decideRouting({
      suggestions: [],
      chosenCategory,
      text: sample.text,
      ward: { kind: 'chosen', wardCode: '00199' },
    });
    return decision.kind === 'dispatch' ? decision.agencyCode : null;
  };
  return agencyFor(suggestions[0]?.categoryCode ?? '') === agencyFor(sample.category);
}

function reportEmergencies(samples: readonly SampleReport[]): void {
  const emergencies = samples.filter((sample) => kindOf(sample) === 'emergency');
  const others = samples.filter((sample) => kindOf(sample) !== 'emergency');
  const found = emergencies.filter((sample) => detectEmergency(sample.text));
  const alarms = others.filter((sample) => detectEmergency(sample.text));
  console.log(
    `emergency words: found ${found.length} of ${emergencies.length}, false alarms ${alarms.length} of ${others.length}`,
  );
}

function reportSpeed(): void {
  const started = performance.now();
  const suggester = trainCategorySuggester({ samples: allSamples, categories, phrases: categoryPhrases });
  const trained = performance.now();
  for (const sample of allSamples) suggester.suggest(sample.text);
  const perText = (performance.now() - trained) / allSamples.length;
  console.log(`start-up ${(trained - started).toFixed(0)} ms, ${perText.toFixed(2)} ms per text`);
}

/** Baseline: the category with the most and longest of its own keywords in the text. */
function keywordScorer(): ClassScorer {
  const keywords = categories.flatMap((item, label) =>
    item.keywords.map((text) => ({ label, run: textFeatures(text).whole })),
  );
  return phraseScorer(keywords, codes.length);
}

/** Baseline: words and pairs of samples, names and keywords, one mean vector per category. */
function plainCentroids(samples: readonly SampleReport[]): ClassScorer {
  const texts = [
    ...categories.flatMap((item, label) => [item.nameVi, ...item.keywords].map((text) => ({ label, text }))),
    ...samples.map((sample) => ({ label: codes.indexOf(sample.category), text: sample.text })),
  ];
  return centroidScorer(
    texts.map(({ label, text }) => ({ label, features: textFeatures(text).plain })),
    codes.length,
  );
}

function fromScorer(scorer: ClassScorer, features: (text: string) => string[]): CategorySuggester {
  return {
    suggest: (text) =>
      Array.from(scorer(features(text)), (score, label) => ({ categoryCode: codes[label] ?? '', score }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, 3),
  };
}

function kindOf(sample: SampleReport): string {
  if (sample.kind === 'emergency') return 'emergency';
  return category(sample.category)?.accepts ? 'report' : 'other';
}

function predictedKind({ sample, suggestions }: Prediction): string {
  if (detectEmergency(sample.text)) return 'emergency';
  const first = category(suggestions[0]?.categoryCode ?? 'OS-09');
  return first?.accepts ? 'report' : 'other';
}

function isRight({ sample, suggestions }: Prediction): boolean {
  return suggestions[0]?.categoryCode === sample.category;
}

function isAcceptable({ sample, suggestions }: Prediction): boolean {
  return [sample.category, ...sample.altCategories].includes(suggestions[0]?.categoryCode ?? '');
}

function isAmongThree({ sample, suggestions }: Prediction): boolean {
  return suggestions.some(({ categoryCode }) => categoryCode === sample.category);
}

function scoreOf({ suggestions }: Prediction): number {
  return suggestions[0]?.score ?? 0;
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function percent(value: number): string {
  return Number.isNaN(value) ? '   – ' : `${(value * 100).toFixed(1)} %`.padStart(7);
}

/** A small repeatable generator: the folds must be the same on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
