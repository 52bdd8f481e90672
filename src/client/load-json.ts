/**
 * Gives what the site has at an address, loaded once; after a failure the next call tries again. The site wrote it, with
 * the same type as its page: nobody else’s data comes this way.
 */
export function loadJson<Data>(address: string): () => Promise<Data> {
  let loading: Promise<Data> | undefined;
  const load = async (): Promise<Data> => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return (await response.json()) as Data;
  };
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
