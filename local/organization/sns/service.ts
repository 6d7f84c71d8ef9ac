import { onlyParameters, queryProtocol, type QueryInput } from '../protocols/query';
import type { XmlObject } from '../protocols/xml';
import { queryVocabulary } from '../query-vocabulary';
import { defineService, type Service } from '../service';
import { ServiceError } from '../service-error';

/** What was published to a topic. */
export interface PublishedMessage {
  readonly topicArn: string;
  readonly subject: string;
  readonly text: string;
}

const invalid = (message: string) =>
  new ServiceError('InvalidParameter', 400, `Invalid parameter: ${message}`);
const known = ['TopicArn', 'Subject', 'Message'];
const maxMessageBytes = 262_144;

/** SNS: Publish to a topic, with the limits of mail. Published messages are handed to `published`. */
export function snsService(published: (message: PublishedMessage) => void): Service {
  return defineService<QueryInput, XmlObject | undefined>({
    name: 'sns',
    protocol: queryProtocol('2010-03-31', 'http://sns.amazonaws.com/doc/2010-03-31/'),
    vocabulary: queryVocabulary(() => new ServiceError('InternalError', 500, 'Internal failure')),
    actions: {
      async Publish(call) {
        onlyParameters(call.input, 'sns:Publish', known);
        const [topicArn = '', subject = '', text = ''] = known.map((name) => call.input.get(name) ?? '');
        const resourceAccountId = topicArn.split(':')[4] ?? '';
        await call.authorize({ action: 'sns:Publish', resource: topicArn, resourceAccountId });
        if (!/^[\x20-\x7e]{1,99}$/.test(subject)) throw invalid('Subject');
        if (text === '' || Buffer.byteLength(text) > maxMessageBytes) throw invalid('Message');
        published({ topicArn, subject, text });
        return { MessageId: '00000000-0000-4000-8000-000000000001' };
      },
    },
  });
}
