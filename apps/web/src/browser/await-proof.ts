/** Milliseconds. The log closes a batch every ten seconds. */
const pause = 2000;
const mostTries = 30;

/** Asks the server for the receipt until it has its proof; null when that does not come, or when the page is offline for too long. */
export async function awaitProof(address: string): Promise<string | null> {
  for (let tries = 0; tries < mostTries; tries++) {
    const receipt = await fetchText(address);
    if (receipt !== null && isProved(receipt)) return receipt;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return null;
}

async function fetchText(address: string): Promise<string | null> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/** Only whether to stop asking: what the receipt proves is the verifier's to say. */
export function isProved(receipt: string): boolean {
  try {
    const value: unknown = JSON.parse(receipt);
    return typeof value === 'object' && value !== null && 'proved' in value && value.proved !== null;
  } catch {
    return false;
  }
}
