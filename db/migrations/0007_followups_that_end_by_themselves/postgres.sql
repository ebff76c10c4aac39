ALTER TABLE "followups" ADD COLUMN "ended_by_order" text;
--> statement-breakpoint
ALTER TABLE "followups" ADD COLUMN "watched_from" bigint;
