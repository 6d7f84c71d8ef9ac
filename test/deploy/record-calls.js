/** Loaded into a Lambda environment before its function: writes every call of the SDK down, one JSON line each. */
const { appendFileSync } = require('node:fs');
const { Client } = require('@smithy/core/client');

const send = Client.prototype.send;
const text = (_, value) =>
  value instanceof Uint8Array || value?.type === 'Buffer' ? 'the bytes of an object' : value;

Client.prototype.send = function (command, ...rest) {
  const call = {
    service: this.config.serviceId,
    operation: command.constructor.name.replace(/Command$/, ''),
    input: command.input,
  };
  appendFileSync(process.env.CALLS, `${JSON.stringify(call, text)}\n`);
  return send.call(this, command, ...rest);
};
