import { useState } from 'preact/hooks';

/** Copies a text; says so, or that the browser did not let it. */
export function CopyButton({ text, what }: { readonly text: () => string; readonly what: string }) {
  const [done, setDone] = useState('');
  const copy = () => {
    // Browsers offer the clipboard to pages from a file or over TLS alone.
    const copied = window.isSecureContext
      ? navigator.clipboard.writeText(text())
      : Promise.reject(new Error('no clipboard without TLS'));
    copied.then(
      () => setDone('copied'),
      () => setDone('not allowed'),
    );
  };
  return (
    <button type="button" class="quiet" aria-label={`Copy ${what} as one line`} onClick={copy}>
      {done === '' ? 'Copy' : done}
    </button>
  );
}
