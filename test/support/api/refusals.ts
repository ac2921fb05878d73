import ts from 'typescript';
import { HEADERS } from '../../../src/platform/http/contract/headers.ts';
import { isOurs, type Sources } from './sources.ts';
import type { Schema, TypeSchemas } from './type-schemas.ts';

/** A way to refuse, as `defineProblem` declares it. */
export interface DeclaredProblem {
  readonly slug: string;
  readonly status: number;
  /** The members of the problem's document beyond RFC 9457, by name. */
  readonly facts: Record<string, Schema>;
}

/** The maker of a variable that is a way to refuse. */
const MAKER = 'defineProblem';

/** Stands behind every statement of SQL: what it answers is among the general problems. */
const BEHIND_ALL = 'asRefusal';

const HEADER_NAMES = new Map(Object.keys(HEADERS).map((name) => [name.toLowerCase(), name]));

/** The names in a declaration itself: problems, headers of answers, and other declarations. */
interface NamesInDeclaration {
  readonly slugs: Set<string>;
  readonly headers: Set<string>;
  readonly next: Set<ts.Node>;
}

const inOrder = (names: Iterable<string>): string[] => [...names].toSorted((a, b) => a.localeCompare(b));

/**
 * Reads from the code which problems and headers a route may answer: all that is named in what its handler calls, and
 * what is called from there. Where a call goes through an interface, its comment lists problems after `Throws`.
 */
export class Refusals {
  readonly problems = new Map<string, DeclaredProblem>();
  private readonly bySymbol = new Map<ts.Symbol, string>();
  private readonly named = new Map<ts.Node, NamesInDeclaration>();

  constructor(
    private readonly sources: Sources,
    private readonly schemas: TypeSchemas,
  ) {
    for (const file of sources.files) ts.forEachChild(file, (node) => this.declare(node));
  }

  /** The slugs of the problems and the names of the headers, each in the order of the alphabet. */
  of(handler: ts.MethodDeclaration): { problems: string[]; headers: string[] } {
    const [slugs, headers] = [new Set<string>(), new Set<string>()];
    const seen = new Set<ts.Node>([handler, ...(ts.getDecorators(handler) ?? [])]);
    for (const node of seen) {
      const named = this.namedIn(node);
      for (const slug of named.slugs) slugs.add(slug);
      for (const header of named.headers) headers.add(header);
      for (const each of named.next) seen.add(each);
    }
    return { problems: inOrder(slugs), headers: inOrder(headers) };
  }

  private declare(node: ts.Node): void {
    if (!ts.isVariableStatement(node)) return;
    for (const variable of node.declarationList.declarations) {
      const call = variable.initializer;
      if (!call || !ts.isCallExpression(call) || call.expression.getText() !== MAKER) continue;
      const kind = call.arguments[0] as ts.ObjectLiteralExpression;
      const [slug, status] = ['slug', 'status'].map((name) => literalOf(kind, name));
      const [facts] = call.typeArguments ?? [];
      this.bySymbol.set(this.sources.checker.getSymbolAtLocation(variable.name)!, slug!);
      this.problems.set(slug!, { slug: slug!, status: Number(status), facts: facts ? this.factsOf(facts) : {} });
    }
  }

  private factsOf(node: ts.TypeNode): Record<string, Schema> {
    const schema = this.schemas.fieldsOf(this.sources.checker.getTypeFromTypeNode(node), node);
    return schema['properties'] as Record<string, Schema>;
  }

  private namedIn(node: ts.Node): NamesInDeclaration {
    const known = this.named.get(node);
    if (known) return known;
    const found: NamesInDeclaration = {
      slugs: new Set(this.slugsOfComment(node)),
      headers: new Set(),
      next: new Set(),
    };
    this.named.set(node, found);
    const visit = (part: ts.Node): void => {
      if (ts.isTypeNode(part) || ts.isDecorator(part)) return;
      if (ts.isIdentifier(part)) this.follow(part, found);
      const header = headerNamed(part);
      if (header !== undefined) found.headers.add(header);
      ts.forEachChild(part, visit);
    };
    ts.forEachChild(node, visit);
    return found;
  }

  private follow(name: ts.Identifier, { slugs, next }: NamesInDeclaration): void {
    const symbol = this.symbolOf(name);
    if (!symbol) return;
    const slug = this.bySymbol.get(symbol);
    if (slug !== undefined) slugs.add(slug);
    else if (symbol.name !== BEHIND_ALL) for (const node of bodiesOf(symbol)) next.add(node);
  }

  private symbolOf(name: ts.Identifier): ts.Symbol | undefined {
    const { checker } = this.sources;
    const seen = ts.isShorthandPropertyAssignment(name.parent)
      ? checker.getShorthandAssignmentValueSymbol(name.parent)
      : checker.getSymbolAtLocation(name);
    return seen && seen.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(seen) : seen;
  }

  /** The words after `Throws` above a declaration; words that are no slugs are left alone. */
  private slugsOfComment(node: ts.Node): string[] {
    const text = ts
      .getJSDocCommentsAndTags(node)
      .map((comment) => comment.getText())
      .join(' ');
    const sentences = text.match(/\bThrows\b[^.]*/g) ?? [];
    const words = sentences.flatMap((sentence) => sentence.match(/[a-z]+(?:-[a-z]+)+/g) ?? []);
    return words.filter((word) => this.problems.has(word));
  }
}

function literalOf(object: ts.ObjectLiteralExpression, name: string): string {
  const member = object.properties.find((each) => each.name?.getText() === name);
  return ((member as ts.PropertyAssignment).initializer as ts.StringLiteral | ts.NumericLiteral).text;
}

/** Functions, methods, and what a module keeps under a name: a write, an arrow function. */
function mayRefuse(node: ts.Declaration): boolean {
  if (ts.isVariableDeclaration(node))
    return node.initializer !== undefined && ts.isSourceFile(node.parent.parent.parent);
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isGetAccessorDeclaration(node) ||
    (ts.isPropertyDeclaration(node) && node.initializer !== undefined) ||
    (ts.isPropertySignature(node) && node.type !== undefined && ts.isFunctionTypeNode(node.type))
  );
}

/**
 * The header of an answer that a name stands for: one with a hyphen anywhere, `link` and `vary` where answers are
 * written. `request.headers['…']` is what a client sent.
 */
function headerNamed(node: ts.Node): string | undefined {
  if (!ts.isStringLiteral(node) && !ts.isIdentifier(node)) return undefined;
  if (ts.isElementAccessExpression(node.parent)) return undefined;
  const isClear = node.text.includes('-') || node.getSourceFile().text.includes(`from 'fastify'`);
  return isClear ? HEADER_NAMES.get(node.text) : undefined;
}

/** The bodies that run, or are looked into, where a symbol is named. */
function bodiesOf(symbol: ts.Symbol): ts.Node[] {
  const ours = (symbol.declarations ?? []).filter((each) => isOurs(each.getSourceFile()));
  return ours.flatMap((each) => [
    ...(mayRefuse(each) ? [each] : []),
    ...(ts.isPropertyDeclaration(each) ? madeInConstructor(each) : []),
  ]);
}

/** The value of a field that is made in the constructor. */
function madeInConstructor(field: ts.PropertyDeclaration): ts.Node[] {
  const constructor = field.parent.members.find((each) => ts.isConstructorDeclaration(each));
  const name = `this.${field.name.getText()}`;
  const statements = [...(constructor?.body?.statements ?? [])].filter((each) => ts.isExpressionStatement(each));
  return statements
    .map(({ expression }) => expression)
    .filter((each) => ts.isBinaryExpression(each) && each.left.getText() === name);
}
