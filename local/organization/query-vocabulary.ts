import type { Vocabulary } from './service';
import { ServiceError } from './service-error';

/** How services that speak AWS Query name the failures that all services know. */
export function queryVocabulary(serverError: () => ServiceError): Vocabulary {
  return {
    unknownKey: () =>
      new ServiceError('InvalidClientTokenId', 403, 'The security token included in the request is invalid.'),
    expiredKey: () =>
      new ServiceError('ExpiredToken', 403, 'The security token included in the request is expired'),
    accessDenied: (message) => new ServiceError('AccessDenied', 403, message),
    throttling: () => new ServiceError('Throttling', 400, 'Rate exceeded'),
    serverError,
  };
}
