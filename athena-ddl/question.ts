/** How a column's values are read: `integer` up to 2^53, `date` as `YYYY-MM-DD`. */
export type ColumnType = 'text' | 'integer' | 'date';

/** One column of an answer. */
export interface Column<Type extends ColumnType = ColumnType, Nullable extends boolean = boolean> {
  readonly type: Type;
  readonly isNullable: Nullable;
  /** Words that people read above it. @default its name */
  readonly label: string | undefined;
}

export type Columns = Readonly<Record<string, Column>>;

/** A query of `athena-ddl/queries` that code asks, and what comes back. */
export interface Question<Declared extends Columns = Columns> {
  /** Name of its file. */
  readonly query: string;
  /** Text of its file. */
  readonly sql: string;
  /** In the order of the answer. */
  readonly columns: Declared;
}

/** A row of an answer, its values by their column's name; NULL is null. */
export type RowOf<Asked extends Question> = {
  readonly [Name in keyof Asked['columns']]: ValueOf<Asked['columns'][Name]>;
};

type ValueOf<Each> =
  Each extends Column<infer Type, infer Nullable>
    ? Values[Type] | (Nullable extends true ? null : never)
    : never;

interface Values {
  readonly text: string;
  readonly integer: number;
  readonly date: string;
}

/** Asks a question. @throws Error when it is not answered, or not with what it declares */
export type Ask = <Asked extends Question>(question: Asked) => Promise<readonly RowOf<Asked>[]>;

/** Keeps the types of the columns. */
export function defineQuestion<const Declared extends Columns>(
  query: string,
  sql: string,
  columns: Declared,
): Question<Declared> {
  return { query, sql, columns };
}

const column =
  <Type extends ColumnType>(type: Type) =>
  (label?: string): Column<Type, false> => ({ type, isNullable: false, label });

export const text = column('text');
export const integer = column('integer');
export const date = column('date');

/** The same column, where there may be NULL. */
export function nullable<Type extends ColumnType>({ type, label }: Column<Type>): Column<Type, true> {
  return { type, isNullable: true, label };
}

/** The words above a column. */
export function labelOf<Declared extends Columns>(columns: Declared, name: keyof Declared & string): string {
  return columns[name]?.label ?? name;
}
