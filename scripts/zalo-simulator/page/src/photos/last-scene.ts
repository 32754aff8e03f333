import type { Scene } from './scenes.ts';

/** Which street the citizen last photographed, so that the official's sample photo shows the same place, repaired. */
const lastScene = new Map<string, { scene: Scene; seed: number }>();

export const rememberScene = (citizenId: string, scene: Scene, seed: number) =>
  lastScene.set(citizenId, { scene, seed });
export const sceneOf = (citizenId: string) => lastScene.get(citizenId);
export const freshSeed = () => Math.floor(Math.random() * 2 ** 32);
