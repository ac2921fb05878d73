import { randomInt } from 'node:crypto';

/** A number from 0 up to, not including, 1. */
export type Chance = () => number;

const STEPS = 2 ** 40;

/** Unpredictable: who could guess the draws could tell which of them were made together. */
export const unpredictable: Chance = () => randomInt(STEPS) / STEPS;
