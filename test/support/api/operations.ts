import ts from 'typescript';
import type {
  SourceDescription,
  DescribedAnswer,
  DescribedOperation,
} from '../../../src/platform/http/contract/described.ts';
import { docOf } from './doc-comment.ts';
import { Refusals } from './refusals.ts';
import { socketsOf } from './sockets.ts';
import { decoratorsOf, placeOf, readSources, type Sources } from './sources.ts';
import { TypeSchemas } from './type-schemas.ts';

const VERBS = ['Get', 'Post', 'Put', 'Patch', 'Delete'];

/** Reads the sources' description of the API and its sockets, as it is kept beside the server (`described.json`). */
export function describeSources(): SourceDescription {
  const sources = readSources();
  const schemas = new TypeSchemas(sources.checker);
  const refusals = new Refusals(sources, schemas);
  const reader = new OperationReader(sources, schemas, refusals);
  const operations = sources.files.flatMap((file) => classesOf(file).flatMap((each) => reader.ofController(each)));
  const { problems } = refusals;
  return {
    operations: sorted(operations),
    problems: sorted([...problems.values()].map(({ slug, status, facts }) => [slug, { status, facts }])),
    sockets: socketsOf(sources, schemas),
    schemas: sorted([...schemas.named]),
  };
}

const sorted = <T>(entries: [string, T][]): Record<string, T> =>
  Object.fromEntries(entries.toSorted(([a], [b]) => a.localeCompare(b)));

const classesOf = (file: ts.SourceFile): ts.ClassDeclaration[] =>
  file.statements.filter((each): each is ts.ClassDeclaration => ts.isClassDeclaration(each));

class OperationReader {
  constructor(
    private readonly sources: Sources,
    private readonly schemas: TypeSchemas,
    private readonly refusals: Refusals,
  ) {}

  /** The operations of a controller that the document shows; none for another class. */
  ofController(declared: ts.ClassDeclaration): [string, DescribedOperation][] {
    const isShown = decoratorsOf(declared, 'ApiTags').length > 0;
    if (!isShown || decoratorsOf(declared, 'Controller').length === 0) return [];
    return declared.members
      .filter((member): member is ts.MethodDeclaration => ts.isMethodDeclaration(member))
      .filter((method) => VERBS.some((verb) => decoratorsOf(method, verb).length > 0))
      .map((method) => [`${declared.name!.text}.${method.name.getText()}`, this.ofMethod(method)]);
  }

  private ofMethod(method: ts.MethodDeclaration): DescribedOperation {
    const { checker } = this.sources;
    const { summary, rest } = docOf(checker.getSymbolAtLocation(method.name), checker);
    if (summary === '') throw new Error(`${placeOf(method)}: ${method.name.getText()} has no comment`);
    const others = decoratorsOf(method, 'AlsoAnswers').map((call): [ts.Type, DescribedAnswer] => {
      const [node] = call.typeArguments!;
      const type = checker.getTypeFromTypeNode(node!);
      const status = Number((call.arguments[0] as ts.NumericLiteral).text);
      return [type, { status, schema: this.schemas.of(type, node!) }];
    });
    const main = this.mainOf(method);
    return {
      summary,
      ...(rest ? { description: rest } : {}),
      answers: [
        ...this.answerOf(
          main,
          others.map(([type]) => type),
          method,
        ),
        ...others.map(([, answer]) => answer),
      ],
      ...this.refusals.of(method),
    };
  }

  /** The type that `@Answers` names, else the one that the method returns. */
  private mainOf(method: ts.MethodDeclaration): ts.Type {
    const { checker } = this.sources;
    const [said] = decoratorsOf(method, 'Answers');
    if (said) return checker.getTypeFromTypeNode(said.typeArguments![0]!);
    const returned = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(method)!);
    return checker.getAwaitedType(returned) ?? returned;
  }

  private answerOf(type: ts.Type, others: readonly ts.Type[], at: ts.Node): DescribedAnswer[] {
    if (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined)) return [{ schema: null }];
    const { checker } = this.sources;
    const rest = type.isUnion()
      ? type.types.filter((each) => !others.some((other) => isSame(checker, each, other)))
      : [type];
    if (rest.length !== 1) throw new Error(`${placeOf(at)}: more than one answer; name the others by @AlsoAnswers`);
    return [{ schema: this.schemas.of(rest[0]!, at) }];
  }
}

const isSame = (checker: ts.TypeChecker, a: ts.Type, b: ts.Type): boolean =>
  a === b || (checker.isTypeAssignableTo(a, b) && checker.isTypeAssignableTo(b, a));
