/**
 * Two small scorers over all classes. Centroids of TF-IDF vectors, because there are only 4 or 5 samples a class: in our
 * cross-validation naive Bayes and ridge regression were worse, and mixing them in gained nothing.
 */

export interface TrainingText {
  /** Index of the class. */
  label: number;
  features: readonly string[];
}

/** One score per class; 0 = nothing in common. */
export type ClassScorer = (features: readonly string[]) => Float64Array;

/** Cosine between the text and the mean direction of each class. Features that few classes share weigh more. */
export function centroidScorer(texts: readonly TrainingText[], classes: number): ClassScorer {
  const classesOf = new Map<string, Set<number>>();
  for (const { label, features } of texts) {
    for (const feature of features) addTo(classesOf, feature, label);
  }
  const weights = new Map<string, number>();
  for (const [feature, labels] of classesOf) weights.set(feature, Math.log((classes + 1) / labels.size) ** RARITY);

  const sums = Array.from({ length: classes }, () => new Map<string, number>());
  for (const { label, features } of texts) {
    const sum = sums[label];
    for (const [feature, value] of unitVector(features, weights)) sum?.set(feature, (sum.get(feature) ?? 0) + value);
  }
  const postings = new Map<string, { label: number; value: number }[]>();
  sums.forEach((sum, label) => {
    const damped = [...sum].map(([feature, value]): [string, number] => [feature, value ** DAMPING]);
    const length = Math.hypot(...damped.map(([, value]) => value)) || 1;
    for (const [feature, value] of damped) {
      const list = postings.get(feature);
      if (list) list.push({ label, value: value / length });
      else postings.set(feature, [{ label, value: value / length }]);
    }
  });

  return (features) => {
    const scores = new Float64Array(classes);
    for (const [feature, value] of unitVector(features, weights)) {
      for (const posting of postings.get(feature) ?? []) {
        scores[posting.label] = (scores[posting.label] ?? 0) + value * posting.value;
      }
    }
    return scores;
  };
}

/** Whole phrases found in the text: longer ones and ones of few classes count more. */
export function phraseScorer(phrases: readonly { label: number; run: string }[], classes: number): ClassScorer {
  const classesOf = new Map<string, Set<number>>();
  for (const { label, run } of phrases) addTo(classesOf, run, label);
  return (runs) => {
    const scores = new Float64Array(classes);
    for (const run of new Set(runs)) {
      const labels = classesOf.get(run);
      if (!labels) continue;
      const weight = run.split(' ').length * Math.log((classes + 1) / labels.size);
      for (const label of labels) scores[label] = (scores[label] ?? 0) + weight;
    }
    return scores;
  };
}

/** In the spread of the scores: how far each class stands out from all of them. */
export function standardised(scores: Float64Array): Float64Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length);
  return spread === 0 ? scores.map(() => 0) : scores.map((score) => (score - mean) / spread);
}

/** How much more a feature weighs when few classes have it. */
const RARITY = 1.5;

/** Below 1, a word said in many phrases of a class does not drown the ones said once. */
const DAMPING = 0.6;

function unitVector(features: readonly string[], weights: ReadonlyMap<string, number>): Map<string, number> {
  const vector = new Map<string, number>();
  let squares = 0;
  for (const feature of new Set(features)) {
    const weight = weights.get(feature);
    if (weight === undefined) continue;
    vector.set(feature, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [feature, weight] of vector) vector.set(feature, weight / length);
  return vector;
}

function addTo(sets: Map<string, Set<number>>, key: string, value: number): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
