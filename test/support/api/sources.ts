import path from 'node:path';
import ts from 'typescript';

/** The server's own sources as the compiler sees them; tests and the browser's script are left out. */
export interface Sources {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly files: readonly ts.SourceFile[];
}

const ROOT = path.resolve('.');

/** Reads all files of `src/`. Takes two to four seconds, most of it for the libraries' declarations. */
export function readSources(): Sources {
  const { config } = ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)) as {
    config: { include: string[] };
  };
  config.include = ['src'];
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram(
    fileNames.filter((name) => !name.includes('.spec.')),
    { ...options, incremental: false, noEmit: true },
  );
  const files = program.getSourceFiles().filter(isOurs);
  return { program, checker: program.getTypeChecker(), files };
}

/** Whether a declaration is ours to describe: no library's, and not the compiler's own. */
export const isOurs = (file: ts.SourceFile): boolean =>
  file.fileName.startsWith(`${ROOT}/`) && !file.fileName.includes('/node_modules/');

/** The place of a declaration, for messages: `src/comments/comment.view.ts:24`. */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${path.relative(ROOT, file.fileName)}:${line + 1}`;
}

/** The decorators of a class or a method with this name, as calls. */
export function decoratorsOf(node: ts.HasDecorators, name: string): ts.CallExpression[] {
  return (ts.getDecorators(node) ?? [])
    .map(({ expression }) => expression)
    .filter((call): call is ts.CallExpression => ts.isCallExpression(call) && call.expression.getText() === name);
}
