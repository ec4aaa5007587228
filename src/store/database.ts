import { Dexie, type Table } from 'dexie';
import type { Approval } from './approval';
import type { Artifact } from './artifact';
import type { Client } from './client';
import type { Grant } from './grant';
import type { JournalEntry } from './journal';
import type { LoggedEffect } from './logged-effect';
import type { Question } from './question';
import type { Rule } from './rule';
import type { Task } from './task';

/** What an endpoint and model were found to take, so that it is found out once. */
export interface EncodingRow {
  /** `${baseURL} ${model}`. */
  id: string;
  encoding: 'toolset' | 'tools';
  at: number;
}

/**
 * The extension's database. Worker and panel open the same one; Dexie's liveQuery carries changes between them.
 * A new version gets a new `version()` line below the old ones: https://dexie.org/docs/Tutorial/Design#database-versioning
 */
export class OffstageDatabase extends Dexie {
  declare tasks: Table<Task, string>;
  declare journal: Table<JournalEntry, [string, number]>;
  declare approvals: Table<Approval, string>;
  declare questions: Table<Question, string>;
  declare artifacts: Table<Artifact, string>;
  declare encodings: Table<EncodingRow, string>;
  declare clients: Table<Client, string>;
  declare rules: Table<Rule, string>;
  declare effects: Table<LoggedEffect, number>;
  declare grants: Table<Grant, string>;

  constructor(name = 'offstage') {
    super(name);
    this.version(1).stores({
      tasks: 'id, status, createdAt',
      journal: '[taskId+seq], taskId',
      approvals: 'id, taskId, status, [taskId+status]',
      questions: 'id, taskId',
      artifacts: 'id, taskId',
      encodings: 'id',
    });
    this.version(3).stores({ clients: 'name' });
    this.version(4).stores({ rules: 'id', effects: '++id', grants: 'id, taskId' });
  }
}
