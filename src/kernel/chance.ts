import { randomInt } from 'node:crypto';

/** A number from 0 up to, not including, 1. */
export type Chance = () => number;

const STEPS = 2 ** 40;

/** Cryptographic randomness, because predictable draws would show which departures belong together. */
export const unpredictable: Chance = () => randomInt(STEPS) / STEPS;
