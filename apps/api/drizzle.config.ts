import { defineConfig } from 'drizzle-kit'

/** Migrations are generated from the features' tables into the top-level drizzle folder: `pnpm --filter @sidan/api db:generate`. */
export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/features/*/table.ts', './src/platform/*-table.ts'],
  // The drift check generates into a copy.
  out: process.env['DRIFT_FOLDER'] ?? '../../drizzle',
})
