import type { Vocabulary } from './service';
import { ServiceError } from './service-error';

/** How services that speak JSON name the failures that all services know. */
export function jsonVocabulary(throttling: string, serverError: string): Vocabulary {
  return {
    unknownKey: () =>
      new ServiceError(
        'UnrecognizedClientException',
        400,
        'The security token included in the request is invalid.',
      ),
    expiredKey: () =>
      new ServiceError('ExpiredTokenException', 400, 'The security token included in the request is expired'),
    accessDenied: (message) => new ServiceError('AccessDeniedException', 400, message),
    throttling: () => new ServiceError(throttling, 400, 'Rate exceeded'),
    serverError: () => new ServiceError(serverError, 500, 'An error occurred on the server side.'),
  };
}
