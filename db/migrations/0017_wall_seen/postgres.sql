ALTER TABLE "walls" ADD COLUMN "seen_at" bigint;
