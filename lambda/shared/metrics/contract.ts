/** Namespace of every metric of the product. */
export const metricNamespace = 'CredentialReport';
