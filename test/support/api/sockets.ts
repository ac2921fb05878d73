import ts from 'typescript';
import type { DescribedSockets } from '../../../src/platform/http/contract/described.ts';
import { docOf, wholeText } from './doc-comment.ts';
import type { Sources } from './sources.ts';
import type { Schema, TypeSchemas } from './type-schemas.ts';

const FILE = 'src/live/socket-events.ts';

interface Event {
  readonly name: string;
  readonly summary: string;
  /** The slugs behind `@problems`. */
  readonly problems: readonly string[];
  readonly type: ts.Type;
  readonly at: ts.Node;
}

/** The messages that the interfaces of `socket-events.ts` declare. */
export function socketsOf({ files, checker }: Sources, schemas: TypeSchemas): DescribedSockets {
  const file = files.find(({ fileName }) => fileName.endsWith(FILE))!;
  const eventsOf = (name: string): Event[] => {
    const found = file.statements.find(
      (each): each is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(each) && each.name.text === name,
    );
    return checker.getPropertiesOfType(checker.getTypeAtLocation(found!)).map((event) => ({
      name: event.name,
      summary: wholeText(docOf(event, checker)),
      problems: (docOf(event, checker).tags.get('problems') ?? '').split(' ').filter(Boolean),
      type: checker.getTypeOfSymbol(event),
      at: event.valueDeclaration!,
    }));
  };
  const part = ({ type, at }: Event, name: string): Schema =>
    schemas.of(checker.getTypeOfSymbol(type.getProperty(name)!), at);
  return {
    heard: Object.fromEntries(
      eventsOf('ServerEvents').map(({ name, summary, type, at }) => [name, { summary, payload: schemas.of(type, at) }]),
    ),
    asked: Object.fromEntries(
      eventsOf('ClientEvents').map((event) => [
        event.name,
        {
          summary: event.summary,
          problems: event.problems,
          asks: part(event, 'asks'),
          acknowledges: part(event, 'acknowledges'),
        },
      ]),
    ),
  };
}
