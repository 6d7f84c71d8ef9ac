import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SlackBlock, SlackMessage } from '../../../../lambda/shared/messages/slack';

/** How the server answers one post; without any it judges the message as Slack does. */
export type SlackAnswer =
  | {
      readonly status: number;
      readonly body: string;
      readonly retryAfter?: string;
      readonly location?: string;
    }
  | 'hang'
  | 'cut';

/** An HTTP server on loopback that plays an incoming webhook of Slack. */
export class SlackServer {
  /** What was taken, in order. */
  readonly messages: SlackMessage[] = [];
  /** Posts, whether taken or not. */
  posts = 0;
  private script: SlackAnswer[] = [];
  private readonly server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): URL {
    return new URL(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/services/T0/B0/secret`);
  }

  /** The next answers; after them messages are judged. */
  answerWith(...script: SlackAnswer[]): void {
    this.script = script;
    this.messages.length = 0;
    this.posts = 0;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.posts += 1;
    const message = JSON.parse(await text(request)) as SlackMessage;
    const answer = this.script.shift() ?? verdict(message);
    if (answer === 'hang') return;
    if (answer === 'cut') return void request.socket.destroy();
    if (answer.status === 200) this.messages.push(message);
    if (answer.retryAfter !== undefined) response.setHeader('retry-after', answer.retryAfter);
    if (answer.location !== undefined) response.setHeader('location', answer.location);
    response.writeHead(answer.status).end(answer.body);
  }
}

/** Block Kit's limits: 50 blocks, 3,000 characters of a text and at least one, 150 of a header. */
function verdict({ text: fallback, blocks }: SlackMessage): SlackAnswer {
  const fits =
    blocks.length <= 50 && blocks.every(textsFit) && fallback.length > 0 && fallback.length <= 40_000;
  return fits ? { status: 200, body: 'ok' } : { status: 400, body: 'invalid_blocks' };
}

function textsFit(block: SlackBlock): boolean {
  const texts = block.type === 'context' ? block.elements : [block.text];
  const most = block.type === 'header' ? 150 : 3000;
  return texts.every(({ text: one }) => one.length > 0 && one.length <= most);
}
