CREATE TABLE "prizes" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"planned" integer NOT NULL,
	"worth" bigint,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"changed_at" bigint NOT NULL,
	"ended_at" bigint
);

--> statement-breakpoint
CREATE TABLE "claims" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"kind" text NOT NULL,
	"buyer" text NOT NULL,
	"order_id" text,
	"prize_id" text,
	"what" text NOT NULL,
	"quantity" integer NOT NULL,
	"worth" bigint,
	"serial" text,
	"serial_key" text,
	"note" text NOT NULL,
	"state" text NOT NULL,
	"since" bigint NOT NULL,
	"claimed_at" bigint NOT NULL,
	"claimed_by" text,
	"claimed_by_handle" text NOT NULL,
	"day" text NOT NULL,
	"side" text NOT NULL,
	"checked_at" bigint,
	"checked_by" text,
	"check_note" text,
	"task_id" text,
	"gift_id" text,
	"entry_id" text,
	"without_at" bigint,
	"without_by" text,
	"without_why" text,
	"ended_at" bigint
);

--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"claim_id" text NOT NULL,
	"type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text
);

--> statement-breakpoint
CREATE TABLE "wins" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"serial_key" text NOT NULL,
	"serial" text NOT NULL,
	"prize" text NOT NULL,
	"buyer" text NOT NULL,
	"won_at" bigint,
	"imported_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "entries" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"kind" text NOT NULL,
	"buyer" text NOT NULL,
	"order_id" text,
	"claim_id" text,
	"promised" text NOT NULL,
	"promised_by" text NOT NULL,
	"amount" bigint,
	"state" text NOT NULL,
	"since" bigint NOT NULL,
	"owner_id" text,
	"owner_side" text NOT NULL,
	"due_at" bigint NOT NULL,
	"result" text,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"changed_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" text
);

--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"entry_id" text,
	"claim_id" text,
	"order_id" text,
	"buyer" text NOT NULL,
	"what" text NOT NULL,
	"amount" bigint NOT NULL,
	"state" text NOT NULL,
	"prepared_at" bigint NOT NULL,
	"prepared_by" text,
	"decided_at" bigint,
	"decided_by" text,
	"how" text
);

--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"order_id" text NOT NULL,
	"new_order_id" text,
	"why" text NOT NULL,
	"state" text NOT NULL,
	"handler_id" text,
	"handler_side" text NOT NULL,
	"due_at" bigint NOT NULL,
	"agreed_at" bigint NOT NULL,
	"agreed_by" text,
	"ended_at" bigint,
	"ended_by" text,
	"ending" text,
	"changed_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "gift_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"name" text NOT NULL,
	"item" text NOT NULL,
	"least_quantity" integer NOT NULL,
	"least_amount" bigint NOT NULL,
	"campaign_id" text,
	"from_at" bigint,
	"to_at" bigint,
	"gift" text NOT NULL,
	"gift_quantity" integer NOT NULL,
	"on" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"changed_at" bigint NOT NULL,
	"ended_at" bigint
);

--> statement-breakpoint
CREATE TABLE "gift_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"order_id" text NOT NULL,
	"rule_id" text NOT NULL,
	"gift" text NOT NULL,
	"quantity" integer NOT NULL,
	"why" text NOT NULL,
	"state" text NOT NULL,
	"at" bigint NOT NULL,
	"decided_at" bigint,
	"decided_by" text,
	"gift_id" text
);

--> statement-breakpoint
ALTER TABLE "gifts" ADD COLUMN "kind" text DEFAULT 'gift' NOT NULL;
--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "href" text;
--> statement-breakpoint
CREATE INDEX "prizes_shop" ON "prizes" USING btree ("shop_id","campaign_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "claims_serial" ON "claims" USING btree ("shop_id","serial_key") WHERE "claims"."serial_key" is not null and "claims"."state" <> 'withdrawn';
--> statement-breakpoint
CREATE INDEX "claims_unchecked" ON "claims" USING btree ("shop_id") WHERE "claims"."state" = 'to_check' and "claims"."without_at" is null;
--> statement-breakpoint
CREATE INDEX "claims_open" ON "claims" USING btree ("shop_id","state","since") WHERE "claims"."state" in ('to_check', 'failed', 'waiting_trade', 'to_pay');
--> statement-breakpoint
CREATE INDEX "claims_order" ON "claims" USING btree ("order_id");
--> statement-breakpoint
CREATE INDEX "claims_prize" ON "claims" USING btree ("prize_id");
--> statement-breakpoint
CREATE INDEX "claims_day" ON "claims" USING btree ("shop_id","day");
--> statement-breakpoint
CREATE INDEX "claims_buyer" ON "claims" USING btree ("shop_id","buyer");
--> statement-breakpoint
CREATE INDEX "evidence_claim" ON "evidence" USING btree ("claim_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "wins_serial" ON "wins" USING btree ("shop_id","serial_key");
--> statement-breakpoint
CREATE INDEX "entries_open" ON "entries" USING btree ("shop_id","due_at") WHERE "entries"."state" <> 'done';
--> statement-breakpoint
CREATE INDEX "entries_order" ON "entries" USING btree ("order_id");
--> statement-breakpoint
CREATE INDEX "entries_buyer" ON "entries" USING btree ("shop_id","buyer");
--> statement-breakpoint
CREATE INDEX "entries_created" ON "entries" USING btree ("shop_id","created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "entries_claim" ON "entries" USING btree ("claim_id") WHERE "entries"."claim_id" is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_claim" ON "payouts" USING btree ("claim_id") WHERE "payouts"."claim_id" is not null and "payouts"."state" in ('prepared', 'paid');
--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_entry" ON "payouts" USING btree ("entry_id") WHERE "payouts"."entry_id" is not null and "payouts"."state" in ('prepared', 'paid');
--> statement-breakpoint
CREATE INDEX "payouts_waiting" ON "payouts" USING btree ("shop_id","prepared_at") WHERE "payouts"."state" = 'prepared';
--> statement-breakpoint
CREATE INDEX "payouts_order" ON "payouts" USING btree ("order_id");
--> statement-breakpoint
CREATE INDEX "payouts_decided" ON "payouts" USING btree ("shop_id","decided_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_order" ON "refunds" USING btree ("order_id") WHERE "refunds"."state" <> 'withdrawn';
--> statement-breakpoint
CREATE INDEX "refunds_new_order" ON "refunds" USING btree ("new_order_id") WHERE "refunds"."new_order_id" is not null;
--> statement-breakpoint
CREATE INDEX "refunds_open" ON "refunds" USING btree ("shop_id","due_at") WHERE "refunds"."state" = 'open';
--> statement-breakpoint
CREATE INDEX "gift_rules_shop" ON "gift_rules" USING btree ("shop_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "gift_proposals_once" ON "gift_proposals" USING btree ("order_id","rule_id");
--> statement-breakpoint
CREATE INDEX "gift_proposals_open" ON "gift_proposals" USING btree ("shop_id","at") WHERE "gift_proposals"."state" = 'open';
