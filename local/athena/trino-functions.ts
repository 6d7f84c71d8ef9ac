import { DuckDBScalarFunction, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import { messageOf } from '../../lambda/shared/runtime/message-of';
import { jsonExtract, jsonExtractScalar } from './trino-json';
import { urlDecode } from './trino-url';

type TextFunction = (...texts: string[]) => string | null;

const functions: Readonly<Record<string, { readonly arguments: number; readonly answer: TextFunction }>> = {
  trino_json_extract_scalar: {
    arguments: 2,
    answer: (text = '', path = '') => jsonExtractScalar(text, path),
  },
  trino_json_extract: { arguments: 2, answer: (text = '', path = '') => jsonExtract(text, path) },
  trino_url_decode: { arguments: 1, answer: (text = '') => urlDecode(text) },
};

/** Gives DuckDB functions that answer as Trino's; a NULL among the arguments is NULL. They are slow: for odd text only. */
export function registerTrinoFunctions(connection: DuckDBConnection): void {
  for (const [name, { arguments: count, answer }] of Object.entries(functions)) {
    connection.registerScalarFunction(
      DuckDBScalarFunction.create({
        name,
        parameterTypes: Array.from({ length: count }, () => VARCHAR),
        returnType: VARCHAR,
        mainFunction: (info, input, output) => {
          const columns = Array.from({ length: count }, (_, index) => input.getColumnVector(index));
          try {
            for (let row = 0; row < input.rowCount; row++) {
              const texts = columns.map((column) => column.getItem(row));
              output.setItem(row, texts.includes(null) ? null : answer(...texts.map(String)));
            }
            output.flush();
          } catch (error) {
            info.setError(messageOf(error));
          }
        },
      }),
    );
  }
}
