CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"channel" text NOT NULL,
	"about" text NOT NULL,
	"address" text NOT NULL,
	"role" text NOT NULL,
	"message_id" text NOT NULL,
	"subject" text NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"tries" integer NOT NULL,
	"next_at" bigint NOT NULL,
	"leased_until" bigint,
	"said" text,
	"at" bigint NOT NULL,
	"sent_at" bigint,
	"changed_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_message" ON "outbox" USING btree ("message_id");
--> statement-breakpoint
CREATE INDEX "outbox_pending" ON "outbox" USING btree ("next_at") WHERE "outbox"."state" = 'pending';
--> statement-breakpoint
CREATE INDEX "outbox_shop" ON "outbox" USING btree ("shop_id","state","at");
--> statement-breakpoint
CREATE INDEX "outbox_about" ON "outbox" USING btree ("about");
