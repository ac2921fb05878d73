import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export type Part = Record<string, unknown>;

/** Says what is wrong with a value; nothing when it is as its schema has it. */
export type Check = (value: unknown) => string[];

const MOST_TOLD = 3;

/** The schemas of a document, by which nothing may be there that they do not name. Each is compiled when it is used. */
export class ClosedSchemas {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly checks = new Map<Part, Check>();

  constructor(schemas: Record<string, Part>) {
    addFormats.default(this.ajv);
    this.ajv.addSchema({ $id: 'document', components: { schemas: closed(schemas) } } as Part);
  }

  /** The check of a schema of the document, which is known by its identity. */
  of(schema: Part): Check {
    const known = this.checks.get(schema);
    if (known) return known;
    const text = JSON.stringify(closed(schema)).replaceAll('"#/components', '"document#/components');
    const validate = this.ajv.compile(JSON.parse(text) as Part);
    const check: Check = (value) =>
      validate(value)
        ? []
        : (validate.errors ?? [])
            .slice(0, MOST_TOLD)
            .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
    this.checks.set(schema, check);
    return check;
  }
}

/** The same in which objects have no field but those they name. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closed(value)]));
  const isOpen = copy['type'] === 'object' && 'properties' in copy && !('additionalProperties' in copy);
  return isOpen ? { ...copy, additionalProperties: false } : copy;
}
