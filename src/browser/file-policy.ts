import { ToolError } from '@anthropic-ai/sdk/helpers/beta/toolsets';

/** A file that the person handed over as bytes. */
export interface StagedFile {
  name: string;
  /** MIME type. */
  type: string;
  /** Base64. */
  data: string;
}

/** What the person handed over for this task. Nothing else of the computer can be uploaded. */
export interface FilePolicy {
  /** Whole paths that may be uploaded: downloads of the task, and files that a client named. */
  allowedPaths(): Promise<readonly string[]>;
  /** Attachments by id; undefined for an id that is none of this task. */
  document(id: string): Promise<StagedFile | undefined>;
}

/** For a task with nothing handed over. */
export const NO_FILES: FilePolicy = {
  allowedPaths: async () => [],
  document: async () => undefined,
};

/** What was handed over, and what the task itself downloaded. */
export function withDownloads(given: FilePolicy, downloads: { paths(): string[] }): FilePolicy {
  return {
    allowedPaths: async () => [...(await given.allowedPaths()), ...downloads.paths()],
    document: (id) => given.document(id),
  };
}

/**
 * The paths of an upload, each held against what was handed over. Throws a ToolError that names the first one that was
 * not, and says what may be uploaded.
 */
export async function checkedPaths(policy: FilePolicy, paths: readonly string[]): Promise<string[]> {
  const allowed = await policy.allowedPaths();
  // Compared as they are written: a path with `..` or through a link is none that was handed over.
  const refused = paths.find((path) => !allowed.includes(path));
  if (refused === undefined) return [...paths];
  const known = allowed.length > 0 ? `These may be: ${allowed.map((path) => JSON.stringify(path)).join(', ')}.` : '';
  throw new ToolError(
    `${JSON.stringify(refused)} may not be uploaded: only files that the person attached, that this task downloaded, or that a client named for it. ${known || 'There are none yet: ask for one with ask_user.'} Nothing was done.`,
  );
}

/** The staged files of an upload. Throws a ToolError that names the first id that is not known. */
export async function checkedDocuments(policy: FilePolicy, ids: readonly string[]): Promise<StagedFile[]> {
  const files: StagedFile[] = [];
  for (const id of ids) {
    const file = await policy.document(id);
    if (!file) throw new ToolError(`No file is attached under ${JSON.stringify(id)}. Nothing was done.`);
    files.push(file);
  }
  return files;
}
