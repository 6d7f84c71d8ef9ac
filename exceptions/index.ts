export { checkExceptions } from './check-exceptions';
export { controlNames } from './control-names';
export { exceptionColumns, type ExceptionProblem } from './exception-line';
export { findingKeysSql, unusedExceptions, type FindingKey } from './unused-exceptions';
