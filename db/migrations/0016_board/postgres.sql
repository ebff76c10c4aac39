CREATE TABLE "board_layouts" (
	"person_id" text PRIMARY KEY NOT NULL,
	"order" jsonb NOT NULL,
	"folded" jsonb NOT NULL,
	"changed_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "walls" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text,
	"ended_at" bigint
);

--> statement-breakpoint
CREATE UNIQUE INDEX "walls_token" ON "walls" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "walls_shop" ON "walls" USING btree ("shop_id");
