import { db } from './database';
import { useLive } from './use-live';

/** Types that a page of ours may show: a database row is data, and `image/svg+xml` could carry more than pixels. */
const SHOWN = /^image\/(png|jpeg|webp)$/;

/** A picture of a task as a `data:` address; undefined until it is read, or when it is gone. */
export function useArtifact(id: string | undefined): string | undefined {
  const artifact = useLive(async () => (id === undefined ? undefined : db.artifacts.get(id)), id ?? '');
  return artifact && SHOWN.test(artifact.mediaType) ? `data:${artifact.mediaType};base64,${artifact.data}` : undefined;
}
