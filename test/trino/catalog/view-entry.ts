import type { Table, TableInput } from '@aws-sdk/client-glue';
import { atMoment, type Moment } from '../sql/at-moment';

/** How Trino keeps a view: JSON in a comment. */
const kept = /^\/\* Presto View: ([A-Za-z0-9+/=]+) \*\/$/;

/** The entry of a view for another database: its text reads as it would at that moment, and names that database's tables. */
export function viewAt(view: Table, database: string, moment: Moment): TableInput {
  const encoded = kept.exec(view.ViewOriginalText ?? '')?.[1];
  if (view.Name === undefined || encoded === undefined)
    throw new Error(`${view.Name} is no view as Trino keeps it: ${view.ViewOriginalText?.slice(0, 60)}`);
  const definition = JSON.parse(Buffer.from(encoded, 'base64').toString()) as { originalSql: string };
  const there = {
    ...definition,
    originalSql: atMoment(definition.originalSql, moment),
    schema: database,
  };
  const text = `/* Presto View: ${Buffer.from(JSON.stringify(there)).toString('base64')} */`;
  const { Name, Owner, TableType, Parameters, StorageDescriptor, PartitionKeys, ViewExpandedText } = view;
  return {
    Name,
    Owner,
    TableType,
    Parameters,
    StorageDescriptor,
    PartitionKeys,
    ViewExpandedText,
    ViewOriginalText: text,
  };
}
