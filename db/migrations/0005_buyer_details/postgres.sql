CREATE TABLE "buyer_details" (
	"order_id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"buyer" text NOT NULL,
	"receiver" text NOT NULL,
	"phone" text NOT NULL,
	"address" text NOT NULL,
	"imported_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE INDEX "buyer_details_shop" ON "buyer_details" USING btree ("shop_id");
