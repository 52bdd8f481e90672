import { z } from 'zod';
import { repository } from '../model/reference.ts';

/** Where the newest commit of a pull request is: on a branch of the repository itself, or of a fork. */
export interface Head {
  /** The account that owns the branch. */
  readonly owner: string;
  readonly branch: string;
  readonly sha: string;
}

/** A run of a workflow for a pull request. */
export interface WorkflowRun {
  /** The repository that the pull request is for, `owner/name`. */
  readonly repository: string;
  readonly head: Head;
}

/** As far as it is read: GitHub’s `workflow_run` event. It names no pull request where the branch is of a fork. */
const event = z.object({
  repository: z.object({ full_name: repository }),
  workflow_run: z.object({
    head_sha: z.string().regex(/^[0-9a-f]{40,64}$/),
    head_branch: z.string(),
    head_repository: z.object({ owner: z.object({ login: z.string() }) }),
  }),
});

/** Reads the text of an event file; undefined where it is not the event of a workflow’s run. */
export function parseWorkflowRun(text: string): WorkflowRun | undefined {
  const { data } = event.safeParse(parseJson(text));
  if (data === undefined) return undefined;
  const { head_sha: sha, head_branch: branch, head_repository: fork } = data.workflow_run;
  return { repository: data.repository.full_name, head: { owner: fork.owner.login, branch, sha } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
