import { REFUSED_WRITES } from './write-recipes.mjs';

/** Limits of every route: milliseconds, and bytes that may be sent uncompressed. */
const BLOCK_MS = 50;
const AGAIN_MS = 20;
const AT_HAND_MS = 0.2;
const PLAIN_BYTES = 1_000;

/** Bytes sent above which sending is most of the cost; reported, without a target. */
const LARGE_BYTES = 100_000;
const SHOWN = 15;

/** The lines of a walk: the longest block, repeated requests, 304, cached answers, uncompressed bytes. */
export function linesOf({ rows, bare, atHand, took }) {
  const visitors = rows.filter(({ as, status, isWrite }) => as === 'nobody' && status < 400 && !isWrite);
  const packing = visitors.filter(({ isPlain, bytes }) => isPlain && bytes > PLAIN_BYTES);
  const writes = rows.filter(({ isWrite, as }) => isWrite && ['organizer', 'participant'].includes(as));
  const notTaken = writes.filter(({ status }) => status >= 400);
  demandExpected(writes);
  const kinds = new Set(rows.filter(({ as }) => as !== 'nobody').map(({ route }) => route)).size;
  return [
    line({
      name: 'routes-block',
      what:
        `the longest block of the event loop on any of ${rows.length} requests of ` +
        `${new Set(rows.map(({ route }) => route)).size} routes, ${kinds} of them also signed in`,
      unit: 'ms',
      value: worst(rows, longest),
      bareValue: longest(bare),
      bound: BLOCK_MS,
      notes: [
        ...tableOf(rows.toSorted((a, b) => longest(b) - longest(a))),
        `${writes.length - notTaken.length} of ${writes.length} writes were taken, ${notTaken.length} refused ` +
          `with the session they need; the walk took ${took.toFixed(0)} s`,
        ...notTaken.map(({ status, route }) => `${status} ${route}: ${REFUSED_WRITES[route].why}`),
      ],
    }),
    line({
      name: 'routes-again',
      what: 'CPU of server and PostgreSQL for the dearest address that was asked before, without a session',
      unit: 'ms',
      value: worst(visitors, ({ again }) => again.cpu),
      bareValue: bare.again.cpu,
      bound: AGAIN_MS,
      notes: tableOf(visitors.toSorted((a, b) => b.again.cpu - a.again.cpu)),
    }),
    line({
      name: 'routes-unchanged',
      what: 'CPU of server and PostgreSQL for the dearest 304',
      unit: 'ms',
      value: worst(visitors, ({ unchanged }) => unchanged?.cpu ?? 0),
      bareValue: bare.again.cpu,
      bound: AGAIN_MS,
      notes: [],
    }),
    atHandLine(atHand, bare),
    line({
      name: 'routes-plain',
      what: 'public answers over 1 kB that leave uncompressed',
      unit: 'answers',
      value: packing.length,
      bareValue: 0,
      bound: 0,
      notes: packing.map(({ address, bytes }) => `${bytes.toLocaleString('en')} bytes ${address}`),
    }),
  ];
}

/** Fails for a write that was refused though it had what it needs, and for a listed refusal that did not come. */
function demandExpected(writes) {
  const unexpected = writes
    .filter(({ as }) => !as.includes('nonsense'))
    .filter(({ route, status }) => (REFUSED_WRITES[route]?.status ?? 0) !== (status >= 400 ? status : 0));
  if (unexpected.length === 0) return;
  const each = unexpected.map(({ status, route, said }) => `${status} ${route}${reasonOf(said) || `: ${said}`}`);
  throw new Error(`writes were answered otherwise than bench/support/write-recipes.mjs says:\n${each.join('\n')}`);
}

/** Over all cached addresses, whatever they cost, so that one that is no longer cached is the most expensive. */
function atHandLine(atHand, bare) {
  const refused = atHand.find(({ status }) => status !== 200);
  if (refused) throw new Error(`${refused.address} is to be at hand and was answered ${refused.status}`);
  const dearestFirst = atHand.toSorted((a, b) => b.each - a.each);
  const small = dearestFirst.filter(({ wire }) => wire <= LARGE_BYTES);
  return line({
    name: 'routes-at-hand',
    what:
      `CPU of the server for the dearest of ${small.length} addresses that are kept as bytes, one of 300 alike, ` +
      `three times; ${atHand.length - small.length} larger ones beside`,
    unit: 'ms',
    value: worst(small, ({ each }) => each),
    bareValue: bare.again.server,
    bound: AT_HAND_MS,
    notes: dearestFirst.map(
      ({ address, each, wire }) => `${each.toFixed(3)} ms ${wire.toLocaleString('en')} bytes ${address}`,
    ),
  });
}

/** The reason why a write was refused, where a problem document says it. */
function reasonOf(said) {
  const problem = /"(?:detail|title)":"([^"]+)"/.exec(said ?? '');
  const pointers = [...(said ?? '').matchAll(/"pointer":"([^"]+)"/g)].map(([, pointer]) => pointer);
  return problem ? `: ${problem[1]} ${pointers.join(' ')}` : '';
}

const longest = (row) => Math.max(row.cold.block, row.again.block, row.unchanged?.block ?? 0);
const worst = (list, figureOf) => list.reduce((most, row) => Math.max(most, figureOf(row)), 0);

const line = ({ name, what, unit, value, bareValue, bound, notes }) => ({
  name,
  what,
  unit,
  value,
  bare: bareValue,
  ratio: value / bareValue,
  target: bound,
  targetSays: `≤ ${bound.toLocaleString('en')} ${unit}`,
  met: value <= bound,
  reached: bound / value,
  spread: [value / bareValue, value / bareValue],
  valueSpread: [value, value],
  bareSpread: [bareValue, bareValue],
  cpuPerRequest: NaN,
  bareCpuPerRequest: NaN,
  othersCpu: NaN,
  runs: 1,
  notes,
});

const tableOf = (rows) => [
  'status as        block cold/again/304  CPU cold (PostgreSQL)  again (PostgreSQL)  304  bytes (wire)',
  ...rows.slice(0, SHOWN).map(rowOf),
];

function rowOf({ status, as, cold, again, unchanged, bytes, wire, route, address }) {
  const blocks = `${cold.block.toFixed(0)}/${again.block.toFixed(1)}/${shown(unchanged?.block)} ms`;
  const sizes = `${bytes.toLocaleString('en')} (${wire.toLocaleString('en')})`;
  const costs = `${cpuOf(cold)}  ${cpuOf(again)}  ${shown(unchanged?.cpu)} ms`;
  return `${status} ${as.padEnd(9)} ${blocks}  ${costs}  ${sizes}  ${route.split(' ')[0]} ${address}`;
}

const shown = (ms) => (ms === undefined ? '–' : ms.toFixed(1));
const cpuOf = ({ cpu, postgres }) => `${cpu.toFixed(1)} (${postgres.toFixed(1)}) ms`;
