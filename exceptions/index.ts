export { checkExceptions } from './check-exceptions';
export { exceptionColumns } from './exception-columns';
export { findingKeysSql, unusedExceptions, type FindingKey } from './unused-exceptions';
