import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { codeOf, isOurs } = createRequire(import.meta.url)('./compiled.cjs');
const globals = new URL('./globals.mjs', import.meta.url).href;

export const resolve = (specifier, context, next) =>
  specifier === '@jest/globals' ? { url: globals, shortCircuit: true } : next(specifier, context);

export async function load(url, context, next) {
  if (!url.startsWith('file:')) return next(url, context);
  const file = fileURLToPath(url.replace(/\?.*$/, ''));
  return isOurs(file) ? { format: 'module', source: codeOf(file), shortCircuit: true } : next(url, context);
}
