import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What the sources say about an option. */
export interface DescribedOption {
  readonly name: string;
  /** Its comment, in one line. */
  readonly does: string;
  /** Words of `@default`; undefined where `defaults` has a value, or where the option is needed. */
  readonly otherwise: string | undefined;
  /** An expression; undefined for a group. */
  readonly example: string | undefined;
  /** The options inside, in the order of the source. */
  readonly options: readonly DescribedOption[];
}

const files = [
  'options.ts',
  'detail-options.ts',
  'message-options.ts',
  'quick-sight-options.ts',
  'trail-options.ts',
];
const folder = join(__dirname, '../../lib/config');

/** The members of `Options` and of the types that it is made of, those of its bases last. */
export function describedOptions(): readonly DescribedOption[] {
  const interfaces = new Map<string, ts.InterfaceDeclaration>();
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const statement of ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true).statements) {
      if (ts.isInterfaceDeclaration(statement)) interfaces.set(statement.name.text, statement);
    }
  }
  const membersOf = (declared: ts.InterfaceDeclaration): DescribedOption[] => {
    const bases = declared.heritageClauses?.flatMap(({ types }) => types) ?? [];
    return [
      ...declared.members.flatMap(described),
      ...bases.flatMap(({ expression }) => inside(expression.getText())),
    ];
  };
  const inside = (name: string): DescribedOption[] => {
    const declared = interfaces.get(name);
    return declared === undefined ? [] : membersOf(declared);
  };
  const described = (member: ts.TypeElement): DescribedOption[] => {
    if (!ts.isPropertySignature(member) || member.type === undefined) return [];
    const options = ts.isTypeLiteralNode(member.type)
      ? member.type.members.flatMap(described)
      : inside(member.type.getText());
    return [{ name: member.name.getText(), ...commentOf(member), options }];
  };
  return inside('Options');
}

function commentOf(member: ts.PropertySignature): Pick<DescribedOption, 'does' | 'otherwise' | 'example'> {
  const line = (comment: ts.JSDoc['comment']) =>
    ts
      .getTextOfJSDocComment(comment)
      ?.replace(/\s*\n\s*/g, ' ')
      .trim();
  const [documentation] = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc);
  const tag = (name: string) =>
    line(documentation?.tags?.find(({ tagName }) => tagName.text === name)?.comment);
  return { does: line(documentation?.comment) ?? '', otherwise: tag('default'), example: tag('example') };
}
