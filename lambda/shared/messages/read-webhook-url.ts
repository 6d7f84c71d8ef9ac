import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { webhookUrl } from './webhook-url';

/** Reads the webhook's address from Secrets Manager: the secret's text is the address, nothing else. */
export async function readWebhookUrl(
  secrets: Pick<SecretsManagerClient, 'send'>,
  secretArn: string,
): Promise<URL> {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: secretArn }));
  if (SecretString === undefined) throw new Error(`the secret ${secretArn} holds no text`);
  return webhookUrl(SecretString);
}
