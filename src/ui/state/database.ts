import { OffstageDatabase } from '../../store/database';

/** The panel's connection to the extension's database. */
export const db = new OffstageDatabase();
