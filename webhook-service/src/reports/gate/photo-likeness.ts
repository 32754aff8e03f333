import { type BlockDifference, blockDifferences, type Overlay, overlay, without } from './likeness/agreement.ts';
import { alignExactly, guessPlacements } from './likeness/align.ts';
import { type Prepared, prepare } from './likeness/prepare.ts';

/**
 * Is this the same photo again? Copies that were compressed, made smaller, cropped by up to a fifth, turned, tilted a few degrees,
 * mirrored, brightened, framed or captioned are; two photos of one place are not, once something in it has changed. `bench:evidence`
 * prints how often either fails. False for fingerprints of another version and for pictures without anything on them.
 */
export function photosAlike(one: string, other: string): boolean {
  const [a, b] = [prepare(one), prepare(other)];
  return a !== null && b !== null && preparedAlike(a, b);
}

/** The same for fingerprints prepared before, when each is compared with many: less than a millisecond, some ten for a copy. */
export function preparedAlike(a: Prepared, b: Prepared): boolean {
  for (const guess of guessPlacements(a, b)) {
    const placement = alignExactly(a, b, guess);
    if (placement !== null) return isCopy(overlay(a, b, placement));
  }
  return false;
}

/** In a copy no block differs by more: measured ≤ 0.14, a repair of a seventh of the width ≥ 0.38, of a tenth mostly ≥ 0.24. */
const MOST_DIFFERENCE = 0.2;
/** Of 225 blocks: a copy keeps at least half of the picture. */
const LEAST_BLOCKS = 80;
/** How deep a caption strip may reach into the 64 pixels. */
const STRIPS = [8, 12, 16] as const;
const EDGES = ['bottom', 'top', 'left', 'right'] as const;
/** As far as the light of a strip is felt beside it. */
const REACH = 8;

function isCopy(both: Overlay): boolean {
  const blocks = blockDifferences(both);
  if (blocks.length < LEAST_BLOCKS) return false;
  const differing = blocks.filter(differs);
  if (differing.length === 0) return true;
  return EDGES.some((edge) =>
    STRIPS.some((depth) => {
      // A caption is written over the whole length of a side, a repair is not.
      const strip = blocks.filter((block) => block[edge] + 4 < depth);
      if (strip.filter(differs).length * 2 < strip.length) return false;
      if (differing.some((block) => block[edge] >= depth + REACH)) return false;
      const rest = blockDifferences(without(both, edge, depth));
      return rest.length >= LEAST_BLOCKS && !rest.some(differs);
    }),
  );
}

function differs(block: BlockDifference): boolean {
  return block.of > MOST_DIFFERENCE;
}
