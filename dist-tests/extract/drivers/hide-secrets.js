/** What stands where a secret stood. */
const HIDDEN = '[secret]';
/**
 * An answer of a service without the secrets that it was sent: as they are, as JSON quotes them, and as a URL does. In the
 * bytes, before anything is read from them: a message that was cut could end within a secret.
 */
export function hideSecrets(body, secrets) {
    const forms = secrets.flatMap((secret) => [
        secret,
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret),
    ]);
    const found = [...new Set(forms)].filter((form) => body.includes(form));
    if (found.length === 0)
        return body;
    // In this encoding every byte is a character: the others stay what they are, whatever the answer is.
    const text = body.toString('latin1');
    const hidden = found
        .toSorted((a, b) => b.length - a.length)
        .reduce((rest, form) => rest.replaceAll(Buffer.from(form).toString('latin1'), HIDDEN), text);
    return Buffer.from(hidden, 'latin1');
}
/** The same for words of ours that something of the service may have got into. */
export function hideSecretsIn(words, secrets) {
    return secrets.reduce((text, secret) => text.replaceAll(secret, HIDDEN), words);
}
