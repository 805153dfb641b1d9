import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A regular expression as it stands in a source file. */
export type Expression = { source: string; flags: string; place: string };

/** Every regular expression literal of the TypeScript files in the folders and files named, at any depth. */
export function expressionsIn(paths: readonly string[]): Expression[] {
  return paths.flatMap(filesIn).flatMap((file) => {
    const found: Expression[] = [];
    const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node) => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
        found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place: `${file}:${line}` });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

function filesIn(path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() || entry.name.endsWith('.ts') ? filesIn(join(path, entry.name)) : [],
  );
}

/**
 * What, repeated, may keep an expression busy: the letters and words that stand in it, what its classes stand for, and
 * pairs of these.
 */
export function pumpsFor({ source }: Expression): string[] {
  const words = (source.match(/[a-z]{2,}/gi) ?? []).filter((word) => !/^(?:Cc|[LMNPSZ][a-z]?)$/.test(word));
  const signs = (source.match(/[^\\\p{L}\p{N}\s^$()[\]{}*+?|]/gu) ?? []).slice(0, 6);
  const classes = ['a', '0', ' ', '\n', '.', "'", '-'];
  const singles = [...classes, ...signs, ...words.slice(0, 12)];
  const first = words[0] ?? 'a';
  const joined = words.slice(0, 12).map((word) => `${word} `);
  const mixed = ['a ', 'a 0 ', '0 ', 'a.', "a'", ' \n', '0,', `${first} a `, `a ${first} `];
  return [...new Set([...singles, ...joined, ...mixed])];
}
